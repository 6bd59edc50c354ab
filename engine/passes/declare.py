"""Turn declarations into symbols: facts, lists, concepts, norms, amounts, tables, readings.

First half of `resolve`: after this every name has a meaning and a type; formulas come next.
"""

from collections.abc import Iterable
from datetime import date

from engine.errors import Diagnostic
from engine.ir.declarations import Amount, FactDecl, ListDecl, NormField, Reading, Source, Table
from engine.ir.program import Norm
from engine.ir.types import COUNT, DATE, DURATION, PERCENT, YES_NO, Type
from engine.model.regulation import Corpus, Regeling
from engine.model.shared import Bronnen, Getypeerd
from engine.model.vocabulary import Bedrag, Lezing, OpenNorm, OpenTerm, Tabel, Veld
from engine.origin import Origin
from engine.passes.constants import constant, ends_today, fact_bounds, is_unknown, scalar
from engine.passes.entities import Shape
from engine.passes.symbols import BegripDecl, Symbol, Symbols
from engine.values import Value

_UNIT_TYPES = {
    "ja_nee": YES_NO,
    "aantal": COUNT,
    "procent": PERCENT,
    "datum": DATE,
    "duur": DURATION,
}


class Declarations:
    """Collects symbols of all regulations, and the problems met on the way."""

    def __init__(self, corpus: Corpus, day: date) -> None:
        """Read every declaration of the corpus for this peildatum."""
        self.corpus = corpus
        self.day = day
        self.problems: list[Diagnostic] = []
        self.values = {
            name: labels
            for r in corpus.regelingen
            for name, labels in r.secties.waardenlijsten.items()
        }
        self.facts: dict[str, FactDecl] = {}
        self.lists: dict[str, ListDecl] = {}
        self.named: dict[tuple[str, str], Symbol] = {}
        for regeling in corpus.regelingen:
            self._facts(regeling)
            self._lists(regeling)
        for regeling in corpus.regelingen:
            self._names(regeling)

    def symbols(self) -> Symbols:
        """The collected symbols."""
        regelingen = self.corpus.regelingen
        groups = tuple(f"{r.id}.{g}" for r in regelingen for g in r.secties.groepen)
        return Symbols(
            named=self.named,
            facts=self.facts,
            uses={r.id: r.kop.gebruikt for r in regelingen},
            shape=Shape(self.lists, groups),
        )

    def type_of(self, declared: Getypeerd | OpenTerm, at: Origin) -> Type:
        """The type as declared; labels may be a named list of values."""
        if declared.soort == "keuze":
            return Type("keuze", "", self._labels(declared.waarden, at), declared.geordend)
        if declared.soort == "bedrag" and declared.eenheid is None:
            self._problem(
                "R320",
                "een bedrag heeft een eenheid nodig",
                at,
                "schrijf bijvoorbeeld `eenheid: euro/maand`",
            )
        return Type(declared.soort, declared.eenheid or "")

    def _labels(self, given: tuple[str, ...] | str | None, at: Origin) -> tuple[str, ...]:
        if isinstance(given, str):
            if given in self.values:
                return self.values[given]
            self._problem("R230", f"de waardenlijst `{given}` bestaat niet", at)
            return ()
        if not given:
            self._problem("R321", "een keuze heeft `waarden` nodig", at)
        return given or ()

    def _problem(self, code: str, message: str, at: Origin, hint: str = "") -> None:
        self.problems.append(Diagnostic(code=code, message=message, at=at, hint=hint))

    def _facts(self, regeling: Regeling) -> None:
        for name, fact in regeling.secties.gegevens.items():
            kind = self.type_of(fact, fact.herkomst)
            low, high = fact_bounds(fact.grenzen, kind)
            decl = FactDecl(
                name=name,
                entity=fact.over,
                type=kind,
                question=fact.vraag,
                burden=fact.bewijslast or "",
                presumption=self._presumption(fact.vermoeden, kind, fact.herkomst),
                symmetric=fact.symmetrisch,
                changeable=fact.wijzigbaar,
                protected=fact.beschermd or "",
                test_only=fact.alleen_toets,
                low=low,
                high=high,
                past=ends_today(fact.grenzen),
                text=fact.toelichting or "",
                origin=fact.herkomst,
            )
            if decl.presumption is not None and fact.bewijslast != "college":
                self._problem(
                    "R322", f"het vermoeden op `{name}` mag alleen waar het college moet bewijzen",
                    fact.herkomst, "schrijf `bewijslast: college`, of haal het vermoeden weg",
                )  # fmt: skip
            self._add_fact(decl)

    def _lists(self, regeling: Regeling) -> None:
        for name, records in regeling.secties.lijsten.items():
            self.lists[name] = ListDecl(
                name=name,
                owner=records.van,
                complete=records.volledig or name == "omstandigheden",
                question=records.vraag or "",
                origin=records.herkomst,
            )
            for field_name, veld in records.velden.items():
                self._add_fact(self._field(field_name, name, veld, records.herkomst))

    def _field(self, name: str, entity: str, veld: Veld, at: Origin) -> FactDecl:
        kind = self.type_of(veld, at)
        low, high = fact_bounds(veld.grenzen, kind)
        return FactDecl(
            name=name,
            entity=entity,
            type=kind,
            question=veld.vraag or "",
            burden=veld.bewijslast or "",
            presumption=self._presumption(veld.vermoeden, kind, at),
            changeable=veld.wijzigbaar,
            protected=veld.beschermd or "",
            low=low,
            high=high,
            past=ends_today(veld.grenzen),
            origin=at,
        )

    def _presumption(self, text: str | None, kind: Type, at: Origin) -> Value | None:
        if text is None:
            return None
        value = scalar(text, kind)
        if value is None:
            self._problem("R323", f"het vermoeden `{text}` past niet bij {kind}", at)
        return value

    def _add_fact(self, decl: FactDecl) -> None:
        other = self.facts.get(decl.name)
        if other is not None:
            self.problems.append(
                Diagnostic(
                    code="R231",
                    message=f"het gegeven `{decl.name}` is twee keer verklaard",
                    at=decl.origin,
                    also=((other.origin, "de eerste"),),
                    hint="een gegeven staat maar op een plaats",
                )
            )
        self.facts[decl.name] = decl

    def _names(self, regeling: Regeling) -> None:
        parts = regeling.secties
        for name, begrip in parts.begrippen.items():
            kind = self.type_of(begrip, begrip.herkomst)
            self._add(regeling, name, _begrip(regeling, name, begrip.over, kind, begrip.herkomst))
        for name, amount in parts.bedragen.items():
            self._add(regeling, name, self._amount(regeling, name, amount))
        for name, table in parts.tabellen.items():
            if table.vult_in is None:
                self._add(regeling, name, self._table(regeling, name, table))
        for name, reading in parts.lezingen.items():
            self._add(regeling, name, self._reading(regeling, name, reading))
        for name, term in parts.open_termen.items():
            self._add(regeling, name, self._term(regeling, name, term))
        for name, norm in parts.open_normen.items():
            self._add(regeling, name, self._norm(regeling, name, norm))

    def _add(self, regeling: Regeling, name: str, symbol: Symbol) -> None:
        other = self.named.get((regeling.id, name)) or self.facts.get(name)
        if other is not None:
            self.problems.append(
                Diagnostic(
                    code="R232",
                    message=f"de naam `{name}` is al in gebruik",
                    at=symbol.origin,
                    also=((other.origin, "hier"),),
                    hint="kies een andere naam",
                )
            )
        self.named[regeling.id, name] = symbol

    def _amount(self, regeling: Regeling, name: str, amount: Bedrag) -> Amount:
        kind = unit_type(amount.eenheid)
        entries = []
        for start, formula in sorted(amount.vanaf.items()):
            value = constant(formula, kind)
            if value is None and not is_unknown(formula):
                self._problem("R324", f"deze waarde van `{name}` is geen {kind}", formula.at)
            entries.append((start, value))
        return Amount(
            name=f"{regeling.id}.{name}",
            type=kind,
            entries=tuple(entries),
            until=amount.tot,
            sources=sources(amount.bron, regeling.id),
            certainty=amount.zekerheid,
            origin=amount.herkomst,
        )

    def _table(self, regeling: Regeling, name: str, table: Tabel) -> Table:
        return Table(
            name=f"{regeling.id}.{name}",
            kind=table.soort,
            from_type=unit_type(table.van),
            to_type=unit_type(table.naar),
            rows=None,
            gap="geen_waarde",
            sources=sources(table.bron, regeling.id),
            certainty=table.zekerheid,
            origin=table.herkomst,
        )

    def _reading(self, regeling: Regeling, name: str, reading: Lezing) -> Reading:
        yes_no = set(reading.waarden) <= {"ja", "nee"}
        kind = YES_NO if yes_no else Type("keuze", "", reading.waarden)
        values = tuple(v == "ja" if yes_no else v for v in reading.waarden)
        if reading.gekozen not in reading.waarden:
            self._problem("R325", "de gekozen lezing staat niet bij de waarden", reading.herkomst)
        return Reading(
            name=f"{regeling.id}.{name}",
            type=kind,
            values=values,
            chosen=reading.gekozen == "ja" if yes_no else reading.gekozen,
            certainty=reading.zekerheid,
            text=reading.toelichting,
            sources=sources(reading.bron, regeling.id),
            origin=reading.herkomst,
        )

    def _term(self, regeling: Regeling, name: str, term: OpenTerm) -> Symbol:
        if term.soort in ("schijven", "opzoek"):
            return Table(
                name=f"{regeling.id}.{name}",
                kind=term.soort,
                from_type=unit_type(term.van or "aantal"),
                to_type=unit_type(term.naar or "aantal"),
                rows=None,
                gap="delegatie_ontbreekt",
                entity=self._entity(regeling, term.over or "zaak"),
                sources=sources(term.bron, regeling.id),
                origin=term.herkomst,
            )
        kind = self.type_of(term, term.herkomst)
        return _begrip(regeling, name, term.over or "zaak", kind, term.herkomst)

    def _entity(self, regeling: Regeling, name: str) -> str:
        return f"{regeling.id}.{name}" if name in regeling.secties.groepen else name

    def _norm(self, regeling: Regeling, name: str, norm: OpenNorm) -> Norm:
        return Norm(
            name=f"{regeling.id}.{name}",
            regulation=regeling.id,
            entity=norm.over,
            nature=norm.aard,
            question=norm.vraag,
            fields=self._norm_fields(norm),
            roles=norm.bevoegd,
            origin=norm.herkomst,
        )

    def _norm_fields(self, norm: OpenNorm) -> tuple[NormField, ...]:
        given = norm.uitkomst
        if given is None:
            return (NormField(name="", type=YES_NO),)
        if given.soort == "velden":
            return tuple(
                NormField(name=n, type=self.type_of(v, norm.herkomst))
                for n, v in given.velden.items()
            )
        if given.soort == "keuze":
            kind = Type("keuze", "", self._labels(given.waarden, norm.herkomst), given.geordend)
        else:
            kind = Type(given.soort, given.eenheid or "")
        return (NormField(name=given.naam or "", type=kind),)


