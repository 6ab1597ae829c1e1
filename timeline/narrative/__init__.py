"""Prose from the store: sentences made of spans that know where they come from, each citing its sources."""

from .narrate import narrate
from .request import FORMS, LENGTHS, NarrativeError
from .spans import Narrative, Passage, Row, Sentence, Span, View
from .verify import Problem, verify

__all__ = [
    "FORMS",
    "LENGTHS",
    "Narrative",
    "NarrativeError",
    "Passage",
    "Problem",
    "Row",
    "Sentence",
    "Span",
    "View",
    "narrate",
    "verify",
]
