"""schema.org JSON-LD: events with their citations."""

from collections.abc import Sequence
from typing import Any

from ..dates import Precision
from ..model import Event, Source
from ..store import Store
from ..text import to_plain
from .common import Written, as_json, left_behind, sources_once


def write(store: Store, events: Sequence[Event]) -> Written:
    """A graph: one Event each, and the works that they cite, each once with an @id."""
    works = sources_once(store, events)
    at = {store.library.key(source): f"#source-{name}" for name, source in works.items()}
    graph = [_event(store, event, at) for event in events] + [_work(f"#source-{n}", s) for n, s in works.items()]
    head = {"@context": "https://schema.org", "@graph": graph}
    return Written(as_json(head), left_behind(events, "amounts", "quotes", "facts", "disputes", "status", "note"))


def _event(store: Store, event: Event, at: dict[str, str]) -> dict[str, Any]:
    people = [{"@type": "Thing", "name": store.name_of(part.ref)} for part in event.actors]
    related = [f"#event-{target}" for relation in event.relations for target in relation.targets]
    made = {
        "@type": "Event",
        "@id": f"#event-{event.id}",
        "name": event.title,
        **_dates(event),
        "description": to_plain(event.summary or ""),
        "location": event.place,
        "about": people,
        "keywords": [word for word in (event.thread, event.kind) if word],
        "subjectOf": [{"@id": at[store.library.key(s)]} for s in store.sources_of(event)],
        "mentions": [{"@id": other} for other in related],
    }
    return {key: value for key, value in made.items() if value}


def _dates(event: Event) -> dict[str, str]:
    """ISO dates where the date is one; else the EDTF text, which schema.org calls temporal coverage."""
    when, fine = event.date, event.date.precision in (*range(Precision.MONTH + 1), Precision.YEAR)
    whole = fine and not (when.approximate or when.uncertain) and all(p.mask is None for p in when.parts)
    if whole and when.kind == "date":
        return {"startDate": when.text}
    if whole and when.kind == "interval" and len(when.parts) == 2:
        return {"startDate": when.parts[0].text, "endDate": when.parts[1].text}
    return {"temporalCoverage": when.text}


def _work(name: str, source: Source) -> dict[str, Any]:
    made = {
        "@type": "CreativeWork",
        "@id": name,
        "name": source.title,
        "url": source.url,
        "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
        "author": {"@type": "Person", "name": source.author} if source.author else None,
        "datePublished": source.published.text if source.published else None,
        "archivedAt": source.archived,
        "inLanguage": source.language,
    }
    return {key: value for key, value in made.items() if value}
