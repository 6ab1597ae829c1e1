"""CSV for spreadsheets: a row an event."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from ..cells import COLUMNS, HEAD, amount_lines, safe
from ..dates import say
from ..model import Amount, Event
from ..store import Store
from .common import Written, left_behind

_LOST = ("clause", "report day", "quotes", "facts", "disputes", "relations", "actors' roles")


def write(store: Store, events: Sequence[Event]) -> Written:
    """UTF-8 with a byte order mark, which Excel needs; several values of a cell are parted by line breaks.

    No cell begins as a formula does; dates before the year 0 have an apostrophe as well. `timeline import` reads the
    file back as it went.
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    for event in events:
        rows.writerow([safe(cell) for cell in _cells(store, event)])
    described = any(s.url and (s.title or s.publisher) for e in events for s in store.sources_of(e))
    losses = ("of a source on the web there is its address only",) if described else ()
    return Written(HEAD + out.getvalue().encode(), (*left_behind(events, *_LOST), *losses))


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
        "amounts": "\n".join(_amount(name, amount) for name, amount in event.amounts.items()),
        "sources": "\n".join(sources),
    }
    return [str(cells[name] or "") for name in COLUMNS]


def _amount(name: str, amount: Amount) -> str:
    given = {"unit": amount.unit, "of": amount.of, "tone": amount.tone, "note": amount.note}
    more = {key: text or "" for key, text in given.items()} | {"estimate": "true" if amount.estimate else ""}
    return amount_lines(name, amount.value.text, amount.currency or "", more)
