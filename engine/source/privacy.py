"""Finds personal data that does not belong in a request: numbers, addresses, ways to reach people.

Says what kind was found, never the text itself. A number counts only when its check digits fit,
and dates, amounts of money and rulings are looked past, so that ordinary sentences are accepted.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A kind of personal data, with its code."""

    code: str
    what: str


BSN = Finding("C120", "een burgerservicenummer")
EMAIL = Finding("C121", "een e-mailadres")
PHONE = Finding("C122", "een telefoonnummer")
ADDRESS = Finding("C123", "een adres")
IBAN = Finding("C124", "een rekeningnummer")

# What steers a screen or turns the order of letters: it can make a text look like another one.
STEERING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
PERSONAL_KEYS = frozenset({
    "naam", "voornaam", "achternaam", "voorletters", "bsn", "burgerservicenummer", "sofinummer",
    "adres", "straat", "straatnaam", "huisnummer", "postcode", "telefoon", "telefoonnummer",
    "mobiel", "email", "e_mail", "e-mail", "mailadres", "emailadres", "iban", "rekeningnummer",
})  # fmt: skip

_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_INNOCENT = re.compile(
    r"ECLI(?::[\w.]+){3,4}"  # a ruling
    r"|BWB[RV]\d+"  # an act
    rf"|(?<!\d){_YEAR}-{_MONTH}-{_DAY}(?!\d)"  # a date
    rf"|(?<!\d){_DAY}([-/. ]){_MONTH}\1{_YEAR}(?!\d)"
    r"|(?:€|\b(?:euro|eur)\b)\s*\d[\d.]*(?:,\d\d|,-)?(?!\d)"  # an amount of money
    r"|(?<![\d.])\d[\d.]*(?:,\d\d|,-)?\s*(?:€|\b(?:euro|eur)\b)"
    r"|(?<![\d.])\d{1,3}(?:\.\d{3})*,\d\d(?!\d)",
    re.IGNORECASE,
)
FEWEST_DIGITS = 5  # a postcode with a house number; all but an e-mail and a street have more
_DIGIT = re.compile(r"\d")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_BSN = re.compile(r"(?<!\d)(?:\d{9}|\d{4}([ .-])\d\d\1\d{3}|\d{3}([ .-])\d{3}\2\d{3})(?!\d|,\d)")
_CALLED_BSN = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofinummer)\b\W{0,3}(?:\w+\W{1,3})?\d{6,9}\b"
)
_PHONE = re.compile(
    r"(?<![\w.,-])(?:(?:\+|00)[1-9]\d{0,2}[ .-]?(?:\(0\)[ .-]?)?\d|\(?0[1-9])"
    r"(?:[ .)-]{0,3}\d){8}(?!\w)"
)
_POSTCODE = r"(?:[1-9]\d{3} [A-Z]{2}|[1-9]\d{3}[A-Za-z]{2})"
_ADDRESS = re.compile(
    rf"\b{_POSTCODE}\b\W{{0,3}}(?:(?:nr|nummer|huisnummer|huisnr)\b\W{{0,3}})?\d{{1,5}}(?!\d)"
    rf"|(?<![\d-])\d{{1,5}}(?: ?[a-zA-Z])?\W{{1,3}}{_POSTCODE}\b"
)
_STREET = re.compile(
    r"\b(?!Onderweg|Overweg|Midweg)[A-Z][\w'’.-]*(?:straat|laan|weg|plein|gracht|kade|singel|steeg"
    r"|plantsoen|boulevard) \d{1,4}(?! ?(?:keer|maal|uur|dagen|weken|maanden|jaar|euro))\b"
)
_IBAN = re.compile(r"(?=\b([A-Z]{2}\d\d(?: ?[A-Z0-9]){11,30}\b))", re.IGNORECASE)
_IBAN_LENGTH = {
    "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CZ": 24, "DE": 22, "DK": 18, "ES": 24, "FI": 18,
    "FR": 27, "GB": 22, "GR": 27, "HU": 28, "IE": 22, "IT": 27, "LT": 20, "LU": 20, "NL": 18,
    "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "TR": 26,
}  # fmt: skip


def personal_data(text: str) -> tuple[Finding, ...]:
    """Every kind of personal data in a text, each once.

    Example:
        >>> [found.code for found in personal_data("Bel 06 1234 5678 of mail p@example.org.")]
        ['C121', 'C122']
        >>> personal_data("Op 2026-09-01 was de schuld 123.456,78 euro.")
        ()
    """
    street = (ADDRESS,) if _STREET.search(text) else ()
    if "@" not in text and len(_DIGIT.findall(text)) < FEWEST_DIGITS:
        return street
    return tuple(dict.fromkeys((*_kinds(_visible(text)), *street)))


def _kinds(plain: str) -> Iterator[Finding]:
    """The kinds with signs or digits; what was recognised is not read again as another kind."""
    if _EMAIL.search(plain):
        yield EMAIL
    accounts = [found[1] for found in _IBAN.finditer(plain) if _is_iban(found[1])]
    if accounts:
        yield IBAN
    for account in accounts:
        plain = plain.replace(account, " § ")
    rest = _INNOCENT.sub(" § ", plain)
    if _CALLED_BSN.search(rest.lower()) or any(_is_bsn(f[0]) for f in _BSN.finditer(rest)):
        yield BSN
    if _PHONE.search(rest):
        yield PHONE
    if _ADDRESS.search(rest):
        yield ADDRESS


def _visible(text: str) -> str:
    """The text as a reader sees it: look-alike digits made plain, invisible signs left out."""
    if text.isascii():
        return text
    same = unicodedata.normalize("NFKC", text)
    return "".join(c for c in same if unicodedata.category(c) != "Cf")


def _is_bsn(text: str) -> bool:
    digits = [int(c) for c in text if c.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return any(digits) and sum(d * w for d, w in zip(digits, weights, strict=True)) % 11 == 0


def _is_iban(text: str) -> bool:
    compact = text.replace(" ", "").upper()
    # The match may have run on into the next word; the country says where it should end.
    return _mod_97(compact[: _IBAN_LENGTH.get(compact[:2], len(compact))])


def _mod_97(iban: str) -> bool:
    return int("".join(str(int(c, 36)) for c in iban[4:] + iban[:4])) % 97 == 1
