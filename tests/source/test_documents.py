"""Short ways of writing mean the same as the long ones, and every item knows its place."""

import pytest

from engine.model.regulation import Corpus, Regeling
from engine.model.rule import Doelwit
from engine.model.shared import Bron
from engine.model.signal import Patroon
from engine.model.vocabulary import Factor
from engine.origin import Origin
from engine.source.corpus import SourceFile, read_files
from engine.source.documents import build
from engine.source.nodes import Items, Mapping
from engine.source.yaml_text import read_yaml

HEAD = "regeling: proef\nnaam: Proef\nsoort: wet\n"


def corpus(body: str, head: str = HEAD) -> Corpus:
    file = SourceFile("proef", "proef.yaml", (head + body).encode(), head=True)
    read, found = read_files([file])
    assert [str(d) for d in found if not d.is_warning] == []
    return read


def regulation(body: str) -> Regeling:
    [only] = corpus(body).regelingen
    return only


def rule(body: str) -> str:
    start = "regels:\n  - id: a-1\n    bron: {artikel: '1'}\n    over: persoon\n"
    return start + "    toelichting: Een proef.\n    dan: {x: 1}\n" + body


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (
            "begrippen: {x: {over: persoon, soort: aantal, bron: {artikel: '1'}, rest: 0}}",
            "begrippen: {x: {over: persoon, soort: aantal, bron: [{artikel: '1'}], "
            "rest: {waarde: 0}}}",
        ),
        (rule("    sluit_uit: [b-1]\n"), rule("    sluit_uit: [{regel: b-1}]\n")),
        (
            rule("    verleent: {voor: vervoer}\n"),
            rule("    verleent: {voor: [vervoer]}\n"),
        ),
        (
            "open_normen: {n: {bron: {artikel: '1'}, over: persoon, vraag: 'Wat?', "
            "bevoegd: [jurist], factoren: [geweld]}}",
            "open_normen: {n: {bron: [{artikel: '1'}], over: persoon, vraag: 'Wat?', "
            "bevoegd: [jurist], factoren: [{naam: geweld}]}}",
        ),
        (
            rule("    als: {alle: [a, b]}\n"),
            rule("    als: a en b\n"),
        ),
    ],
)
def test_short_and_long_are_equal(short: str, long: str) -> None:
    assert regulation(short + "\n") == regulation(long + "\n")


def test_a_pattern_of_a_signal() -> None:
    body = (
        "signalen:\n  - id: S-1\n    soort: proces\n    bron: {artikel: '1'}\n    toets: n\n"
        "    als:\n      - gegeven: {naam: gehoord, waarde: [nee, onbekend], over: V}\n"
    )
    [signal] = regulation(body).secties.signalen
    expected = {"naam": ("gehoord",), "waarde": ("nee", "onbekend"), "over": ("V",)}
    assert signal.als == (Patroon(soort="gegeven", velden=expected),)


def test_every_item_knows_its_place() -> None:
    body = (
        "begrippen:\n  x: {over: persoon, soort: aantal}\n"
        + rule("    sluit_uit: [b-1, {artikel: '2'}]\n")
        + "open_normen:\n  n: {bron: {artikel: '1'}, over: persoon, vraag: 'W?', bevoegd: [j]}\n"
    )
    read = regulation(body)
    [first] = read.secties.regels
    assert read.kop.herkomst == Origin("proef.yaml", 1, 1)
    assert read.secties.begrippen["x"].herkomst == Origin("proef.yaml", 5, 3)
    assert first.herkomst == Origin("proef.yaml", 7, 5)
    assert [t.herkomst for t in first.sluit_uit] == [
        Origin("proef.yaml", 12, 17),
        Origin("proef.yaml", 12, 22),
    ]
    assert first.sluit_uit == (Doelwit(regel="b-1"), Doelwit(artikel="2"))
    assert read.secties.open_normen["n"].herkomst == Origin("proef.yaml", 14, 3)


def test_text_in_the_model_is_plain_text() -> None:
    read = regulation("begrippen: {x: {over: persoon, soort: keuze, waarden: [a, b]}}\n")
    concept = read.secties.begrippen["x"]
    assert isinstance(concept.waarden, tuple)
    parts = (read.id, concept.over, concept.soort, *concept.waarden)
    assert {type(part) for part in parts} == {str}


def test_what_is_wrong_is_left_out_and_the_rest_stays() -> None:
    body = "begrippen:\n  x: {over: persoon, soort: janee}\n  y: {over: persoon, soort: aantal}\n"
    file = SourceFile("proef", "proef.yaml", (HEAD + body).encode(), head=True)
    read, found = read_files([file])
    assert [d.code for d in found] == ["R104"]
    assert list(read.regelingen[0].secties.begrippen) == ["y"]


def test_build_reads_any_construct() -> None:
    tree, _ = read_yaml(b"naam: geweld\nrichting: voor\n", "f")
    found: list[object] = []
    assert build(Factor, tree, found) == Factor(naam="geweld", richting="voor")
    assert found == []
    tree, _ = read_yaml(b"{artikel: '1', alinea: '2'}", "f")
    assert build(Bron, tree, found) is None
    assert len(found) == 1


def test_nodes_are_what_pydantic_reads() -> None:
    tree, _ = read_yaml(b"a: [b]", "f")
    assert isinstance(tree, Mapping)
    assert isinstance(tree["a"], Items)
    assert isinstance(tree, dict)
    assert isinstance(tree["a"], list)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("begripen: {a: b}\n", "bedoelt u `begrippen`?"),
        ("doelen: x\n", "bedoelt u `doel`?"),
        ("begrippen: {x: {over: persoon, soort: janee}}\n", "bedoelt u `ja_nee`?"),
        ("begrippen: {x: {over: persoon, soort: q}}\n", "kies uit: ja_nee, aantal"),
        ("begrippen: {x: {soort: aantal}}\n", "voeg `over: …` toe (waarover het begrip gaat)"),
        (rule("    qqqq: 1\n"), "rules/_schema"),
        (rule("    kan: {q: 1}\n"), "kies uit: keuze, gebonden"),
    ],
)
def test_hints_name_the_likely_word(body: str, words: str) -> None:
    file = SourceFile("proef", "proef.yaml", (HEAD + body).encode(), head=True)
    [found] = read_files([file])[1]
    assert words in found.hint
