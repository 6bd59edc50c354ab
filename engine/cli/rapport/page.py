"""The findings as one page that stands on its own: no script, nothing from elsewhere."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from engine.cli.rapport.elements import Cell, Element, anchor, element, link, table, written
from engine.cli.rapport.graph import drawing, rule_anchor
from engine.cli.rapport.lines import figure
from engine.cli.rapport.style import STYLE
from engine.result.controle import Bevindingrij, Controlegegevens
from engine.service import Deel, Dekking, Uitzonderingen, Wetstand

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
GRAVITIES = ("fout", "waarschuwing", "melding")
GENERAL = "algemeen"
TITLE = "Controle van regels"
GRAPH_WORDS = (
    "Een pijl wijst van een regel naar de regel die voor hem opzij gaat. Een gestippeld kader "
    "hoort bij een andere regeling. De tabel eronder zegt hetzelfde."
)
LINE_WORDS = (
    "Een uitgewerkt geval waarin alleen één gegeven oploopt. Een stippellijn is een sprong: daar "
    "verschilt de uitkomst bij de kleinste stap. De tabel onder de tekening noemt dezelfde punten."
)
COVERAGE_WORDS = (
    "Per artikel: hoeveel onderdelen zijn verwerkt, en welk deel van de genoemde regels een "
    "geval heeft waarin de regel geldt, niet geldt, of precies op een grens ligt."
)


@dataclass(frozen=True, kw_only=True)
class Rapport:
    """What goes on the page; without `dekking` the page says why it is not there."""

    gegevens: Controlegegevens
    uitzonderingen: tuple[Uitzonderingen, ...] = ()
    dekking: Dekking | None = None
    versie: str = ""


def page(report: Rapport) -> bytes:
    """The page as HTML."""
    acts = _acts(report)
    day = report.gegevens.get("peildatum", "")
    title = f"{TITLE} op {day}" if day else TITLE
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("title", title),
        element("style", STYLE),
    )
    main = element("main", _summary(report), id="inhoud")
    main.extend(_act(report, act) for act in acts)
    body = element(
        "body",
        element("a", "Naar de inhoud", class_="overslaan", href="#inhoud"),
        element("header", element("h1", title), element("p", _scope(report.gegevens))),
        _contents(report, acts),
        main,
        element("footer", element("p", f"Regelruimte {report.versie}. Advies: een mens beslist.")),
    )
    return written(element("html", head, body, lang="nl"))


def _acts(report: Rapport) -> list[str]:
    """The regulations there is something to say of; what belongs to none comes last."""
    found = {row.get("regeling") or GENERAL for row in report.gegevens["bevindingen"]}
    found |= {act.regeling for act in report.uitzonderingen}
    found |= {stand.regeling for stand in report.dekking.wetten} if report.dekking else set()
    return [*sorted(found - {GENERAL}), *([GENERAL] if GENERAL in found else [])]


def _scope(data: Controlegegevens) -> str:
    if "regels" not in data:
        return "De regelbestanden hebben fouten; verder is niets nagekeken."
    cases = data.get("gevallen")
    told = "De gevallen zijn niet gerekend." if cases is None else f"{cases} gevallen gerekend."
    cities = [city for city in data.get("gemeenten", ()) if city]
    where = f" Gemeenten: {', '.join(cities)}." if cities else ""
    return f"{data['regels']} regels nagekeken. {told}{where}"


def _contents(report: Rapport, acts: Sequence[str]) -> Element:
    items = [element("li", link("#samenvatting", "Samenvatting"))]
    items += [element("li", link(f"#{anchor('wet', act)}", _name(report, act))) for act in acts]
    return element("nav", element("ul", *items), aria_label="Inhoud")


def _name(report: Rapport, act: str) -> str:
    names = {found.regeling: found.naam for found in report.uitzonderingen}
    return names.get(act, act.replace("_", " ").capitalize())


def _summary(report: Rapport) -> Element:
    rows = report.gegevens["bevindingen"]
    counts: Counter[str] = Counter(row["ernst"] for row in rows)
    total = table(
        "Bevindingen naar ernst", ["ernst", "aantal"],
        [[_gravity(kind), str(counts[kind])] for kind in GRAVITIES],
    )  # fmt: skip
    kinds = Counter((row["code"], row["ernst"], row.get("titel", "")) for row in rows)
    order = sorted(kinds, key=lambda kind: (GRAVITIES.index(kind[1]), kind))
    per_code = table(
        "Bevindingen naar soort", ["code", "ernst", "wat", "aantal"],
        [[code, _gravity(how), what, str(kinds[code, how, what])] for code, how, what in order],
    )  # fmt: skip
    shown = [total, per_code] if rows else [element("p", "Er zijn geen bevindingen.")]
    return element("section", element("h2", "Samenvatting"), *shown, id="samenvatting")


def _gravity(kind: str) -> Element:
    return element("span", kind, class_=f"ernst {kind}")


def _act(report: Rapport, act: str) -> Element:
    name = _name(report, act)
    made = element("section", element("h2", name), id=anchor("wet", act))
    made.extend(_findings(report, act, name))
    drawn = [line for line in report.gegevens.get("lijnen", ()) if line["regeling"] == act]
    if drawn:
        made.extend([element("h3", "Verloop"), element("p", LINE_WORDS)])
    for line in drawn:
        made.extend([element("h4", line["toelichting"]), figure(line)])
    for found in report.uitzonderingen:
        if found.regeling == act:
            made.extend(_exceptions(found))
    for stand in report.dekking.wetten if report.dekking else ():
        if stand.regeling == act:
            made.extend(_coverage(stand, name))
    return made


def _findings(report: Rapport, act: str, name: str) -> list[Element]:
    rows = [r for r in report.gegevens["bevindingen"] if (r.get("regeling") or GENERAL) == act]
    if not rows:
        return [element("p", "Geen bevindingen.")]
    heads = ["code", "ernst", "over", "wat", "plaats"]
    shown: list[list[Cell]] = [
        [row["code"], _gravity(row["ernst"]), row.get("over", ""), _what(row),
         element("code", row["plaats"])]
        for row in rows
    ]  # fmt: skip
    return [element("h3", "Bevindingen"), table(f"Bevindingen: {name}", heads, shown)]


def _what(row: Bevindingrij) -> Element:
    """What is the matter, why it may stay, what can be done, and the requests that show it."""
    made = element("div", element("p", row["tekst"]))
    for word, text in (
        ("Mag blijven", row.get("toegestaan")), ("Wat nu", row.get("wat_nu")),
        ("Grens", row.get("grens")),
    ):  # fmt: skip
        if text:
            made.append(element("p", f"{word}: {text}"))
    for number, example in enumerate(row.get("voorbeelden", ()), 1):
        told = element("summary", f"Hulpvraag {number} die dit laat zien")
        made.append(element("details", told, element("pre", example)))
    return made


def _exceptions(act: Uitzonderingen) -> list[Element]:
    before: dict[str, list[Cell]] = {}
    after: dict[str, list[Cell]] = {}
    for edge in act.uitzonderingen:
        mine, other = (link(f"#{rule_anchor(act, n)}", n) for n in (edge.regel, edge.gaat_voor))
        before.setdefault(edge.gaat_voor, []).append(element("li", mine, f" ({edge.verband})"))
        after.setdefault(edge.regel, []).append(element("li", other, f" ({edge.verband})"))
    rows = [
        [
            element("span", rule.id, id=rule_anchor(act, rule.id)),
            link(rule.link, rule.artikel or "geen bron"),
            rule.trede,
            element("ul", *before.get(rule.id, ())) if rule.id in before else "",
            element("ul", *after.get(rule.id, ())) if rule.id in after else "",
            rule.tekst,
        ]
        for rule in act.regels
    ]
    heads = ["regel", "bron", "trede", "gaat opzij voor", "gaat voor", "wat hij zegt"]
    frame = element(
        "div", drawing(act), class_="tekening", role="region", tabindex="0",
        aria_label=f"Tekening van de uitzonderingen: {act.naam}",
    )  # fmt: skip
    figure = element("figure", element("figcaption", GRAPH_WORDS), frame)
    title = f"Uitzonderingen: {act.naam}"
    return [element("h3", "Uitzonderingen"), figure, table(title, heads, rows)]


def _coverage(stand: Wetstand, name: str) -> list[Element]:
    heads = ["artikel", "onderdelen", "weggelaten", "deels", "geldt", "geldt niet", "grens"]
    rows: list[list[Cell]] = [
        [
            article.artikel, str(counts.rijen), str(counts.status.get("weggelaten", 0)),
            str(counts.deels), _share(counts.geldt), _share(counts.geldt_niet),
            _share(counts.grens),
        ]
        for article in stand.artikelen
        for counts in [article.telling]
    ]  # fmt: skip
    told = element("p", COVERAGE_WORDS)
    shown = table(f"Dekking per artikel: {name}", heads, rows)
    return [element("h3", "Dekking door gevallen"), told, shown]


def _share(part: Deel) -> str:
    return f"{part.heeft} van {part.van}" if part.van else "–"
