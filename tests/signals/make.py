"""Short ways to write facts and signals in tests."""

import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path

from engine.backends.signals.facts import NetFact
from engine.backends.signals.net import Net, build
from engine.model.signal import Patroon, Signaal
from engine.origin import Origin
from engine.source.corpus import read_corpus
from tests.signals.brute import Pairs

DAY = date(2026, 9, 1)
ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "rules"
HERE = Origin("signalen.yaml", 3, 5)


def fact(kind: str, **fields: str) -> NetFact:
    return NetFact(kind, fields)


def outcome(begrip: str, value: str, over: str, **more: str) -> NetFact:
    status = value if value in ("onbekend", "conflict", "gat") else "waarde"
    return fact("uitkomst", begrip=begrip, status=status, waarde=value, over=over, **more)


def blocker(rule: str, article: str, over: str, **more: str) -> NetFact:
    """By default a mandatory rule of the Participatiewet for person 1."""
    fields = {
        "regel": rule,
        "regeling": "participatiewet",
        "artikel": article,
        "rang": "wet",
        "karakter": "dwingend",
        "over": over,
        "van": "persoon:p1",
        "gezin": "gezin:p1",
    }
    return NetFact("blokkade", fields | more)


def trouble(kind: str, grade: str = "ernstig", who: str = "p1") -> NetFact:
    return fact(
        "omstandigheid", soort=kind, ernst=grade, over_wie=f"persoon:{who}", gezin="gezin:p1"
    )


def solution(kind: str, result: str = "kansrijk", rung: str = "b", **more: str) -> NetFact:
    fields = {
        "soort": kind,
        "uitkomst": result,
        "trede": rung,
        "over": "oplossing:o1",
        "van": "persoon:p1",
        "gezin": "gezin:p1",
    }
    return NetFact("oplossing", fields | more)


def intention(kind: str, power: str = "kan", **more: str) -> NetFact:
    fields = {
        "soort": kind,
        "bevoegdheid": power,
        "karakter": "dwingend" if power == "moet" else "kan",
        "over": "voornemen:v1",
        "van": "persoon:p1",
        "gezin": "gezin:p1",
    }
    return NetFact("voornemen", fields | more)


def pattern(kind: str, **fields: str | list[str]) -> Patroon:
    """Values as in a rule file: text, or a list of texts."""
    values = {n: (v,) if isinstance(v, str) else tuple(v) for n, v in fields.items()}
    return Patroon(soort=kind, velden=values)  # type: ignore[arg-type]


def signal(name: str, *patterns: Patroon, **more: object) -> tuple[str, Signaal]:
    fields = {"soort": "patroon", "bron": (), "toets": "kijken", "herkomst": HERE} | more
    return "participatiewet", Signaal(id=name, als=patterns, **fields)  # type: ignore[arg-type]


@cache
def shipped() -> tuple[tuple[str, Signaal], ...]:
    """All shipped signals with their regulation."""
    corpus = read_corpus([RULES])
    return tuple((r.id, s) for r in corpus.regelingen for s in r.secties.signalen)


def in_force(day: date = DAY) -> Pairs:
    return [(r, s) for r, s in shipped() if s.geldig is None or s.geldig.holds(day)]


@cache
def shipped_net(day: date = DAY) -> Net:
    return build(shipped(), day)


def lit(*facts: NetFact, day: date = DAY) -> set[str]:
    """Ids of the shipped signals that light up."""
    return {match.signal for match in shipped_net(day).run(facts).matches}


def apart(code: str, seconds: int = 120) -> str:
    """Run code in its own process; fails when it hangs or crashes."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
