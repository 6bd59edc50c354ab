"""Personal data in free text: found, named by kind only, and ordinary sentences left alone."""

import pytest

from engine.source.privacy import ADDRESS, BSN, EMAIL, IBAN, PHONE, Finding, personal_data

# Made up: 123456782 and 111222333 satisfy the check digits but belong to nobody.
FOUND = [
    ("mijn nummer is 123456782", BSN),
    ("123456782", BSN),
    ("Nummer 123456782, zegt hij", BSN),
    ("p123456782", BSN),
    ("nummer 1234.56.782.", BSN),
    ("111 222 333", BSN),
    ("BSN: 123456789", BSN),
    ("bsn nummer 12345678", BSN),
    ("nummer １２３４５６７８２", BSN),
    ("12345\u200b6782", BSN),
    ("mail naar jan.de.vries@voorbeeld.nl", EMAIL),
    ("j+1@a-b.example.org is mijn mail", EMAIL),
    ("bel 0612345678", PHONE),
    ("bel 06-12345678.", PHONE),
    ("bel 06 1234 5678", PHONE),
    ("bel 06 - 12 34 56 78", PHONE),
    ("tel. +31 6 12345678", PHONE),
    ("tel. +31(0)612345678", PHONE),
    ("tel. 0031612345678", PHONE),
    ("tel (010) 123 45 67", PHONE),
    ("tel 0301234567", PHONE),
    ("woont op 1234 AB 12", ADDRESS),
    ("woont op 1234AB 12a", ADDRESS),
    ("1234 AB, nr. 7", ADDRESS),
    ("Dorpsstraat 12, 1234 AB Dorp", ADDRESS),
    ("Dorpsstraat 12 b 1234ab", ADDRESS),
    ("Kerkstraat 12", ADDRESS),
    ("zij woont aan de Lindenlaan 4", ADDRESS),
    ("Oude Rijksweg 100", ADDRESS),
    ("rekening NL91ABNA0417164300", IBAN),
    ("rekening NL91 ABNA 0417 1643 00 is van mij", IBAN),
    ("nl91abna0417164300", IBAN),
    ("AB12 en NL91ABNA0417164300", IBAN),
    ("DE89 3704 0044 0532 0130 00", IBAN),
]

INNOCENT = [
    "Schone kleren voor de baby.",
    "Op 2026-09-01 was het 3 uur per week.",
    "Van 01-09-2026 tot 31-12-2026, 12 weken.",
    "De schuld is 3900 euro, de rente 123.45 euro.",
    "€ 1.234.567,82 en € 123456782",
    "123456782 euro",
    "bedrag 1.234.567,82",
    "ECLI:NL:CRVB:2019:3535 en ECLI:NL:RVS:2023:772",
    "BWBR0035362 artikel 2.3.5 lid 3",
    "artikel 18 lid 1, 22a, 31 lid 2 m en 4:84 Awb",
    "Wmo 2015 en Pw 2004, samen 12 regels",
    "sinds 2019 is 3 keer gebeld",
    "123456789",  # nine digits, but the check digits do not fit
    "tussen 10 en 20 uur, 36 uur per week",
    "0612",
    "112 of 0800-1234",
    "zaaknummer Z-2026-000123",
    "huisnummer 12",
    "Onderweg 3 keer gestopt, langs de weg 2 uur gewacht",
    "Stationsplein 2 keer per week",
    "1013.90",
    "2027.79",
    "p1",
    "x1.oplossing.o1",
    "schuldregeling 36 maanden, 3 kinderen van 4, 9 en 15",
    "in 2024 verhuisd naar nr 3",
    "NL is een land, IBAN niet genoemd",
]


@pytest.mark.parametrize(("text", "kind"), FOUND)
def test_personal_data_is_found(text: str, kind: Finding) -> None:
    assert personal_data(text) == (kind,)


@pytest.mark.parametrize("text", INNOCENT)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert personal_data(text) == ()


@pytest.mark.parametrize(("text", "kind"), FOUND)
def test_the_finding_never_holds_the_text(text: str, kind: Finding) -> None:
    (found,) = personal_data(f"Er staat: {text}")
    assert not any(character.isdigit() for character in found.what)
    assert found.code == kind.code


def test_all_kinds_are_told_at_once() -> None:
    text = "bel 06-12345678 of mail jan@example.org, bsn 123456782"
    assert personal_data(text) == (EMAIL, BSN, PHONE)
