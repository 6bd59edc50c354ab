"""Writes docs/twijfels.md: every legal doubt that stands in the rules, or compares it with them.

Three kinds: readings (`lezingen`), remarks of the author (`# LEGAL:`), and what is of low
certainty.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from engine.model.regulation import Regeling
from engine.model.shared import Bron
from engine.service import Regelruimte, shipped_rules

PAGE = Path(__file__).resolve().parent.parent / "docs" / "twijfels.md"
REMARK = re.compile(r"^ *# LEGAL: (.+(?:\n *# .+)*)$", re.MULTILINE)
SOURCE = re.compile(r'artikel: "([^"]+)"(?:, lid: "([^"]+)")?')
HEAD = """# Twijfels

Hier staat elke twijfel over het recht die in de regels is opgeschreven. Deze bladzijde wordt uit
de regels gemaakt (`make twijfels`); een controle houdt haar bij. Voor een jurist is dit de lijst
om mee te beginnen.

* Een **lezing** is een vraag waarop de wet twee antwoorden toelaat. Wij kiezen er een, en tonen
  bij een uitkomst ook wat de andere lezing geeft.
* Een **opmerking** zegt wat wij hebben aangenomen of weggelaten.
* Wat een **lage zekerheid** heeft, is niet in de tekst van de wet zelf nagelezen. Een antwoord dat
  erop rust, zegt dat bovenaan.
"""


def source(found: Bron) -> str:
    """A source in a few words."""
    lid = f" lid {found.lid}" if found.lid else ""
    return f"{found.artikel}{lid}" if found.artikel else found.ecli or found.methode or ""


def readings(regeling: Regeling) -> Iterator[str]:
    """One line per reading."""
    for name, reading in sorted(regeling.secties.lezingen.items()):
        others = ", ".join(v for v in reading.waarden if v != reading.gekozen)
        where = source(reading.bron[0])
        yield (
            f"* `{name}` (artikel {where}): {reading.toelichting} Gekozen: {reading.gekozen}; "
            f"ook mogelijk: {others}."
        )


def remarks(folder: Path) -> Iterator[str]:
    """One line per remark, with the article of what follows it."""
    for path in sorted(folder.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        for found in REMARK.finditer(text):
            after = SOURCE.search(text, found.end())
            lid = f" lid {after[2]}" if after and after[2] else ""
            place = f", bij artikel {after[1]}{lid}" if after and found.start() > 200 else ""
            whole = re.sub(r"\n *# ", " ", found[1])
            remark = whole[0].upper() + whole[1:]
            yield f"* {remark.rstrip('.')}. (`{path.name}`{place})"


def uncertain(regeling: Regeling) -> Iterator[str]:
    """One line per rule, judgement or amount of low certainty."""
    parts = regeling.secties
    for rule in parts.regels:
        if rule.zekerheid == "low":
            yield f"* regel `{rule.id}` (artikel {source(rule.bron[0])}): {rule.toelichting}"
    for name, norm in sorted(parts.open_normen.items()):
        if norm.zekerheid == "low":
            yield f"* oordeel `{name}` (artikel {source(norm.bron[0])}): {norm.vraag}"
    for name, amount in sorted(parts.bedragen.items()):
        if amount.zekerheid == "low":
            yield f"* bedrag `{name}` (artikel {source(amount.bron[0])})"


def page() -> str:
    """The whole page."""
    root, told = shipped_rules(), [HEAD]
    for regeling in sorted(Regelruimte().corpus.regelingen, key=lambda r: r.kop.naam):
        heads = (*root.glob("*.yaml"), *root.rglob("regeling.yaml"))
        folder = next(p.parent for p in heads if _is(p, regeling.id))
        parts = {
            "Lezingen": list(readings(regeling)),
            "Opmerkingen": list(remarks(folder)),
            "Lage zekerheid": list(uncertain(regeling)),
        }
        if any(parts.values()):
            told.append(f"## {regeling.kop.naam}\n")
            told += [
                f"### {head}\n\n" + "\n".join(rows) + "\n" for head, rows in parts.items() if rows
            ]
    return "\n".join(told)


def _is(head: Path, name: str) -> bool:
    return (
        re.search(rf"^regeling: {name}$", head.read_text(encoding="utf-8"), re.MULTILINE)
        is not None
    )


def main() -> int:
    """Return 1 when --controleer finds a difference."""
    parser = argparse.ArgumentParser(description="Schrijft of controleert docs/twijfels.md.")
    parser.add_argument("--controleer", action="store_true", help="vergelijk alleen")
    text = page()
    if not parser.parse_args().controleer:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.read_text(encoding="utf-8") == text:
        return 0
    print("docs/twijfels.md is niet bij; draai 'make twijfels'.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
