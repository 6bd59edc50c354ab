"""Lines: what an outcome of a worked case does while one fact goes from low to high."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from engine.backends.render_nl.dutch import in_numbers
from engine.backends.render_nl.values import in_words, standing_on
from engine.decide.encode import encode
from engine.decide.outcomes import instances
from engine.decide.toets import Setting
from engine.errors import CaseError
from engine.ir.case import Case, Inst
from engine.ir.nodes import Lit
from engine.ir.parts import Chart, Course
from engine.ir.types import Type
from engine.result.controle import Lijnrij
from engine.result.outcomes import Known
from engine.service.bends import Point, bends
from engine.service.findings import Bevinding
from engine.service.ports import Rules
from engine.source.case_files import Geval, case_paths, read_cases
from engine.source.case_writer import written_request
from engine.source.cases import build_case
from engine.source.yaml_out import yaml_text
from engine.values import Number


@dataclass(frozen=True, kw_only=True)
class Lijn:
    """One outcome along one fact, at every bend.

    Attributes:
        geval: the worked case; the fact is the first of its kind in it.
        gegeven: the fact, with its type; the numbers of `punten` are in its smallest step.
        punten: from low to high; between two neighbours that are one step apart it jumps.
    """

    naam: str
    regeling: str
    toelichting: str
    geval: str
    gegeven: str
    begrip: str
    maten: tuple[Type, Type]
    punten: tuple[Point, ...]

    def woorden(self, point: Point) -> tuple[str, str]:
        """The fact and the outcome at a point, as they read."""
        return in_words(point[0], self.maten[0]), in_words(point[1], self.maten[1])

    def rij(self) -> Lijnrij:
        """The line as data; the field names are the JSON keys."""
        then = [self._then(a, b) for a, b in pairwise(self.punten)]
        return {
            "naam": self.naam, "regeling": self.regeling, "toelichting": self.toelichting,
            "geval": self.geval, "gegeven": self.gegeven, "begrip": self.begrip,
            "gegeven_eenheid": self.maten[0].unit, "begrip_eenheid": self.maten[1].unit,
            "punten": [
                {
                    "gegeven": str(encode(point[0], self.maten[0])),
                    "uitkomst": str(encode(point[1], self.maten[1])),
                    "gegeven_in_woorden": self.woorden(point)[0],
                    "uitkomst_in_woorden": self.woorden(point)[1],
                    "daarna": after,
                }
                for point, after in zip(self.punten, (*then, ""), strict=True)
            ],
        }  # fmt: skip

    def _then(self, point: Point, following: Point) -> str:
        """What the outcome does between two points."""
        change = Fraction(following[1] - point[1])
        if change == 0:
            return "blijft gelijk"
        steps = following[0] - point[0]
        if steps == 1 and self.maten[0].kind == "bedrag":
            return "springt"
        steep = in_numbers(round(abs(change) / steps, 2))
        each = "elke euro" if self.maten[0].kind == "bedrag" else "elke stap"
        return f"{'stijgt' if change > 0 else 'daalt'} {steep} voor {each} meer"


Drawn = tuple[tuple[Lijn, ...], tuple[Bevinding, ...]]


def lines(rules: Rules, settings: Sequence[Setting]) -> Drawn:
    """Every course with a chart: its line, and what goes against the course along it."""
    courses = {(c.regulation, c.name): c for s in settings for c in s.program.courses}
    drawn: list[Lijn] = []
    found: list[Bevinding] = []
    for course in courses.values():
        if course.chart is None:
            continue
        try:
            walk = _walk(rules, course, course.chart)
            line = walk.line()
        except _NoLine as problem:
            found.append(_finding("F123", course, str(problem)))
            continue
        drawn.append(line)
        found += walk.against(line)
    return tuple(drawn), tuple(found)


class _NoLine(Exception):
    """Why a line cannot be drawn."""


def _finding(code: str, course: Course, text: str, *examples: str) -> Bevinding:
    return Bevinding(
        code=code, regeling=course.regulation, over=course.name, tekst=text,
        plaats=str(course.origin), voorbeelden=examples,
    )  # fmt: skip


def _walk(rules: Rules, course: Course, chart: Chart) -> "_Walk":
    found = next(_named(rules.folders, chart.case), None)
    if found is None:
        raise _NoLine(f"er is geen geval `{chart.case}`")
    request = found.hulpvraag
    setting = rules.setting_of(request)
    try:
        case = build_case(request, setting.program)
    except CaseError as error:
        raise _NoLine(f"`{chart.case}` is niet te rekenen: {error}") from error
    run = setting.evaluate(setting.program, case)
    entities = (setting.program.facts[course.fact], setting.program.begrippen[course.begrip])
    places = [instances(run, part.entity) for part in entities]
    if not all(places):
        raise _NoLine(f"`{chart.case}` heeft geen {' of geen '.join(p.entity for p in entities)}")
    return _Walk(course, found, setting, case, places[0][0], places[1][0])


def _named(folders: Sequence[Path], name: str) -> Iterator[Geval]:
    """The worked case with this id; only a file that names it is read."""
    known = re.compile(rf"^id: {re.escape(name.partition(' (')[0])}\s*$", re.MULTILINE)
    for path in case_paths(folders):
        if known.search(path.read_text(encoding="utf-8")):
            yield from (case for case in read_cases(path, str(path)) if case.id == name)


@dataclass(frozen=True)
class _Walk:
    """A worked case, one fact of which gets other values."""

    course: Course
    found: Geval
    setting: Setting
    case: Case
    fact: Inst
    outcome: Inst

    def line(self) -> Lijn:
        """The line, exact at every jump and close to exact at every bend."""
        program = self.setting.program
        types = (program.facts[self.course.fact].type, program.begrippen[self.course.begrip].type)
        low, high = self._range()
        return Lijn(
            naam=self.course.name,
            regeling=self.course.regulation,
            toelichting=self.course.text,
            geval=self.found.id,
            gegeven=self.course.fact,
            begrip=self.course.begrip.rpartition(".")[2],
            maten=types,
            punten=bends(self._value(), low, high, self._marks(types[0])),
        )

    def against(self, line: Lijn) -> Iterator[Bevinding]:
        """Where it moves most, if further than the course allows, and where the other way."""
        limit = self.course.step.value if isinstance(self.course.step, Lit) else None
        pairs = list(pairwise(line.punten))
        far = [pair for pair in pairs if isinstance(limit, int) and _far(pair, limit)]
        if far:
            yield self._told("F213", "verspringt", line, max(far, key=_size))
        sign = 1 if self.course.rising else -1
        wrong = [(a, b) for a, b in pairs if sign * (b[1] - a[1]) < 0]
        if wrong:
            yield self._told("F212", "gaat tegen de richting in", line, max(wrong, key=_size))

    def _told(self, code: str, what: str, line: Lijn, pair: tuple[Point, Point]) -> Bevinding:
        (x, y), (further, then) = (line.woorden(point) for point in pair)
        text = (
            f"`{line.begrip}` {what}, van {y} naar {then}, als `{line.gegeven}` van {x} naar "
            f"{further} gaat (geval {line.geval})"
        )
        program = self.setting.program
        cases = [self._with(point[0]) for point in pair]
        examples = [yaml_text(written_request(case, program)) for case in cases]
        return _finding(code, self.course, text, *examples)

    def _range(self) -> tuple[int, int]:
        chart = self.course.chart
        ends = (chart.low, chart.high) if chart else (None, None)
        low, high = (end.value if isinstance(end, Lit) else 0 for end in ends)
        if not isinstance(low, int) or not isinstance(high, int) or low >= high:
            raise _NoLine("de grafiek heeft geen heel getal als begin of einde")
        return low, high

    def _with(self, x: Number) -> Case:
        key = (self.course.fact, self.fact)
        return replace(self.case, facts={**self.case.facts, key: x})

    def _value(self) -> Callable[[int], Number]:
        def value(x: int) -> Number:
            run = self.setting.evaluate(self.setting.program, self._with(x))
            outcome = run.begrip(self.course.begrip, self.outcome).outcome
            if not isinstance(outcome, Known) or not isinstance(outcome.value, Number):
                raise _NoLine(f"`{self.found.id}` geeft `{self.course.begrip}` niet overal")
            return outcome.value

        return value

    def _marks(self, kind: Type) -> list[int]:
        """Amounts of the rules in the same unit: where an outcome is likely to bend."""
        program = self.setting.program
        alike = (name for name, amount in program.amounts.items() if amount.type == kind)
        known = (standing_on(program, name) for name in alike)
        return [value for value in known if isinstance(value, int)]


def _far(pair: tuple[Point, Point], limit: int) -> bool:
    """Whether it moves more than so much per step; over more steps a rounding may come on top."""
    steps = pair[1][0] - pair[0][0]
    return _size(pair) > limit * steps + (steps > 1)


def _size(pair: tuple[Point, Point]) -> Fraction:
    return abs(Fraction(pair[1][1]) - Fraction(pair[0][1]))
