"""Small pieces of Dutch: amounts, dates, lengths, lists and sentences."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from engine.values import Duration, Number, format_number

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip
ORDINALS = (
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende",
    "tiende", "elfde", "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende",
)  # fmt: skip
UNITS = {
    "euro/maand": "per maand",
    "euro/jaar": "per jaar",
    "euro/week": "per week",
    "euro/dag": "per dag",
    "euro/uur": "per uur",
    "uur/week": "uur per week",
}


def in_days(day: date) -> str:
    """A date as it is said: `1 september 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def grouped(number: int) -> str:
    """A whole number with dots between thousands: `1.013`."""
    return f"{number:,}".replace(",", ".")


def in_euros(cents: Number, unit: str = "") -> str:
    """Money from cents: `€ 1.013,90 per maand`, `€ 180`; what is no whole cent is rounded."""
    exact = Fraction(cents)
    near = round(exact)
    whole, rest = divmod(abs(near), 100)
    sign = "-" if near < 0 else ""
    text = f"€ {sign}{grouped(whole)}" + (f",{rest:02d}" if rest else "")
    about = "ongeveer " if exact != near else ""
    per = UNITS.get(unit, "")
    return f"{about}{text} {per}".strip() if near else "€ 0"


def in_numbers(number: Number) -> str:
    """A number with a comma: `2,5`; what has no end is a fraction: `1/3`."""
    text = format_number(number)
    if "/" in text:
        return text
    whole, _, rest = text.partition(".")
    return grouped(int(whole)) + (f",{rest}" if rest else "")


def in_percents(number: Number) -> str:
    """A fraction of one as a percentage: `40%`."""
    return f"{in_numbers(Fraction(number) * 100)}%"


def in_time(length: Duration) -> str:
    """A length: `67 jaar en 3 maanden`, `6 weken`, `1 dag`."""
    years, months = divmod(length.months, 12)
    weeks, days = divmod(length.days, 7)
    parts = [
        f"{years} jaar" if years else "",
        plural(months, "maand", "maanden") if months else "",
        plural(weeks, "week", "weken") if weeks and not days else "",
        plural(length.days, "dag", "dagen") if days else "",
    ]
    return together([p for p in parts if p]) or "0 dagen"


def plural(number: int, one: str, more: str) -> str:
    """A number with its noun: `1 dag`, `3 dagen`."""
    return f"{number} {one if number == 1 else more}"


def ordinal(text: str) -> str:
    """A rank number in words, as laws write it: `eerste`, `17e`.

    A star marks the second paragraph with the same number: `8*` is `tweede achtste`.
    """
    star = text.endswith("*")
    bare = text.rstrip("*")
    word = ORDINALS[int(bare) - 1] if bare.isdigit() and 0 < int(bare) <= len(ORDINALS) else ""
    return ("tweede " if star else "") + (word or f"{bare}e")


def together(parts: Sequence[str], word: str = "en") -> str:
    """A list in a sentence: `a`, `a en b`, `a, b en c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def listing(parts: Sequence[str]) -> str:
    """A list in a sentence, with semicolons where a part has a comma or an `en` of its own."""
    if len(parts) > 1 and any("," in part or " en " in part for part in parts):
        return "; ".join(parts)
    return together(parts)


def upper_first(text: str) -> str:
    """The text with a capital at the start."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The text without a capital at the start, unless the first word is an abbreviation."""
    first = text.partition(" ")[0].rstrip(",;:")
    if len(first) > 1 and not first[1:].islower():
        return text
    return text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """A sentence: a capital at the start and a stop at the end."""
    trimmed = text.strip()
    if not trimmed:
        return ""
    return upper_first(trimmed) + ("" if trimmed.endswith((".", "?", "!", "?”")) else ".")


def phrase(text: str) -> str:
    """A sentence made fit for use inside another: no capital, no full stop."""
    return lower_first(text.strip().rstrip("."))
