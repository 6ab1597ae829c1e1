"""Text trees: what the story, the card and the banner are made of.

Dash spends milliseconds on every component and a story has thousands of elements, so a whole text is one component,
`Tree`, drawn by assets/timeline-page.js from nested lists of [tag, attributes, children].
"""

from collections.abc import Callable
from typing import Any

from ..component import Drawn

Node = Any  # None, a text, or [tag, attributes, children]


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


class Tree(Drawn):
    """Draws `tree`, a list of nodes, in a box that the keyboard reaches under the name `label`.

    `chosen` is the event whose passage is marked and brought into sight; `asked` becomes [event id, n] as the reader
    clicks links to events; `live` has changes announced.
    """

    _namespace = "timeline_page"
    _type = "Tree"
    _props = ("id", "className", "label", "live", "tree", "chosen", "asked")