def _begrip(regeling: Regeling, name: str, entity: str, kind: Type, at: Origin) -> BegripDecl:
    return BegripDecl(name=f"{regeling.id}.{name}", entity=entity, type=kind, origin=at)


def unit_type(unit: str) -> Type:
    """The type that `eenheid`, `van` or `naar` names."""
    if unit in _UNIT_TYPES:
        return _UNIT_TYPES[unit]
    if unit.startswith("euro"):
        return Type("bedrag", unit)
    if unit in ("dagen", "weken", "maanden"):
        return COUNT
    return Type("aantal", unit)


def sources(bronnen: Bronnen, regulation: str) -> tuple[Source, ...]:
    """Legal sources; an article without a regulation is one of the regulation itself."""
    return tuple(
        Source(
            regulation=b.regeling or (regulation if b.artikel else ""),
            article=b.artikel or "",
            paragraph=b.lid or "",
            part=b.onderdeel or "",
            ecli=b.ecli or "",
            method=b.methode or "",
        )
        for b in bronnen
    )


def of_municipality(regelingen: Iterable[Regeling], municipality: str) -> tuple[Regeling, ...]:
    """The regulations that hold here: national ones and those of this municipality."""
    return tuple(r for r in regelingen if r.kop.gemeente is None or r.kop.gemeente == municipality)
