"""Every problem of a request: its code, its place and a hint, all at once, never with a value."""

import re
from pathlib import Path

import pytest

from engine.errors import CODES, CaseError, Diagnostic
from engine.source.cases import build_case
from engine.source.requests import read_request
from tests.requests.programs import FULL, case_of, program

START = FULL[: FULL.index("beoordelingen:")]


def problems(text: str, name: str = "vraag.yaml") -> tuple[Diagnostic, ...]:
    with pytest.raises(CaseError) as caught:
        build_case(read_request(text.encode(), name), program())
    return caught.value.diagnostics


def full(old: str, new: str) -> str:
    assert FULL.count(old) == 1, old
    return FULL.replace(old, new)


def person(facts: str) -> str:
    return f"peildatum: 2026-09-01\npersonen:\n  p1: {{{facts}}}\n"


def judged(**changes: str) -> str:
    keys = {
        "oordeel": "noodzakelijk", "over": "o1", "uitkomst": "ja", "wie": "c1",
        "rol": "consulent", "datum": "2026-09-01", "motivering": "Daarom.",
    } | changes  # fmt: skip
    return f"{START}beoordelingen: [{{{', '.join(f'{k}: {v}' for k, v in keys.items())}}}]"


CROWD = "peildatum: 2026-09-01\npersonen: {" + ", ".join(f"p{n}: {{}}" for n in range(41)) + "}"
BAD = [
    # reading
    ("C101", "peildatum: [", 2),
    ("C101", "peildatum: &a 2026-09-01", 1),
    ("C101", "- a\n--- \n- b", 2),
    ("C102", person(f"bron: '{'x' * 4001}'"), 3),
    ("C102", CROWD, 2),
    ("C102", "[" * 70 + "]" * 70, 1),
    ("C103", "peildatum: 2026-09-01\npeildatum: 2026-09-01", 2),
    ("C104", "peildatum: 2026-09-01\ngemeente:", 2),
    ("C104", full('"Het huishouden lukt niet meer."', "' '"), 25),
    ("C105", "peildatum: 2026-09-01\nbesluitdatum: 2026-09-01", 2),
    ("C105", full("tot: 2026-12-31}", "tot: 2026-12-31, einde: nee}"), 5),
    ("C106", "gemeente: GM0000", 1),
    ("C106", full("van: p1\n    leefgebied", "leefgebied"), 21),
    ("C106", full("besluit: d1, ", ""), 36),
    ("C107", "- peildatum", 1),
    ("C107", "peildatum: 2026-09-01\npersonen: [p1]", 2),
    ("C107", person("loon_netto: [1, 2]"), 3),
    ("C107", "peildatum: {dag: 2026-09-01}", 1),
    ("C108", person("rol: buurman"), 3),
    ("C108", person("aanvrager: {waarde: ja, betwist: mogelijk}"), 3),
    ("C109", "peildatum: 1 september 2026", 1),
    ("C109", "peildatum: 2026-02-30", 1),
    ("C110", "peildatum: 1899-12-31", 1),
    ("C110", person("geboortedatum: 2101-01-01"), 3),
    ("C111", "peildatum: 2026-09-01\ngemeente: Voorbeeldstad", 2),
    ("C112", "peildatum: 2026-09-01\npersonen: {1: {}}", 2),
    ("C112", person("'mijn loon': 3"), 3),
    ("C116", judged(wie="Jan Jansen"), 40),
    # structure
    ("C113", full("id: g9", "id: o1"), 18),
    ("C113", full("id: k1", "id: x2"), 30),
    ("C114", full("{deze: p1, ander: p2,", "{deze: p1, ander: p3,"), 14),
    ("C114", full("over_wie: p2", "over_wie: p3"), 19),
    ("C114", full("dekt: {x1: geheel, x2: deels}", "dekt: {x1: geheel, x3: deels}"), 32),
    ("C114", full("van: [p1, p2, t]", "van: [p1, p2, u]"), 38),
    ("C115", full("besluit: d1, soort", "besluit: o1, soort"), 36),
    ("C114", full("van: [p1, p2, t]", "punten: [{id: n1, tekst: a, over: o9}]"), 38),
    ("C115", full("van: [p1, p2, t]", "punten: [{id: n1, tekst: a, over: p1}]"), 38),
    ("C107", full("van: [p1, p2, t]", "punten: [{id: n1, tekst: a, antwoord: ja}]"), 38),
    ("C117", full("middel: mantelzorg", "middel: oplossing"), 30),
    ("C118", full("{deze: p1, ander: p2,", "{deze: p1, ander: p1,"), 14),
    ("C119", full("tot: 2026-12-31", "tot: 2026-08-31"), 5),
    # personal data
    ("C120", full("Samen thuis", "Nummer 123456782, samen thuis"), 24),
    ("C121", full("Samen thuis", "Mail ik@voorbeeld.nl, samen thuis"), 24),
    ("C122", full("Samen thuis", "Bel 06 12345678, samen thuis"), 24),
    ("C123", full("Samen thuis", "Op 1234 AB 12 samen thuis"), 24),
    ("C126", full("Samen thuis blijven wonen.", '"Samen \\e[31mthuis"'), 24),
    ("C126", full("Samen thuis blijven wonen.", '"Samen \\u202Ethuis"'), 24),
    ("C124", full("Samen thuis", "Op NL91ABNA0417164300 samen thuis"), 24),
    ("C120", person("bezittingen: 123456782"), 3),
    ("C120", "peildatum: 2026-09-01\npersonen: {p123456782: {}}", None),
    ("C125", person("naam: Jan"), 3),
    ("C125", "peildatum: 2026-09-01\nbsn: ja", 2),
    # facts
    ("C129", "peildatum: 2026-09-01\ngemeente: GM0000", 1),
    ("C129", "peildatum: 2026-09-01\ngiften: []", 1),
    ("C130", person("loonnetto: 3"), 3),
    ("C131", person("ouder_van: ja"), 3),
    ("C131", person("waarde_gift: 3"), 3),
    ("C132", person("gezinsinkomen: 3"), 3),
    ("C133", person("geloof: geen"), 3),
    ("C134", person("aanvrager: misschien"), 3),
    ("C134", person("loon_netto: '1.200,50'"), 3),
    ("C134", person("loon_netto: veel"), 3),
    ("C134", full("deel: 20%", "deel: 20"), 36),
    ("C134", full("looptijd: 1 jaar en 3 maanden", "looptijd: lang"), 33),
    ("C135", person("loon_netto: 1200 euro"), 3),
    ("C135", full("uren_gevraagd: 2.5", "uren_gevraagd: 2.5 uur/dag"), 32),
    ("C136", full("leefgebied: werk", "leefgebied: werken"), 23),
    ("C136", full("mate: deels, instemming", "mate: bijna, instemming"), 29),
    ("C137", person("maanden_vrijlating: 7"), 3),
    ("C137", person("bezittingen: -1"), 3),
    ("C143", person("geboortedatum: 2026-09-02"), 3),
    ("C138", person("loon_netto: 1200.505"), 3),
    ("C138", person("loon_netto: 1.200"), 3),
    ("C102", person("loon_netto: 100000000"), 3),
    ("C139", person("aanvrager: {waarde: ja, betwist: ja}"), 3),
    ("C137", person("bezittingen: {waarde: 5, vanaf: 2026-09-01, eerder: -1}"), 3),
    ("C144", person("bezittingen: {waarde: 5, eerder: 1}"), 3),
    ("C140", full("{deze: t, ander: p1, ouder_van: ja}",
                  "{deze: p2, ander: p1, zelfde_hoofdverblijf: nee}"), 15),
    ("C141", full("giften:", "gifte:"), 17),
    ("C141", f"{FULL}gifte: []\n", FULL.count("\n") + 1),
    ("C141", full("giften:", "oplossingen:"), 17),
    ("C142", full("{van: p1, id: g9, ", "{id: g9, "), 18),
    ("C142", full("[{soort_omstandigheid", "[{van: p1, soort_omstandigheid"), 19),
    ("C115", full("{van: p1, id: g9, ", "{van: o1, id: g9, "), 18),
    # judgements
    ("C150", judged(oordeel="noodzakelik"), 40),
    ("C151", judged(oordeel="spoed", over="b1"), 40),
    ("C152", judged(rol="trainer"), 40),
    ("C153", judged(motivering="' '"), 40),
    ("C109", judged(datum="gisteren"), 40),
    ("C146", judged(datum="2026-10-02"), 40),
    ("C106", full(", motivering: Hij werkt.", ""), 42),
    ("C134", judged(uitkomst="deels"), 40),
    ("C136", judged(oordeel="draagt_bij", over="k1", uitkomst="bijna"), 40),
    ("C154", judged(uitkomst="{mate: deels}"), 40),
    ("C154", judged(oordeel="resteert", over="x1", uitkomst="deels"), 40),
    ("C154", judged(oordeel="resteert", over="x1", uitkomst="{mate: deels}"), 40),
    ("C154", judged(uitkomst="afwezig"), 40),
    ("C155", judged(oordeel="passend"), 40),
    ("C156", judged(over="x1"), 40),
    ("C156", judged(over="'gezin:p1'"), 40),
    ("C156", judged(over="[o1, o2]"), 40),
    ("C156", judged(over="zaak"), 40),
    ("C156", judged(oordeel="dringend", over="zaak"), 40),
    ("C156", judged(oordeel="dringend", over="[]"), 40),
    ("C156", judged(oordeel="huishouding", over="[]"), 40),
    ("C156", judged(oordeel="zorgvuldig", over="p1"), 40),
    ("C156", judged(oordeel="huishouding", over="p1"), 40),
    ("C156", judged(oordeel="huishouding", over="'p1>p1'"), 40),
    ("C156", judged(oordeel="draagt_bij", over="[x1]", uitkomst="deels"), 40),
    ("C114", judged(over="o9"), 40),
    ("C114", judged(oordeel="huishouding", over="'p1>p9'"), 40),
    ("C114", judged(oordeel="draagt_bij", over="[x1, mantelzorg]", uitkomst="deels"), 40),
    ("C158", judged(oordeel="'feit:aanvrager'", over="p1"), 40),
    ("C130", judged(oordeel="'feit:aanvraag'", over="p1"), 40),
    ("C159", judged(oordeel="dringend", over="t"), 40),
]  # fmt: skip
TWICE = FULL[FULL.index("  - {oordeel: noodzakelijk") : FULL.index("  - {oordeel: wmo.draagt_bij")]


