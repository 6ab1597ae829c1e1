"""Prose from the store: sentences made of spans that know where they come from, each citing its sources."""

from .chronicle import narrate
from .spans import Narrative, Passage, Sentence, Span

__all__ = ["Narrative", "Passage", "Sentence", "Span", "narrate"]
