"""A small hand-made program that knows one or two of everything a request can hold."""

from datetime import date

from engine.ir.case import Case
from engine.ir.declarations import FactDecl, GroupDecl, ListDecl, NormField
from engine.ir.nodes import Lit
from engine.ir.program import Norm, Program
from engine.ir.types import COUNT, DATE, DURATION, PERCENT, PERSON, YES_NO, Type, money
from engine.source.cases import build_case
from engine.source.requests import read_request

DAY = date(2026, 9, 1)
TEXT = Type("tekst")
MATE = Type("keuze", "", ("niet", "deels", "geheel"), ordered=True)
EURO, EURO_MONTH = money("euro"), money("euro/maand")


def _facts() -> dict[str, FactDecl]:
    made = [
        FactDecl(name="geboortedatum", entity="persoon", type=DATE, past=True),
        FactDecl(name="loon_netto", entity="persoon", type=EURO_MONTH),
        FactDecl(name="bezittingen", entity="persoon", type=EURO, low=0),
        FactDecl(name="aanvrager", entity="persoon", type=YES_NO),
        FactDecl(name="maanden_vrijlating", entity="persoon", type=COUNT, low=0, high=6),
        FactDecl(name="geloof", entity="persoon", type=TEXT, test_only=True),
        FactDecl(name="rol", entity="persoon", type=Type("keuze", "", ("inwoner", "netwerk"))),
        FactDecl(name="zelfde_hoofdverblijf", entity="paar", type=YES_NO, symmetric=True),
        FactDecl(name="ouder_van", entity="paar", type=YES_NO),
        FactDecl(name="gezinsinkomen", entity="gezin", type=EURO_MONTH),
        FactDecl(name="soort_oplossing", entity="oplossing",
                 type=Type("keuze", "", ("hulpmiddel", "begeleiding", "eigen_actie"))),
        FactDecl(name="kosten_oplossing", entity="oplossing", type=EURO),
        FactDecl(name="uren_gevraagd", entity="oplossing", type=Type("aantal", "uur/week")),
        FactDecl(name="looptijd", entity="oplossing", type=DURATION),
        FactDecl(name="leefgebied", entity="behoefte",
                 type=Type("keuze", "", ("werk", "zingeving"))),
        FactDecl(name="ernst", entity="belemmering", type=TEXT),
        FactDecl(name="middel", entity="dekking",
                 type=Type("keuze", "", ("mantelzorg", "gebruikelijke_hulp", "oplossing"))),
        FactDecl(name="mate", entity="dekking", type=MATE),
        FactDecl(name="instemming", entity="dekking", type=YES_NO),
        FactDecl(name="aanvraag_op", entity="besluit", type=DATE),
        FactDecl(name="deel", entity="voornemen", type=PERCENT),
        FactDecl(name="verslag_gegeven", entity="zaak", type=YES_NO),
        FactDecl(name="ontvangen_op", entity="giften", type=DATE),
        FactDecl(name="waarde_gift", entity="giften", type=EURO),
        FactDecl(name="over_wie", entity="omstandigheden", type=PERSON),
        FactDecl(name="soort_omstandigheid", entity="omstandigheden",
                 type=Type("keuze", "", ("zorgtaak", "dakloos"))),
    ]  # fmt: skip
    return {decl.name: decl for decl in made}


def _norm(name: str, entity: str, *fields: NormField, **more: object) -> Norm:
    return Norm(
        name=name,
        regulation=name.partition(".")[0],
        entity=entity,
        nature="oordeel",
        question="?",
        fields=fields or (NormField(name="", type=YES_NO),),
        roles=("consulent", "jurist"),
        **more,  # type: ignore[arg-type]
    )


def _norms() -> dict[str, Norm]:
    made = [
        _norm("pw.noodzakelijk", "oplossing"),
        _norm("pw.dringend", "pw.gezin"),
        _norm("pw.afstemming", "pw.gezin", NormField(name="afwijking", type=EURO_MONTH),
              none_value=0),
        _norm("wmo.huishouding", "paar"),
        _norm("wmo.draagt_bij", "dekking", NormField(name="", type=MATE)),
        _norm("wmo.resteert", "belemmering", NormField(name="mate", type=MATE),
              NormField(name="uren", type=COUNT)),
        _norm("wmo.passend", "oplossing", advice=("medisch_advies", "veilig_thuis")),
        _norm("wmo.zorgvuldig", "zaak"),
        _norm("wmo.spoed", "behoefte"),
        _norm("jw.spoed", "behoefte"),
        _norm("pw.gift", "giften"),
        _norm("pw.terug", "voornemen"),
        _norm("pw.verwijt", "persoon"),
    ]  # fmt: skip
    return {norm.name: norm for norm in made}


