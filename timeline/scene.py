"""Events as columns: the one contract that every view draws from. `docs/scene.md` describes it."""

import hashlib
import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .dates import When, say
from .model import RELATION_TYPES, STATUSES, Event
from .money import say_amount
from .packing import pack, pack_bytes
from .query import searchable
from .store import Store
from .sums import comparable, greatest

VERSION = 1
# Events from which columns travel as typed arrays.
BINARY_FROM = 4000
_FLAGS: tuple[tuple[int, Callable[[Event], bool]], ...] = (
    (1, lambda e: e.date.approximate),
    (2, lambda e: e.date.uncertain),
    (4, lambda e: e.date.kind == "interval"),
    (8, lambda e: e.date.open_start),
    (16, lambda e: e.date.open_end),
    (32, lambda e: e.date.unknown_start),
    (64, lambda e: e.date.unknown_end),
    (128, lambda e: bool(e.disputes) or e.status == "disputed"),
)


@dataclass(frozen=True)
class Scene:
    """The columns, ready for JSON; `data` has the keys of docs/scene.md."""

    data: dict[str, Any]

    def to_json(self, *, binary: bool = False) -> str:
        """Compact JSON without NaN or infinities; the same store gives the same text.

        `binary` packs the columns as base64 of typed arrays: smaller, and read many times faster where there are
        tens of thousands of events.
        """
        data = pack(self.data) if binary else self.data
        return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))

    def to_wire(self) -> bytes:
        """What a page is sent: a body of typed arrays for large scenes, JSON for those that people may want to read."""
        return pack_bytes(self.data) if self.data["count"] >= BINARY_FROM else self.to_json().encode()

    @cached_property
    def fingerprint(self) -> str:
        """A short hash of the JSON: the scene's version in addresses and ETags."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()[:16]


def arrange(store: Store, events: Iterable[Event] | None = None) -> Scene:
    """The scene of the store's events, or of the given ones, in their order."""
    chosen = tuple(store.events if events is None else events)
    threads = list(store.threads)
    kinds = sorted({e.kind for e in chosen if e.kind})
    actors = _actors(store, chosen)
    as_of = store.timeline.as_of
    return Scene(
        {
            "version": VERSION,
            "title": store.title,
            "subtitle": store.timeline.subtitle or "",
            "language": store.timeline.language,
            "today": _finite(as_of.end) if as_of else None,
            "threads": [{"id": i, "title": t.title} for i, t in store.threads.items()],
            "kinds": kinds,
            "statuses": list(STATUSES),
            "actors": [{"id": a, "name": store.name_of(a)} for a in actors],
            "relation_types": list(RELATION_TYPES),
            "count": len(chosen),
            "columns": _columns(store, chosen, threads, kinds),
            "event_actors": [[actors[p.ref] for p in e.actors] for e in chosen],
            "relations": _relations(chosen),
            **_sparse(store, chosen),
        }
    )


def _columns(store: Store, events: Sequence[Event], threads: list[str], kinds: list[str]) -> dict[str, list[Any]]:
    thread_at = {name: i for i, name in enumerate(threads)}
    kind_at = {name: i for i, name in enumerate(kinds)}
    dates = [e.date for e in events]
    return {
        **{name: [_finite(getattr(d, name)) for d in dates] for name in _TIMES},
        "flags": [sum(bit for bit, holds in _FLAGS if holds(e)) for e in events],
        "status": [STATUSES.index(e.status) for e in events],
        "thread": [thread_at.get(e.thread or "", -1) for e in events],
        "kind": [kind_at.get(e.kind or "", -1) for e in events],
        "weight": [round(e.weight * 255) for e in events],
        "publishers": [min(255, len(store.publishers(e))) for e in events],
        "id": [e.id for e in events],
        "title": [e.title for e in events],
        "when": [_words(d) for d in dates],
        "text": [searchable(e, store).lower() for e in events],
    }


def _sparse(store: Store, events: Sequence[Event]) -> dict[str, Any]:
    """What few scenes have: eras, other dates that a side tells, sums. Keys only where there is something."""
    found = {"eras": _eras(store), "alternatives": _alternatives(store, events), "sums": _sums(events)}
    return {name: value for name, value in found.items() if value}


def _bounds(date: When) -> dict[str, float | None]:
    return {name: _finite(getattr(date, name)) for name in _TIMES}


def _eras(store: Store) -> list[dict[str, Any]]:
    return [{"title": era.title, "when": _words(era.date), **_bounds(era.date)} for era in store.eras]


def _alternatives(store: Store, events: Sequence[Event]) -> list[dict[str, Any]]:
    """Sides of disputes that tell another date than the event has."""
    return [
        {"event": i, "by": store.name_of(side.by), "when": _words(side.date), **_bounds(side.date)}
        for i, event in enumerate(events)
        for dispute in event.disputes
        for side in dispute.sides
        if side.date and side.date != event.date
    ]


def _sums(events: Sequence[Event]) -> dict[str, Any]:
    """The greatest sum of each event, all of one currency, with the event's row."""
    rows, currency = comparable(events)
    row_of = {event.id: i for i, event in enumerate(events)}
    chosen = greatest(rows)
    return (
        {
            "currency": currency,
            "events": [row_of[event.id] for event, _ in chosen],
            "least": [float(amount.value.low or 0) for _, amount in chosen],
            "most": [float(amount.value.high or 0) for _, amount in chosen],
            "words": [say_amount(amount) for _, amount in chosen],
        }
        if chosen
        else {}
    )


_TIMES = ("start", "start_latest", "end_earliest", "end")


def _finite(day: float) -> float | None:
    return day if math.isfinite(day) else None


def _words(date: When) -> str:
    return say(date)


def _actors(store: Store, events: Sequence[Event]) -> dict[str, int]:
    """Actors in the order of the store, then plain names in order of appearance, each with its index."""
    present = dict.fromkeys(part.ref for event in events for part in event.actors)
    ordered = [a for a in store.actors if a in present] + [a for a in present if a not in store.actors]
    return {name: i for i, name in enumerate(ordered)}


def _relations(events: Sequence[Event]) -> list[list[int]]:
    at = {event.id: i for i, event in enumerate(events)}
    return [
        [at[event.id], at[target], RELATION_TYPES.index(relation.type)]
        for event in events
        for relation in event.relations
        for target in relation.targets
        if target in at
    ]
