"""Delegation: who may fill an open term, and what happens when nobody may.

Competence is checked before anything else: a filling by the wrong organ or layer is refused and
listed, it never wins.
"""

from engine.ir.parts import Refusal
from engine.model.regulation import Regeling
from engine.model.vocabulary import OpenTerm, Tabel
from engine.origin import Origin
from engine.passes.scope import Scope


def open_terms(regelingen: tuple[Regeling, ...]) -> dict[str, OpenTerm]:
    """All open terms by qualified name."""
    return {
        f"{r.id}.{name}": term for r in regelingen for name, term in r.secties.open_termen.items()
    }


def refusal_of(regeling: Regeling, term: OpenTerm) -> str:
    """Why this regulation may not fill the term; empty when it may."""
    if regeling.kop.soort != term.laag:
        return f"een {regeling.kop.soort} mag deze term niet invullen, een {term.laag} wel"
    if regeling.kop.bevoegd != term.bevoegd:
        return f"{regeling.kop.bevoegd or 'niemand'} is niet bevoegd, {term.bevoegd} wel"
    return ""


def qualify(regeling: Regeling, name: str, at: Origin, scope: Scope) -> str | None:
    """The qualified name of what `vult_in` points at; None (noted) when it does not exist."""
    act, _, term = name.rpartition(".")
    key = (act or regeling.id, term)
    if key in scope.symbols.named:
        return f"{key[0]}.{key[1]}"
    scope.problem(
        "R236",
        f"`vult_in: {name}` wijst naar niets",
        at,
        "schrijf regeling.naam van een open term of open norm",
    )
    return None


def table_filler(
    regeling: Regeling, written: Tabel, terms: dict[str, OpenTerm], scope: Scope
) -> str | None:
    """The term that this table fills, when it may; a second filling is an error."""
    target = qualify(regeling, written.vult_in or "", written.herkomst, scope)
    if target is None:
        return None
    table = scope.tables.get(target)
    if target not in terms or table is None or table.kind != written.soort:
        scope.problem(
            "R237", f"`{target}` is geen open term voor {written.soort}", written.herkomst
        )
        return None
    reason = refusal_of(regeling, terms[target])
    if reason:
        scope.refusals.append(Refusal(rule=regeling.id, term=target, reason=reason))
        return None
    if table.rows is not None:
        scope.problem("R410", f"`{target}` wordt twee keer ingevuld", written.herkomst)
        return None
    return target
