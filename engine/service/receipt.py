"""The receipt of an answer: what was asked, what came out, and what every rule said that was read.

A receipt can be replayed: then it names the rules and amounts that have changed since, and what
that does to the answer. It holds the request, so whoever keeps it keeps personal data.
"""

import dataclasses
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from engine.decide.probe import Before
from engine.decide.receipt import canonical_json, digest, fingerprints, plain
from engine.decide.toets import Setting
from engine.errors import EngineError
from engine.ir.case import Case
from engine.ir.program import Program
from engine.result.evaluated import Evaluated
from engine.result.toets import Toets
from engine.service.differences import Verschil, differences
from engine.service.used import names_read

FORM = 1
MAX_BYTES = 20_000_000
KEYS = ("bewijs", "regelruimte", "hulpvraag", "toets", "vingerafdrukken", "zegel")
RULE = "regel"
SAME_ANSWER_OTHER_RULES = ("regelruimte", "regelset", "invoer_hash")


class ReceiptError(EngineError):
    """A receipt that cannot be replayed; the message says why, in Dutch."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep what is wrong and what to do about it."""
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True, kw_only=True)
class Bewijs:
    """A receipt; field names are its JSON keys. `zegel` is a hash over everything else."""

    bewijs: int
    regelruimte: str
    hulpvraag: Mapping[str, Any]
    toets: Mapping[str, Any]
    vingerafdrukken: Mapping[str, str]
    zegel: str = ""


@dataclass(frozen=True, kw_only=True)
class Herhaling:
    """What came of replaying a receipt.

    Attributes:
        regels: what was read and now says something else, is new or is gone, in words.
        antwoord: where the answer differs.
        versie: the engine version of the receipt, if that is another.
        toets: the answer as it is now.
    """

    regels: tuple[str, ...]
    antwoord: tuple[Verschil, ...]
    versie: str
    toets: Toets

    @property
    def gelijk(self) -> bool:
        """Whether nothing that was read changed and the answer is the same."""
        return not self.regels and not self.antwoord


class Recorder:
    """Evaluates like the setting does, and keeps which rules were asked."""

    def __init__(self, setting: Setting) -> None:
        """Record the evaluations of this setting."""
        self._evaluate = setting.evaluate
        self.runs: list[Evaluated] = []
        self.setting = replace(setting, evaluate=self.evaluate)

    def evaluate(self, program: Program, case: Case, before: Before | None = None) -> Evaluated:
        """Evaluate and keep the run."""
        run = self._evaluate(program, case, before)
        self.runs.append(run)
        return run

    def asked(self) -> frozenset[int]:
        """Numbers of the rules that were asked in any run; all, where a run does not tell."""
        everything = frozenset(rule.number for rule in self.setting.program.rules)
        found: set[int] = set()
        for run in self.runs:
            steps: Mapping[tuple[int, object, object], object] | None
            steps = getattr(run, "rule_steps", None)
            if steps is None:
                return everything
            found.update(key[0] for key in steps)
        return frozenset(found)


def sealed(receipt: Bewijs) -> Bewijs:
    """The receipt with the hash over its content."""
    open_receipt = replace(receipt, zegel="")
    return replace(receipt, zegel=digest(canonical_json(open_receipt)))


def make_receipt(
    recorder: Recorder, request: Mapping[str, Any], toets: Toets, more: Mapping[str, str]
) -> Bewijs:
    """The receipt of an answer that was made under this recorder.

    Args:
        recorder: Kept which rules were asked.
        request: The request as data.
        toets: The answer.
        more: Fingerprints of what was read besides, such as the rules on other days.
    """
    asked = recorder.asked()
    return sealed(
        Bewijs(
            bewijs=FORM,
            regelruimte=toets.regelruimte,
            hulpvraag=request,
            toets=plain(toets),
            vingerafdrukken={**_read(recorder.setting, asked), **more},
        )
    )


