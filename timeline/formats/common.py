"""What writers share: the result with its losses, plain records, sources in order, JSON bytes."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ..amounts import Quantity
from ..dates import When
from ..model import Event, Source
from ..store import Store

# What one event may hold, in the words of a report, with how to tell whether it does.
_HELD: dict[str, Callable[[Event], Any]] = {
    "amounts": lambda e: e.amounts,
    "quotes": lambda e: e.quotes,
    "facts": lambda e: e.facts,
    "disputes": lambda e: e.disputes,
    "relations": lambda e: e.relations,
    "actors": lambda e: e.actors,
    "status": lambda e: e.status != "established",
    "note": lambda e: e.note,
    "clause": lambda e: e.clause,
    "report day": lambda e: e.reported,
    "actors' roles": lambda e: any(part.role for part in e.actors),
    "sources": lambda e: e.sources,
    "doubt about the date": lambda e: e.date.approximate or e.date.uncertain or e.date.kind not in ("date", "interval"),
}


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes, and what they could not hold, a line each."""

    data: bytes
    losses: tuple[str, ...] = ()


def left_behind(events: Iterable[Event], *what: str) -> tuple[str, ...]:
    """`12 events lose their disputes`, for each of the names in `what` that some event has."""
    listed = list(events)
    counts = Counter(name for event in listed for name in what if _HELD[name](event))
    return tuple(
        f"{counts[name]} event{'s lose their' if counts[name] != 1 else ' loses its'} {name}"
        for name in what
        if counts[name]
    )


def plain(value: Any) -> Any:
    """A record as maps, lists and texts, as a person would have written them; what was not written is not there."""
    if isinstance(value, When | Quantity):
        return value.text
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        given = ((fields[n].alias or n, getattr(value, n)) for n in fields if n in value.model_fields_set)
        return {name: plain(item) for name, item in given}
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


def sources_once(store: Store, events: Sequence[Event]) -> dict[str, Source]:
    """Every source that the events cite, once, by an id: that of the shared source, or one made from its name."""
    names = {store.library.key(source): name for name, source in store.shared.items()}
    found: dict[str, Source] = {}
    seen: set[str] = set()
    for event in events:
        for source in store.sources_of(event):
            key = store.library.key(source)
            if key not in seen:
                seen.add(key)
                found[_free(names.get(key) or _slug(source), found)] = source
    return found


def _slug(source: Source) -> str:
    words = re.findall(r"[a-z0-9]+", f"{source.publisher or ''} {source.title or source.url or ''}".lower())
    return "-".join(words[:5]) or "source"


def _free(name: str, taken: dict[str, Source]) -> str:
    n = 2
    free = name
    while free in taken:
        free, n = f"{name}-{n}", n + 1
    return free


def as_json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1).encode() + b"\n"
