"""Formulas in Dutch: conditions as clauses with the verb at the end, values as noun phrases."""

from dataclasses import dataclass
from typing import assert_never

from engine.backends.render_nl import arithmetic, comparisons, folds
from engine.backends.render_nl.conditions import junction
from engine.backends.render_nl.names import clause_of, letters, noun, plain_clause, read
from engine.backends.render_nl.places import own_scope, owner, who
from engine.backends.render_nl.sources import the_act
from engine.backends.render_nl.speech import Scopes
from engine.backends.render_nl.values import amount_text, in_words
from engine.ir import nodes
from engine.ir.nodes import Expr, Nav
from engine.ir.program import Program
from engine.ir.types import YES_NO

DAYS = {"peildatum": "de peildatum", "beslisdatum": "de beslisdatum"}
SO_FAR = {"bedrag": "het bedrag", "procent": "het percentage", "aantal": "het aantal"}


def render_expr(program: Program, expr: Expr, entity: str) -> str:
    """A formula read on an instance of `entity`: a clause for a condition, else a noun phrase."""
    speaker = Speaker(program)
    scopes = (own_scope(entity),)
    return speaker.clause(expr, scopes) if is_condition(expr) else speaker.value(expr, scopes)


def is_condition(expr: Expr) -> bool:
    """Whether the formula is answered with yes or no."""
    match expr:
        case (
            nodes.Not() | nodes.And() | nodes.Or() | nodes.Compare() | nodes.OneOf()
            | nodes.Reached() | nodes.Excluded() | nodes.BlockedBy()
        ):  # fmt: skip
            return True
        case nodes.Fold(name=name):
            return name in ("er_is", "alle")
        case nodes.Call(name=name):
            return name == "beslist"
        case nodes.Choose(then=then):
            return is_condition(then)
        case nodes.Lit() | nodes.FactRef() | nodes.BegripRef() | nodes.NormRef():
            return expr.type == YES_NO
        case nodes.ReadingRef() | nodes.Current() | nodes.AmountRef():
            return expr.type == YES_NO
        case _:
            return False


@dataclass(frozen=True, slots=True)
class Speaker:
    """Speaks formulas of one program. The last scope is the innermost."""

    program: Program

    def clause(  # noqa: C901, PLR0912 one case per kind of node
        self, expr: Expr, scopes: Scopes, *, yes: bool = True
    ) -> str:
        """A condition (or its denial) as a clause with the verb at the end."""
        match expr:
            case nodes.Lit(value=value):
                return "dit altijd zo is" if bool(value) is yes else "dit nooit zo is"
            case nodes.FactRef(name=name, nav=nav) | nodes.BegripRef(name=name, nav=nav):
                return self.named(name, nav, scopes, yes=yes)
            case nodes.NormRef(name=name, nav=nav):
                return self.named(name, nav, scopes, yes=yes)
            case nodes.ReadingRef(name=name):
                return read(clause_of(name) or plain_clause(self.program, name), yes=yes)
            case nodes.Not(arg=arg):
                return self.clause(arg, scopes, yes=not yes)
            case nodes.And() | nodes.Or():
                return junction(self, expr, scopes, yes=yes)
            case nodes.Compare():
                return comparisons.compare(self, expr, scopes, yes=yes)
            case nodes.OneOf(arg=arg, labels=labels):
                return comparisons.one_of(self, arg, labels, scopes, yes=yes)
            case nodes.Reached(birth=birth, length=length):
                return comparisons.reached(self, birth, length, scopes, yes=yes)
            case nodes.Excluded(name=name):
                return read(f"“{letters(name)}” [|niet ]is uitgesloten", yes=yes)
            case nodes.BlockedBy(regulation=regulation, nav=nav):
                act = the_act(self.program, regulation)
                blocked = f"{act} {who(nav, scopes)} [|niet ]in de weg"
                return read(f"{blocked} staat", yes=yes)
            case nodes.Fold():
                return folds.clause(self, expr, scopes, yes=yes)
            case nodes.Call(args=args):
                return read(f"over {self.value(args[0], scopes)} [|nog niet ]is beslist", yes=yes)
            case nodes.Choose(when=when, then=then, other=other):
                held = self.clause(when, scopes)
                first, second = (self.clause(p, scopes, yes=yes) for p in (then, other))
                return f"{first} voor zover {held}, en {second} voor zover dat niet zo is"
            case (
                nodes.AmountRef() | nodes.DayRef() | nodes.InstanceRef() | nodes.Current()
                | nodes.Arith() | nodes.TableCall()
            ):  # fmt: skip
                return f"{self.value(expr, scopes)} {'' if yes else 'niet '}zo is"
            case _:
                assert_never(expr)

    def named(self, name: str, nav: Nav, scopes: Scopes, *, yes: bool, value: str = "") -> str:
        """The clause of a yes/no name; `value` is the value of a choice and its words."""
        template = clause_of(name) or plain_clause(self.program, name)
        return self.filled(template, nav, scopes, yes=yes, value=value)

    def filled(
        self, template: str, nav: Nav, scopes: Scopes, *, yes: bool, value: str = ""
    ) -> str:
        """A template with its reading chosen and its places filled in."""
        text = read(template, yes=yes)
        other = scopes[nav.scope].other
        return text.replace("{s}", who(nav, scopes)).replace("{o}", other).replace("{v}", value)

    def value(  # noqa: C901, PLR0912 one case per kind of node
        self, expr: Expr, scopes: Scopes
    ) -> str:
        """A value as a noun phrase."""
        if is_condition(expr) and not isinstance(expr, nodes.Lit):
            return f"het antwoord op de vraag of {self.clause(expr, scopes)}"
        match expr:
            case nodes.Lit(value=value, type=kind):
                return in_words(value, kind)
            case nodes.FactRef(name=name, nav=nav) | nodes.BegripRef(name=name, nav=nav):
                return self.owned(noun(self.program, name), nav, scopes)
            case nodes.NormRef(name=name, nav=nav, part=part):
                return self.owned(noun(self.program, name, part or ""), nav, scopes)
            case nodes.AmountRef(name=name, on=on):
                if on is None:
                    return amount_text(self.program, name)
                return f"{noun(self.program, name)} op {self.value(on, scopes)}"
            case nodes.DayRef(name=name):
                return DAYS.get(name, name)
            case nodes.InstanceRef(nav=nav):
                return who(nav, scopes)
            case nodes.Current(type=kind):
                return f"{SO_FAR.get(kind.kind, 'de waarde')} tot dan toe"
            case nodes.Arith():
                return arithmetic.arith(self, expr, scopes)
            case nodes.Choose(when=when, then=then, other=other):
                return arithmetic.choose(self, (when, then, other), scopes)
            case nodes.Call():
                return arithmetic.call(self, expr, scopes)
            case nodes.TableCall(table=table, arg=arg):
                found = noun(self.program, table)
                return f"de uitkomst van {found} voor {self.value(arg, scopes)}"
            case nodes.Fold():
                return folds.value(self, expr, scopes)
            case nodes.ReadingRef(name=name):
                return letters(name)
            case (
                nodes.Not() | nodes.And() | nodes.Or() | nodes.Compare() | nodes.OneOf()
                | nodes.Reached() | nodes.Excluded() | nodes.BlockedBy()
            ):  # fmt: skip
                return self.clause(expr, scopes)
            case _:
                assert_never(expr)

    def owned(self, text: str, nav: Nav, scopes: Scopes) -> str:
        """A noun phrase with its owner, where that has to be said."""
        whose = owner(nav, scopes)
        return f"{text} van {whose}" if whose else text
