"""Sourced timelines and the stories they tell."""

from . import notebook
from .figures import figure
from .findings import Finding
from .model import Event
from .narrative import Narrative, narrate
from .page import PageOptions, render_page
from .query import Query, apply, parse_query
from .scene import Scene, arrange
from .store import Store, load, loads

notebook.register()

__version__ = "0.1.0"

__all__ = [
    "Event",
    "Finding",
    "Narrative",
    "PageOptions",
    "Query",
    "Scene",
    "Store",
    "apply",
    "arrange",
    "figure",
    "load",
    "loads",
    "narrate",
    "parse_query",
    "render_page",
]