@pytest.mark.parametrize(("code", "text", "line"), BAD)
def test_one_problem(code: str, text: str, line: int | None) -> None:
    found = problems(text)
    assert [problem.code for problem in found] == [code], "\n".join(map(str, found))
    assert found[0].at.file == "vraag.yaml"
    if line is not None:
        assert found[0].at.line == line
    assert found[0].message[0].islower() or found[0].message[0] == "`"
    assert not found[0].message.endswith(".")
    assert found[0].hint


@pytest.mark.parametrize(("text", "hint"), [
    ("maanden_vrijlating: 7", "schrijf een getal van 0 tot en met 6"),
    ("maanden_vrijlating: veel", "schrijf het getal in cijfers, zoals 2"),
])  # fmt: skip
def test_of_a_number_is_told_what_it_may_be(text: str, hint: str) -> None:
    assert [problem.hint for problem in problems(person(text))] == [hint]


def test_judged_twice() -> None:
    found = problems(FULL + TWICE)
    assert [problem.code for problem in found] == ["C157"]


def test_every_code_has_an_example() -> None:
    shown = {code for code, _, _ in BAD} | {"C145", "C157"}  # C145: see test_days.py
    assert shown == {code for code in CODES if code.startswith("C1")}


def test_every_code_in_use_has_a_title() -> None:
    used: set[str] = set()
    for folder in ("source", "model"):
        for path in sorted((Path(__file__).parents[2] / "engine" / folder).glob("*.py")):
            used |= set(re.findall(r'"(C1\d{2})"', path.read_text(encoding="utf-8")))
    assert used == {code for code in CODES if code.startswith("C1")}


