"""Parts of a page: elements, tables that scroll by themselves, and anchors.

Text goes in as text and is escaped when the page is written; nothing here takes markup.
"""

import re
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

Element = ET.Element
Cell = str | Element


def element(tag: str, *content: Cell, **attributes: str) -> Element:
    """An element with its content; a trailing `_` of an attribute falls off, `_` is a dash."""
    names = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    made = ET.Element(tag, names)
    add(made, *content)
    return made


def add(parent: Element, *content: Cell) -> None:
    """Put text and elements at the end of an element."""
    for item in content:
        if isinstance(item, Element):
            parent.append(item)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + item
        else:
            parent.text = (parent.text or "") + item


def link(href: str, text: str) -> Cell:
    """A link; plain text where there is nowhere to go."""
    return element("a", text, href=href) if href else text


def anchor(*parts: str) -> str:
    """An id that a link can name, made from words."""
    return "-".join(re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in parts)


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Element:
    """A table whose first column names the row; on a small screen it scrolls in its own frame."""
    made = element("table", element("caption", caption))
    top = element("tr", *(element("th", head, scope="col") for head in heads))
    made.append(element("thead", top))
    body = element("tbody")
    for row in rows:
        first = element("th", row[0], scope="row")
        body.append(element("tr", first, *(element("td", cell) for cell in row[1:])))
    made.append(body)
    return element("div", made, class_="tabel", role="region", tabindex="0", aria_label=caption)


def written(page: Element) -> bytes:
    """The page as HTML."""
    text: str = ET.tostring(page, encoding="unicode", method="html")
    return f"<!doctype html>\n{text}\n".encode()
