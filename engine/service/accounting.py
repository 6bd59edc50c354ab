"""The accounting of the law: what became of every part of an act, and whether cases show it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.model.artikel import LEFT_OUT, REDENEN, STATUSSEN, TO_DO, Artikelregel
from engine.service.coverage import Progress, over_cases
from engine.service.edges import Edges
from engine.service.ports import Rules
from engine.source.artikel_files import artikel_paths, read_artikelen
from engine.source.artikel_names import RULE, Names

RULINGS = "rechtspraak"  # where a line stands that names a ruling and no article


@dataclass(frozen=True, kw_only=True)
class Deel:
    """How many have something, of those that can have it."""

    heeft: int
    van: int


@dataclass(frozen=True, kw_only=True)
class Telling:
    """Counts over lines of the accounting; field names are the JSON keys.

    Attributes:
        status: how many lines per status.
        redenen: how many lines were left out, per reason.
        deels: lines of which a part is not there yet.
        geldt: of the rules that these lines name, how many apply in a case.
        geldt_niet: of the rules that need not always hold, how many do not apply in a case.
        grens: of the rules that compare with a number, an amount or a day, how many have a
            case exactly there.
    """

    rijen: int
    status: Mapping[str, int]
    redenen: Mapping[str, int]
    deels: int
    geldt: Deel
    geldt_niet: Deel
    grens: Deel


@dataclass(frozen=True, kw_only=True)
class Artikelstand:
    """The counts of one article."""

    artikel: str
    telling: Telling


@dataclass(frozen=True, kw_only=True)
class Wetstand:
    """The counts of one act, with its articles in the order of the file."""

    regeling: str
    telling: Telling
    artikelen: tuple[Artikelstand, ...]


@dataclass(frozen=True, kw_only=True)
class Dekking:
    """The whole accounting.

    Attributes:
        gevallen: how many cases were run.
        wetten: the acts, that with the most lines first.
        zonder_geval: rules that a line names and that apply in no case.
        zonder_tegengeval: rules that a line names and that fail to apply in no case.
        zonder_grensgeval: rules that a line names, with a bound that no case lies on.
        ongelezen: what is wrong with case files that could not be run.
    """

    gevallen: int
    wetten: tuple[Wetstand, ...]
    totaal: Telling
    rijen: tuple[Artikelregel, ...]
    zonder_geval: tuple[str, ...]
    zonder_tegengeval: tuple[str, ...]
    zonder_grensgeval: tuple[str, ...]
    ongelezen: tuple[str, ...] = ()

    @property
    def nog_te_doen(self) -> tuple[Artikelregel, ...]:
        """The lines that still have to be worked out."""
        return tuple(line for line in self.rijen if line.reden == TO_DO)

    @property
    def deels(self) -> tuple[Artikelregel, ...]:
        """The lines of which a part still has to be worked out."""
        return tuple(line for line in self.rijen if line.ontbreekt)


def account(rules: Rules, folders: Sequence[Path] = (), progress: Progress = iter) -> Dekking:
    """Read the accounting files below these folders (default: those of the rules) and count.

    Raises:
        RuleError: the rules or the accounting hold errors; all at once.
    """
    lines = read_artikelen(artikel_paths(folders or rules.folders), Names(rules.corpus))
    rules_named = named_rules(lines)
    edges = Edges(rules_named)
    cases, unread = over_cases(rules, progress, edges.look)
    counter = _Counter(edges)
    acts = Counter(line.regeling for line in lines)
    return Dekking(
        gevallen=cases,
        wetten=tuple(_act(counter, act, lines) for act, _ in acts.most_common()),
        totaal=counter.count(lines),
        rijen=lines,
        zonder_geval=tuple(sorted(rules_named - edges.active)),
        zonder_tegengeval=tuple(sorted(counter.conditional(rules_named) - edges.outside)),
        zonder_grensgeval=tuple(sorted(rules_named & edges.bounded - edges.on_edge)),
        ongelezen=tuple(str(problem) for problem in unread),
    )


def named_rules(lines: Iterable[Artikelregel]) -> frozenset[str]:
    """The rules that these lines name."""
    return frozenset(n.naam for line in lines for n in line.regels if n.soort == RULE)


def article(line: Artikelregel) -> str:
    """The article under which a line is counted."""
    return line.artikel or RULINGS


def _act(counter: "_Counter", act: str, lines: Sequence[Artikelregel]) -> Wetstand:
    own = [line for line in lines if line.regeling == act]
    stands = [
        Artikelstand(
            artikel=name, telling=counter.count([line for line in own if article(line) == name])
        )
        for name in dict.fromkeys(map(article, own))
    ]
    return Wetstand(regeling=act, telling=counter.count(own), artikelen=tuple(stands))


@dataclass(frozen=True)
class _Counter:
    """Counts lines with what the cases showed."""

    edges: Edges

    def conditional(self, rules: frozenset[str]) -> frozenset[str]:
        """The rules that need not always hold; of a rule in no program that is not known."""
        return rules & self.edges.conditional | (rules - self.edges.seen)

    def count(self, lines: Sequence[Artikelregel]) -> Telling:
        """The counts over these lines."""
        statuses = Counter(line.status for line in lines)
        reasons = Counter(line.reden for line in lines if line.status == LEFT_OUT)
        rules = named_rules(lines)
        return Telling(
            rijen=len(lines),
            status={status: statuses[status] for status in STATUSSEN},
            redenen={reason: reasons[reason] for reason in REDENEN},
            deels=sum(1 for line in lines if line.ontbreekt),
            geldt=_share(rules, self.edges.active),
            geldt_niet=_share(self.conditional(rules), self.edges.outside),
            grens=_share(rules & self.edges.bounded, self.edges.on_edge),
        )


def _share(rules: frozenset[str], having: set[str]) -> Deel:
    return Deel(heeft=len(rules & having), van=len(rules))
