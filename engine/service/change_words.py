"""What differs between two versions of a part of the rules, in words."""

from collections.abc import Iterable, Sequence
from typing import Any

from engine.backends.render_nl import render_rule
from engine.decide.encode import encode
from engine.ir.declarations import Amount, FactDecl, Reading, Table
from engine.ir.nodes import Expr, Lit
from engine.ir.program import Norm, Rule
from engine.model.signal import Signaal
from engine.service.sides import Stand

DEFEATERS = "defeaters"
TOLD_ONLY = frozenset({"text", "lesson", "justification", "certainty", "compared", "purpose"})
"""Fields of a rule that explain it and change no outcome."""

SOORTEN = {
    "regel": "regel", "bedrag": "bedrag", "tabel": "tabel", "oordeel": "open norm",
    "signaal": "signaal", "begrip": "begrip", "gegeven": "gegeven", "lijst": "lijst",
    "lezing": "lezing", "groep": "groep", "termijn": "termijn", "verwijzing": "verwijzing",
    "plicht": "plicht", "botsing": "botsing van plichten", "feestdag": "feestdag",
    "domein": "domein", "verloop": "verloop", "regeling": "regeling",
}  # fmt: skip
"""The kinds of parts, in the order in which they are shown."""

FIELDS = {
    "advice": "verplicht advies", "begrip": "begrip", "between": "tussen",
    "body": "orgaan", "bound": "gebonden",
    "burden": "bewijslast", "bwb": "BWB-nummer", "cause": "aanleiding", "chart": "grafiek",
    "certainty": "zekerheid", "changeable": "wijzigbaar", "changes": "wat hij wijzigt",
    "character": "karakter", "choice": "keuze", "chosen": "gekozen lezing",
    "compared": "nagelezen",
    "competent": "bevoegd", "complete": "volledig", "condition": "voorwaarde",
    "defeaters": "welke regels voorgaan", "demand": "eis", "direction": "richting",
    "done": "gedaan", "edge": "wie erbij hoort", "effect": "gevolg", "effects": "uitkomst",
    "entitlement": "aanspraak", "entity": "over wie of wat", "entries": "waarden",
    "exact": "exact", "excludes": "uitsluiting", "fact": "gegeven", "factors": "factoren",
    "fields": "uitkomst", "filled_at": "waar ingevuld", "filled_by": "ingevuld door",
    "first_day": "eerste dag", "from_type": "ingang", "gap": "gat", "grant": "wat hij verleent",
    "helper": "hulpregel", "high": "bovengrens", "hours": "uren", "id": "naam",
    "justification": "rechtvaardiging", "kind": "soort", "kinds": "soorten", "length": "lengte",
    "lesson": "les", "low": "ondergrens", "missing": "soort gat", "moment": "moment",
    "motivate": "motivering", "municipality": "gemeente", "name": "naam", "nature": "aard",
    "never_ground": "nooit grond", "none_value": "waarde bij geen", "only_if": "alleen als",
    "only": "voorwaarde",
    "owner": "eigenaar", "paragraphs": "paragrafen", "past": "niet na de peildatum",
    "paused": "opgeschort",
    "presumption": "vermoeden", "presumptions": "vermoedens", "procedure": "procedure",
    "protected": "beschermd", "purpose": "doel", "approved": "juridisch akkoord",
    "question": "vraag", "rank": "rang", "reach": "reikwijdte", "regulation": "regeling",
    "rest": "restwaarde", "rising": "richting", "rest_sources": "bron van de restwaarde",
    "roles": "bevoegd",
    "rounding": "afronding", "rows": "rijen", "rule": "regel",
    "rulings": "rechtspraak", "rung": "trede",
    "sanction": "sanctie", "sources": "bron", "start": "begin", "step": "hooguit",
    "symmetric": "symmetrisch",
    "term": "open term", "terms_act": "Algemene termijnenwet", "test_only": "alleen getoetst",
    "text": "toelichting", "to": "naar", "to_type": "uitkomst", "top": "hoogste trede",
    "tuning": "afstemming",
    "type": "soort waarde", "until": "einde", "uses": "gebruikt", "values": "waarden",
    "what": "wat", "window": "periode", "candidates": "regels", "excluders": "uitsluiting",
}  # fmt: skip


def field_words(fields: Iterable[str]) -> tuple[str, ...]:
    """The keys that differ, in words; of a signal they are Dutch already."""
    return tuple(sorted({FIELDS.get(name, name.replace("_", " ")) for name in fields}))


def both_words(
    kind: str, old: Sequence[Any], new: Sequence[Any], before: Stand, after: Stand
) -> tuple[str, str]:
    """What both versions say, shortly; of amounts and tables only what differs."""
    if kind == "bedrag" and old is not new:
        left, right = _entries(old[0]), _entries(new[0])
        return "; ".join(e for e in left if e not in right), "; ".join(
            e for e in right if e not in left
        )
    if kind == "tabel" and old is not new:
        left, right = _rows(old[0]), _rows(new[0])
        return "; ".join(r for r in left if r not in right), "; ".join(
            r for r in right if r not in left
        )
    was, now = (_says(part, stand) for part, stand in ((old, before), (new, after)))
    return (was, now) if was != now or old is new else ("", "")


def _says(versions: Sequence[Any], stand: Stand) -> str:
    return " ".join(filter(None, (_sentence(part, stand) for part in versions)))


def _sentence(part: object, stand: Stand) -> str:
    match part:
        case Rule():
            return render_rule(stand.program, stand.program.rules[part.number])
        case Amount():
            return "; ".join(_entries(part))
        case Table():
            return "; ".join(_rows(part))
        case Norm() | FactDecl():
            return part.question
        case Reading():
            return f"gekozen: {encode(part.chosen, part.type)}"
        case Signaal():
            return str(part.toets)
        case _:
            return ""


def _entries(amount: Amount) -> list[str]:
    rows = [
        f"vanaf {day}: {'onbekend' if value is None else encode(value, amount.type)} "
        f"{amount.type.unit}".rstrip()
        for day, value in amount.entries
    ]
    return [*rows, f"tot en met {amount.until}" if amount.until else "open einde"]


def _rows(table: Table) -> list[str]:
    if table.rows is None:
        return [f"niet gevuld ({table.gap})"]
    upto = "tot en met" if table.kind == "schijven" else "bij"
    return [
        f"{upto} {_cell(row.upto)}: {_cell(row.value)}"
        if row.upto
        else f"anders: {_cell(row.value)}"
        for row in table.rows
    ]


def _cell(cell: Expr) -> str:
    return str(encode(cell.value, cell.type)) if isinstance(cell, Lit) else "een formule"
