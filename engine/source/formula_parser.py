"""Reads one formula: tokens by a single pattern, then one function per level of binding.

The grammar itself is `tests/source/formule.lark`; a test lets a parser generator read random
formulas with it and expects the same nodes. This hand-written reader is there because rules are
read at every start: it takes a third of the time and nothing has to be built first.
"""

import re
from fractions import Fraction
from typing import NamedTuple

from engine.errors import Diagnostic
from engine.ir.surface import (
    And,
    Arith,
    Call,
    Choose,
    Compare,
    DateLit,
    Expr,
    In,
    Negate,
    Not,
    Number,
    Or,
    Path,
    Percent,
    Quantity,
    Range,
    Selection,
    YesNo,
)
from engine.origin import Origin
from engine.source.formula_errors import ProblemFound, close_to, problem, unexpected
from engine.source.nodes import RANGE, SELECTION, Text

MAX_DEPTH = 32
MAX_OPERATORS = 64

FUNCTIONS = frozenset(
    {
        "aantal", "afgerond", "alle", "begin_jaar", "begin_maand", "dagen_met", "dagen_tussen",
        "enige", "er_is", "geblokkeerd_door", "jaar", "leeftijd", "maximum", "minimum",
        "overlap_dagen", "schijf", "som", "tabel", "uitgesloten",
    }
)  # fmt: skip
KEYWORDS = frozenset(
    {"als", "dan", "anders", "en", "of", "niet", "van", "waarvoor", "in", "op", "ja", "nee"}
)

_NUMBER = r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
_UNIT = (
    r"(?:euro(?:/(?:maand|jaar|week|dag|uur))?|dagen|dag|werkdagen|werkdag|weken|week|maanden"
    r"|maand|jaar|uur(?:/week)?)(?![\w/])"
)
_TOKEN = re.compile(
    rf"""\s*(?:
      (?P<date>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?![\w-]))
    | (?P<quantity>{_NUMBER}[ ]+{_UNIT})
    | (?P<percent>{_NUMBER}%)
    | (?P<number>{_NUMBER}(?![\w%]|[-,.][0-9]))
    | (?P<word>[a-z_][a-z0-9_]*)
    | (?P<sign><=|>=|!=|\.\.|[-+*/=<>();.])
    | (?P<end>$)
    | (?P<bad>.)
    )""",
    re.VERBOSE | re.DOTALL,
)
_COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
_OPERAND = "een naam, getal, datum of functie"


class _Token(NamedTuple):
    kind: str
    text: str
    offset: int


def parse(text: Text) -> Expr:
    """Parse a formula, a range (`grenzen`) or a selection (`dekt`), as `text.form` says.

    Raises:
        ProblemFound: the formula is wrong; carries the diagnostic (R120-R129).
    """
    parser = _Parser(text)
    tree: Expr
    if text.form == RANGE:
        tree = parser.range()
    elif text.form == SELECTION:
        tree = parser.selection()
    else:
        tree = parser.expr()
    parser.close()
    return tree


def _tokens(text: str) -> list[_Token]:
    """All tokens; the kind of a keyword or sign is the word or sign itself."""
    found = []
    for match in _TOKEN.finditer(text):
        kind = group = str(match.lastgroup)
        word = match[group]
        if kind == "sign" or (kind == "word" and word in KEYWORDS):
            kind = word
        found.append(_Token(kind, word, match.start(group)))
        if kind == "end":
            break
    return found