def program(**changes: object) -> Program:
    """The program; any part may be replaced."""
    parts: dict[str, object] = {
        "day": DAY,
        "municipality": "GM0000",
        "facts": _facts(),
        "lists": {
            "giften": ListDecl(name="giften", owner="persoon"),
            "schulden": ListDecl(name="schulden", owner="persoon"),
            "omstandigheden": ListDecl(name="omstandigheden", owner="zaak", complete=True),
        },
        "groups": {
            "pw.gezin": GroupDecl(
                name="pw.gezin", regulation="pw", edge=Lit(value=False, type=YES_NO)
            )
        },
        "amounts": {},
        "tables": {},
        "readings": {},
        "norms": _norms(),
        "begrippen": {},
        "rules": (),
    }
    return Program(**(parts | changes))  # type: ignore[arg-type]


def case_of(text: str) -> Case:
    """The case that a request in YAML gives."""
    return build_case(read_request(text.encode(), "vraag.yaml"), program())


FULL = """\
id: vraag-1
peildatum: 2026-09-01
beslisdatum: 2026-10-01
gemeente: GM0000
tijdvak: {van: 2026-09-01, tot: 2026-12-31}
personen:
  p2: {loon_netto: 1200.50}
  p1:
    aanvrager: ja
    geboortedatum: {waarde: 1995-01-01, bron: brp}
    bezittingen: afwezig
  t: {rol: netwerk}
relaties:
  - {deze: p1, ander: p2, zelfde_hoofdverblijf: ja}
  - {deze: t, ander: p1, ouder_van: ja}
giften:
  - {van: p1, ontvangen_op: 2026-03-01, waarde_gift: 350}
  - {van: p1, id: g9, waarde_gift: 60.05 euro}
omstandigheden: [{soort_omstandigheid: zorgtaak, over_wie: p2}]
behoeften:
  - id: b1
    van: p1
    leefgebied: werk
    wat_is_belangrijk: Samen thuis blijven wonen.
    waarom_nog_niet: "Het huishouden lukt niet meer."
    belemmeringen: [{id: x1, tekst: huishouden}, {id: x2, tekst: overbelast, over: p2, ernst: zwaar}]
    eigen_plan: {acties: [buurvrouw helpt], netwerk: [{wie: tante, hoe_lang: blijvend}], ontbreekt: []}
    dekkingen:
      - {belemmering: x1, middel: gebruikelijke_hulp, door: p2, mate: deels, instemming: ja}
      - {id: k1, belemmering: x2, middel: mantelzorg, mate: deels}
    oplossingen:
      - {id: o1, wat: schoonmaak, soort_oplossing: begeleiding, uren_gevraagd: 2.5, dekt: {x1: geheel, x2: deels}}
      - {id: o2, wat: dagopvang, soort_oplossing: hulpmiddel, vorm: natura, van: p2, looptijd: 1 jaar en 3 maanden, kosten_oplossing: 480.00}
besluiten: [{id: d1, over: p1, regeling: wmo, soort_besluit: pgb, onderwerp: hulp, aanvraag_op: 2026-08-01}]
voornemens:
  - {id: v1, besluit: d1, soort_voornemen: herzien, deel: 20%}
  - {id: v2, betreft: p2, soort_voornemen: maatregel}
plannen: [{id: fgp, soort: familiegroepsplan, van: [p1, p2, t]}]
procedure: {verslag_gegeven: ja}
beoordelingen:
  - {oordeel: noodzakelijk, over: o1, uitkomst: ja, wie: consulent-1, rol: consulent, datum: 2026-09-02, motivering: Gezien de rapportage., bewijs: [gesprek]}
  - {oordeel: wmo.draagt_bij, over: [x1, gebruikelijke_hulp], uitkomst: deels, wie: consulent-1, rol: consulent, datum: 2026-09-02, motivering: Hij werkt.}
  - {oordeel: resteert, over: x1, uitkomst: {mate: deels, uren: 3}, wie: c1, rol: jurist, datum: 2026-09-02, motivering: Zware taken.}
"""  # noqa: E501
