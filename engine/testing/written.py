"""A case as the request that a municipality would type, so that it can be run again."""

import json
from typing import Any

from engine.ir.case import Case
from engine.ir.program import Program
from engine.source.case_writer import written_request
from engine.source.yaml_out import yaml_text
from engine.testing.folder import Folder


def request_text(case: Case, program: Program) -> str:
    """The request of a case in YAML: what `regelruimte toets` reads."""
    return yaml_text(written_request(case, program))


def read_back(folder: Folder, case: Case, *, turned: bool = False) -> Case:
    """The case that comes of the written request, or of that request in reverse order.

    Raises:
        CaseError: this is not what a request may say; all problems at once.
    """
    data = written_request(case, folder.program)
    written = json.dumps(_turned(data) if turned else data).encode()
    return folder.engine.case(folder.engine.lees_hulpvraag(written, "tweeling.json"))


def _turned(data: Any) -> Any:  # noqa: ANN401 any part of a request
    """The same with keys and named parts in reverse order.

    Records without an id keep theirs, for it is their number, and so does what `over` lists.
    """
    if isinstance(data, dict):
        return {key: _turned(data[key]) for key in reversed(list(data))}
    if not isinstance(data, list):
        return data
    named = all(isinstance(row, dict) and row.keys() & {"id", "oordeel", "deze"} for row in data)
    return [_turned(row) for row in (reversed(data) if named else data)]
