"""What people read beside the picture, as text trees: the story, an event's card, a source's line."""

from .card import body, card
from .links import Address
from .story import source_line, story, told
from .tree import Node, write

__all__ = ["Address", "Node", "body", "card", "source_line", "story", "told", "write"]
