"""Reading back one sentence that tells several events: a chain behind the story, two deeds, a founding in passing."""

from collections.abc import Iterator

from ...clause import ClauseError, Piece, Reference, Verb, Words, parse_clause
from ...model import Event
from ...verbs import forms
from ..scan import Found, State, Taker, Way, alt, lit, note, seq
from .read_clause import clause, piece_of, silently
from .read_time import time_of


def several(text: str, events: tuple[Event, ...], state: State) -> Iterator[Taker]:
    """All that a sentence of several events may be, apart from a comparison of their sums."""
    if " had " in text:
        yield from _chain(events, state)
    if len(events) != 2:
        return
    if events[1].kind == "founding":
        yield from clause(text, events[0], state, seq(_founded(events[0], events[1], state), lit(".")))
    if ", and " in text and all(e.status == "established" for e in events):
        yield from clause(text, events[0], state, seq(lit(", and "), _second(*events, state), lit(".")))


def _chain(events: tuple[Event, ...], state: State) -> Iterator[Taker]:
    """One subject's deeds behind the story, each with its month: the subject and "had" are said once."""
    takers: list[Taker] = []
    year = state.year
    for i, event in enumerate(events):
        try:
            pieces = parse_clause(event.clause or "").core
        except ClauseError:
            return
        verb = next((n for n, p in enumerate(pieces) if isinstance(p, Verb)), None)
        if (
            verb is None
            or pieces[:verb] != (pieces[0], Words(" "))
            or getattr(pieces[0], "id", "") != _first_of(events[0])
        ):
            return
        known = forms(getattr(pieces[verb], "text", ""), "en")
        if i == 0:
            takers.extend([piece_of(pieces[0], event, state, False, 0), lit(" had ")])
        else:
            takers.append(lit(" and " if i == len(events) - 1 else ", "))
        here = State(state.store, state.seen, state.recent, None, year)
        rest = [piece_of(p, event, here, True, 1) for p in pieces[verb + 1 :]]
        takers.extend(
            [lit(known.participle or "\x00"), *rest, lit(" "), time_of(event.date, here, bare_month=event.date.is_day)]
        )
        year = event.date.parts[0].year if event.date.parts else year
    yield note(seq(*takers, lit(".")), past_perfect=True)


def _first_of(event: Event) -> str:
    return getattr(next(iter(_pieces(event)), None), "id", "")


def _pieces(event: Event) -> tuple[Piece, ...]:
    try:
        return parse_clause(event.clause or "").pieces
    except ClauseError:
        return ()


def _second(first: Event, event: Event, state: State) -> Taker:
    """What the same subject did next: its time counted from the first event's, with no subject or a safe pronoun."""

    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        pieces = _pieces(event)
        if len(pieces) < 3 or _first_of(event) != _first_of(first) or not isinstance(pieces[2], Verb):
            return
        told = found.time is not None and found.time[0] != "relative"
        here = State(state.store, {*state.seen, *found.names}, (frozenset(found.names),), first.date)
        here.year = found.year if told else state.year
        here.all_quotes = state.all_quotes
        subject = pieces[0]
        assert isinstance(subject, Reference)
        who = alt(lit(""), *_pronoun(subject.id, first, event, found, state))
        rest = [piece_of(p, event, here, False, 1) for p in pieces[1:]]
        yield from seq(time_of(event.date, here), who, *rest)(text, at, found._replace(time=None))

    return take


def _pronoun(ref: str, first: Event, event: Event, found: Found, state: State) -> list[Taker]:
    actors = state.store.actors
    pronoun = actors[ref].pronoun if ref in actors else None
    others = {*found.names, *(p.ref for p in event.actors), *_refs(first), *_refs(event)} - {ref}
    shared = any(other in actors and actors[other].pronoun == pronoun for other in others)
    return [lit(f" {pronoun}")] if pronoun in ("he", "she") and not shared else []


def _refs(event: Event) -> set[str]:
    return {p.id for p in _pieces(event) if isinstance(p, Reference)}


def _founded(event: Event, founding: Event, state: State) -> Taker:
    """`, which he co-founded in 2015`, behind the last name, of what the one person of the clause founded."""
    actors = state.store.actors
    last = next(reversed(_pieces(event)), None)
    roles = {role: {p.ref for p in founding.actors if p.role == role} for role in ("agent", "patient", "backer")}
    people = [r for r in _refs(event) if r in actors and actors[r].pronoun in ("he", "she")]
    sound = (
        isinstance(last, Reference)
        and last.id in roles["patient"]
        and len(people) == 1
        and people[0] in roles["agent"]
        and event.status == founding.status == "established"
    )
    if not sound:
        return lit("\x00")
    others = [p for p in founding.actors if p.role not in ("patient", "backer") and p.ref != people[0]]
    verb = "co-founded" if others else "founded"
    return seq(lit(f", which {actors[people[0]].pronoun} {verb} in "), silently(_year(founding)))


def _year(event: Event) -> Taker:
    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        if event.date.parts and text[at : at + 4] == str(event.date.parts[0].year):
            yield at + 4, found

    return take
