"""The exceptions of one regulation as a drawing: a rule, and to its right what goes before it.

The drawing says nothing that the table below it does not say.
"""

from collections.abc import Iterable, Mapping

from engine.cli.rapport.elements import Element, anchor, element
from engine.service import Knoop, Uitzonderingen

WIDE, HIGH, ACROSS, DOWN, EDGE = 250, 40, 350, 54, 12
MOST_LETTERS = 40
Places = dict[str, tuple[int, int]]


def drawing(act: Uitzonderingen) -> Element:
    """The graph as inline SVG with a title and a description; every rule is a link."""
    places = _places(act)
    width = max(x for x, _ in places.values()) * ACROSS + WIDE + 2 * EDGE
    height = max(y for _, y in places.values()) * DOWN + HIGH + 2 * EDGE
    name, told = anchor("graaf", act.regeling, "titel"), anchor("graaf", act.regeling, "tekst")
    svg = element(
        "svg", viewBox=f"0 0 {width} {height}", width=str(width), height=str(height),
        role="group", aria_labelledby=f"{name} {told}", class_="graaf",
    )  # fmt: skip
    svg.append(element("title", f"Uitzonderingen in {act.naam}", id=name))
    count = len(act.uitzonderingen)
    svg.append(
        element("desc", f"{count} keer gaat een regel voor een andere; zie de tabel.", id=told)
    )
    head = anchor("pijl", act.regeling)
    svg.append(_arrow_head(head))
    for edge in act.uitzonderingen:
        svg.append(_line(places[edge.regel], places[edge.gaat_voor], edge.verband, head))
    for rule in act.regels:
        svg.append(_box(act, rule, places[rule.id]))
    return svg


def rule_anchor(act: Uitzonderingen, rule: str) -> str:
    """Where the table tells of a rule."""
    return anchor("regel", act.regeling, rule)


def _arrow_head(name: str) -> Element:
    path = element("path", d="M0,0 L8,4 L0,8 z")
    mark = element(
        "marker", path, id=name, markerWidth="8", markerHeight="8", refX="8", refY="4",
        orient="auto",
    )  # fmt: skip
    return element("defs", mark)


def _line(start: tuple[int, int], end: tuple[int, int], relation: str, head: str) -> Element:
    """From the exception on the right to the rule on the left; in one column it bends."""
    x1, y1 = _corner(start)
    x2, y2 = _corner(end)
    y1, y2 = y1 + HIGH // 2, y2 + HIGH // 2
    if start[0] > end[0]:
        path = f"M{x1},{y1} L{x2 + WIDE},{y2}"
    else:
        path = f"M{x1 + WIDE},{y1} C{x1 + WIDE + 50},{y1} {x2 + WIDE + 50},{y2} {x2 + WIDE},{y2}"
    return element(
        "path", element("title", relation), d=path, class_="pijl", marker_end=f"url(#{head})"
    )


def _box(act: Uitzonderingen, rule: Knoop, place: tuple[int, int]) -> Element:
    x, y = _corner(place)
    box = element(
        "rect", x=str(x), y=str(y), width=str(WIDE), height=str(HIGH), rx="5",
        class_="eigen" if rule.regeling == act.regeling else "elders",
    )  # fmt: skip
    name = element("text", _short(rule.id), x=str(x + 10), y=str(y + 17), class_="naam")
    where = f"{rule.artikel or rule.regeling}, trede {rule.trede}"
    under = element("text", _short(where), x=str(x + 10), y=str(y + 33))
    title = element("title", f"{rule.id}: {rule.tekst}")
    return element("a", title, box, name, under, href=f"#{rule_anchor(act, rule.id)}")


def _corner(place: tuple[int, int]) -> tuple[int, int]:
    return EDGE + place[0] * ACROSS, EDGE + place[1] * DOWN


def _short(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 1]}…"


# -- where everything stands -------------------------------------------------------------------


def _places(act: Uitzonderingen) -> Places:
    """Column and row of every rule; what hangs together stands together."""
    before: dict[str, list[str]] = {}
    for edge in act.uitzonderingen:
        before.setdefault(edge.gaat_voor, []).append(edge.regel)
    places: Places = {}
    row = 0
    for group in _groups(act):
        columns = _columns(group, before)
        stacks: dict[int, list[str]] = {}
        for rule in sorted(group):
            stacks.setdefault(columns[rule], []).append(rule)
        most = max(map(len, stacks.values()))
        for column, stack in stacks.items():
            top = row + (most - len(stack)) // 2  # a short column stands in the middle
            places |= {rule: (column, top + number) for number, rule in enumerate(stack)}
        row += most
    return places


def _columns(group: Iterable[str], before: Mapping[str, list[str]]) -> dict[str, int]:
    """How many exceptions deep: a rule that sets aside another stands to its right.

    Rules that set each other aside stay where the first found them.
    """
    columns = dict.fromkeys(group, 0)
    for _ in columns:
        moved = {
            name: columns[rule] + 1
            for rule in columns
            for name in before.get(rule, [])
            if columns[name] <= columns[rule] < len(columns)
        }
        if not moved:
            break
        columns |= moved
    order = {column: place for place, column in enumerate(sorted(set(columns.values())))}
    return {name: order[column] for name, column in columns.items()}


def _groups(act: Uitzonderingen) -> list[list[str]]:
    """Rules that hang together by exceptions, the largest group first."""
    parent = {rule.id: rule.id for rule in act.regels}

    def top(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    for edge in act.uitzonderingen:
        parent[top(edge.regel)] = top(edge.gaat_voor)
    groups: dict[str, list[str]] = {}
    for name in parent:
        groups.setdefault(top(name), []).append(name)
    return sorted(groups.values(), key=lambda group: (-len(group), group[0]))
