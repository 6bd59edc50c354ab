"""publiccode.yml is complete and agrees with pyproject.toml."""

from typing import Any

import yaml

from tests.architecture.repository import ROOT, pyproject

REQUIRED = (
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "developmentStatus",
    "softwareType",
    "description.nl.shortDescription",
    "description.nl.longDescription",
    "description.nl.features",
    "description.en.shortDescription",
    "description.en.longDescription",
    "description.en.features",
    "legal.license",
    "maintenance.type",
    "maintenance.contacts",
    "localisation.localisationReady",
    "localisation.availableLanguages",
)
SHORT, LONG_FROM, LONG_TO = 150, 150, 10_000


def value(data: Any, path: str) -> Any:
    for key in path.split("."):
        data = data.get(key) if isinstance(data, dict) else None
    return data


def faults(data: Any) -> list[str]:
    found = [path for path in REQUIRED if not value(data, path)]
    for language, texts in (data.get("description") or {}).items():
        if len(texts.get("shortDescription", "")) > SHORT:
            found.append(f"{language}: shortDescription")
        if not LONG_FROM <= len(texts.get("longDescription", "")) <= LONG_TO:
            found.append(f"{language}: longDescription")
    contacts = value(data, "maintenance.contacts") or []
    return found + [
        f"contact: {contact.get('name')}"
        for contact in contacts
        if not contact.get("email", "").endswith("@example.org")
    ]


def load(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


def published() -> Any:
    return load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))


def test_publiccode_is_complete() -> None:
    assert faults(published()) == []


def test_publiccode_agrees_with_the_package() -> None:
    data, project = published(), pyproject()["project"]
    assert data["publiccodeYmlVersion"] == "0"
    assert (data["softwareVersion"], data["legal"]["license"]) == (
        project["version"],
        project["license"],
    )


def test_faults_are_found() -> None:
    data = published()
    del data["legal"]
    data["maintenance"]["contacts"][0]["email"] = "iemand@elders.nl"
    data["description"]["nl"]["shortDescription"] = "x" * (SHORT + 1)
    assert faults(data) == [
        "legal.license",
        "nl: shortDescription",
        "contact: Beheerder van Regelruimte",
    ]
