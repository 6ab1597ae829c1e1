"""Sourced timelines and the stories they tell."""

from .findings import Finding
from .known import as_known_on
from .model import Event
from .narrative import Narrative, NarrativeError, narrate, verify
from .query import Query, apply, parse_query
from .scene import Scene, arrange
from .store import Store, load, loads

__version__ = "0.1.0"

__all__ = [
    "Event",
    "Finding",
    "Narrative",
    "NarrativeError",
    "Query",
    "Scene",
    "Store",
    "apply",
    "arrange",
    "as_known_on",
    "load",
    "loads",
    "narrate",
    "parse_query",
    "verify",
]
