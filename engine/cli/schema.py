"""`regelruimte schema`: the generated JSON schemas."""

import json

from engine.cli.problems import DONE, Problem
from engine.cli.usage import likely
from engine.service import schemas


def show(name: str) -> int:
    """Print one schema, or the names of all."""
    known = schemas()
    if not name:
        print("\n".join(sorted(known)))
        return DONE
    if name not in known:
        hint = likely(name, known) or f"kies uit: {', '.join(sorted(known))}"
        raise Problem(f"het schema `{name}` bestaat niet", hint)
    print(json.dumps(known[name], ensure_ascii=False, indent=2, sort_keys=True))
    return DONE