def test_all_problems_of_reading_at_once() -> None:
    found = problems(
        "peildatum: nu\ngemeente: x\npersonen: {p1: {rol: buur, naam: Jan}}\n"
        "behoeften: [{id: b1}, {van: p1, wat: x}]\n"
    )
    assert [problem.code for problem in found] == [
        "C109", "C111", "C108", "C125", "C106", "C106", "C106", "C106",
    ]  # fmt: skip


def test_all_problems_of_meaning_at_once() -> None:
    text = FULL.replace("loon_netto: 1200.50", "loon_netto: x").replace("over: o1", "over: o9")
    assert [p.code for p in problems(text.replace("deel: 20%", "deel: 2"))] == [
        "C134", "C134", "C114",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (person("loonnetto: 3"), "bedoelt u `loon_netto`?"),
        (person("rol: netwerken"), "bedoelt u `netwerk`?"),
        ("peildatum: 2026-09-01\npeildatm: 2026-09-01", "bedoelt u `peildatum`?"),
        (full("giften:", "gifte:"), "bedoelt u `giften`?"),
        ("peildatum: 2026-09-01\nbehoefte: [{id: b1}]", "bedoelt u `behoeften`?"),
        (full("leefgebied: werk", "leefgebied: werken"), "bedoelt u `werk`?"),
        (judged(oordeel="noodzakelik"), "bedoelt u `noodzakelijk`?"),
        ("peildatum: 2026-09-01", "wat voor die persoon belangrijk is"),
        (person("geboortedatum: 2027-01-01"), "laat het weg zolang het er niet is"),
        (judged(rol="trainer"), "bevoegd: consulent, jurist"),
        (
            judged(oordeel="draagt_bij", over="[x1, mantelzorg]", uitkomst="deels"),
            "gebruikelijke_hulp",
        ),
    ],
)
def test_hints_name_the_nearest_word(text: str, hint: str) -> None:
    assert hint in problems(text)[0].hint


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"personen:\n  p1:\n  \tnederlander: ja\n", "hier staat een tab"),
        (b"PK\x03\x04\xff\xfe", "document, zoals van Word of een PDF"),
        (b"%PDF-1.7\n\xe2\xe3", "document, zoals van Word of een PDF"),
    ],
)
def test_what_is_no_yaml_is_told_by_what_it_is(data: bytes, message: str) -> None:
    with pytest.raises(CaseError) as caught:
        read_request(data, "vraag.yaml")
    assert message in caught.value.diagnostics[0].message


