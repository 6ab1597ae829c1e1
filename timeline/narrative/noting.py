"""Which sources stand behind a sentence, and behind each of its spans."""

from collections.abc import Iterable, Sequence

from ..cite import Notes, leading
from ..model import Event, Source
from ..store import Store
from .points import Point
from .spans import Span
from .world import world_of

_MOST = 3


def noted(spans: Sequence[Span], points: Sequence[Point], store: Store, notes: Notes) -> tuple[Span, ...]:
    """The spans, each that comes from a field with the numbers of the notes that bear it out; three at most a point.

    Quoted words cite their own source, first of all.
    """
    quoted = {span: _of_quote(span, store) for span in spans if span.kind == "quote"}
    numbers: dict[str, tuple[int, ...]] = {}
    for point in points:
        own = [source for span, found in quoted.items() if span.event == point.event.id for source in found]
        most = None if point.part == "issue" else _MOST  # a matter stands on the sources of all its sides
        found = notes.cite(_first([*own, *sources_of(point, store)], store)[:most])
        numbers[point.event.id] = tuple(sorted({*numbers.get(point.event.id, ()), *found}))
    main = numbers[points[0].event.id]
    return tuple(_noted(span, quoted, numbers.get(span.event, main), notes) if span.event else span for span in spans)


def _noted(span: Span, quoted: dict[Span, tuple[Source, ...]], numbers: tuple[int, ...], notes: Notes) -> Span:
    own = quoted.get(span)
    shown = notes.cite(own) if own else numbers
    return Span(span.text, span.kind, span.field, span.event, span.derivation, shown)


def _of_quote(span: Span, store: Store) -> tuple[Source, ...]:
    """The sources of the quotation or the side that a span of quoted words comes from."""
    part, index, *further = span.field.split(".")
    event = store.by_id[span.event]
    if part == "quotes":
        return event.quotes[int(index)].cited
    return event.disputes[int(index)].sides[int(further[1])].cited if part == "disputes" else ()


def _first(sources: Iterable[Source], store: Store) -> list[Source]:
    """Each page once, in order."""
    found: dict[str, Source] = {}
    for source in sources:
        found.setdefault(store.library.key(source), source)
    return list(found.values())


def sources_of(point: Point, store: Store) -> tuple[Source, ...]:
    event = point.event
    own: tuple[Source, ...] = ()
    if point.part == "quote":
        own = event.quotes[point.index].cited
    elif point.part == "fact":
        own = event.facts[point.index].cited
    elif point.part == "side":
        own = event.disputes[point.index].sides[point.aside].cited
    elif point.part == "issue":
        own = tuple(s for side in event.disputes[point.index].sides for s in side.cited)
    elif point.part == "compare" and point.comparison:
        return (*event_sources(event, store)[:1], *event_sources(point.comparison.other, store)[:2])
    elif point.cause is not None and (asserter := event.relations[point.cause].asserted_by):
        return (asserter, *event_sources(event, store))[:3]
    elif point.behind:
        return (*event_sources(event, store)[:2], *event_sources(point.behind, store)[:1])
    elif point.reply is not None and event.quotes[point.reply].cited:
        return (*event.quotes[point.reply].cited, *event_sources(event, store))[:3]
    elif point.others:
        return (*event_sources(event, store)[:1], *(s for o in point.others for s in event_sources(o, store)[:1]))
    return own or event_sources(event, store)


def event_sources(event: Event, store: Store) -> tuple[Source, ...]:
    known = world_of(store).leading
    found = known.get(event.id)
    if found is None:
        found = known[event.id] = leading(event.sources, store) or leading(store.sources_of(event), store)
    return found


def events_of(point: Point) -> tuple[Event, ...]:
    """The events that a sentence rests on; the first is the one it is about."""
    further = (point.comparison.other,) if point.comparison else point.others
    return (point.event, *further, *((point.behind,) if point.behind else ()))
