"""How the Algemene termijnenwet is read here, as data: what is settled and what is a choice.

`terms` computes with the numbers; the texts go into the documentation and, for readings that
are not certain, beside the outcome.
"""

from dataclasses import dataclass

from engine.ir.declarations import Source

ACT = "algemene_termijnenwet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The numbers of the act.

    Attributes:
        days, weeks, months: the act is silent about terms longer than this (article 4).
        short_days: from this many days on, a term holds `working_days` working days (article 2).
    """

    days: int = 90
    weeks: int = 12
    months: int = 3
    short_days: int = 3
    working_days: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TermReading:
    """One point of law: its source, how it is read here, and how certain that is."""

    id: str
    says: str
    certainty: str
    source: Source


def _article(number: str, paragraph: str = "", part: str = "") -> Source:
    return Source(regulation=ACT, article=number, paragraph=paragraph, part=part)


READINGS = (
    TermReading(
        id="doorschuiven",
        says="Een termijn uit een wet die eindigt op een zaterdag, een zondag of een feestdag, "
        "loopt door tot en met de eerste werkdag daarna.",
        certainty="high",
        source=_article("1", "1"),
    ),
    TermReading(
        id="twee_werkdagen",
        says="Een termijn van drie dagen of langer telt minstens twee werkdagen. "
        "De dag van de gebeurtenis telt daarvoor niet mee, tenzij de termijn op die dag begint.",
        certainty="medium",
        source=_article("2"),
    ),
    TermReading(
        id="feestdagen",
        says="Goede Vrijdag en 5 mei tellen elk jaar als feestdag. Dagen die een koninklijk "
        "besluit gelijkstelt, staan bij de regels onder `feestdagen`.",
        certainty="high",
        source=_article("3"),
    ),
    TermReading(
        id="lange_termijnen",
        says="De wet geldt niet voor termijnen in uren of jaren en niet boven 90 dagen, "
        "twaalf weken of drie maanden. Wat telt is de termijn zoals die in de wet staat, "
        "zonder stilstand of verlenging.",
        certainty="medium",
        source=_article("4", part="a"),
    ),
    TermReading(
        id="maanden",
        says="Een termijn in maanden of jaren eindigt op de dag met hetzelfde nummer als de dag "
        "van de gebeurtenis; bestaat die dag niet, dan op de laatste dag van die maand.",
        certainty="medium",
        source=Source(method="gangbare telwijze van termijnen"),
    ),
    TermReading(
        id="werkdagen",
        says="Een werkdag is elke dag die geen zaterdag, zondag, feestdag of gelijkgestelde dag "
        "is in de zin van de Algemene termijnenwet.",
        certainty="medium",
        source=_article("3"),
    ),
    TermReading(
        id="stilstand",
        says="Dagen waarop de termijn stilstond, schuiven het einde evenveel dagen op; pas daarna "
        "wordt gekeken of het einde op een werkdag valt. Bij een termijn in werkdagen begint "
        "het tellen na de stilstand.",
        certainty="medium",
        source=Source(regulation="awb", article="4:15"),
    ),
)  # fmt: skip