@pytest.mark.parametrize("key", ["behoeften", "belemmeringen", "oplossingen", "beoordelingen"])
def test_a_block_under_the_singular_of_a_key_is_told_once(key: str) -> None:
    """And not what stands in it: that is read once the key is right."""
    singular = key.removesuffix("n") if key == "behoeften" else key.removesuffix("en")
    found = problems(FULL.replace(f"{key}:", f"{singular}:"))
    assert [(p.code, p.hint) for p in found] == [("C105", f"bedoelt u `{key}`?")]


@pytest.mark.parametrize(("code", "text"), [(c, t) for c, t, _ in BAD if "C119" < c < "C125"])
def test_personal_data_is_never_repeated(code: str, text: str) -> None:
    shown = "\n".join(map(str, problems(text)))
    assert code in shown
    secrets = ("123456782", "voorbeeld.nl", "12345678", "1234 AB", "NL91", "0417164300")
    assert not any(secret in shown for secret in secrets)


MARKED = "geheimwoord"


@pytest.mark.parametrize("line", range(1, 42))
def test_values_are_never_repeated(line: int) -> None:
    """Put a marked word in the place of every value in turn; no message may show it."""
    lines = FULL.splitlines()
    for found in re.finditer(r"(?<=: )[\w.%-]+(?=[,}\]]|$)", lines[line - 1]):
        changed = lines[line - 1][: found.start()] + MARKED + lines[line - 1][found.end() :]
        text = "\n".join([*lines[: line - 1], changed, *lines[line:]])
        try:
            case_of(text)
        except CaseError as error:
            shown = str(error)
            # An id that is well formed may be named: it is a code, not a value.
            assert MARKED not in shown or re.search(r"C11[345]", shown), shown


