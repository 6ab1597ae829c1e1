"""The whole store as JSON, with the keys of the YAML format: `timeline` reads it back as it is."""

from collections.abc import Sequence

from ..model import Event
from ..store import Store
from .common import Written, as_json, plain

# A name and no address: nobody fetches it, and it says whose file this is.
SCHEMA = "urn:sourced-timeline:events.schema.json"


def write(store: Store, events: Sequence[Event]) -> Written:
    """All records; of the events, the given ones. assets/events.schema.json describes it."""
    sections = {
        "$schema": SCHEMA,
        "timeline": plain(store.timeline),
        "threads": plain(dict(store.threads)),
        "eras": [plain(era) for era in store.eras],
        "actors": plain(dict(store.actors)),
        "sources": plain(dict(store.shared)),
        "events": [{"id": event.id, **plain(event)} for event in events],
    }
    ids = {event.id for event in events}
    cut = sum(any(t not in ids for t in r.targets) for e in events for r in e.relations)
    losses = (f"{cut} relations lead to events that are not among those written",) if cut else ()
    return Written(as_json({name: section for name, section in sections.items() if section}), losses)
