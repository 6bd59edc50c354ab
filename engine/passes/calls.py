"""Calls in a formula: functions, tables and quantifiers over collections."""

from difflib import get_close_matches

from engine.ir import nodes
from engine.ir import surface as s
from engine.ir.declarations import Table
from engine.ir.nodes import Expr, Nav
from engine.ir.types import COUNT, YES_NO, Type
from engine.passes.names import BROKEN, NameResolver
from engine.passes.typing import UNKNOWN, type_of

FOLDS = ("er_is", "alle", "aantal", "som", "minimum", "maximum", "enige")
ROUNDING = ("half_omhoog", "half_even", "omhoog", "omlaag")
FUNCTIONS = {
    "leeftijd": (1, 2),
    "afgerond": (2, 3),
    "minimum": (1, 9),
    "maximum": (1, 9),
    "schijf": (2, 2),
    "tabel": (2, 2),
    "dagen_tussen": (2, 2),
    "dagen_met": (2, 2),
    "overlap_dagen": (4, 4),
    "jaar": (1, 1),
    "begin_jaar": (1, 1),
    "begin_maand": (1, 1),
    "uitgesloten": (1, 1),
    "geblokkeerd_door": (1, 1),
    "beslist": (1, 1),
}


class CallResolver(NameResolver):
    """Resolves calls on top of names."""

    def call(self, call: s.Call, scopes: tuple[str, ...], expected: Type) -> Expr:
        """Resolve a call of a function, a table or a quantifier."""
        if call.over is not None or (call.name in ("er_is", "aantal") and call.args):
            return self._fold(call, scopes, expected)
        if call.name not in FUNCTIONS:
            close = get_close_matches(call.name, [*FUNCTIONS, *FOLDS], 1)
            hint = f"bedoelt u `{close[0]}`?" if close else ""
            return self.problem("R121", f"de functie `{call.name}` bestaat niet", call.at, hint)
        low, high = FUNCTIONS[call.name]
        if not low <= len(call.args) <= high:
            wanted = str(low) if low == high else f"{low} tot {high}"
            message = f"`{call.name}` krijgt {wanted} argumenten, geen {len(call.args)}"
            return self.problem("R221", message, call.at, "scheid argumenten met ;")
        special = {
            "schijf": self._table,
            "tabel": self._table,
            "uitgesloten": self._excluded,
            "geblokkeerd_door": self._blocked,
            "afgerond": self._rounded,
        }.get(call.name)
        if special is not None:
            return special(call, scopes)
        extreme = call.name in ("minimum", "maximum")
        wanted_type = expected if extreme else UNKNOWN
        args = self.resolve_all(call.args, scopes, wanted_type)
        if extreme and wanted_type is UNKNOWN:
            known = next((t for t in (type_of(a, self.tables) for a in args) if t != COUNT), COUNT)
            args = self.resolve_all(call.args, scopes, known)
        return nodes.Call(name=call.name, args=args, at=call.at)

    def _rounded(self, call: s.Call, scopes: tuple[str, ...]) -> Expr:
        value = self.resolve(call.args[0], scopes)
        step = self.resolve(call.args[1], scopes, type_of(value, self.tables))
        mode = "half_omhoog"
        if len(call.args) == 3:
            last = call.args[2]
            mode = last.parts[0] if isinstance(last, s.Path) else ""
            if mode not in ROUNDING:
                return self.problem(
                    "R222",
                    "deze wijze van afronden bestaat niet",
                    call.at,
                    f"kies uit {', '.join(ROUNDING)}",
                )
        return nodes.Call(name="afgerond", args=(value, step), mode=mode, at=call.at)

    def _table(self, call: s.Call, scopes: tuple[str, ...]) -> Expr:
        name = call.args[1]
        found = (
            self.symbols.find(self.regulation, name.parts[-1]) if isinstance(name, s.Path) else ()
        )
        table = next((f for f in found if isinstance(f, Table)), None)
        if table is None:
            return self.problem("R223", "het tweede argument is geen tabel", call.at)
        starts = [(Nav(i), scopes[i]) for i in reversed(range(len(scopes)))]
        nav = self.nav_to(table.entity, starts)
        if nav is None:
            return self.problem("R203", f"de tabel hoort bij {table.entity}", call.at)
        arg = self.resolve(call.args[0], scopes, table.from_type)
        return nodes.TableCall(table=table.name, arg=arg, nav=nav, at=call.at)

    def _excluded(self, call: s.Call, scopes: tuple[str, ...]) -> Expr:
        ref = self.resolve(call.args[0], scopes)
        if isinstance(ref, nodes.BegripRef):
            return nodes.Excluded(name=ref.name, nav=ref.nav, at=call.at)
        return self.problem("R224", "`uitgesloten` vraagt de naam van een begrip", call.at)

    def _blocked(self, call: s.Call, scopes: tuple[str, ...]) -> Expr:
        arg = call.args[0]
        name = arg.parts[0] if isinstance(arg, s.Path) else ""
        regulation = self.regulation if name == "deze_regeling" else name
        starts = [(Nav(i), scopes[i]) for i in reversed(range(len(scopes)))]
        nav = self.nav_to("oplossing", starts)
        if nav is None:
            return self.problem("R203", "`geblokkeerd_door` hoort bij een oplossing", call.at)
        if regulation not in self.symbols.uses:
            return self.problem("R225", f"de regeling `{regulation}` is onbekend", call.at)
        return nodes.BlockedBy(regulation=regulation, nav=nav, at=call.at)

    def _fold(self, call: s.Call, scopes: tuple[str, ...], expected: Type) -> Expr:
        over, args = call.over, call.args
        if over is None:
            first = args[0]
            if not isinstance(first, s.Path):
                return self.problem("R226", f"`{call.name}` vraagt een verzameling", call.at)
            over, args = first, args[1:]
        place = self.collection(over, scopes)
        if place is None:
            return BROKEN
        nav, collection, entity = place
        inner = (*scopes, entity)
        wants_body = call.name not in ("er_is", "aantal")
        if call.name not in FOLDS or wants_body != (len(args) == 1):
            return self.problem("R226", f"`{call.name}` kan zo niet over een verzameling", call.at)
        kind = YES_NO if call.name == "alle" else expected
        return nodes.Fold(
            name=call.name,
            collection=collection,
            nav=nav,
            entity=entity,
            where=self.resolve(call.where, inner, YES_NO) if call.where is not None else None,
            body=self.resolve(args[0], inner, kind) if args else None,
            at=call.at,
        )

    def collection(self, path: s.Path, scopes: tuple[str, ...]) -> tuple[Nav, str, str] | None:
        """The place, name and member entity of a collection; None (noted) when there is none."""
        word = path.parts[-1]
        starts, rest = self.walk_steps(path, scopes)
        for nav, here in starts or []:
            for steps, found in self.shape.upward(here):
                entity = self.shape.collection(found, word)
                if entity is not None and len(rest) <= 1:
                    return Nav(nav.scope, (*nav.steps, *steps)), word, entity
        known = self.shape.is_collection(word)
        message = "is hier niet te bereiken" if known else "is geen verzameling"
        self.problem("R227", f"`{word}` {message}", path.at)
        return None
