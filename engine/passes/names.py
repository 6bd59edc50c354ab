"""Names in a formula: which symbol is meant, and from which instance it is read."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

from engine.errors import Diagnostic
from engine.ir import nodes
from engine.ir import surface as s
from engine.ir.declarations import Amount, FactDecl, Reading, Table
from engine.ir.nodes import Expr, Nav
from engine.ir.program import Norm
from engine.ir.reads import PERSON_STEP
from engine.ir.types import DATE, Type
from engine.origin import Origin
from engine.passes.entities import Shape
from engine.passes.symbols import BegripDecl, Symbol, Symbols
from engine.passes.typing import UNKNOWN

BROKEN = nodes.Lit(value=False, type=UNKNOWN)


@dataclass
class NameResolver:
    """Resolves names; errors are collected in `problems`.

    Attributes:
        regulation: whose names come first.
        tables: tables by qualified id, for their types.
        current: the type of `waarde`, in a rule that changes a value.
        suggests: whether an unknown name is compared with all known ones, which is slow.
    """

    symbols: Symbols
    regulation: str
    tables: dict[str, Table]
    problems: list[Diagnostic] = field(default_factory=list)
    current: Type | None = None
    suggests: bool = True

    @cached_property
    def shape(self) -> Shape:
        """The shape of a case as this regulation sees it."""
        return self.symbols.seen_from(self.regulation)

    def problem(self, code: str, message: str, at: Origin, hint: str = "") -> Expr:
        """Note a problem and give a harmless node in its place."""
        self.problems.append(Diagnostic(code=code, message=message, at=at, hint=hint))
        return BROKEN

    def resolve(self, expr: s.Expr, scopes: tuple[str, ...], expected: Type = UNKNOWN) -> Expr:
        """Resolve a formula read on these scopes; `expected` helps to recognise labels."""
        raise NotImplementedError

    def resolve_all(
        self, args: Sequence[s.Expr], scopes: tuple[str, ...], expected: Type
    ) -> tuple[Expr, ...]:
        """Resolve several formulas on the same scopes."""
        return tuple(self.resolve(a, scopes, expected) for a in args)

    def path(self, path: s.Path, scopes: tuple[str, ...], expected: Type) -> Expr:
        """Resolve a name with its steps: label, day, the value so far, or a reference."""
        first = path.parts[0]
        if len(path.parts) == 1 and first in expected.labels and path.on is None:
            return nodes.Lit(value=first, type=expected, at=path.at)
        if path.parts in (("peildatum",), ("beslisdatum",)):
            return nodes.DayRef(name=first, at=path.at)
        if path.parts == ("waarde",) and self.current is not None:
            return nodes.Current(type=self.current, at=path.at)
        starts, rest = self.walk_steps(path, scopes)
        if starts is None:
            return BROKEN
        if not rest:
            return self._instance(starts, path)
        return self._reference(path, starts, rest, scopes)

    def _instance(self, starts: list[tuple[Nav, str]], path: s.Path) -> Expr:
        nav, entity = starts[0]
        if entity == "persoon":
            return nodes.InstanceRef(nav=nav, at=path.at)
        return self.problem("R205", f"achter `{path.parts[-1]}` hoort een naam", path.at)

    def walk_steps(
        self, path: s.Path, scopes: tuple[str, ...]
    ) -> tuple[list[tuple[Nav, str]] | None, tuple[str, ...]]:
        """Follow explicit steps; gives the places to look from (innermost first), and the rest."""
        parts = path.parts
        inner = [(Nav(i), scopes[i]) for i in reversed(range(len(scopes)))]
        if parts[0] == "deze" and not (len(scopes) == 1 and scopes[0] == "paar"):
            inner, parts = [(Nav(0), scopes[0])], parts[1:]
        taken = False
        while parts:
            moved = [m for m in (self._one_step(place, parts[0]) for place in inner) if m]
            if not moved or (taken is False and self._is_name(parts[0]) and len(parts) == 1):
                break
            inner, parts, taken = moved[:1], parts[1:], True
        return inner, parts

    def _one_step(self, place: tuple[Nav, str], word: str) -> tuple[Nav, str] | None:
        nav, entity = place
        target = self.shape.step(entity, word)
        if target is not None:
            return Nav(nav.scope, (*nav.steps, word)), target
        group = self.symbols.group(self.regulation, word)
        if group is not None and entity == "persoon":
            return Nav(nav.scope, (*nav.steps, group)), group
        fact = self.symbols.facts.get(word)
        if fact is not None and fact.type.kind == "persoon" and fact.entity == entity:
            return Nav(nav.scope, (*nav.steps, f"{PERSON_STEP}{word}")), "persoon"
        return None

    def _is_name(self, word: str) -> bool:
        return bool(self.symbols.find(self.regulation, word))

    def _reference(
        self,
        path: s.Path,
        starts: list[tuple[Nav, str]],
        rest: tuple[str, ...],
        scopes: tuple[str, ...],
    ) -> Expr:
        symbol, field_name = self._symbol(path, rest)
        if symbol is None:
            return BROKEN
        match symbol:
            case Amount(name=name, type=kind):
                on = self.resolve(path.on, scopes, DATE) if path.on is not None else None
                return nodes.AmountRef(name=name, type=kind, on=on, at=path.at)
            case Reading(name=name, type=kind):
                return nodes.ReadingRef(name=name, type=kind, at=path.at)
            case Table():
                return self.problem(
                    "R206",
                    f"`{rest[0]}` is een tabel",
                    path.at,
                    "gebruik schijf(x; t) of tabel(x; t)",
                )
            case FactDecl() | BegripDecl() | Norm():
                if path.on is not None:
                    self.problem("R207", "`op` kan alleen bij een bedrag", path.at)
                return self._placed(symbol, starts, path, field_name)

    def _symbol(self, path: s.Path, rest: tuple[str, ...]) -> tuple[Symbol | None, str]:
        if len(rest) > 1 and (rest[0], rest[1]) in self.symbols.named:
            return self.symbols.named[rest[0], rest[1]], ".".join(rest[2:])
        found = self.symbols.find(self.regulation, rest[0])
        if len(found) == 1:
            return found[0], ".".join(rest[1:])
        if found:
            self.problem(
                "R202", f"`{rest[0]}` bestaat in meer dan een regeling", path.at,
                "schrijf de regeling erbij, zoals wmo.echtgenoot",
            )  # fmt: skip
            return None, ""
        names = self.symbols.known_names(self.regulation) if self.suggests else []
        close = get_close_matches(rest[0], names, 1)
        hint = (
            f"bedoelt u `{close[0]}`?"
            if close
            else "is de naam verklaard, en staat de regeling onder `gebruikt`?"
        )
        self.problem("R201", f"de naam `{rest[0]}` is onbekend", path.at, hint)
        return None, ""

    def _placed(
        self,
        symbol: FactDecl | BegripDecl | Norm,
        starts: list[tuple[Nav, str]],
        path: s.Path,
        part: str,
    ) -> Expr:
        nav = self.nav_to(symbol.entity, starts)
        if nav is None:
            here = starts[0][1]
            name = f"`{path.parts[-1]}` hoort bij {symbol.entity}"
            return self.problem(
                "R203",
                f"{name} en is vanuit {here} niet te bereiken",
                path.at,
                "ga met een functie omlaag, of met eigenaar. of behoefte_van. omhoog",
            )
        if isinstance(symbol, Norm):
            return self._norm(symbol, nav, part, path)
        if part:
            return self.problem("R208", f"`{symbol.name}` heeft geen veld `{part}`", path.at)
        if isinstance(symbol, FactDecl):
            if symbol.type.kind == "tekst":
                return self.problem(
                    "R209", f"`{symbol.name}` is tekst en kan niet in een formule", path.at
                )
            if symbol.test_only:
                return self.problem(
                    "R210", f"`{symbol.name}` mag nooit meetellen en kan niet in een formule",
                    path.at, "haal het weg: dit gegeven is er alleen voor onderzoek",
                )  # fmt: skip
            return nodes.FactRef(name=symbol.name, nav=nav, type=symbol.type, at=path.at)
        return nodes.BegripRef(name=symbol.name, nav=nav, type=symbol.type, at=path.at)

    def _norm(self, norm: Norm, nav: Nav, part: str, path: s.Path) -> Expr:
        found = next((f for f in norm.fields if f.name == part), None)
        if found is None and not part and len(norm.fields) == 1:
            found = norm.fields[0]
        if found is None:
            names = ", ".join(f.name for f in norm.fields if f.name) or "geen"
            return self.problem(
                "R208",
                f"het oordeel `{norm.name}` heeft geen veld `{part}`",
                path.at,
                f"velden: {names}",
            )
        return nodes.NormRef(name=norm.name, nav=nav, type=found.type, part=found.name, at=path.at)

    def nav_to(self, entity: str, starts: list[tuple[Nav, str]]) -> Nav | None:
        """The nearest place of this entity, looking upward from each start."""
        for nav, here in starts:
            for steps, found in self.shape.upward(here):
                if found == entity:
                    return Nav(nav.scope, (*nav.steps, *steps))
        return None
