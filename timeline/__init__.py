"""Sourced timelines and the stories they tell."""

from .findings import Finding
from .model import Event
from .narrative import Narrative, narrate
from .query import Query, apply, parse_query
from .scene import Scene, arrange
from .store import Store, load, loads

__version__ = "0.1.0"

__all__ = [
    "Event",
    "Finding",
    "Narrative",
    "Query",
    "Scene",
    "Store",
    "apply",
    "arrange",
    "load",
    "loads",
    "narrate",
    "parse_query",
]
