"""The situation of a worked case in Dutch: who, what they need, what is known and judged.

Every statement keeps under which heading it stands and what it is about, so that a variant can
say what is different in it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.backends.render_nl.case_judgements import judgement_named, judgement_said
from engine.backends.render_nl.case_speech import Tongue, plain, quoted, the
from engine.backends.render_nl.dutch import in_days, together, upper_first
from engine.backends.render_nl.names import label, letters
from engine.backends.render_nl.places import Scope, own_scope
from engine.backends.render_nl.words.places import MEMBERS
from engine.ir.types import Type
from engine.model.request import (
    Behoefte,
    Dekking,
    FeitWaarde,
    Hulpvraag,
    Lijstregel,
    Netwerkhulp,
    Oplossing,
    Plan,
)

TEXT = Type("tekst")
CASE = "Over de zaak is bekend"
JUDGED = "Oordelen en keuzes"
NOTHING = "geen"
LISTS = {"verblijf_buitenland": "verblijven in het buitenland"}
TAKES_AWAY = {"geheel": "geheel", "deels": "voor een deel", "niet": "niet"}
FOLLOWED = {"ja": "gevolgd", "deels": "voor een deel gevolgd", "nee": "niet gevolgd"}


@dataclass(frozen=True, kw_only=True)
class Said:
    """A statement: the heading it stands under, what it is about, and the words.

    `short` names it where it is enough to say which statement is meant.
    """

    group: str
    about: str
    text: str
    short: str = ""


def names_of(request: Hulpvraag) -> dict[str, str]:
    """What the parts of a request are called in it, by id."""
    found: dict[str, str] = {}
    for need in request.behoeften:
        found[need.id] = quoted(need.wat_is_belangrijk)
        found |= {x.id: quoted(x.tekst) for x in need.belemmeringen}
        found |= {o.id: quoted(o.wat) for o in need.oplossingen}
        found |= {d.id: label(d.middel) for d in need.dekkingen if d.id is not None}
    for name, records in request.lijsten.items():
        found |= {record.id: the(name) for record in records if record.id is not None}
    for intended in request.voornemens:
        found[intended.id] = f"het voornemen {quoted(label(intended.soort_voornemen.waarde))}"
    for decision in request.besluiten:
        kind = decision.soort_besluit
        about = label(kind.waarde) if kind is not None else decision.onderwerp or ""
        if about:
            found[decision.id] = f"het besluit over {plain(about)}"
    return found


def situation(tongue: Tongue, request: Hulpvraag) -> tuple[Said, ...]:
    """Everything that a request says, in reading order."""
    teller = _Teller(tongue, request)
    return tuple(
        said
        for part in (
            teller.case, teller.persons, teller.relations, teller.lists, teller.needs,
            teller.decisions, teller.intentions, teller.plans, teller.judgements,
        )
        for said in part()
    )  # fmt: skip


def _helper(helper: Netwerkhulp) -> str:
    """Who around the resident helps, with what and for how long."""
    told = [plain(helper.wie), *(quoted(t) for t in (helper.wat, helper.hoe_lang) if t)]
    return ", ".join(told)


class _Teller:
    def __init__(self, tongue: Tongue, request: Hulpvraag) -> None:
        self.tongue = tongue
        self.request = request

    # -- facts -----------------------------------------------------------------------------

    def facts(
        self, group: str, facts: Mapping[str, FeitWaarde], scope: Scope, about: str = ""
    ) -> Iterator[Said]:
        """One statement per fact."""
        for name, fact in facts.items():
            yield Said(group=group, about=f"{about}.{name}", text=self.fact(name, fact, scope))

    def fact(self, name: str, fact: FeitWaarde, scope: Scope) -> str:
        """A fact with what is said of its source, its start and a dispute."""
        decl = self.tongue.program.facts.get(name)
        told = self.tongue.statement(name, fact.waarde, decl.type if decl else TEXT, scope)
        if fact.vanaf is not None:
            told += f", vanaf {in_days(fact.vanaf)}"
        if fact.eerder is not None:
            earlier = self.tongue.statement(name, fact.eerder, decl.type if decl else TEXT, scope)
            told += f"; daarvoor: {earlier}"
        if fact.bron is not None:
            told += f" (bron: {plain(fact.bron)})"
        if fact.betwist:
            own = f": {quoted(fact.eigen_woorden)}" if fact.eigen_woorden else ""
            told += f"; de inwoner betwist dit{own}"
        return told

    # -- who -------------------------------------------------------------------------------

    def case(self) -> Iterator[Said]:
        request = self.request
        yield Said(group=CASE, about="peildatum", text=f"peildatum: {in_days(request.peildatum)}")
        if request.beslisdatum is not None:
            text = f"dag van het besluit: {in_days(request.beslisdatum)}"
            yield Said(group=CASE, about="beslisdatum", text=text)
        if request.tijdvak is not None:
            first, last = in_days(request.tijdvak.van), in_days(request.tijdvak.tot)
            text = f"periode: van {first} tot en met {last}"
            yield Said(group=CASE, about="tijdvak", text=text)
        if request.gemeente is not None:
            yield Said(group=CASE, about="gemeente", text=f"gemeente: {request.gemeente}")
        yield from self.facts(CASE, request.procedure.feiten, self.tongue.scope("zaak", "zaak:"))

    def persons(self) -> Iterator[Said]:
        for name, person in self.request.personen.items():
            from_around = " (uit de omgeving van de inwoner)" if person.rol == "netwerk" else ""
            group = f"Over {name}{from_around} is bekend"
            if not person.feiten:
                text = "alleen dat deze persoon er is"
                yield Said(group=group, about=name, text=text)
            yield from self.facts(group, person.feiten, Scope("persoon", name), name)

    def relations(self) -> Iterator[Said]:
        for relation in self.request.relaties:
            scope = Scope("paar", relation.deze, relation.ander)
            about = f"{relation.deze}>{relation.ander}"
            yield from self.facts(
                f"Over {relation.deze} en {relation.ander} is bekend",
                relation.feiten,
                scope,
                about,
            )

    def lists(self) -> Iterator[Said]:
        for name, records in self.request.lijsten.items():
            group = LISTS.get(name) or (MEMBERS[name].many if name in MEMBERS else letters(name))
            group = upper_first(group)
            if not records:
                yield Said(group=group, about=name, text=NOTHING)
            for number, record in enumerate(records, 1):
                yield self.record(group, name, number, record)

    def record(self, group: str, name: str, number: int, record: Lijstregel) -> Said:
        """One record of a list, its facts on one line."""
        told = self.circumstance(record.feiten) if name == "omstandigheden" else ""
        if not told:
            own = own_scope(name)
            told = "; ".join(self.fact(key, fact, own) for key, fact in record.feiten.items())
        code = f" ({record.id})" if record.id else ""
        whose = f"van {record.van}{code}; " if record.van else ""
        about = f"{name}.{record.van or ''}.{record.id or number}"
        return Said(group=group, about=about, text=f"{whose}{told}")

    def circumstance(self, facts: Mapping[str, FeitWaarde]) -> str:
        """A circumstance in a few words: `een zorgtaak bij p1 (ernstig)`."""
        if set(facts) - {"soort_omstandigheid", "over_wie", "ernst"} or len(facts) < 2:
            return ""
        told = label(facts["soort_omstandigheid"].waarde) if "soort_omstandigheid" in facts else ""
        told += f" bij {facts['over_wie'].waarde}" if "over_wie" in facts else ""
        return f"{told} ({label(facts['ernst'].waarde)})" if "ernst" in facts else told

    # -- needs -----------------------------------------------------------------------------

    def needs(self) -> Iterator[Said]:
        for need in self.request.behoeften:
            yield from self.need(need)
            for solution in need.oplossingen:
                yield from self.solution(solution)

    def need(self, need: Behoefte) -> Iterator[Said]:
        group = f"Wat {need.van} belangrijk vindt ({need.id})"

        def said(about: str, text: str) -> Said:
            return Said(group=group, about=f"{need.id}.{about}", text=text)

        yield said("wat", quoted(need.wat_is_belangrijk))
        if need.leefgebied is not None:
            yield said("leefgebied", f"leefgebied: {label(need.leefgebied.waarde)}")
        if need.waarom_nog_niet:
            yield said("waarom", f"waarom het nog niet lukt: {quoted(need.waarom_nog_niet)}")
        yield from self.facts(group, need.feiten, self.tongue.scope("behoefte", need.id), need.id)
        for stuck in need.belemmeringen:
            who = f", bij {stuck.over}" if stuck.over else ""
            yield said(stuck.id, f"in de weg staat: {quoted(stuck.tekst)} ({stuck.id}){who}")
            scope = self.tongue.scope("belemmering", stuck.id)
            yield from self.facts(group, stuck.feiten, scope, stuck.id)
        plan = need.eigen_plan
        if plan is not None:
            done = [quoted(text) for text in plan.acties]
            done += [_helper(helper) for helper in plan.netwerk]
            if done:
                yield said("plan", f"eigen plan: {'; '.join(done)}")
            if plan.ontbreekt:
                missing = "; ".join(quoted(text) for text in plan.ontbreekt)
                yield said("ontbreekt", f"wat daarvoor nog ontbreekt: {missing}")
        for covering in need.dekkingen:
            yield said(f"{covering.id or covering.middel}", self.covering(covering))

    def covering(self, covering: Dekking) -> str:
        """Who or what takes an obstacle away, how far, and what more is known of it."""
        by = f", door {covering.door}," if covering.door else ""
        told = f"{label(covering.middel)}{by} bij {self.tongue.thing(covering.belemmering)}"
        if covering.mate is not None:
            grade = TAKES_AWAY.get(covering.mate.waarde, plain(covering.mate.waarde))
            told += f", neemt dat {grade} weg"
        scope = Scope("dekking", "deze hulp")
        more = [self.fact(name, fact, scope) for name, fact in covering.feiten.items()]
        return "; ".join([told, *more])

    def solution(self, solution: Oplossing) -> Iterator[Said]:
        group = f"Oplossing {solution.id}: {solution.wat}"

        def said(about: str, text: str) -> Said:
            return Said(group=group, about=f"{solution.id}.{about}", text=text)

        whose = f", voor {solution.van}" if solution.van else ""
        yield said("soort", f"het gaat om {label(solution.soort_oplossing.waarde)}{whose}")
        if solution.vorm is not None:
            yield said("vorm", f"vorm: {label(solution.vorm.waarde)}")
        if solution.geregistreerd_als is not None:
            text = f"in de administratie heet dit {label(solution.geregistreerd_als.waarde)}"
            yield said("als", text)
        for stuck, grade in solution.dekt.items():
            shown = TAKES_AWAY.get(grade, plain(grade))
            yield said(f"dekt.{stuck}", f"neemt {self.tongue.thing(stuck)} {shown} weg")
        scope = Scope("oplossing", "deze oplossing")
        yield from self.facts(group, solution.feiten, scope, solution.id)

    # -- decisions -------------------------------------------------------------------------

    def decisions(self) -> Iterator[Said]:
        for decision in self.request.besluiten:
            group = f"Besluit {decision.id}, over {decision.over}"
            act = decision.regeling
            parts = [
                f"het gaat over {label(decision.soort_besluit.waarde)}"
                if decision.soort_besluit
                else "",
                f"onderwerp: {plain(decision.onderwerp)}" if decision.onderwerp else "",
                f"regeling: {self.tongue.act(act)}" if act else "",
            ]
            for number, text in enumerate(parts):
                if text:
                    yield Said(group=group, about=f"{decision.id}.{number}", text=text)
            scope = Scope("besluit", "dit besluit")
            yield from self.facts(group, decision.feiten, scope, decision.id)

    def intentions(self) -> Iterator[Said]:
        for intended in self.request.voornemens:
            kind = label(intended.soort_voornemen.waarde)
            group = f"Voornemen {intended.id}"
            about = f", bij besluit {intended.besluit}" if intended.besluit else ""
            about += f", over {intended.betreft}" if intended.betreft else ""
            text = f"wat het college wil: {kind}{about}"
            yield Said(group=group, about=f"{intended.id}.soort", text=text)
            scope = Scope("voornemen", "dit voornemen")
            yield from self.facts(group, intended.feiten, scope, intended.id)

    def plans(self) -> Iterator[Said]:
        for plan in self.request.plannen:
            yield from self.plan(plan)

    def plan(self, plan: Plan) -> Iterator[Said]:
        whose = f" van {together(plan.van)}" if plan.van else ""
        group = f"{upper_first(plain(plan.soort))} ({plan.id}){whose}"
        if plan.tekst:
            yield Said(group=group, about=plan.id, text=quoted(plan.tekst))
        for point in plan.punten:
            over = f", over {self.tongue.thing(point.over)}" if point.over else ""
            text = f"{quoted(point.tekst)} ({point.id}){over}"
            if point.antwoord is not None:
                answer = point.antwoord
                why = quoted(answer.motivering)
                text += f"; {FOLLOWED[answer.gevolgd]} door {label(answer.rol)}: {why}"
            yield Said(group=group, about=f"{plan.id}.{point.id}", text=text)

    def judgements(self) -> Iterator[Said]:
        for made in self.request.beoordelingen:
            over = made.over if isinstance(made.over, str) else ".".join(made.over)
            yield Said(
                group=JUDGED,
                about=f"{made.oordeel}.{over}",
                text=judgement_said(self.tongue, made),
                short=judgement_named(self.tongue, made),
            )
