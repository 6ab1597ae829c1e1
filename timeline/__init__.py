"""Sourced timelines and the stories they tell."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import notebook
from .findings import Finding
from .known import as_known_on
from .model import Event
from .narrative import Narrative, NarrativeError, narrate, verify
from .notebook import show
from .query import Query, apply, parse_query
from .scene import Scene, arrange
from .store import Store, load, loads

if TYPE_CHECKING:
    from .figures import figure
    from .page import PageOptions, render_page

notebook.register()

__version__ = "0.1.0"

__all__ = [
    "Event",
    "Finding",
    "Narrative",
    "NarrativeError",
    "PageOptions",
    "Query",
    "Scene",
    "Store",
    "apply",
    "arrange",
    "as_known_on",
    "figure",
    "load",
    "loads",
    "narrate",
    "parse_query",
    "render_page",
    "show",
    "verify",
]

# Imported when first asked for: `import timeline` stays quick for those who only read stores.
_LATER = {"figure": ".figures", "PageOptions": ".page", "render_page": ".page"}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module 'timeline' has no attribute '{name}'")
    return getattr(import_module(_LATER[name], __name__), name)
