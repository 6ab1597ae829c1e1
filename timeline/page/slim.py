"""Text trees made lighter for a file: what the app needs of them and a page of its own does not is left out."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from ..reading import Node

# Links in the file open in the same tab and are found by their address; the page as a whole sends no referrer.
_DROPPED = {"data-event", "data-told", "target", "title", "rel"}
# Classes whose look the page gets from where the element stands; some of their spans become shorter elements.
_PLAIN = {"told", "sentence", "n", "publisher", "host", "date"}
_EVENT = "#ev-"
_SHORTER = {"date": "b", "marks": "sup"}


def slim(node: Node) -> list[Node]:
    """The node without attributes that the page does not use and without spans that then say nothing."""
    if node is None:
        return []
    if not isinstance(node, list | tuple):
        return [node]
    if not _is_element(node):
        return [kept for child in node for kept in slim(child)]
    tag, attributes, children = node
    inner = [kept for child in children for kept in slim(child)]
    kept = {k: v for k, v in attributes.items() if k not in _DROPPED}
    name = kept.get("className", "")
    if name in _PLAIN or name in _SHORTER:
        del kept["className"]
    tag = _SHORTER.get(name, tag) if tag == "span" else tag
    if tag == "b" and not inner:
        return []
    if kept.get("dir") == "auto" and not _right_to_left(inner):
        del kept["dir"]
    return inner if tag == "span" and not kept else [[tag, kept, inner]]


def within(nodes: Sequence[Node], rows: Mapping[str, int]) -> list[Node]:
    """The slim nodes with links to those events only that are on the page; other events keep their words."""
    kept: list[Node] = []
    for node in nodes:
        if not isinstance(node, list):
            kept.append(node)
            continue
        tag, attributes, children = node
        inner = within(children, rows)
        away = attributes.get("href", "").startswith(_EVENT) and attributes["href"].removeprefix(_EVENT) not in rows
        kept.extend(inner if away else [[tag, attributes, inner]])
    return kept


def compact(node: Node, rows: Mapping[str, int]) -> Node:
    """A slim node as `["tag.class", attributes if there are any, *children]`; a link to an event as `["e", row]`,
    since the page has the event's date and title already.
    """
    if not isinstance(node, list):
        return node
    tag, attributes, children = node
    event = attributes.get("href", "").removeprefix(_EVENT)
    if tag == "a" and event in rows:
        return ["e", rows[event]]
    rest = {key: value for key, value in attributes.items() if key != "className"}
    name = f"{tag}.{attributes['className']}" if "className" in attributes else tag
    return [name, *([rest] if rest else []), *(compact(child, rows) for child in children)]


def _is_element(node: Any) -> bool:
    return len(node) == 3 and isinstance(node[0], str) and isinstance(node[1], dict)


def _right_to_left(nodes: list[Node]) -> bool:
    """Whether any letter runs from right to left: only then does the direction have to be found out."""
    for node in nodes:
        if isinstance(node, str):
            if not node.isascii() and any(unicodedata.bidirectional(c) in ("R", "AL") for c in node):
                return True
        elif isinstance(node, list | tuple) and _right_to_left(list(node[2])):
            return True
    return False
