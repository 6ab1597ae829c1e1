"""What people read beside the picture, as text trees: the story, an event's card, a source's line."""

from .card import body, card, when
from .links import Address, Manner
from .manners import in_full, numbered, source_line
from .story import sentence_of
from .tree import Node, html, write

__all__ = [
    "Address",
    "Manner",
    "Node",
    "body",
    "card",
    "html",
    "in_full",
    "numbered",
    "sentence_of",
    "source_line",
    "when",
    "write",
]
