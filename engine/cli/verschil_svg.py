"""The chart of a comparison as one SVG file: no script, no font, no link to elsewhere.

Who cannot see it reads the same numbers in its description; no colour stands for something that
is not also written.
"""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from engine.cli.verschil_words import Staaf, case_bars, claim_bars
from engine.result.verschil import Regelverschil

WIDTH, LABELS, BARS = 860, 400, 380
ROW, TOP, MARGIN = 30, 56, 24
COLOURS = {
    "vooruit": "#1b6e3c", "achteruit": "#a3241d", "gemengd": "#6b3fa0", "onzeker": "#8a5a00",
    "anders": "#2f5f8f", "past_niet": "#8a5a00", "gelijk": "#5f6b76",
}  # fmt: skip
INK, PAPER = "#1a1a1a", "#ffffff"


def picture(found: Regelverschil) -> bytes:
    """The chart: cases per kind of effect, then per entitlement how often it goes up or down."""
    cases, claims = case_bars(found), claim_bars(found)
    height = TOP + MARGIN + ROW * (len(cases) + (len(claims) + 2 if claims else 0))
    box = f"0 0 {WIDTH} {height}"
    svg = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg", "viewBox": box, "width": str(WIDTH),
            "height": str(height), "role": "img", "aria-labelledby": "titel beschrijving",
            "lang": "nl", "font-family": "sans-serif", "font-size": "15",
        },
    )  # fmt: skip
    title = (
        f"Wat het verschil tussen {found.oud} en {found.nieuw} met {found.gevallen} gevallen doet"
    )
    ET.SubElement(svg, "title", {"id": "titel"}).text = title
    told = "; ".join(f"{bar.label}: {bar.aantal}" for bar in (*cases, *claims))
    ET.SubElement(svg, "desc", {"id": "beschrijving"}).text = f"{told}."
    ET.SubElement(svg, "rect", {"width": str(WIDTH), "height": str(height), "fill": PAPER})
    _text(svg, (MARGIN, 34), f"Gevallen: {found.oud} → {found.nieuw}", bold=True)
    below = _bars(svg, cases, TOP)
    if claims:
        _text(svg, (MARGIN, below + ROW + 8), "Per aanspraak, hoe vaak", bold=True)
        _bars(svg, claims, below + ROW * 2 - 8)
    drawn: bytes = ET.tostring(svg, encoding="utf-8", xml_declaration=True)
    return drawn


def _bars(svg: ET.Element, bars: Sequence[Staaf], top: int) -> int:
    """Draw bars below each other; gives where the next may begin."""
    most = max((bar.aantal for bar in bars), default=0)
    for bar in bars:
        length = -(-bar.aantal * BARS // most) if most else 0
        _text(svg, (MARGIN, top + 19), bar.label)
        place = {"x": str(LABELS), "y": str(top + 4), "height": "20", "width": str(length)}
        ET.SubElement(svg, "rect", {**place, "fill": COLOURS[bar.soort]})
        _text(svg, (LABELS + length + 8, top + 19), str(bar.aantal))
        top += ROW
    return top


def _text(svg: ET.Element, at: tuple[int, int], text: str, *, bold: bool = False) -> None:
    place = {"x": str(at[0]), "y": str(at[1]), "fill": INK}
    weight = {"font-weight": "bold"} if bold else {}
    ET.SubElement(svg, "text", {**place, **weight}).text = text
