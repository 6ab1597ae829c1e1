"""An SQLite database, ready for Datasette: tables with foreign keys and a view that reads well."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from math import isfinite
from typing import Any

from ..dates import say
from ..model import Event
from ..store import Store
from .common import Written, plain, sources_once

_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE threads (id TEXT PRIMARY KEY, title TEXT, description TEXT);
CREATE TABLE actors (id TEXT PRIMARY KEY, name TEXT, kind TEXT, description TEXT, url TEXT, record TEXT);
CREATE TABLE sources (id TEXT PRIMARY KEY, url TEXT, title TEXT, publisher TEXT, author TEXT, published TEXT, kind TEXT,
  original TEXT, archived TEXT);
CREATE TABLE events (id TEXT PRIMARY KEY, date TEXT, "when" TEXT, start_day REAL, end_day REAL, title TEXT,
  thread TEXT REFERENCES threads(id), kind TEXT, status TEXT, weight REAL, place TEXT, summary TEXT, note TEXT,
  record TEXT);
CREATE TABLE event_actors (event TEXT REFERENCES events(id), actor TEXT, role TEXT);
CREATE TABLE event_sources (event TEXT REFERENCES events(id), source TEXT REFERENCES sources(id));
CREATE TABLE relations (event TEXT REFERENCES events(id), type TEXT, target TEXT REFERENCES events(id));
CREATE TABLE amounts (event TEXT REFERENCES events(id), id TEXT, low REAL, high REAL, currency TEXT, unit TEXT,
  of TEXT);
CREATE TABLE quotes (event TEXT REFERENCES events(id), by TEXT, text TEXT, via TEXT);
CREATE VIEW story AS SELECT events.id, "when", events.title, threads.title AS thread, status, summary,
  (SELECT count(*) FROM event_sources WHERE event = events.id) AS sources
  FROM events LEFT JOIN threads ON threads.id = events.thread ORDER BY start_day;
"""


def write(store: Store, events: Sequence[Event]) -> Written:
    """The whole records stand as JSON in `record`; days count from 1970-01-01, NULL where an end is open."""
    base = sqlite3.connect(":memory:")
    base.executescript(_TABLES)
    base.execute(f"PRAGMA application_id = {int.from_bytes(b'TLNE')}")  # in the header: by this we know our own file
    works = sources_once(store, events)
    at = {store.library.key(source): name for name, source in works.items()}
    about = {"generator": "sourced-timeline", **plain(store.timeline)}
    _fill(base, "about", ((k, str(v)) for k, v in about.items()))
    _fill(base, "threads", ((i, t.title, t.description) for i, t in store.threads.items()))
    _fill(base, "actors", ((i, a.name, a.kind, a.description, a.url, _json(a)) for i, a in store.actors.items()))
    _fill(base, "sources", (_source(name, source) for name, source in works.items()))
    _fill(base, "events", (_event(store, event) for event in events))
    _fill(base, "event_actors", ((e.id, p.ref, p.role) for e in events for p in e.actors))
    _fill(base, "event_sources", ((e.id, at[store.library.key(s)]) for e in events for s in store.sources_of(e)))
    _fill(base, "relations", ((e.id, r.type, t) for e in events for r in e.relations for t in r.targets))
    _fill(base, "amounts", (_amount(e.id, n, a) for e in events for n, a in e.amounts.items()))
    _fill(base, "quotes", ((e.id, q.by, q.text, q.via) for e in events for q in e.quotes))
    base.commit()
    data = bytes(base.serialize())
    base.close()
    return Written(data)


def _fill(base: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    listed = list(rows)
    if listed:
        marks = ",".join("?" * len(listed[0]))
        base.executemany(f"INSERT INTO {table} VALUES ({marks})", listed)  # noqa: S608 our own table names


def _json(record: Any) -> str:
    return json.dumps(plain(record), ensure_ascii=False)


def _source(name: str, s: Any) -> tuple[Any, ...]:
    published = s.published.text if s.published else None
    return (name, s.url, s.title, s.publisher, s.author, published, s.kind, s.original, s.archived)


def _event(store: Store, e: Event) -> tuple[Any, ...]:
    ends = [day if isfinite(day) else None for day in (e.date.start, e.date.end)]
    thread = e.thread if e.thread in store.threads else None
    rest = (e.title, thread, e.kind, e.status, e.weight, e.place, e.summary, e.note, _json(e))
    return (e.id, e.date.text, say(e.date), *ends, *rest)


def _amount(event: str, name: str, a: Any) -> tuple[Any, ...]:
    low, high = (float(v) if v is not None else None for v in (a.value.low, a.value.high))
    return (event, name, low, high, a.currency, a.unit, a.of)
