"""An outcome along one fact as a drawing: straight between bends, a dashed line where it jumps.

The drawing says nothing that the table beside it does not say.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from engine.cli.rapport.elements import Element, anchor, element, table
from engine.result.controle import Lijnpunt, Lijnrij

WIDE, HIGH = 720, 300
LEFT, RIGHT, TOP, BOTTOM = 80, 24, 34, 52
TICKS = 6
STEPS = (1, 2, 5, 10)
Spot = tuple[Fraction, Fraction]


def figure(line: Lijnrij) -> Element:
    """The drawing with the same points in a table below it."""
    frame = element(
        "div", _drawing(line), class_="tekening", role="region", tabindex="0",
        aria_label=f"Tekening: {line['toelichting']}",
    )  # fmt: skip
    fact, outcome = _words(line["gegeven"]), _words(line["begrip"])
    told = f"Geval {line['geval']}; alleen {fact} is steeds anders."
    rows = [
        [p["gegeven_in_woorden"], p["uitkomst_in_woorden"], p["daarna"]] for p in line["punten"]
    ]
    heads = [fact, outcome, "tot de volgende rij"]
    data = table(f"De punten van de tekening: {line['toelichting']}", heads, rows)
    return element("figure", element("figcaption", told), frame, data)


def _drawing(line: Lijnrij) -> Element:
    name, told = (
        anchor("lijn", line["regeling"], line["naam"], part) for part in ("titel", "tekst")
    )
    svg = element(
        "svg", viewBox=f"0 0 {WIDE} {HIGH}", width=str(WIDE), height=str(HIGH), role="img",
        aria_labelledby=f"{name} {told}", class_="lijn",
    )  # fmt: skip
    svg.append(element("title", line["toelichting"], id=name))
    words = "; ".join(
        f"{p['gegeven_in_woorden']}: {p['uitkomst_in_woorden']}" for p in line["punten"]
    )
    svg.append(element("desc", f"{words}.", id=told))
    spots = [(Fraction(p["gegeven"]), Fraction(p["uitkomst"])) for p in line["punten"]]
    scale = _Scale(spots)
    svg.extend(_axes(scale, line))
    svg.extend(_strokes(scale, spots, line["punten"]))
    return svg


class _Scale:
    """Where numbers stand on the paper."""

    def __init__(self, spots: list[Spot]) -> None:
        """Make room for these."""
        self.across = _ticks(min(x for x, _ in spots), max(x for x, _ in spots))
        self.up = _ticks(min(y for _, y in spots), max(y for _, y in spots))

    def x(self, number: Fraction) -> str:
        return _on(number, self.across, LEFT, WIDE - RIGHT)

    def y(self, number: Fraction) -> str:
        return _on(number, self.up, HIGH - BOTTOM, TOP)


def _on(number: Fraction, ticks: list[int], start: int, end: int) -> str:
    share = (number - ticks[0]) / (ticks[-1] - ticks[0])
    return str(round(start + share * (end - start)))


def _ticks(low: Fraction, high: Fraction) -> list[int]:
    """Round numbers from at most the lowest to at least the highest."""
    size = 1
    while (step := next((s for s in STEPS if s * size * (TICKS - 1) >= high - low), 0)) == 0:
        size *= 10
    step *= size
    first = low // step
    last = max(-(-high // step), first + 1)
    return [int(number) * step for number in range(int(first), int(last) + 1)]


def _axes(scale: _Scale, line: Lijnrij) -> Iterator[Element]:
    """Both axes with a thin line at every round number, and what they measure."""
    bottom, right = str(HIGH - BOTTOM), str(WIDE - RIGHT)
    for number in scale.up:
        y = scale.y(Fraction(number))
        yield element("line", x1=str(LEFT), x2=right, y1=y, y2=y, class_="raster")
        yield element("text", _grouped(number), x=str(LEFT - 8), y=str(int(y) + 4), class_="op")
    for number in scale.across:
        x = scale.x(Fraction(number))
        yield element("line", x1=x, x2=x, y1=bottom, y2=str(HIGH - BOTTOM + 5), class_="as")
        yield element("text", _grouped(number), x=x, y=str(HIGH - BOTTOM + 20), class_="onder")
    yield element("line", x1=str(LEFT), x2=right, y1=bottom, y2=bottom, class_="as")
    yield element("line", x1=str(LEFT), x2=str(LEFT), y1=str(TOP), y2=bottom, class_="as")
    below = f"{_words(line['gegeven'])} ({_unit(line['gegeven_eenheid'])})"
    above = f"{_words(line['begrip'])} ({_unit(line['begrip_eenheid'])})"
    yield element("text", below, x=right, y=str(HIGH - 10), class_="op naam")
    yield element("text", above, x=str(LEFT), y=str(TOP - 14), class_="naam")


def _strokes(scale: _Scale, spots: list[Spot], points: list[Lijnpunt]) -> Iterator[Element]:
    """The line in parts, and a dot with its words at every point."""
    for (one, other), point in zip(pairwise(spots), points, strict=False):
        yield element(
            "line", x1=scale.x(one[0]), y1=scale.y(one[1]), x2=scale.x(other[0]),
            y2=scale.y(other[1]), class_="sprong" if point["daarna"] == "springt" else "loop",
        )  # fmt: skip
    for spot, point in zip(spots, points, strict=True):
        words = f"{point['gegeven_in_woorden']}: {point['uitkomst_in_woorden']}"
        dot = element("title", words)
        yield element("circle", dot, cx=scale.x(spot[0]), cy=scale.y(spot[1]), r="4")


def _words(name: str) -> str:
    return name.replace("_", " ")


def _unit(unit: str) -> str:
    return unit.replace("/", " per ")


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
