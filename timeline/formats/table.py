"""CSV for spreadsheets: a row an event."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from ..dates import say
from ..model import Event
from ..money import say_amount
from ..store import Store
from .common import Written, left_behind

COLUMNS = (
    "id",
    "date",
    "when",
    "title",
    "thread",
    "kind",
    "status",
    "weight",
    "actors",
    "place",
    "amounts",
    "summary",
    "note",
    "sources",
)


def write(store: Store, events: Sequence[Event]) -> Written:
    """UTF-8 with a byte order mark, which Excel needs; several values of a cell are parted by line breaks.

    No cell begins as a formula does: before =, +, -, @, tab and line ends stands an apostrophe, dates before
    the year 0 included.
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for event in events:
        rows.writerow([safe(cell) for cell in _cells(store, event)])
    return Written(
        ("\ufeff" + out.getvalue()).encode(), left_behind(events, "quotes", "facts", "disputes", "relations")
    )


def _cells(store: Store, event: Event) -> list[str]:
    sources = [s.url or s.title or "" for s in store.sources_of(event)]
    thread = store.threads.get(event.thread or "")
    cells: dict[str, Any] = {
        **{name: getattr(event, name) for name in ("id", "title", "kind", "status", "place", "summary", "note")},
        "date": event.date.text,
        "when": say(event.date),
        "thread": thread.title if thread else "",
        "weight": f"{event.weight:g}",
        "actors": "\n".join(store.name_of(part.ref) for part in event.actors),
        "amounts": "\n".join(f"{say_amount(a)}{f' ({a.of})' if a.of else ''}" for a in event.amounts.values()),
        "sources": "\n".join(sources),
    }
    return [str(cells[name] or "") for name in COLUMNS]


def safe(cell: str) -> str:
    """The cell so that no spreadsheet runs it."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\0") else cell
