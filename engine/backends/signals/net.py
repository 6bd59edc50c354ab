"""The safety net itself: runs the signals over the facts of a case with durable-rules.

The only module that imports the library. A signal highlights and asks; nothing here decides. The
library runs without its timer threads, one state at a time under a lock; its actions only record.
Whatever it does not tell (a swallowed error, a dropped action) is checked after every run, so that
a fault is an error and never a missing signal.
"""

import contextlib
import threading
import weakref
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from time import monotonic

from engine.backends.signals.compile import SignalRule, compile_signals
from engine.backends.signals.facts import CASE, NetFact, in_order
from engine.backends.signals.rulesets import (
    BEAT,
    BEAT_ID,
    HEARTBEAT,
    KIND,
    Blocked,
    Message,
    Ruleset,
    split,
)
from engine.errors import InternalError, MissingPart
from engine.model.signal import Signaal

try:
    from durable import engine as durable
except ImportError as error:
    _HOW = "voer `make setup` uit, of `pip install durable-rules==2.0.28`"
    raise MissingPart(f"het vangnet kan niet zonder het pakket `durable-rules`: {_HOW}") from error

# The library takes the local wall clock for its action lease: a summer-time change would drop
# actions, and Python 3.12 warns about the function it uses.
durable._unix_now = monotonic  # noqa: SLF001
_core = durable.durable_rules_engine
_LIBRARY_ERRORS = (
    _core.error,
    durable.MessageNotHandledException,
    durable.MessageObservedException,
)


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """One way in which a signal fired.

    Attributes:
        signal: its id.
        over: the instance it is about: that of the fact that meets its first pattern.
        bindings: the variables and their values, by name.
        facts: per pattern the index of its fact in `Found.facts`; the cause of the signal.
    """

    signal: str
    over: str
    bindings: tuple[tuple[str, str], ...]
    facts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The facts in order (given first, then signals per stage) and all matches, sorted."""

    facts: tuple[NetFact, ...]
    matches: tuple[Match, ...]


TRIES = 3


def _idle(_host: object) -> None:
    """Instead of starting the two timer threads: nothing here waits for time."""


_Host = type("_Host", (durable.Host,), {"_run": _idle})


class Net:
    """Compiled signals; give it the facts of a case. Safe to share between threads."""

    def __init__(self, rules: Sequence[SignalRule]) -> None:
        """Build the rule sets, stage by stage, and run each once.

        Raises:
            UnsupportedNode: the signals do not fit in the library.
        """
        self.rules = {rule.id: rule for rule in rules}
        self._lock = threading.Lock()
        self._numbers = count()
        self._recorded: list[tuple[str, list[tuple[int, ...]]]] = []
        self._barriers = sorted({r.barred_by for r in rules if r.barred_by}, key=sorted)
        stages: dict[int, list[SignalRule]] = {}
        for rule in rules:
            stages.setdefault(rule.stage, []).append(rule)
        self._stages = [
            [(f"stap{stage}_{number}", ruleset) for number, ruleset in enumerate(split(group))]
            for stage, group in sorted(stages.items())
        ]
        named = [pair for stage in self._stages for pair in stage]
        self._host = _Host({name: s.definition(self._recorder) for name, s in named})
        handles = [self._host.get_ruleset(name)._handle for name, _ in named]  # noqa: SLF001
        weakref.finalize(self, _release, handles)
        for name, _ in named:
            # The library frees an unset pointer when it deletes a state in which nothing ever
            # fired. One heartbeat cleans the place of the only state there is at a time.
            self._fire(name, [])

    def run(self, facts: Iterable[NetFact]) -> Found:
        """Fire all signals on these facts.

        Raises:
            InternalError: a fact outside the vocabulary, too many facts, a fault in the library.
        """
        return self.run_ordered(in_order(facts))

    def run_ordered(self, facts: Sequence[NetFact]) -> Found:
        """Fire all signals on facts as `in_order` gives them.

        Raises:
            InternalError: too many facts, or a fault in the library.
        """
        ordered = list(facts)
        if any(fact.kind == "signaal" for fact in ordered):
            raise InternalError("een signaal is een uitkomst van het vangnet, geen feit vooraf")
        blocked = {rules: _blocked(rules, ordered) for rules in self._barriers}
        found: list[Match] = []
        with self._lock:
            for number, stage in enumerate(self._stages):
                if number and not found:
                    break  # later stages only read signals
                lit: list[Match] = []
                for name, ruleset in stage:
                    lit += self._matches(name, ruleset, ordered, blocked)
                found += lit
                ordered += self._signal_facts(lit, ordered)
        return Found(tuple(ordered), tuple(sorted(found)))

    def _matches(
        self,
        name: str,
        ruleset: Ruleset,
        facts: Sequence[NetFact],
        blocked: Blocked,
    ) -> list[Match]:
        messages = ruleset.messages(facts, blocked)
        if not messages:
            return []
        return [
            self._match(rule_id, indices, facts) for rule_id, indices in self._fire(name, messages)
        ]

    def _match(self, rule_id: str, indices: tuple[int, ...], facts: Sequence[NetFact]) -> Match:
        bindings: dict[str, str] = {}
        for condition, index in zip(self.rules[rule_id].conditions, indices, strict=True):
            for name, variable in condition.binds:
                bindings[variable] = facts[index].fields[name]
        over = facts[indices[0]].subject
        return Match(rule_id, over, tuple(sorted(bindings.items())), indices)

    def _signal_facts(self, lit: list[Match], facts: Sequence[NetFact]) -> list[NetFact]:
        """The signals as facts for the next stage, in order and without doubles.

        Each has the place (`van`, `gezin`) of its first fact that has one.
        """
        unique = {}
        for match in lit:
            kind = self.rules[match.signal].kind
            fields = {"id": match.signal, "soort": kind, "over": match.over, "zaak": CASE}
            causes = [facts[index].fields for index in match.facts]
            for place, other in (("van", "over_wie"), ("gezin", "gezin")):
                known = (cause.get(place) or cause.get(other) for cause in causes)
                if value := next(filter(None, known), None):
                    fields[place] = value
            fact = NetFact("signaal", fields)
            unique[fact.key] = fact
        return [unique[key] for key in sorted(unique)]

    def _recorder(self, rule_id: str) -> Callable[[durable.Closure], None]:
        def record(closure: durable.Closure) -> None:
            self._recorded.append((rule_id, _indices(closure)))

        return record

    def _fire(self, name: str, messages: list[Message]) -> list[tuple[str, tuple[int, ...]]]:
        """Run one rule set; INVARIANT: the lock is held, or nobody else has this net yet.

        The library drops an action that takes long, as on a machine that has no time for us, and
        it swallows errors of actions. Both are seen, and asked again before they are told.
        """
        for _ in range(TRIES):
            fired = self._once(name, messages)
            if fired is not None:
                return fired
        raise InternalError(f"het vangnet verloor een signaal ({name})")

    def _once(
        self, name: str, messages: list[Message]
    ) -> list[tuple[str, tuple[int, ...]]] | None:
        """What fired in a state of its own; None when something was lost on the way."""
        sid = str(next(self._numbers))
        for message in messages:
            message["sid"] = sid
        heartbeat = {KIND: BEAT, "id": BEAT_ID, "sid": sid}
        self._recorded.clear()
        try:
            state = self._host.assert_facts(name, [*messages, heartbeat])
        except _LIBRARY_ERRORS as error:
            # Without its cause: that one quotes the facts of the case.
            raise InternalError(f"fout in het vangnet ({name}): {type(error).__name__}") from None
        finally:
            fired = tuple(self._recorded)
            self._recorded.clear()
            with contextlib.suppress(_core.error):  # the state may not have been made yet
                self._host.delete_state(name, sid)
        if not isinstance(state, dict) or "exception" in state:
            return None
        if not fired or fired[-1][0] != HEARTBEAT:
            return None
        return [(rule_id, indices) for rule_id, many in fired[:-1] for indices in many]


def build(signals: Iterable[tuple[str, Signaal]], day: date) -> Net:
    """Compile the signals in force on `day` (pairs of regulation and signal) to a net.

    Raises:
        RuleError: errors in the signals, all at once.
        UnsupportedNode: more signals than the library can hold.
    """
    return Net(compile_signals(signals, day))


def _indices(closure: durable.Closure) -> list[tuple[int, ...]]:
    """The ids of the messages of every match that one action was given, in pattern order."""
    many = [content._d for content in closure.m] if closure._m is None else [closure._m]  # noqa: SLF001
    return [tuple(int(match[f"p{n}"]["id"]) for n in range(len(match))) for match in many]


def _blocked(rules: frozenset[str], facts: Iterable[NetFact]) -> frozenset[str]:
    """The instances that one of these rules blocks."""
    return frozenset(
        fact.fields["over"]
        for fact in facts
        if fact.kind == "blokkade" and fact.fields["regel"] in rules
    )


def _release(handles: Iterable[int]) -> None:
    for handle in handles:
        _core.delete_ruleset(handle)
