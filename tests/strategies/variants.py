"""The shipped rules with some rules less, or with rules more: what changes a rule."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from engine.compiler import compile_program
from engine.ir.program import Program
from engine.model.regulation import Corpus, Regeling
from engine.model.rule import Doelwit, Regel
from engine.model.shared import Geldig
from engine.source.corpus import read_files
from tests.strategies import shipped
from tests.strategies.compiling import files
from tests.strategies.programs import Tree

TARGETS = ("in_afwijking_van", "sluit_uit", "beperkt", "onverminderd", "bijzonder_van")
DEFEATS = ("in_afwijking_van", "sluit_uit", "beperkt", "wijzigt")
NOT_NOW = (
    Geldig(vanaf=date(2026, 9, 2)),
    Geldig(tot=date(2026, 8, 31)),
    Geldig(vanaf=date(2025, 1, 1), tot=date(2026, 8, 31)),
)

Change = Callable[[Regeling, Regel], Iterable[Regel]]


def compiled(corpus: Corpus, day: date = shipped.DAY) -> Program:
    return compile_program(corpus, day, shipped.CITY)


def written() -> dict[str, Regel]:
    """All shipped rules as written, by id; of several versions the last."""
    return {r.id: r for act in shipped.corpus().regelingen for r in act.secties.regels}


def edited(change: Change) -> Corpus:
    """The shipped regulations, where each rule has become these rules."""
    acts = []
    for act in shipped.corpus().regelingen:
        rules = tuple(new for old in act.secties.regels for new in change(act, old))
        acts.append(replace(act, secties=replace(act.secties, regels=rules)))
    return Corpus(regelingen=tuple(acts))


def without(ids: Collection[str]) -> Corpus:
    """Remove rules, and what other rules say of them by name."""
    gone = set(ids)

    def change(_act: Regeling, rule: Regel) -> Iterator[Regel]:
        if rule.id in gone:
            return
        kept = {k: tuple(t for t in getattr(rule, k) if t.regel not in gone) for k in TARGETS}
        yield replace(rule, **kept, na=tuple(name for name in rule.na if name not in gone))

    return edited(change)


def of_another_period(ids: Collection[str], period: Geldig) -> Corpus:
    """Beside each of these rules one that excludes it and one that replaces it, not in force."""

    def change(_act: Regeling, rule: Regel) -> Iterator[Regel]:
        yield rule
        if rule.id not in ids:
            return
        other = f"{rule.id}-anders" if rule.dan is not None and not rule.wijzigt else ""
        bare = Regel(
            id=f"{rule.id}-uit", bron=rule.bron, over=rule.over, toelichting="Een proef.",
            geldig=period, sluit_uit=tuple(Doelwit(regel=r) for r in (rule.id, other) if r),
        )  # fmt: skip
        yield bare
        if other:
            yield replace(
                bare, id=other, sluit_uit=(), in_afwijking_van=(Doelwit(regel=rule.id),),
                vult_in=rule.vult_in, dan=rule.dan,
            )  # fmt: skip

    return edited(change)


def with_act(tree: Tree) -> Corpus:
    """The shipped regulations and one more."""
    extra, found = read_files(files([tree]))
    assert found == (), found
    return Corpus(regelingen=(*shipped.corpus().regelingen, *extra.regelingen))


def repeating() -> Corpus:
    """The shipped regulations, and an act of which every concept repeats one of theirs."""
    program = shipped.program()
    begrippen, rules = {}, []
    for number, (name, begrip) in enumerate(sorted(program.begrippen.items())):
        over, kind = begrip.entity.rpartition(".")[2], begrip.type
        tree: Tree = {"over": over, "soort": kind.kind, "bron": {"artikel": "1"}}
        tree |= {"eenheid": kind.unit} if kind.unit else {}
        tree |= {"waarden": list(kind.labels)} if kind.labels else {}
        tree |= {"exact": "ja"} if begrip.exact else {}
        begrippen[alias(name)] = tree
        rules.append({
            "id": f"derde-{number}", "over": over, "bron": {"artikel": "1"},
            "toelichting": "Een proef.", "dan": {alias(name): name},
        })  # fmt: skip
    acts = [info.id for info in program.regulations]
    return with_act({
        "regeling": "derde", "naam": "Een derde wet", "soort": "wet", "gebruikt": acts,
        "begrippen": begrippen, "regels": rules,
    })  # fmt: skip


def alias(name: str) -> str:
    """What the third act calls this concept."""
    return "ook_" + name.replace(".", "_van_")