class _Parser:
    """One function per level of binding, from loose to tight."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.place = text.locator()
        self.tokens = _tokens(text)
        self.next = 0
        self.depth = 0
        self.token = self.tokens[0]

    def range(self) -> Range:
        low = self.expr()
        self._take("..", "`..`")
        return Range(low=low, high=self.expr(), at=low.at)

    def selection(self) -> Selection:
        over = self._path()
        where = self.expr() if self._skip("waarvoor") else None
        return Selection(over=over, where=where, at=over.at)

    def close(self) -> None:
        """Nothing may follow; a long chain of operators is as deep as brackets are."""
        if self.token.kind != "end":
            raise self._unexpected("`en`, `of`, een vergelijking of een rekenteken")
        if self.next > MAX_OPERATORS and self._operators() > MAX_OPERATORS:
            raise self._too_deep()

    def expr(self) -> Expr:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self._too_deep()
        made = self._choose() if self.token.kind == "als" else self._chain()
        self.depth -= 1
        return made

    def _choose(self) -> Expr:
        at = self._at(self._advance())
        when = self.expr()
        self._take("dan", "`dan`")
        then = self.expr()
        self._take("anders", "`anders`")
        return Choose(when=when, then=then, other=self.expr(), at=at)

    def _chain(self) -> Expr:
        first = self._negation()
        word = self.token
        if word.kind not in ("en", "of"):
            return first
        args = [first]
        while self.token.kind in ("en", "of"):
            if self.token.kind != word.kind:
                raise self._mixed(word)
            self._advance()
            args.append(self._negation())
        if word.kind == "en":
            return And(args=tuple(args), at=first.at)
        return Or(args=tuple(args), at=first.at)

    def _negation(self) -> Expr:
        if self.token.kind != "niet":
            return self._comparison()
        at = self._at(self._advance())
        self._deeper()
        made = Not(arg=self._negation(), at=at)
        self.depth -= 1
        return made

    def _comparison(self) -> Expr:
        left = self._sum()
        kind = self.token.kind
        if kind in _COMPARISONS:
            self._advance()
            return Compare(op=kind, left=left, right=self._sum(), at=left.at)
        if kind == "in":
            self._advance()
            return In(arg=left, labels=self._labels(), at=left.at)
        return left

    def _labels(self) -> tuple[str, ...]:
        self._take("(", "`(`")
        labels = [self._take("word", "een label").text]
        while self._skip(";"):
            labels.append(self._take("word", "een label").text)
        self._take(")", "`;` of `)`")
        return tuple(labels)

    def _sum(self) -> Expr:
        left = self._product()
        while (kind := self.token.kind) in ("+", "-"):
            self._advance()
            left = Arith(op=kind, left=left, right=self._product(), at=left.at)
        return left

    def _product(self) -> Expr:
        left = self._unary()
        while (kind := self.token.kind) in ("*", "/"):
            self._advance()
            left = Arith(op=kind, left=left, right=self._unary(), at=left.at)
        return left

    def _unary(self) -> Expr:
        if self.token.kind != "-":
            return self._atom()
        at = self._at(self._advance())
        self._deeper()
        made = Negate(arg=self._unary(), at=at)
        self.depth -= 1
        return made

    def _atom(self) -> Expr:
        token = self.token
        match token.kind:
            case "word":
                after = self.tokens[self.next + 1]
                is_call = after.kind == "(" and after.offset == token.offset + len(token.text)
                return self._call() if is_call else self._path()
            case "number":
                return Number(value=Fraction(token.text), at=self._at(self._advance()))
            case "quantity":
                number, _, unit = token.text.partition(" ")
                at = self._at(self._advance())
                return Quantity(value=Fraction(number), unit=unit.strip(), at=at)
            case "percent":
                value = Fraction(token.text[:-1]) / 100
                return Percent(value=value, at=self._at(self._advance()))
            case "date":
                return DateLit(text=token.text, at=self._at(self._advance()))
            case "ja" | "nee":
                return YesNo(value=token.kind == "ja", at=self._at(self._advance()))
            case "(":
                self._advance()
                inside = self.expr()
                self._take(")", "`)`")
                return inside
            case _:
                raise self._unexpected(_OPERAND)

    def _path(self) -> Path:
        first = self._take("word", "een naam")
        parts = [first.text]
        while self._skip("."):
            parts.append(self._take("word", "een naam").text)
        on = self._atom() if self._skip("op") else None
        return Path(parts=tuple(parts), on=on, at=self._at(first))

    def _call(self) -> Expr:
        token = self._advance()
        name, at = token.text, self._at(token)
        if name not in FUNCTIONS:
            hint = close_to(name, FUNCTIONS) or "functies: " + ", ".join(sorted(FUNCTIONS))
            raise problem("R121", f"de functie `{name}` bestaat niet", at, hint)
        self._advance()
        if self._skip(")"):
            return Call(name=name, at=at)
        first = self.expr()
        if self.token.kind == "waarvoor":
            return self._chosen(name, first, at)
        args = [first]
        while self._skip(";"):
            args.append(self.expr())
        over = self._path() if self._skip("van") else None
        where = self.expr() if over is not None and self._skip("waarvoor") else None
        self._take(")", "`;` of `)`" if over is None else "`)`")
        return Call(name=name, args=tuple(args), over=over, where=where, at=at)

    def _chosen(self, name: str, over: Expr, at: Origin) -> Call:
        if not isinstance(over, Path):
            hint = "schrijf bijvoorbeeld `er_is(leden waarvoor leeftijd < 18)`"
            raise problem("R123", "voor `waarvoor` hoort een verzameling te staan", over.at, hint)
        self._advance()
        where = self.expr()
        args = (self.expr(),) if self._skip(";") else ()
        self._take(")", "`)`")
        return Call(name=name, args=args, over=over, where=where, at=at)

    def _advance(self) -> _Token:
        token = self.token
        self.next += 1
        self.token = self.tokens[self.next]
        return token

    def _skip(self, kind: str) -> bool:
        found = self.token.kind == kind
        if found:
            self._advance()
        return found

    def _take(self, kind: str, words: str) -> _Token:
        if self.token.kind != kind:
            raise self._unexpected(words)
        return self._advance()

    def _at(self, token: _Token) -> Origin:
        return self.place(token.offset)

    def _operators(self) -> int:
        return sum(token.kind in ("+", "-", "*", "/") for token in self.tokens)

    def _deeper(self) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self._too_deep()

    def _unexpected(self, expected: str) -> ProblemFound:
        return unexpected(self.text, self.token.offset, expected)

    def _mixed(self, first: _Token) -> ProblemFound:
        return ProblemFound(
            Diagnostic(
                code="R120",
                message="`en` en `of` staan hier door elkaar zonder haakjes",
                at=self._at(self.token),
                hint="zet haakjes om wat bij elkaar hoort: `a en (b of c)`",
                also=((self._at(first), f"hier staat `{first.text}`"),),
            )
        )

    def _too_deep(self) -> ProblemFound:
        message = f"deze formule is dieper genest dan {MAX_DEPTH} niveaus"
        hint = "maak van een deel een eigen begrip"
        return problem("R125", message, self.text.origin, hint)
