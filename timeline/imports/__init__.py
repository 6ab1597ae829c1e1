"""Data in: readers of other tools' files, each giving plain drafts, and one builder that makes a store of them."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from . import ics, markwhen, rows, simile, timelinejs, wikidata
from .build import Imported, build
from .draft import Draft, Foreign, Unclear, Unreadable
from .pages import read_folder

Reader = Callable[[bytes, Mapping[str, str]], Foreign]

READERS = MappingProxyType[str, Reader](
    {
        "csv": rows.from_csv,
        "xlsx": rows.from_xlsx,
        "json": rows.from_json,
        "timelinejs": timelinejs.read,
        "markwhen": markwhen.read,
        "simile": simile.read,
        "ics": ics.read,
        "wikidata": wikidata.read,
    }
)
SUFFIXES = MappingProxyType(
    {".csv": "csv", ".tsv": "csv", ".xlsx": "xlsx", ".json": "json", ".mw": "markwhen", ".xml": "simile", ".ics": "ics"}
)

__all__ = [
    "READERS",
    "SUFFIXES",
    "Draft",
    "Foreign",
    "Imported",
    "Reader",
    "Unclear",
    "Unreadable",
    "build",
    "read_folder",
]
