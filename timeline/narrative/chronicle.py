"""The chronicle: events in strict order, each a sentence from its clause or its title, with its notes."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from ..cite import Notes, leading
from ..clause import Clause, ClauseError, Reference, Verb, Words, parse_clause
from ..dates import Precision, say, say_in_sentence
from ..model import Event
from ..money import say_amount
from ..store import Store
from .spans import Narrative, Passage, Sentence, Span


def narrate(store: Store, events: Iterable[Event] | None = None, most: int | None = None) -> Narrative:
    """The chronicle of the store's events, or of the given ones.

    With `most`, the heaviest events are told and `left_out` says how many are not. Each passage is one year (or one
    larger stretch where dates are coarser) and stands alone: names and dates start afresh in it.
    """
    view = tuple(store.events if events is None else events)
    told = heaviest(view, most)
    notes = Notes(store)
    passages = tuple(_passage(heading, list(group), store, notes) for heading, group in groupby(told, key=_heading))
    return Narrative(store.title, passages, notes.notes, len(view) - len(told))


def heaviest(events: Sequence[Event], most: int | None) -> tuple[Event, ...]:
    """The `most` events of greatest weight, ties to the earlier, in their own order. The sets are nested."""
    if most is None or len(events) <= most:
        return tuple(events)
    ranked = sorted(range(len(events)), key=lambda i: (-events[i].weight, i))
    return tuple(events[i] for i in sorted(ranked[:most]))


def _heading(event: Event) -> str:
    first = event.date.parts[0] if event.date.parts else None
    if first is None or event.date.precision > Precision.YEAR or first.year is None or not 0 < first.year <= 9999:
        return ""
    return str(first.year) if first.year >= 1000 else f"AD {first.year}"


def _passage(heading: str, events: list[Event], store: Store, notes: Notes) -> Passage:
    """The first sentence says the year, so that it is never known from the heading alone."""
    mentioned: set[str] = set()
    year = int(heading.removeprefix("AD ")) if heading else None
    sentences = [_sentence(e, store, notes, mentioned, year if i else None) for i, e in enumerate(events)]
    return Passage(heading, tuple(sentences))


def _sentence(event: Event, store: Store, notes: Notes, mentioned: set[str], year: int | None) -> Sentence:
    body = _clause_spans(event, store, mentioned)
    if body is None:
        spans = (
            Span(_capital(say(event.date, year=year)), "time", "date"),
            Span(": "),
            Span(event.title, "title", "title"),
            *_stop(event.title),
        )
    else:
        spans = (Span(_capital(say_in_sentence(event.date, year)), "time", "date"), Span(", "), *body, Span("."))
    cited = leading(event.sources, store) or leading(store.sources_of(event), store)
    return Sentence(spans, (event.id,), notes.cite(cited))


def _stop(text: str) -> tuple[Span, ...]:
    return () if text.rstrip().endswith((".", "?", "!")) else (Span("."),)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _clause_spans(event: Event, store: Store, mentioned: set[str]) -> tuple[Span, ...] | None:
    if not event.clause:
        return None
    try:
        clause = parse_clause(event.clause)
    except ClauseError:
        return None  # told as a finding; the title speaks instead
    return tuple(_spans(clause, event, store, mentioned))


def _spans(clause: Clause, event: Event, store: Store, mentioned: set[str]) -> Iterable[Span]:
    for piece in clause.pieces:
        if isinstance(piece, Words | Verb):
            yield Span(piece.text, "lexical", "clause")
        else:
            yield _reference(piece, event, store, mentioned)


def _reference(piece: Reference, event: Event, store: Store, mentioned: set[str]) -> Span:
    if piece.id in event.amounts:
        return Span(say_amount(event.amounts[piece.id]), "value", f"amounts.{piece.id}")
    actor = store.actors.get(piece.id)
    name = actor.name if actor else piece.id
    if actor:
        former = next((a.name for a in actor.aka if (a.start or a.end) and a.holds_on(event.date)), None)
        name = former or (actor.short if piece.id in mentioned and actor.short else actor.name)
        mentioned.add(piece.id)
    return Span(_possessive(name) if piece.possessive else name, "name", f"actors.{piece.id}")


def _possessive(name: str) -> str:
    return f"{name}’s" if not name.endswith("s") else f"{name}’"
