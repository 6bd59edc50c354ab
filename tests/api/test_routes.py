"""What each route gives."""

import json
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from engine.service import Regelruimte
from tests.api.world import DAY, FIXTURES, FOLDERS, JSON, RULE, SIGNAL, YAML, as_json, hulpvraag
from tests.strategies.shipped import loaded

ROOT = Path(__file__).resolve().parents[2]
ODD = "kw-2:1-*8.a"


def answer(client: TestClient, path: str) -> Any:
    found = client.get(path)
    assert found.status_code == 200, found.text
    return found.json()


def test_a_toets_is_the_bytes_of_the_engine(client: TestClient) -> None:
    engine, body = Regelruimte(FOLDERS), as_json(hulpvraag())
    given = client.post("/v1/toetsen", content=body, headers=JSON)
    assert given.content == engine.json(engine.toets(engine.lees_hulpvraag(body)))
    assert given.headers["content-type"] == "application/json"
    outcome = given.json()["uitkomsten"]["persoon:p1"]["kleine_wet.toeslag"]
    assert (outcome["status"], outcome["waarde"]) == ("waarde", "50.00")


def test_json_and_yaml_give_the_same_toets(client: TestClient) -> None:
    yaml = f"""
peildatum: {DAY}
personen:
  p1: {{geboortedatum: 1990-01-01, inkomen: 900, gedetineerd: nee}}
"""
    given = client.post("/v1/toetsen", content=yaml, headers=YAML)
    same = client.post("/v1/toetsen", content=as_json(hulpvraag()), headers=JSON)
    assert given.content == same.content


def test_yaml_sent_as_json_is_refused(client: TestClient) -> None:
    given = client.post("/v1/toetsen", content=f"peildatum: {DAY}", headers=JSON)
    assert given.status_code == 400


@pytest.mark.parametrize("path", ["/v1/gezondheid", "/v1/regelingen", "/v1/niets"])
def test_head_is_get_without_a_body(client: TestClient, path: str) -> None:
    head, get = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (get.status_code, b"")
    assert head.headers == get.headers


def test_head_is_refused_where_get_is(client: TestClient) -> None:
    given = client.head("/v1/toetsen")
    assert (given.status_code, given.headers["allow"]) == (405, "POST")


def test_an_unknown_query_key_is_not_silently_dropped(client: TestClient) -> None:
    for path in ("/v1/regelingen?soort=wet", "/v1/gezondheid?x=1", f"{RULE}&Gemeente=GM0000"):
        given = client.get(path)
        assert (given.status_code, given.json()["errors"][0]["code"]) == (400, "A102"), path
    given = client.post("/v1/toetsen?kort=ja", content=as_json(hulpvraag()), headers=JSON)
    assert given.status_code == 400


def test_a_repeated_query_key_is_refused(client: TestClient) -> None:
    given = client.get(f"{RULE}&peildatum=2025-01-01")
    (fault,) = given.json()["errors"]
    assert (given.status_code, fault["code"], fault["location"]) == (
        400, "A104", {"name": "peildatum"},
    )  # fmt: skip


def test_regulations(client: TestClient) -> None:
    found = {r["id"]: r for r in answer(client, "/v1/regelingen")["regelingen"]}
    assert list(found) == sorted(found)
    act = found["kleine_wet"]
    assert act["link"] == "https://wetten.overheid.nl/BWBR0000000"
    assert act["nagelezen"] == {"bron": "verzonnen tekst", "datum": "2026-11-22"}
    assert (act["aantal_regels"], act["aantal_signalen"]) == (6, 1)


def test_a_rule_with_its_sources_and_what_defeats_it(client: TestClient) -> None:
    rule = answer(client, RULE)
    assert rule["zin"].startswith("Artikel 2, eerste lid, Kleine wet (kw-2): als ")
    assert rule["bronnen"][0]["link"].endswith(f"/BWBR0000000/{DAY}#Artikel2")
    assert rule["wordt_uitgeschakeld_door"] == [
        {
            "regel": "kw-2-detentie",
            "regeling": "kleine_wet",
            "relatie": "sluit_uit",
            "waarom": "expliciet",
            "toelichting": "Wie vastzit, heeft geen recht.",
        }
    ]
    assert "schakelt_uit" not in rule


def test_a_rule_with_what_it_defeats(client: TestClient) -> None:
    rule = answer(client, f"/v1/regels/kw-2-detentie?peildatum={DAY}")
    assert [r["regel"] for r in rule["schakelt_uit"]] == ["kw-2"]
    assert [r["regel"] for r in rule["wordt_uitgeschakeld_door"]] == ["kw-4"]


