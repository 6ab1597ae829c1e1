"""Reading back one sentence that tells several events: a chain behind the story, two deeds, a founding in passing."""

from collections.abc import Iterator

from ...clause import ClauseError, Piece, Reference, Verb, Words, parse_clause
from ...model import Event
from ...verbs import forms
from ..scan import Found, State, Taker, Way, alt, lit, note, seq, stop
from ..world import world_of
from .read_clause import clause, piece_of, silently
from .read_time import time_of
from .read_titles import sentence


def several(text: str, events: tuple[Event, ...], state: State) -> Iterator[Taker]:
    """All that a sentence of several events may be, apart from a comparison of their sums."""
    if " had " in text:
        yield from _chain(events, state)
    if len(events) == 2 and events[1].kind == "founding":
        yield from clause(text, events[0], state, seq(_founded(events[0], events[1], state), lit(".")))
    if len(events) > 3 or any(e.status != "established" for e in events):
        return
    if len(events) == 2 and "; " in text and any(events[0].id in r.targets for r in events[1].relations):
        after = seq(lit("; "), _after(events[0], events[1], state), stop())
        if events[0].clause:
            yield from clause(text, events[0], state, after)
        else:
            yield seq(sentence(events[0], state, []), after)
    if ", and " not in text:
        return
    first, *rest = events
    links = [lit(", and ")] if len(rest) == 1 else [lit(", "), lit(", and ")]
    further = [
        part
        for i, (link, event) in enumerate(zip(links, rest, strict=True))
        for part in (link, _further(events[i], event, state, bare=len(rest) > 1))
    ]
    if first.clause:
        yield from clause(text, first, state, seq(*further, lit(".")))
    elif len(rest) == 1:
        yield seq(sentence(first, state, []), *further, lit("."))


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


def _after(first: Event, event: Event, state: State) -> Taker:
    """What a relation ties to the first event: its time counted from that, then the whole clause, or the title."""

    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        here = _beside(first, found, state)
        time, onward = time_of(event.date, here), found._replace(time=None, last=event.id)
        if not event.clause:
            if world_of(state.store).in_present:
                title = event.title.rstrip().removesuffix(".")
                yield from seq(time, lit(" "), alt(lit(title), lit(title[:1].lower() + title[1:])))(text, at, onward)
            return
        pieces = _pieces(event)
        for told_pieces in {pieces, parse_clause(event.clause or "").core} if pieces else ():
            body = [piece_of(p, event, here, False, i) for i, p in enumerate(told_pieces)]
            yield from seq(time, lit(" "), *body)(text, at, onward)

    return take


def _beside(first: Event, found: Found, state: State) -> State:
    """What the reader has been told before the second half of the sentence."""
    told = found.time is not None and found.time[0] == "absolute"
    here = State(state.store, {*state.seen, *found.names}, (*state.recent, frozenset(found.names))[-2:], first.date)
    here.year = found.year if told else state.year
    here.all_quotes = state.all_quotes
    return here


def _further(first: Event, event: Event, state: State, bare: bool) -> Taker:
    """What came next: its time counted from the event before, with no subject or a safe pronoun; or a title."""

    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        here = _beside(first, found, state)
        time, onward = time_of(event.date, here), found._replace(time=None, last=event.id)
        if not event.clause and world_of(state.store).in_present:
            title = event.title.rstrip().removesuffix(".")
            yield from seq(time, lit(" "), alt(lit(title), lit(title[:1].lower() + title[1:])))(text, at, onward)
            return
        pieces = _pieces(event)
        subject = pieces[0] if len(pieces) > 2 and isinstance(pieces[2], Verb) else None
        if not isinstance(subject, Reference) or _first_of(event) != _first_of(first):
            return
        who = alt(lit(""), *([] if bare else _pronoun(subject.id, first, event, found, state)))
        for told_pieces in {pieces, parse_clause(event.clause or "").core}:
            rest = [piece_of(p, event, here, False, 1) for p in told_pieces[1:]]
            yield from seq(time, who, *rest)(text, at, onward)

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
