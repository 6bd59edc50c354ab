"""Types and units of the rule language."""

from dataclasses import dataclass

MONEY_UNITS = ("euro", "euro/maand", "euro/jaar", "euro/week", "euro/dag", "euro/uur")
KINDS = ("ja_nee", "aantal", "bedrag", "procent", "datum", "duur", "keuze", "persoon", "tekst")


@dataclass(frozen=True, slots=True)
class Type:
    """A kind with its unit (bedrag, aantal) or its labels (keuze; ordered or not)."""

    kind: str
    unit: str = ""
    labels: tuple[str, ...] = ()
    ordered: bool = False

    def __str__(self) -> str:
        if self.kind == "keuze":
            return f"keuze uit {', '.join(self.labels)}"
        return f"{self.kind} in {self.unit}" if self.unit else self.kind


YES_NO = Type("ja_nee")
COUNT = Type("aantal")
PERCENT = Type("procent")
HOURS = Type("aantal", "uur/week")
DATE = Type("datum")
DURATION = Type("duur")
PERSON = Type("persoon")


EURO = Type("bedrag", "euro")


def type_in(unit: str) -> Type:
    """The type of a number in this unit: money, or a count."""
    return money(unit) if unit in MONEY_UNITS else Type("aantal", unit)


def money(unit: str) -> Type:
    """The type of an amount in this unit."""
    return Type("bedrag", unit)