def test_a_signal(client: TestClient) -> None:
    signal = answer(client, SIGNAL)
    assert (signal["toets"], signal["trede"]) == ("kleine_wet.zeer_dringend", "d")
    assert signal["als"] == [
        {
            "soort": "gegeven",
            "velden": {"naam": ["gedetineerd"], "waarde": ["ja"], "over": ["P"]},
        }
    ]
    assert signal["bronnen"][0]["tekst"] == "artikel 4 Kleine wet"


def test_rules_of_a_municipality_only_there() -> None:
    folders = (*FOLDERS, FIXTURES / "klein_gemeente")
    client = TestClient(create_app(Settings(folders=folders)))
    path = f"/v1/regels/bk-1?peildatum={DAY}"
    assert client.get(path).status_code == 404
    assert answer(client, f"{path}&gemeente=GM0000")["gemeente"] == "GM0000"


@pytest.mark.parametrize("written", [ODD, quote(ODD, safe="")])
def test_ids_with_signs_of_articles(tmp_path: Path, written: str) -> None:
    shutil.copytree(FOLDERS[0], tmp_path / "klein")
    path = tmp_path / "klein" / "kleine_wet" / "toeslag.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("id: kw-2\n", f'id: "{ODD}"\n').replace("[kw-2]", f'["{ODD}"]')
    path.write_text(text, encoding="utf-8")
    client = TestClient(create_app(Settings(folders=(tmp_path / "klein",))))
    assert answer(client, f"/v1/regels/{written}?peildatum={DAY}")["id"] == ODD


def test_health_does_not_read_the_rules(tmp_path: Path) -> None:
    client = TestClient(create_app(Settings(folders=(tmp_path / "weg",))))
    assert answer(client, "/v1/gezondheid")["status"] == "in_orde"


def test_rules_that_do_not_load_are_a_fault_of_our_own(tmp_path: Path) -> None:
    client = TestClient(create_app(Settings(folders=(tmp_path / "weg",))))
    found = client.get("/v1/regelingen")
    assert found.status_code == 500
    assert str(tmp_path) not in found.text


def test_a_day_on_which_the_acts_are_not_divided_so_is_told() -> None:
    client = TestClient(create_app(engine=loaded()))
    for path in ("regels/pw-19-1", "signalen/PW-18-1"):
        found = client.get(f"/v1/{path}?peildatum=2014-12-31")
        assert found.status_code == 400
        (fault,) = found.json()["errors"]
        assert (fault["in"], fault["location"]) == ("query", {"name": "peildatum"})
        assert "kies een andere peildatum" in fault["hint"]
    body = b"peildatum: 2014-01-01\npersonen: {p1: {nederlander: ja}}\n"
    posted = client.post("/v1/toetsen", content=body, headers=YAML)
    assert posted.status_code == 400
    assert [fault["in"] for fault in posted.json()["errors"]] == ["body"]


@pytest.mark.slow
def test_the_shipped_rules_fit_the_document() -> None:
    app = create_app()
    client = TestClient(app)
    body = (ROOT / "voorbeelden" / "taxi.yaml").read_bytes()
    given = client.post("/v1/toetsen", content=body, headers=YAML)
    assert given.status_code == 200, given.text
    _fits(app, "Toets", given.json())
    engine: Regelruimte = app.state.services.engine
    rules = [rule for reg in engine.corpus.regelingen for rule in reg.secties.regels]
    signals = [signal for reg in engine.corpus.regelingen for signal in reg.secties.signalen]
    _fits_one(client, "RegelKaart", "/v1/regels/", [rule.id for rule in rules])
    _fits_one(client, "SignaalKaart", "/v1/signalen/", [signal.id for signal in signals])


def _fits_one(client: TestClient, schema: str, path: str, names: list[str]) -> None:
    """Some ids with signs in them are found and fit."""
    odd = [name for name in names if set(name) & set(":*.")][:15]
    assert odd
    found = [client.get(f"{path}{quote(name)}", params={"peildatum": DAY}) for name in odd]
    good = [answer.json() for answer in found if answer.status_code == 200]
    assert len(good) > len(odd) / 2, "most of these hold on that day"
    for card in good:
        _fits(client.app, schema, card)


def _fits(app: Any, schema: str, found: Any) -> None:
    assert isinstance(app, FastAPI)
    parts = json.loads(json.dumps(app.openapi()["components"]))
    whole = {"$ref": f"#/components/schemas/{schema}", "components": parts}
    Draft202012Validator(whole).validate(found)
