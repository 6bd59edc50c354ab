"""One solution on the ladder: all grounds tried, the lowest rung that carries it wins.

The others stay visible with the reason why they are not needed or not possible.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.decide.blockers import solution_blockers, sources_of, who_can_lift
from engine.decide.encode import article_of, encode, needs_of
from engine.decide.grounds import Tried, try_further, try_ground
from engine.decide.selection import candidate_grounds, clause_grounds, kind_of
from engine.decide.shares import Size, carry_all, left_over, split
from engine.ir.case import Inst
from engine.ir.parts import Referral
from engine.ir.program import LAST_BEFORE_CLAUSES, Norm, Rule, Rung
from engine.ir.types import type_in
from engine.result.algebra import as_truth
from engine.result.evaluated import Evaluated
from engine.result.obstacles import Blokkade, Daarachter, Meegeteld
from engine.result.outcomes import NOTHING, TRUE, Known, Leaf
from engine.result.steps import Blocker
from engine.result.toets import Deel, Grond, Verwijzing

FORM = "vorm_bijstand"  # the concept by which an act says in what form it gives help


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the ladder gives for one solution, before it is put into words.

    `left` is the part of what is asked that the chosen grounds leave to the resident.
    """

    solution: Inst
    rung: Rung | None
    result: str
    parts: tuple[Deel, ...]
    tried: tuple[Tried, ...]
    blockers: tuple[Blocker, ...]
    needs: frozenset[Leaf]
    referrals: tuple[Verwijzing, ...] = ()
    carried: tuple[Inst, ...] = field(default=())

    left: Size | None = None

    @property
    def letter(self) -> str:
        """The letter of the rung, or `geen`."""
        return "geen" if self.rung is None else self.rung.letter


def answer_solution(run: Evaluated, solution: Inst) -> Answer:
    """Try every ground of every act for this solution."""
    tried = [t for rule in candidate_grounds(run, solution) for t in try_all(run, rule, solution)]
    blockers = tuple(solution_blockers(run, solution))
    tried += [
        try_ground(run, rule, solution)
        for rule in clause_grounds(run.program)
        if rule.reach is not None and run.answers_blocker(rule.reach, solution) == TRUE
    ]
    tried.sort(key=lambda t: (t.rung is None, t.rung or 0, t.open, t.rule.id))
    referrals = _referrals(run, solution)
    chosen = _chosen(run, solution, tried)
    whole = _whole(run, solution, chosen)
    carried = tuple(dict.fromkeys(c for t in chosen for c in t.covers)) if whole else ()
    if not chosen:
        elsewhere = any(r.status != "nee" for r in referrals)
        result = "elders" if elsewhere else "geen_grond"
        return Answer(
            solution=solution,
            rung=None,
            result=result,
            parts=(),
            tried=tuple(tried),
            blockers=blockers,
            needs=NOTHING,
            referrals=referrals,
        )
    needs = frozenset().union(*(t.needs for t in chosen))
    return Answer(
        solution=solution,
        rung=max(t.rung for t in chosen if t.rung is not None),
        result=_result(run, chosen, needs),
        parts=_parts(run, solution, chosen),
        tried=tuple(tried),
        blockers=_in_the_way(blockers, chosen),
        needs=needs,
        referrals=referrals,
        carried=carried,
        left=left_over(chosen),
    )


def try_all(run: Evaluated, rule: Rule, solution: Inst) -> list[Tried]:
    """A ground, and where it falls short what its higher rungs add."""
    first = try_ground(run, rule, solution)
    return [first] if carry_all([first]) else [first, *try_further(run, first, solution)]


def _in_the_way(blockers: tuple[Blocker, ...], chosen: list[Tried]) -> tuple[Blocker, ...]:
    """Once something carries the solution: what refuses or lowers, or a chosen ground answers."""
    answering = any(t.rung is not None and t.rung >= Rung.CLAUSE for t in chosen)
    used = {t.rule.id for t in chosen}
    return tuple(b for b in blockers if not b.fails or b.via in used or answering)


def _chosen(run: Evaluated, solution: Inst, tried: list[Tried]) -> list[Tried]:
    """The grounds that carry the solution: the lowest that holds, and more for what is left.

    A ground that is open is only used where nothing that holds carries the whole, and a higher
    one then only for what a lower one leaves. Cost never orders grounds.
    """
    usable = [t for t in tried if t.holds] + [t for t in tried if t.open]
    if not usable:
        return []
    alone = [t for t in usable if not t.on_top]
    first = next((t for t in alone if _whole(run, solution, [t])), None)
    if first is not None and (first.holds or first.rung == usable[0].rung):
        return [first]
    chosen: list[Tried] = []
    for ground in usable:
        if _adds(chosen, ground):
            chosen.append(ground)
        if _whole(run, solution, chosen):
            break
    return chosen


def _adds(chosen: list[Tried], ground: Tried) -> bool:
    if not chosen:
        return True
    if ground.limited or any(c.limited for c in chosen):
        return ground.rule.grant is not None and ground.rung != chosen[0].rung
    reached = {i for c in chosen for i in (*c.covers, *c.may_cover)}
    return (
        bool(set(ground.covers) | set(ground.may_cover))
        and not (set(ground.covers) | set(ground.may_cover)) <= reached
    )


