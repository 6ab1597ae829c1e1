"""Text trees in the app.

Dash spends milliseconds on every component and a story has thousands of elements, so a whole text is one component,
`Tree`, drawn by assets/app/tree.js from nested lists of [tag, attributes, children].
"""

from ..component import Drawn


class Tree(Drawn):
    """Draws `tree`, a list of nodes, in a box that the keyboard reaches under the name `label`; None is still to come.

    `chosen` names the passage that is marked and brought into sight; `hovered` is the event whose sentence the pointer
    or the focus is on, and `lit` the one to light; `live` has changes announced; `closes` are the words of a button
    that gives up the chosen event, and an empty tree of that kind is hidden.
    """

    _namespace = "timeline_page"
    _type = "Tree"
    _props = ("id", "className", "label", "live", "tree", "chosen", "lit", "hovered", "closes")
