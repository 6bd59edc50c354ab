"""Writes a tree of texts as YAML, in the order in which it was made."""

from typing import Any

import yaml


def yaml_text(tree: dict[str, Any]) -> str:
    """The tree as YAML that `read_yaml` reads back as the same texts."""
    return str(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=100))
