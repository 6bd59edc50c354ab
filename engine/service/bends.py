"""A function of a whole number, drawn with as few points as it takes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from engine.values import Number

Point = tuple[int, Number]
EVENLY = 48  # how many steps are looked at before anything is known
FINE = 200  # what is less than one in so many of the whole height is not seen


def bends(
    value: Callable[[int], Number], low: int, high: int, marks: Iterable[int] = ()
) -> tuple[Point, ...]:
    """The points between which a function is a straight line, and both sides of every jump.

    Looks at even steps, at the marks and just beside them, and closer where three points between
    two others do not lie on a line. A jump is found to the step.
    """
    seen: dict[int, Number] = {}

    def at(x: int) -> Number:
        if x not in seen:
            seen[x] = value(x)
        return seen[x]

    near = {mark + step for mark in marks for step in (-1, 0, 1)}
    steps = {low + (high - low) * n // EVENLY for n in range(EVENLY + 1)}
    first = sorted(x for x in near | steps if low <= x <= high)
    heights = [at(x) for x in first]
    slack = Fraction(max(heights) - min(heights), FINE)
    for left, right in pairwise(first):
        _look_closer(at, left, right, slack)
    points = sorted(seen.items())
    pieces = (_drawn(at, piece, slack) for piece in _pieces(points, slack))
    return tuple(point for piece in pieces for point in piece)


def jumps(points: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """Neighbours that are one step apart."""
    return ((a, b) for a, b in pairwise(points) if b[0] - a[0] == 1)


def _drawn(at: Callable[[int], Number], piece: Sequence[Point], slack: Fraction) -> list[Point]:
    """The points of a piece that matter; two close to one bend become one."""
    return _thinned(sorted(set(_sharpened(at, _thinned(piece, slack)))), slack / 10)


def _sharpened(at: Callable[[int], Number], points: Sequence[Point]) -> Iterator[Point]:
    """The points, each bend moved to where the lines on both sides of it meet."""
    if len(points) > 1:
        yield points[0]
    for left, bend, right in zip(points, points[1:], points[2:], strict=False):
        x = _meeting(at, left, bend, right)
        yield (x, at(x)) if x is not None and left[0] < x < right[0] else bend
    yield points[-1]


def _meeting(at: Callable[[int], Number], left: Point, bend: Point, right: Point) -> int | None:
    """Where the line that begins at one point and the line that ends at another meet."""
    middles = ((left[0] + bend[0]) // 2, (bend[0] + right[0]) // 2)
    if middles[0] == left[0] or middles[1] == right[0]:
        return None
    steep = [
        Fraction(at(x) - end[1]) / (x - end[0])
        for x, end in zip(middles, (left, right), strict=True)
    ]
    if steep[0] == steep[1]:
        return None
    apart = Fraction(right[1] - left[1]) - steep[1] * (right[0] - left[0])
    return left[0] + round(apart / (steep[0] - steep[1]))


def _look_closer(at: Callable[[int], Number], left: int, right: int, slack: Fraction) -> None:
    middle, quarter = (left + right) // 2, (right - left) // 4
    if middle == left:
        return
    ends = ((left, at(left)), (right, at(right)))
    between = [(x, at(x)) for x in (left + quarter, middle, right - quarter)]
    if any(_off(point, *ends) > slack for point in between):
        _look_closer(at, left, middle, slack)
        _look_closer(at, middle, right, slack)


def _off(point: Point, left: Point, right: Point) -> Fraction:
    """How far a point lies above or below the line through two others."""
    if right[0] == left[0]:
        return Fraction(0)
    rise = Fraction(right[1] - left[1]) * (point[0] - left[0]) / (right[0] - left[0])
    return abs(Fraction(point[1]) - left[1] - rise)


def _pieces(points: Sequence[Point], slack: Fraction) -> Iterator[list[Point]]:
    """The points, cut at every jump."""
    piece: list[Point] = []
    for point in points:
        if (
            piece
            and point[0] - piece[-1][0] == 1
            and abs(Fraction(point[1]) - Fraction(piece[-1][1])) > slack
        ):
            yield piece
            piece = []
        piece.append(point)
    yield piece


def _thinned(points: Sequence[Point], slack: Fraction) -> list[Point]:
    """The ends, and the points at which the line bends (Ramer, Douglas and Peucker)."""
    first, last = points[0], points[-1]
    if len(points) == 1:
        return [first]
    off = [_off(point, first, last) for point in points]
    worst = max(range(len(points)), key=off.__getitem__)
    if off[worst] <= slack:
        return [first, last]
    return [*_thinned(points[: worst + 1], slack)[:-1], *_thinned(points[worst:], slack)]