def _whole(run: Evaluated, solution: Inst, chosen: list[Tried]) -> bool:
    """Whether these grounds carry all obstacles, and all that is asked where they are limited."""
    if not chosen:
        return False
    own = run.members("belemmeringen", solution)
    wanted = set(own) if isinstance(own, tuple) else set()
    if not wanted <= {i for c in chosen for i in (*c.covers, *c.may_cover)}:
        return False
    return carry_all(chosen)


def _result(run: Evaluated, chosen: list[Tried], needs: frozenset[Leaf]) -> str:
    if any(t.status == "conflict" for t in chosen):
        return "strijdig"
    if all(t.holds for t in chosen):
        without = all(t.rule.grant and t.rule.grant.without_decision for t in chosen)
        return "past_zonder_besluit" if without else "grond"
    judged = [leaf.name for leaf in needs if leaf.kind == "oordeel"]
    only_choices = judged and all(_is_choice(run.program.norms.get(n)) for n in judged)
    if only_choices and not any(leaf.kind != "oordeel" for leaf in needs):
        return "keuze"
    return "kansrijk"


def _is_choice(norm: Norm | None) -> bool:
    return norm is not None and norm.nature == "keuze"


def _parts(run: Evaluated, solution: Inst, chosen: list[Tried]) -> tuple[Deel, ...]:
    parts = []
    for ground, size in zip(chosen, split(chosen), strict=True):
        parts.append(
            Deel(
                bedrag=None if size is None else encode(*size),
                eenheid="" if size is None else size[1].unit,
                belemmeringen=tuple(i[1] for i in (*ground.covers, *ground.may_cover)),
                trede="" if ground.rung is None else ground.rung.letter,
                regel=ground.rule.id,
                vorm="" if ground.amount is None else _form(run, solution, ground),
                status=ground.status,
                nodig=needs_of(ground.needs, run.program),
            )
        )
    return tuple(parts)


def _form(run: Evaluated, solution: Inst, ground: Tried) -> str:
    """The form in which the act of a ground gives help, where it says so.

    A ground that answers blockers gives what they stand in the way of, in the form of that act.
    """
    blocked = () if ground.rule.reach is None else solution_blockers(run, solution)
    rules = (run.program.rule_named(b.via) for b in blocked)
    acts = [ground.rule.regulation, *(r.regulation for r in rules if r is not None)]
    names = [f"{act}.{FORM}" for act in acts if f"{act}.{FORM}" in run.program.begrippen]
    found = run.begrip(names[0], solution).outcome if names else None
    return str(found.value) if isinstance(found, Known) else ""


def _referrals(run: Evaluated, solution: Inst) -> tuple[Verwijzing, ...]:
    kind = kind_of(run, solution)
    found = []
    for referral in run.program.referrals:
        if kind not in referral.kinds:
            continue
        status = _referral_status(run, referral, solution)
        if status != "nee":
            found.append(
                Verwijzing(
                    id=referral.id,
                    naar=referral.to,
                    orgaan=referral.body,
                    status=status,
                    zekerheid=referral.certainty,
                    toelichting=referral.text,
                )
            )
    return tuple(sorted(found, key=lambda v: v.id))


def _referral_status(run: Evaluated, referral: Referral, solution: Inst) -> str:
    if referral.condition is None:
        return "ja"
    truth = as_truth(run.evaluate(referral.condition, (solution,), LAST_BEFORE_CLAUSES).outcome)
    if isinstance(truth, Known):
        return "ja" if truth.value else "nee"
    return "onbekend"


def ground_text(run: Evaluated, tried: Tried) -> Grond:
    """A tried ground as data of the Toets."""
    rule = tried.rule
    grant = rule.grant
    return Grond(
        regel=rule.id,
        regeling=rule.regulation,
        artikel=article_of(rule.sources),
        trede="geen" if tried.rung is None else tried.rung.letter,
        status="nee" if tried.rung is None else tried.status,
        zekerheid=rule.certainty,
        dekt=tuple(i[1] for i in tried.covers),
        bedrag=None if tried.amount is None else encode(tried.amount, tried.kind),
        eenheid=tried.kind.unit if tried.limited else "",
        vorm=grant.forms if grant else (),
        tijdelijk=grant.temporary if grant else "",
        nodig=needs_of(tried.needs, run.program),
        voorwaarden=grant.conditions if grant else (),
    )


def blocker_text(run: Evaluated, blocker: Blocker) -> Blokkade:
    """A blocker as data of the Toets."""
    rule = run.program.rule_named(blocker.rule)
    return Blokkade(
        regel=blocker.rule,
        regeling=blocker.regulation,
        artikel=article_of(sources_of(run.program, blocker)),
        rang=blocker.rank,
        karakter=blocker.character,
        faalt=_bare_names(run, blocker.fails),
        daarachter=tuple(
            Daarachter(regel=rule, faalt=_bare_names(run, names)) for rule, names in blocker.under
        ),
        raakt=None if blocker.touches is None else encode(blocker.touches, type_in(blocker.unit)),
        eenheid=blocker.unit,
        meegeteld=tuple(
            Meegeteld(naam=_bare(run, name), waarde=encode(value, type_in(unit)), eenheid=unit)
            for name, value, unit in blocker.counted
        ),
        wie_kan_opheffen=who_can_lift(run.program, blocker),
        doel=run.program.purpose_of(rule, blocker.regulation),
        les=rule.lesson if rule else "",
    )


def _bare_names(run: Evaluated, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_bare(run, name) for name in names))


def _bare(run: Evaluated, name: str) -> str:
    return needs_of(frozenset({Leaf("oordeel", name, ("", ""))}), run.program).oordelen[0]
