"""A filter as a value: parsed from text, printed to text, applied to events.

The same text stands in the address bar, on the command line and in the search box; the client has the same rules,
and `tests/golden/queries.json` holds both to them.
"""

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .dates import DateError, When, parse
from .model import STATUSES, Event
from .nearest import nearest
from .store import Store

KEYS = ("thread", "actor", "kind", "status", "during", "after", "before", "id", "chain")
_DATED = ("during", "after", "before")
_TERM = re.compile(r'(?P<neg>-)?(?:(?P<key>[a-z]+):(?P<val>"[^"]*"?|\S*)|"(?P<quoted>[^"]*)"?|(?P<word>\S+))')


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. `key` is one of KEYS or `text`; any of `values` fulfils it."""

    key: str
    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions that all hold. The empty query matches everything."""

    terms: tuple[Term, ...] = ()

    def __str__(self) -> str:
        return " ".join(_print(term) for term in self.terms)

    def __bool__(self) -> bool:
        return bool(self.terms)


def parse_query(text: str) -> Query:
    """Read a query. Every text is one: a word with an unknown key, or a date that is none, is looked for as text."""
    terms = (_term(match) for match in _TERM.finditer(text))
    return Query(tuple(term for term in terms if term and any(term.values)))


def _term(match: re.Match[str]) -> Term | None:
    negated = bool(match["neg"])
    key, value = match["key"], match["val"]
    if key in KEYS:
        values = tuple(v for v in value.strip('"').split(",") if v)
        if values and (key not in _DATED or all(_date(v) for v in values)):
            return Term(key, values, negated)
        return Term("text", (match[0].lstrip("-").replace('"', ""),), negated) if values else None
    text = match["quoted"] if match["quoted"] is not None else match["word"]
    text = (f"{key}:{value}" if text is None else text).replace('"', "")
    return Term("text", (text,), negated) if text else None


def _print(term: Term) -> str:
    value = ",".join(term.values)
    bare = value if not re.search(r'[\s"]', value) else '"' + value.replace('"', "") + '"'
    if term.key == "text":
        plain = re.match(r"^[^\s\"-][^\s\":]*$", value)
        body = value if plain else '"' + value.replace('"', "") + '"'
    else:
        body = f"{term.key}:{bare}"
    return ("-" if term.negated else "") + body


def _date(text: str) -> When | None:
    if not re.match(r"^-?\d{4,}(-\d\d(-\d\d)?)?(/(-?\d{4,}(-\d\d(-\d\d)?)?)?)?$", text):
        return None
    try:
        return parse(text)
    except DateError:
        return None


def apply(query: Query, store: Store, events: Iterable[Event] | None = None) -> tuple[Event, ...]:
    """The events (all of the store's, unless given) that match, in their order."""
    chosen = store.events if events is None else events
    tests = [_test(term, store) for term in query.terms]
    return tuple(event for event in chosen if all(test(event) for test in tests))


def _test(term: Term, store: Store) -> Callable[[Event], bool]:
    if term.key == "chain":
        linked = chain(store, term.values)
        return lambda event: (event.id in linked) != term.negated
    return lambda event: any(_matches_one(term.key, v, event, store) for v in term.values) != term.negated


def chain(store: Store, ids: Iterable[str]) -> frozenset[str]:
    """The events with these ids, what they go back to by their relations step by step, and what goes back to them."""
    starts = [i for i in ids if i in store.by_id]
    back = _reached(starts, lambda i: (t for r in store.by_id[i].relations for t in r.targets if t in store.by_id))
    ahead = _reached(starts, lambda i: (other.id for _, other in store.replies.get(i, ())))
    return frozenset(back | ahead)


def _reached(starts: Iterable[str], next_to: Callable[[str], Iterable[str]]) -> set[str]:
    found = set(starts)
    open_ends = list(found)
    while open_ends:
        fresh = set(next_to(open_ends.pop())) - found
        found |= fresh
        open_ends += fresh
    return found


def _matches_one(key: str, value: str, event: Event, store: Store) -> bool:
    if key == "text":
        return value.lower() in haystack(event, store)
    if key == "actor":
        return any(part.ref == value for part in event.actors)
    if key in _DATED:
        date = _date(value)
        return date is not None and _in_time(key, date, event.date)
    return value == (getattr(event, key) or "")


def _in_time(key: str, date: When, when: When) -> bool:
    if key == "after":
        return when.start_latest > date.start
    if key == "before":
        return when.start < date.start
    return when.start < date.end and when.end > date.start


def haystack(event: Event, store: Store) -> str:
    """What a text search looks into: title, summary, quotes and the names of the actors, in lower case."""
    return f"{event.title}\n{searchable(event, store)}".lower()


def searchable(event: Event, store: Store) -> str:
    """The part of `haystack` that the title does not have."""
    names = (store.name_of(part.ref) for part in event.actors)
    return "\n".join([event.summary or "", *(quote.text for quote in event.quotes), *names])


def unknown_in(query: Query, store: Store) -> tuple[str, ...]:
    """What a query names that the store does not have, each as a sentence with the nearest name."""
    known: dict[str, Iterable[str]] = {
        "thread": store.threads,
        "actor": dict.fromkeys([*store.actors, *(p.ref for e in store.events for p in e.actors)]),
        "kind": dict.fromkeys(e.kind for e in store.events if e.kind),
        "status": STATUSES,
        "id": store.by_id,
        "chain": store.by_id,
    }
    told = []
    for term in query.terms:
        for value in term.values:
            key, colon, rest = value.partition(":")
            if term.key in known and value not in known[term.key]:
                what = "event" if term.key == "chain" else term.key
                told.append(_not_there(f"no {what} is called '{value}'", nearest(value, known[term.key])))
            elif term.key == "text" and colon and rest and key in KEYS:
                told.append(
                    f"'{value}' is no date, and is looked for as text: write {key}:2025, {key}:2025-02 or a day"
                )
            elif term.key == "text" and colon and rest and key.isalpha() and not rest.startswith("//"):
                told.append(_not_there(f"'{key}:' is no key of a query, and is looked for as text", nearest(key, KEYS)))
    return tuple(told)


def _not_there(sentence: str, guess: str | None) -> str:
    return f"{sentence}; did you mean '{guess}'?" if guess else sentence


def window(text: str) -> tuple[float, float] | None:
    """The days from … to … of a date or interval, for a view's window; None when it has no two ends."""
    try:
        when = parse(text)
    except DateError:
        return None
    return (when.start, when.end) if math.isfinite(when.start) and math.isfinite(when.end) else None
