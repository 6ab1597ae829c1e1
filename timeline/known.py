"""A store as it was known on a day: what had happened, had come to light, and had been published by then.

The rule is simple, so that a reader can foretell it. An event is known from its `reported` date on, or else from the
day its earliest source was published, or else, where no source has a date, from its own. A source published later is
not there, nor a quotation, fact or side that rests on such sources alone. Words are not rewritten: a title or a
clause that was edited with later knowledge keeps it.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from .dates import When
from .model import Event, Source
from .store import Store


def as_known_on(store: Store, day: When) -> Store:
    """The store without what became known after `day`; relations to what is gone are gone too."""
    end = day.end
    shared = {name: source for name, source in store.shared.items() if not _later(source, end)}
    kept = [_older(event, store, end) for event in store.events if _is_known(event, store, end)]
    ids = {event.id for event in kept}
    events = tuple(_related(event, ids) for event in kept)
    title = store.timeline.model_copy(update={"as_of": day})
    eras = tuple(era for era in store.eras if era.date.start < end)
    return replace(store, timeline=title, shared=_frozen(shared), eras=eras, events=events)


def _frozen(shared: dict[str, Source]) -> Mapping[str, Source]:
    return MappingProxyType(shared)


def _later(source: Source, end: float) -> bool:
    return source.published is not None and source.published.start >= end


def _is_known(event: Event, store: Store, end: float) -> bool:
    if event.date.start >= end:
        return False
    if event.reported is not None:
        return event.reported.start < end
    whole = [store.resolve(source) for source in event.sources]
    return not whole or any(not _later(source, end) for source in whole)


def _older(event: Event, store: Store, end: float) -> Event:
    """The event with what could be cited by then."""

    def stays(source: Source) -> bool:
        return not _later(store.resolve(source), end)

    def holds(item: object) -> bool:
        cited = getattr(item, "cited", ())
        return not cited or any(stays(source) for source in cited)

    disputes = tuple(d.model_copy(update={"sides": tuple(s for s in d.sides if holds(s))}) for d in event.disputes)
    return event.model_copy(
        update={
            "sources": tuple(source for source in event.sources if stays(source)),
            "quotes": tuple(quote for quote in event.quotes if holds(quote)),
            "facts": tuple(fact for fact in event.facts if holds(fact)),
            "disputes": tuple(d for d in disputes if len(d.sides) > 1),
        }
    )


def _related(event: Event, ids: set[str]) -> Event:
    kept = []
    for relation in event.relations:
        targets = tuple(target for target in relation.targets if target in ids)
        if targets == relation.targets:
            kept.append(relation)
        elif targets:
            kept.append(relation.model_copy(update={relation.type.replace("-", "_"): targets}))
    return (
        event.model_copy(update={"relations": tuple(kept)})
        if len(kept) != len(event.relations) or kept != list(event.relations)
        else event
    )
