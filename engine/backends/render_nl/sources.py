"""Legal sources: how they are cited, and links built from BWB id, date, article and lid."""

import re
from collections.abc import Sequence
from datetime import date

from engine.backends.render_nl.dutch import listing, lower_first, ordinal, together
from engine.backends.render_nl.names import letters
from engine.backends.render_nl.words.acts import ACTS, COURTS, SHORT
from engine.backends.render_nl.words.labels import METHODS
from engine.ir.declarations import Source
from engine.ir.program import Program, Rule

WETTEN = "https://wetten.overheid.nl"
RECHTSPRAAK = "https://deeplink.rechtspraak.nl/uitspraak?id="
NEUTER = ("besluit", "verdrag", "wetboek", "evrm")
_BWB = re.compile(r"bwb[rv]\d{7}", re.IGNORECASE)


def act_name(program: Program, act: str) -> str:
    """The name by which readers know an act: short for the best known, else in full."""
    if act in SHORT:
        return SHORT[act]
    known = next((r.name for r in program.regulations if r.id == act), "")
    if known:
        return known
    if _BWB.fullmatch(act):
        return act.upper()
    return ACTS[act][0] if act in ACTS else letters(act)


def the_act(program: Program, act: str) -> str:
    """The name of an act with its article: `de Participatiewet`, `het Besluit zorgverzekering`."""
    name = act_name(program, act)
    first = name.partition(" ")[0].lower()
    if first in ("de", "het"):
        return lower_first(name)
    return f"{'het' if first.endswith(NEUTER) else 'de'} {name}"


def bwb_of(program: Program, act: str) -> str:
    """The BWB id of an act; empty when it is not in the national register."""
    known = next((r.bwb for r in program.regulations if r.id == act), "")
    if known or act not in ACTS:
        return known or (act.upper() if _BWB.fullmatch(act) else "")
    return ACTS[act][1]


def cite(program: Program, source: Source) -> str:
    """A source in words: `artikel 22a, eerste lid, Participatiewet`, a ruling or a method."""
    if source.ecli:
        return f"{court(source.ecli)}, {source.ecli}"
    if source.method:
        return METHODS.get(source.method, f"werkwijze {letters(source.method)}")
    parts = [f"artikel {source.article}"] if source.article else []
    if source.paragraph:
        parts.append(f"{ordinal(source.paragraph)} lid")
    if source.part:
        parts.append(f"onderdeel {source.part}")
    name = act_name(program, source.regulation)
    if len(parts) == 1:
        return f"{parts[0]} {name}"
    return ", ".join([*parts, name])


def cite_all(program: Program, sources: Sequence[Source]) -> str:
    """All sources of something, in their order; paragraphs of one article are taken together."""
    told: list[str] = []
    for group in _grouped(sources):
        first = group[0]
        if len(group) == 1:
            told.append(cite(program, first))
            continue
        if all(s.part for s in group):
            more = together([s.part for s in group])
            lid = f", {ordinal(first.paragraph)} lid" if first.paragraph else ""
            more = f"{lid}, onderdeel {more}"
        else:
            more = f", {together([ordinal(s.paragraph) for s in group])} lid"
        told.append(f"artikel {first.article}{more}, {act_name(program, first.regulation)}")
    return "; ".join(told) if len(told) > 2 else together(told)


def _grouped(sources: Sequence[Source]) -> list[list[Source]]:
    """Neighbours that differ only in paragraph, or only in part, stand together."""
    groups: list[list[Source]] = []
    for source in sources:
        last = groups[-1][-1] if groups else None
        if last is not None and _same_but_one(last, source):
            groups[-1].append(source)
        else:
            groups.append([source])
    return groups


def _same_but_one(one: Source, other: Source) -> bool:
    if not one.article or (one.regulation, one.article) != (other.regulation, other.article):
        return False
    if one.part and other.part:
        return one.paragraph == other.paragraph
    return bool(one.paragraph and other.paragraph) and not one.part and not other.part


def cite_rule(program: Program, rule: Rule) -> str:
    """The first source of a rule, with its id: `artikel 3:4, tweede lid, Awb (awb-3:4-2)`."""
    if not rule.sources:
        return f"{act_name(program, rule.regulation)} ({rule.id})"
    return f"{cite(program, rule.sources[0])} ({rule.id})"


def cite_together(program: Program, ids: Sequence[str]) -> str:
    """Rules by their articles, per act: `artikel 11 en 16 Participatiewet (x-11, x-16)`."""
    acts: dict[str, list[Rule]] = {}
    told = []
    for rule in filter(None, map(program.rule_named, dict.fromkeys(ids))):
        acts.setdefault(rule.sources[0].regulation if rule.sources else "", []).append(rule)
    for act, rules in acts.items():
        articles = sorted({r.sources[0].article for r in rules if r.sources}, key=_by_number)
        named = ", ".join(rule.id for rule in rules)
        if act and all(articles):
            told.append(f"artikel {together(articles)} {act_name(program, act)} ({named})")
        else:
            told.append(f"{together([cite_rule(program, rule) for rule in rules])}")
    told += [name for name in dict.fromkeys(ids) if program.rule_named(name) is None]
    return listing(told)


def _by_number(article: str) -> list[tuple[int, str]]:
    """Articles in the order of the act: 9 before 11, 2.3.2 before 2.3.10."""
    found = re.findall(r"(\d+)(\D*)", article)
    return [(int(number), rest) for number, rest in found]


def court(ecli: str) -> str:
    """The court that gave a ruling."""
    code = ecli.split(":")[2] if ecli.count(":") >= 4 else ""
    return COURTS.get(code, "rechtbank" if code.startswith("RB") else "rechter")


def deep_link(program: Program, source: Source, day: date) -> str:
    """The address of an article as it stood on that day, or of a ruling; empty when none."""
    if source.ecli:
        return RECHTSPRAAK + source.ecli
    bwb = bwb_of(program, source.regulation)
    if not bwb or not source.article:
        return ""
    return f"{WETTEN}/{bwb}/{day.isoformat()}#Artikel{source.article}"


def juriconnect(program: Program, source: Source, day: date) -> str:
    """The Juriconnect reference of an article as it stood on that day; empty when none."""
    bwb = bwb_of(program, source.regulation)
    if not bwb or not source.article:
        return ""
    lid = f"&lid={source.paragraph}" if source.paragraph else ""
    part = f"&o={source.part}" if source.part else ""
    when = f"&z={day.isoformat()}&g={day.isoformat()}"
    return f"jci1.3:c:{bwb}&artikel={source.article}{lid}{part}{when}"
