"""Where in a file a value stands, found by walking the located tree along a path of keys and numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .document import Document, Map, Seq, Text

Path = Sequence[str | int]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: its document, line and column from 1, its length, and whether it is unquoted."""

    document: Document
    line: int
    column: int
    length: int
    plain: bool


def locate(document: Document, node: Any, path: Path) -> Place:
    """Follow `path` as far as it goes; an empty value is placed at its key, a missing one at what should hold it."""
    place = _own_place(document, node, Place(document, 1, 1, 1, True))
    for step in path:
        if isinstance(node, Map):
            key = next((k for k in node if k == step), None)
            if key is None:
                return place
            node = node[key]
            place = _own_place(document, node, _own_place(document, key, place))
        elif isinstance(node, Seq) and isinstance(step, int) and step < len(node):
            node = node[step]
            place = _own_place(document, node, place)
        else:
            return place
    return place


def key_place(document: Document, node: Any, path: Path) -> Place:
    """Where the last key of `path` stands, rather than its value."""
    holder = node
    for step in path[:-1]:
        known = isinstance(holder, Map) and step in holder
        listed = isinstance(holder, Seq) and isinstance(step, int) and step < len(holder)
        holder = holder[step] if known or listed else None
    key = next((k for k in holder if k == path[-1]), None) if isinstance(holder, Map) else None
    return _own_place(document, key, locate(document, node, path))


def _own_place(document: Document, node: Any, otherwise: Place) -> Place:
    if isinstance(node, Text):
        return Place(document, node.line, node.column, max(1, len(node.split("\n")[0])), node.plain)
    if isinstance(node, Map | Seq):
        return Place(document, node.line, node.column, 1, True)
    return otherwise
