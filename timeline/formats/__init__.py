"""Data out: one module a format, each a function from the store and some of its events to bytes.

What a format cannot hold is listed in `losses`, one line each, and never dropped in silence.
"""

from collections.abc import Callable, Sequence
from types import MappingProxyType

from ..model import Event
from ..store import Store
from . import atom, bibtex, csl, ics, jsonld, markwhen, sqlite, table, timelinejs, whole
from .common import Written

Writer = Callable[[Store, Sequence[Event]], Written]

WRITERS = MappingProxyType[str, Writer](
    {
        "json": whole.write,
        "csv": table.write,
        "ics": ics.write,
        "atom": atom.write,
        "jsonld": jsonld.write,
        "csl": csl.write,
        "bibtex": bibtex.write,
        "sqlite": sqlite.write,
        "timelinejs": timelinejs.write,
        "markwhen": markwhen.write,
    }
)

__all__ = ["WRITERS", "Writer", "Written"]