def _read(setting: Setting, asked: Iterable[int]) -> dict[str, str]:
    """Fingerprints of what was read: the rules asked and everything that those name."""
    names = names_read(setting, asked)
    return {key: value for key, value in all_fingerprints(setting).items() if key in names}


def all_fingerprints(setting: Setting) -> dict[str, str]:
    """Fingerprints of everything that can be read, signals included."""
    found = fingerprints(setting.program)
    for name, (_, signal) in setting.signals.items():
        found[f"signaal:{name}"] = digest(canonical_json(content_of(signal)))
    return found


def content_of(part: object) -> Any:  # noqa: ANN401 JSON has many shapes
    """A part of a model without the places where it stands."""
    if dataclasses.is_dataclass(part) and not isinstance(part, type):
        named = [f.name for f in dataclasses.fields(part) if f.name != "herkomst"]
        return {name: content_of(getattr(part, name)) for name in named}
    if isinstance(part, Mapping):
        return {str(key): content_of(value) for key, value in part.items()}
    if isinstance(part, tuple | list):
        return [content_of(item) for item in part]
    return None if part is None else str(part)


def read_receipt(data: bytes) -> Bewijs:
    """Read a receipt.

    Raises:
        ReceiptError: it is no receipt, of another form, or changed since it was made.
    """
    if len(data) > MAX_BYTES:
        raise ReceiptError("dit bestand is te groot voor een bewijs")
    try:
        made = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        hint = "een bewijs maakt u met `regelruimte toets … --bewijs PAD`"
        raise ReceiptError("dit bestand is geen bewijs: het is geen JSON", hint) from error
    if not isinstance(made, dict) or not set(KEYS) <= made.keys():
        hint = "een bewijs maakt u met `regelruimte toets … --bewijs PAD`"
        raise ReceiptError("dit bestand is geen bewijs", hint)
    if made["bewijs"] != FORM:
        hint = "gebruik de versie van regelruimte die het bewijs maakte, of een nieuwere"
        raise ReceiptError("dit bewijs heeft een vorm die deze versie niet kent", hint)
    wrong = {*made} - {*KEYS} or not _is_shaped(made)
    receipt = None if wrong else Bewijs(**made)
    if receipt is None or sealed(receipt).zegel != receipt.zegel:
        hint = "het zegel klopt niet met de inhoud; gebruik het bewijs zoals het gemaakt is"
        raise ReceiptError("dit bewijs is na het maken veranderd", hint)
    return receipt


def _is_shaped(made: Mapping[str, Any]) -> bool:
    parts = ("hulpvraag", "toets", "vingerafdrukken")
    texts = (made["regelruimte"], made["zegel"], *made["vingerafdrukken"])
    return all(isinstance(made[p], dict) for p in parts) and all(isinstance(t, str) for t in texts)


def compare(old: Bewijs, new: Bewijs, setting: Setting, toets: Toets) -> Herhaling:
    """What differs between a receipt and the same request answered again."""
    return Herhaling(
        regels=tuple(_changed(old.vingerafdrukken, new.vingerafdrukken, setting)),
        antwoord=tuple(differences(_answer(old.toets), _answer(new.toets))),
        versie=old.regelruimte if old.regelruimte != new.regelruimte else "",
        toets=toets,
    )


def _answer(toets: Mapping[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in toets.items() if key not in SAME_ANSWER_OTHER_RULES}


def _changed(old: Mapping[str, str], new: Mapping[str, str], setting: Setting) -> Iterable[str]:
    here = all_fingerprints(setting)
    for key in sorted({*old, *new}):
        kind, _, name = key.partition(":")
        before, after = old.get(key), new.get(key, here.get(key))
        if before == after:
            continue
        if before is None:
            yield f"{kind} `{name}` is nieuw, of wordt nu ook gelezen"
        elif after is None:
            yield f"{kind} `{name}` is er niet meer"
        else:
            yield f"{kind} `{name}` is gewijzigd"
