"""Every clause of the catalogues is a signal that tells a human what to weigh and who decides."""

from functools import cache

import pytest

from engine.model.artikel import Artikelregel
from engine.model.signal import Signaal
from engine.model.vocabulary import OpenNorm
from engine.service import artikel_paths, shipped_rules
from engine.source.artikel_files import read_artikelen
from engine.source.artikel_names import Names
from tests.cases.ruimte.zaken import engine, table

RULINGS = table("rechtspraak.yaml")


@cache
def clauses() -> tuple[Artikelregel, ...]:
    lines = read_artikelen(artikel_paths([shipped_rules()]), Names(engine().corpus))
    return tuple(line for line in lines if line.onderwerp == "ruimte")


@cache
def signals() -> dict[str, tuple[Signaal, OpenNorm | None]]:
    """Every signal with the norm that a human judges there, if it names one."""
    parts = [(r.id, r.secties) for r in engine().corpus.regelingen]
    norms = {f"{act}.{n}": norm for act, part in parts for n, norm in part.open_normen.items()}
    return {s.id: (s, norms.get(s.toets)) for _, part in parts for s in part.signalen}


def rulings_of(clause: str) -> set[str]:
    """Those of the signal, of its norm, and of the signals that belong to it."""
    found: set[str] = set()
    for name, (signal, norm) in signals().items():
        if name == clause or name.startswith(f"{clause}-"):
            found |= {*signal.rechtspraak, *(norm.rechtspraak if norm else ())}
            found |= {r for v in (norm.versies if norm else ()) for r in v.rechtspraak}
    return found


@pytest.mark.parametrize("clause", [line.id for line in clauses()])
def test_clause(clause: str) -> None:
    signal, norm = signals()[clause]
    weighed = [*signal.factoren, *(norm.factoren if norm else ())]
    weighed += [f for version in (norm.versies if norm else ()) for f in version.factoren]
    assert {"voor", "tegen"} <= {factor.richting for factor in weighed}
    assert signal.motiveer or (norm and norm.motiveer)
    assert set(RULINGS.get(clause, ())) - rulings_of(clause) == set()


def test_every_ruling_belongs_to_a_clause() -> None:
    assert set(RULINGS) <= {line.id for line in clauses()}
    assert len(clauses()) == 105
