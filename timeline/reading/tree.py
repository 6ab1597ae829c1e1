"""Text trees: what the story, a card and the banner are made of, whoever draws them.

A node is None, a text, or [tag, attributes, children]. The app sends trees to the browser as they are; the static page
writes them out with `write`. Author text is always a text node or an attribute's value, so nothing of it can become
mark-up in either.
"""

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

Node = Any  # None, a text, or [tag, attributes, children]

_NAMES = {"className": "class", "tabIndex": "tabindex", "dateTime": "datetime"}
_VOID = {"br", "hr"}
# HTML ends these by itself where the next one begins or the parent ends.
_OPTIONAL = {"li", "p", "dt", "dd"}
# Values that HTML takes without quotation marks; one that ends in a slash would look like the end of an XML tag.
_UNQUOTED = re.compile(r"[^\s\"'=<>`]*[^\s\"'=<>`/]")


def _element(tag: str) -> Callable[..., Node]:
    def make(children: Any = None, **attributes: Any) -> Node:
        kept = {name: value for name, value in attributes.items() if value is not None and value != ""}
        inner = children if _is_many(children) else [children]
        return [tag, kept, [child for child in inner if child is not None]]

    return make


def _is_many(children: Any) -> bool:
    """Whether `children` is a list of nodes rather than one node, which is a list as well."""
    if not isinstance(children, list | tuple):
        return False
    is_node = len(children) == 3 and isinstance(children[0], str) and isinstance(children[1], dict)
    return not is_node


class _Html:
    """`html.P("text", className="x")`, as in `dash.html`, but a list and not a component."""

    def __getattr__(self, name: str) -> Callable[..., Node]:
        return _element(name.lower())


html = _Html()


def write(nodes: Iterable[Node], short: bool = False) -> str:
    """The nodes as HTML, texts and attribute values escaped; `short` leaves out needless end tags and quotes."""
    return "".join(_write(node, short) for node in nodes)


def _write(node: Node, short: bool) -> str:
    if node is None:
        return ""
    if not isinstance(node, list | tuple):
        return escape(str(node), quote=False)
    tag, attributes, children = node
    inside = f"<{tag}{''.join(_attribute(name, value, short) for name, value in attributes.items())}>"
    if tag in _VOID:
        return inside
    return inside + write(children, short) + ("" if short and tag in _OPTIONAL else f"</{tag}>")


def _attribute(name: str, value: Any, short: bool) -> str:
    if value is True:
        return f" {name}"
    text = escape(str(value))
    quote = "" if short and _UNQUOTED.fullmatch(text) else '"'
    return f" {_NAMES.get(name, name)}={quote}{text}{quote}"
