"""Text trees in the app.

Dash spends milliseconds on every component and a story has thousands of elements, so a whole text is one component,
`Tree`, drawn by assets/timeline-page.js from nested lists of [tag, attributes, children].
"""

from ..component import Drawn


class Tree(Drawn):
    """Draws `tree`, a list of nodes, in a box that the keyboard reaches under the name `label`.

    `chosen` is the event whose passage is marked and brought into sight; `asked` becomes [event id, n] as the reader
    clicks links to events; `hovered` is the event whose sentence the pointer or the focus is on, and `lit` the one
    to light; `live` has changes announced.
    """

    _namespace = "timeline_page"
    _type = "Tree"
    _props = ("id", "className", "label", "live", "tree", "chosen", "asked", "lit", "hovered")