# -- JSON -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "text", "column"),
    [
        ("C101", '{"peildatum": "2026-09-01"', 27),
        ("C101", '{"peildatum": "2026-09-01",}', 28),
        ("C101", '{"peildatum": 2026-09-01}', 15),
        ("C101", '{"peildatum": "2026-09-01"} x', 29),
        ("C101", '{peildatum: "2026-09-01"}', 2),
        ("C101", '{"peildatum" "2026-09-01"}', 14),
        ("C101", '{"peildatum": "2026-09-01', 15),
        ("C101", '{"peildatum": NaN}', 15),
        ("C101", '{"peildatum": "2026-09-01", "id": "a\\u0000"}', 35),
        ("C101", '{"peildatum": "2026-09-01", "id": "a\\ud83d"}', 35),
        ("C102", "[" * 70 + "]" * 70, 66),
        ("C103", '{"peildatum": "2026-09-01", "peildatum": "2026-09-01"}', 29),
        ("C104", '{"peildatum": "2026-09-01", "gemeente": null}', 41),
        ("C108", '{"peildatum": "2026-09-01", "procedure": {"x": true}}', 48),
        ("C107", "[]", 1),
    ],
)
def test_json_problems(code: str, text: str, column: int) -> None:
    found = problems(text, "vraag.json")
    assert [(problem.code, problem.at.line, problem.at.column) for problem in found] == [
        (code, 1, column)
    ]


@pytest.mark.parametrize("name", ["vraag.yaml", "vraag.json"])
def test_limits_and_encoding(name: str) -> None:
    with pytest.raises(CaseError) as caught:
        read_request(b"{" + b" " * 1_000_001, name)
    assert caught.value.diagnostics[0].code == "C102"
    with pytest.raises(CaseError) as caught:
        read_request(b'{"peildatum": "\xff"}', name)
    assert caught.value.diagnostics[0].code == "C101"


@pytest.mark.parametrize(
    ("outcome", "times", "code"),
    [("{waarde: ja}", 1, "C154"), ("misschien", 1, "C134"), ("nee", 2, "C157")],
)
def test_judging_a_disputed_fact(outcome: str, times: int, code: str) -> None:
    judgement = (
        f"{{oordeel: 'feit:aanvrager', over: p1, uitkomst: {outcome}, wie: c1, rol: jurist,"
        " datum: 2026-09-01, motivering: Daarom.}"
    )
    disputed = person("aanvrager: {waarde: ja, betwist: ja, eigen_woorden: Dat klopt niet.}")
    found = problems(f"{disputed}beoordelingen: [{', '.join([judgement] * times)}]")
    assert [problem.code for problem in found] == [code]


def test_a_birth_on_the_day_itself_is_no_mistake() -> None:
    case = case_of(person("geboortedatum: 2026-09-01"))
    assert len(case.facts) >= 1


def test_one_thing_to_look_at_is_enough() -> None:
    for text in (person(""), "peildatum: 2026-09-01\nprocedure: {verslag_gegeven: ja}"):
        assert case_of(text).day.year == 2026
