"""Run case files: compare what comes out with what the law gives."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.decide.receipt import plain
from engine.errors import CaseError, Diagnostic
from engine.model.regulation import Corpus
from engine.result.toets import Toets
from engine.service.ports import Rules
from engine.source.case_files import Geval, case_paths, read_cases


@dataclass(frozen=True, kw_only=True)
class Verslag:
    """How one case went: what differs, or what is wrong with the file.

    `treden` holds the rung of every solution in it, as it came out.
    """

    id: str
    naam: str
    herkomst: str
    verschillen: tuple[str, ...] = ()
    fouten: tuple[Diagnostic, ...] = field(default=())
    treden: tuple[str, ...] = ()

    @property
    def goed(self) -> bool:
        """Whether everything came out as expected."""
        return not self.verschillen and not self.fouten


def run_cases(engine: Rules, folders: Sequence[Path] = ()) -> Iterator[Verslag]:
    """Run every case below these folders (default: those of the rules), one by one."""
    for path in case_paths(folders or engine.folders):
        try:
            cases = read_cases(path, str(path))
        except CaseError as error:
            yield Verslag(
                id=path.stem, naam=path.stem, herkomst=str(path), fouten=error.diagnostics
            )
            continue
        for case in cases:
            yield run_case(engine, case)


def run_case(engine: Rules, case: Geval) -> Verslag:
    """Answer the request of a case and compare."""
    where = str(case.herkomst)
    try:
        toets = engine.toets(case.hulpvraag, probing=_probes(case.verwacht))
    except CaseError as error:
        return Verslag(id=case.id, naam=case.naam, herkomst=where, fouten=error.diagnostics)
    found = (*differences(toets, case.verwacht), *_unheard_of(engine.corpus, case.verwacht))
    rungs = tuple(s.trede for need in toets.behoeften for s in need.oplossingen)
    return Verslag(id=case.id, naam=case.naam, herkomst=where, verschillen=found, treden=rungs)


COLLISION = "botsing:"  # signals that the engine makes of two obligations


def _unheard_of(corpus: Corpus, expected: Mapping[str, Any]) -> Iterator[str]:
    """Names that should stay away and that no rule file has: their absence says nothing."""
    parts = [regeling.secties for regeling in corpus.regelingen]
    signals = {signal.id for part in parts for signal in part.signalen}
    for name in expected.get("signalen", {}).get("uit", []):
        if name not in signals and not name.startswith(COLLISION):
            yield f"signaal {name} bestaat niet in de regels"
    asked = {
        name for p in parts for name in (*p.gegevens, *p.open_normen, *p.lijsten)
    }  # fmt: skip
    asked |= {name for p in parts for one in p.lijsten.values() for name in one.velden}
    for name in expected.get("vragen", {}).get("niet", []):
        if name.rpartition(".")[2] not in asked:
            yield f"gegeven of oordeel {name} bestaat niet in de regels"


PROBED = frozenset({"vragen", "takken", "kortste_wijziging"})


def _probes(expected: object) -> bool:
    """Whether something is expected that comes from trying the case with other values."""
    if isinstance(expected, dict):
        return bool(PROBED & expected.keys()) or any(_probes(v) for v in expected.values())
    return isinstance(expected, list) and any(_probes(v) for v in expected)


def differences(toets: Toets, expected: Mapping[str, Any]) -> Iterator[str]:
    """What the Toets says otherwise than expected, in words."""
    yield from _outcomes(toets, expected.get("uitkomsten", {}))
    needs = {n.id: n for n in toets.behoeften}
    for name, want in expected.get("behoeften", {}).items():
        yield from _match(f"behoefte {name}", _known(needs, name), want)
    solutions = {s.id: s for need in toets.behoeften for s in need.oplossingen}
    for name, want in expected.get("oplossingen", {}).items():
        yield from _match(f"oplossing {name}", _known(solutions, name), want)
    plans = {p.id: p for p in toets.plannen}
    for name, want in expected.get("plannen", {}).items():
        yield from _match(f"plan {name}", _known(plans, name), want)
    intended = {v.id: v for v in toets.voornemens}
    for name, want in expected.get("voornemens", {}).items():
        yield from _match(f"voornemen {name}", _known(intended, name), want)
    yield from _lit({s.id for s in toets.signalen}, expected.get("signalen", {}))
    yield from _asked({v.naam for v in toets.vragen}, expected.get("vragen", {}))
    for want in expected.get("termijnen", []):
        if not any(not list(_match("", plain(t), want)) for t in toets.termijnen):
            yield f"termijn {want} ontbreekt"


def _known(found: Mapping[str, object], name: str) -> Any:  # noqa: ANN401 any part of a Toets
    return plain(found[name]) if name in found else None


def _outcomes(toets: Toets, expected: Mapping[str, Any]) -> Iterator[str]:
    for inst, row in expected.items():
        known = toets.uitkomsten.get(inst)
        if known is None:
            yield f"{inst} bestaat niet in de uitkomsten ({', '.join(toets.uitkomsten)})"
            continue
        for name, want in row.items():
            full = [k for k in known if k == name or k.rpartition(".")[2] == name]
            if len(full) != 1:
                yield f"{inst}: `{name}` is {'niet gevonden' if not full else 'niet eenduidig'}"
                continue
            wanted = want if isinstance(want, dict) else {"status": "waarde", "waarde": want}
            yield from _match(f"{inst} {name}", plain(known[full[0]]), wanted)


def _match(where: str, found: Any, want: Any) -> Iterator[str]:  # noqa: ANN401 any YAML data
    if isinstance(want, dict):
        if not isinstance(found, dict):
            yield f"{where}: verwacht {want}, gevonden {found}"
            return
        for key, part in want.items():
            if key == "nodig":
                yield from _needs(where, found.get("nodig", {}), part)
            else:
                yield from _match(f"{where}.{key}", found.get(key), part)
    elif isinstance(want, list):
        yield from _contains(where, found or [], want)
    elif not _same(found, want):
        yield f"{where}: verwacht {want}, gevonden {found}"


def _needs(where: str, found: Mapping[str, Any], want: Mapping[str, Any]) -> Iterator[str]:
    for key, names in want.items():
        if set(found.get(key, [])) != set(names):
            yield f"{where}.nodig.{key}: verwacht {sorted(names)}, gevonden {found.get(key, [])}"


def _contains(where: str, found: Any, want: list[Any]) -> Iterator[str]:  # noqa: ANN401
    for item in want:
        if isinstance(item, dict):
            hit = any(not list(_match("", f, item)) for f in found)
        else:
            hit = any(_same(f, item) or (isinstance(f, dict) and _names(f, item)) for f in found)
        if not hit:
            yield f"{where}: {item} ontbreekt in {_short(found)}"


def _names(found: Mapping[str, Any], name: str) -> bool:
    return name in (found.get("regel"), found.get("id"), found.get("naam"))


def _short(found: Any) -> Any:  # noqa: ANN401
    if isinstance(found, list):
        return [f.get("regel", f) if isinstance(f, dict) else f for f in found]
    return found


def _same(found: object, want: object) -> bool:
    """Equal as text; a number with and without decimals is the same amount."""
    if isinstance(found, bool):
        found = "ja" if found else "nee"
    left, right = str(found), str(want)
    if left == right:
        return True
    return _amount(left) is not None and _amount(left) == _amount(right)


def _amount(text: str) -> tuple[str, str] | None:
    whole, _, cents = text.partition(".")
    if not whole.lstrip("-").isdigit() or (cents and not cents.isdigit()):
        return None
    return whole, cents.rstrip("0")


def _lit(found: set[str], want: Mapping[str, Any]) -> Iterator[str]:
    for name in want.get("aan", []):
        if name not in found:
            yield f"signaal {name} brandt niet (wel: {', '.join(sorted(found))})"
    for name in want.get("uit", []):
        if name in found:
            yield f"signaal {name} brandt, maar hoort uit te blijven"


def _asked(found: set[str], want: Mapping[str, Any]) -> Iterator[str]:
    for name in want.get("wel", []):
        if name not in found:
            yield f"vraag naar {name} ontbreekt (wel: {', '.join(sorted(found))})"
    for name in want.get("niet", []):
        if name in found:
            yield f"vraag naar {name} hoort niet gesteld te worden"
