"""Changes to a request: a path such as `personen.p1.inkomen` and a value; `~` takes away.

Items of a list go by their id. A whole item with a new id is added.
"""

from collections.abc import Iterator

from engine.errors import Diagnostic
from engine.source.nodes import Items, Mapping, Node, Text

GONE = "~"


def changed(tree: Node, changes: Node) -> Node:
    """The tree with these paths changed, in the order in which they are written."""
    result = tree
    for path, value in _written(changes):
        result = _put(result, str(path).split("."), value)
    return result


def dangling(tree: Node, changes: Node) -> Iterator[Diagnostic]:
    """C206 for each change of something that is not there: it would change nothing."""
    result = tree
    for path, value in _written(changes):
        steps = str(path).split(".")
        if _misses(result, steps, value):
            hint = (
                "kijk of de code in de hulpvraag staat, of voeg het onderdeel in zijn geheel toe"
            )
            message = f"`{path}` wijzigt iets dat er niet staat"
            yield Diagnostic(code="C206", message=message, at=path.origin, hint=hint)
        result = _put(result, steps, value)


def _written(changes: Node) -> Iterator[tuple[Text, Node]]:
    if isinstance(changes, Mapping):
        for path, value in changes.items():
            if isinstance(path, Text) and isinstance(value, Mapping | Items | Text):
                yield path, value


def _misses(node: Node, path: list[str], value: Node) -> bool:
    """Whether the path goes through or takes away what is not there; a new item is a block."""
    head, rest = path[0], path[1:]
    if isinstance(node, Items):
        below: Node | None = next((i for i in _nodes(node) if _is(i, head)), None)
    else:
        below = _below(node, head)
    if below is not None:
        return bool(rest) and _misses(below, rest, value)
    new_item = isinstance(value, Mapping) or not isinstance(node, Items)
    return bool(rest) or value == GONE or not new_item


def _put(node: Node, path: list[str], value: Node) -> Node:
    head, rest = path[0], path[1:]
    if isinstance(node, Items):
        return _put_item(node, head, rest, value)
    made = Mapping(node.origin)
    if isinstance(node, Mapping):
        for key, old in node.items():
            made[key] = old
    if rest:
        made[head] = _put(_below(made, head) or Mapping(made.origin), rest, value)
    elif value == GONE:
        made.pop(head, None)
    else:
        made[head] = value
    return made


def _put_item(items: Items, head: str, rest: list[str], value: Node) -> Items:
    made = Items(items.origin)
    found = False
    for item in _nodes(items):
        if not _is(item, head):
            made.append(item)
            continue
        found = True
        if rest:
            made.append(_put(item, rest, value))
        elif value != GONE:
            made.append(value)
    if not found and not rest and isinstance(value, Mapping):
        made.append(_put(value, ["id"], Text.at(head, value.origin)))
    return made


def _below(node: Node, key: str) -> Node | None:
    found = node.get(key) if isinstance(node, Mapping) else None
    return found if isinstance(found, Mapping | Items | Text) else None


def _nodes(items: Items) -> list[Node]:
    return [item for item in items if isinstance(item, Mapping | Items | Text)]


def _is(item: Node, code: str) -> bool:
    return isinstance(item, Mapping) and str(item.get("id", "")) == code
