"""Groups of signals as rule sets of the library, and facts as its messages.

The library has hard limits; past some of them it does not fail but hangs. Every limit is kept
here by construction, far from the edge: few conditions per set, few conditions that one message
can meet, one value per test (docs/besluiten/0004-vangnet.md). A list of allowed values and a rule
that keeps a signal dark become marks on the message: the library only tests equality and joins.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from engine.backends.signals.compile import Condition, SignalRule
from engine.backends.signals.facts import INSTANCES, NetFact
from engine.backends.signals.relevance import Relevance, by_telling
from engine.errors import UnsupportedNode

MAX_CONDITIONS = 200  # 511 different tests at one level hang the process
MAX_MET = 56  # one message may meet 64 conditions; a few are kept for the sink and the heartbeat
MAX_SETS = 24
BATCH = 60_000  # matches per action; the library counts them in 16 bits

KIND, BEAT, BEAT_ID, NEVER, FIELD = "k", "hartslag", "-1", "nooit", "f_"
HEARTBEAT, SINK = "hartslag", "opvang"

Test = tuple[str, str | None]  # a property and its value; None: the property is there
Message = dict[str, str]
Record = Callable[[Any], None]
Blocked = Mapping[frozenset[str], frozenset[str]]  # per set of rules what they block


def split(rules: Sequence[SignalRule]) -> tuple["Ruleset", ...]:
    """Divide the signals of one stage over rule sets within the limits.

    Raises:
        UnsupportedNode: more signals than the safety net can hold.
    """
    conditions = sum(len(rule.conditions) for rule in rules)
    sets = _halved(rules) if conditions <= MAX_SETS * MAX_CONDITIONS else ()
    if not 0 < len(sets) <= MAX_SETS:
        count = f"{len(rules)} signalen in één stap"
        raise UnsupportedNode(f"het vangnet is te klein voor {count}", rules[-1].at)
    return sets


def _halved(rules: Sequence[SignalRule]) -> tuple["Ruleset", ...]:
    whole = Ruleset(rules)
    if whole.fits:
        return (whole,)
    middle = len(rules) // 2
    return _halved(rules[:middle]) + _halved(rules[middle:])


class _Projection:
    """What of the facts of one kind goes into messages.

    Attributes:
        marks: per list of allowed values the property that says the value is one of them.
        free: per set of rules the property that says none of them blocks the fact.
    """

    def __init__(self, conditions: Sequence[Condition]) -> None:
        """Collect the fields and lists that the conditions on this kind test."""
        self.kind = conditions[0].kind
        self.marks: dict[tuple[str, frozenset[str]], str] = {}
        self.free: dict[frozenset[str], str] = {}
        used = {name for condition in conditions for name, _ in condition.binds}
        for condition in conditions:
            for name, values in condition.allowed:
                if len(values) == 1:
                    used.add(name)
                else:
                    self.marks.setdefault((name, values), f"m{len(self.marks)}")
        self.used = [(name, FIELD + name) for name in sorted(used)]
        self._marked: dict[str, dict[str, list[str]]] = {}
        for (name, values), mark in self.marks.items():
            for value in values:
                self._marked.setdefault(name, {}).setdefault(value, []).append(mark)

    def message(self, fact: NetFact, blocked: Blocked) -> Message:
        """The fact as a message, without its id."""
        fields = fact.fields
        message = {KIND: self.kind}
        for name, label in self.used:
            if name in fields:
                message[label] = fields[name]
        for name, by_value in self._marked.items():
            for mark in by_value.get(fields.get(name, ""), ()):
                message[mark] = "1"
        for rules, mark in self.free.items():
            if blocked[rules].isdisjoint(instances(fact)):
                message[mark] = "1"
        return message


class Ruleset:
    """Signals of one stage that are matched together."""

    def __init__(self, rules: Sequence[SignalRule]) -> None:
        """Number the marks that the conditions of these rules need."""
        self.rules = tuple(rules)
        conditions = [condition for rule in self.rules for condition in rule.conditions]
        self._kinds = {
            kind: _Projection([c for c in conditions if c.kind == kind])
            for kind in {c.kind for c in conditions}
        }
        self._relevance = Relevance(self.rules)
        for rule in self.rules:
            if rule.barred_by:
                free = self._kinds[rule.conditions[0].kind].free
                free.setdefault(rule.barred_by, f"v{len(free)}")

    @property
    def fits(self) -> bool:
        """Whether the library can hold this set, and any message in it."""
        tests = [self._tests(rule, number) for rule, number in self._each()]
        return len(tests) <= MAX_CONDITIONS and most_met(tests) <= MAX_MET

    def definition(self, recorder: Callable[[str], Record]) -> dict[str, Any]:
        """The set as the library reads it; `recorder` gives the action of a signal.

        Two rules are added. The sink stores any message without ever firing, so that no message
        goes unhandled. The heartbeat has the lowest priority: it fires after all signals, which
        proves that none was dropped.
        """
        rules: dict[str, Any] = {
            rule.id: {"all": self._patterns(rule), "cap": BATCH, "run": recorder(rule.id)}
            for rule in self.rules
        }
        rules[SINK] = {
            "all": [{"p0": {"$ex": {KIND: 1}}}, {"p1": {KIND: NEVER}}],
            "run": recorder(SINK),
        }
        rules[HEARTBEAT] = {
            "all": [{"p0": {KIND: BEAT}}],
            "pri": 1_000_000,
            "run": recorder(HEARTBEAT),
        }
        return rules

    def messages(self, facts: Sequence[NetFact], blocked: Blocked) -> list[Message]:
        """The facts that may take part in a match, with their marks; the id is the index."""
        made = []
        for index in self._relevance.select(facts):
            fact = facts[index]
            message = self._kinds[fact.kind].message(fact, blocked)
            message["id"] = str(index)
            made.append(message)
        return made

    def _each(self) -> Iterator[tuple[SignalRule, int]]:
        for rule in self.rules:
            for number in range(len(rule.conditions)):
                yield rule, number

    def _tests(self, rule: SignalRule, number: int) -> tuple[Test, ...]:
        """The tests of one condition without its joins, the most telling first."""
        condition = rule.conditions[number]
        tests: list[Test] = [(KIND, condition.kind)]
        for name, values in by_telling(condition.allowed):
            if len(values) == 1:
                tests.append((FIELD + name, next(iter(values))))
            else:
                tests.append((self._kinds[condition.kind].marks[name, values], "1"))
        if number == 0 and rule.barred_by:
            tests.append((self._kinds[condition.kind].free[rule.barred_by], "1"))
        known = {v for earlier in rule.conditions[:number] for v in earlier.variables}
        tests += [(FIELD + name, None) for name, v in condition.binds if v not in known]
        return tuple(tests)

    def _patterns(self, rule: SignalRule) -> list[dict[str, Any]]:
        places_of: dict[str, tuple[str, str]] = {}
        patterns = []
        for number, condition in enumerate(rule.conditions):
            tests: list[dict[str, Any]] = [
                {name: value} if value is not None else {"$ex": {name: 1}}
                for name, value in self._tests(rule, number)
            ]
            for name, variable in condition.binds:
                if variable in places_of:
                    alias, bound = places_of[variable]
                    tests.append({FIELD + name: {alias: FIELD + bound}})
            for name, variable in condition.binds:
                places_of.setdefault(variable, (f"p{number}", name))
            patterns.append({f"p{number}": {"$and": tests}})
        return patterns


def instances(fact: NetFact) -> set[str]:
    """The instances that a fact is about or belongs to."""
    return {fact.fields[name] for name in INSTANCES if name in fact.fields}


def most_met(conditions: Iterable[tuple[Test, ...]]) -> int:
    """At most how many conditions (or beginnings of them) one message can meet at once.

    Different values of one property exclude each other; anything else may hold together.
    """
    by_property: dict[str, dict[str | None, list[tuple[Test, ...]]]] = {}
    ended = 0
    for tests in conditions:
        if not tests:
            ended = 1
            continue
        (name, value), rest = tests[0], tests[1:]
        by_property.setdefault(name, {}).setdefault(value, []).append(rest)
    total = 0
    for by_value in by_property.values():
        total += most_met(by_value.pop(None, ()))
        total += max((most_met(rest) for rest in by_value.values()), default=0)
    return max(total, ended)
