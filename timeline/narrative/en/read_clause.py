"""Reading back an event's own sentence: its clause word for word, names that hold there, the hedge that is due."""

from collections.abc import Iterator

from ...clause import ClauseError, Piece, Reference, Verb, Words, parse_clause
from ...model import Event
from ...money import say_amount
from ...verbs import forms
from ..quoted import unmarked
from ..scan import Found, State, Taker, Way, alt, lit, note, seq, surfaces
from . import read_extras
from .extras import _BACKERS as NOUNS
from .read_time import time_of

_SELF_TOLD = ("reports [said]", "[reported]", "filing by", "[said] that", "complaint [")


def name(ref: str, event: Event, state: State, possessive: bool = False, role: bool = True) -> Taker:
    """An actor by a name that holds here, with the office of that day in commas; a pronoun only when it is safe."""

    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        for surface, how in surfaces(ref, event, state, found):
            ending = "" if not possessive else "'" if surface.endswith("s") else "'s"
            for further, more in lit(surface + ending)(text, at, found):
                named = more._replace(names=(*more.names, ref))
                if role and how == "full" and not possessive:
                    yield from _role(ref, event, state, text, further, named)
                yield further, named
        if _pronoun_is_safe(ref, event, state) and not possessive and not found.names:
            pronoun = state.store.actors[ref].pronoun or ""
            for further, more in lit(pronoun)(text, at, found):
                yield further, more._replace(names=(*more.names, ref), pronoun=ref)

    return take


def _role(ref: str, event: Event, state: State, text: str, at: int, found: Found) -> Iterator[Way]:
    for role in state.store.actors[ref].roles:
        if role.holds_on(event.date) and text.startswith(f", {role.role}", at):
            end = at + len(role.role) + 2
            if text[end : end + 1] == ",":
                yield end + 1, found
                yield end, found  # the comma belongs to what follows
            elif text[end : end + 1] in (".", ":", ""):
                yield end, found


def _pronoun_is_safe(ref: str, event: Event, state: State) -> bool:
    actor = state.store.actors.get(ref)
    if actor is None or actor.pronoun not in ("he", "she") or state.subject != ref or state.quoted:
        return False
    near = frozenset().union(*state.recent) | {p.ref for p in event.actors}
    return not any(o.pronoun == actor.pronoun for r in near if r != ref and (o := state.store.actors.get(r)))


def clause(text: str, event: Event, state: State, end: Taker | None = None) -> Iterator[Taker]:
    """The clause word for word, in the past or behind it, with its date at one of its places or understood.

    `end` is what follows in place of the hedge and the full stop.
    """
    try:
        parsed = parse_clause(event.clause or "")
    except ClauseError:
        return
    if not any(form in text for form in _verb_forms(parsed.verbs[:1])):
        return
    for perfect in (False, True) if " had " in text and end is None else (False,):
        yield from _told(parsed.pieces, event, state, perfect, end)
        if parsed.cut is not None:
            yield from _told(parsed.core, event, state, perfect, end)


def _verb_forms(verbs: tuple[Verb, ...]) -> Iterator[str]:
    """The forms of the first verb that a sentence may have; a clause without one is never told."""
    for verb in verbs:
        known = forms(verb.text, "en")
        yield from (known.past, known.participle or known.past)


def _told(
    pieces: tuple[Piece, ...], event: Event, state: State, perfect: bool, end: Taker | None = None
) -> Iterator[Taker]:
    body = [piece_of(p, event, state, perfect, first=i) for i, p in enumerate(pieces)]
    verb = next((i for i, p in enumerate(pieces) if isinstance(p, Verb)), len(pieces) - 1)
    said = time_of(event.date, state, bare_month=perfect)
    tails = end or seq(*tail(event, state), _colon(event, state))
    rest = seq(*body[verb + 1 :], tails)
    ways: list[Taker] = [seq(said, lit(" "), *body[: verb + 1], rest)]
    ways.append(seq(*body[: verb + 1], _floating(seq(lit(" "), said), body[verb + 1 :], tails)))
    if not perfect and state.anchor is not None and same_day(event, state):
        ways.append(seq(*body[: verb + 1], rest))
    for one in ways:
        yield note(one, past_perfect=True) if perfect else one


def _floating(time: Taker, body: list[Taker], tails: Taker) -> Taker:
    """The rest of a clause with its date once, before, between or behind its pieces."""

    def walk(i: int, text: str, at: int, found: Found) -> Iterator[Way]:
        for further, more in time(text, at, found):
            yield from seq(*body[i:], tails)(text, further, more)
        if i < len(body):
            for further, more in body[i](text, at, found):
                yield from walk(i + 1, text, further, more)

    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        return walk(0, text, at, found)

    return take


def same_day(event: Event, state: State) -> bool:
    both = state.anchor is not None and state.anchor.is_day and event.date.is_day
    return both and int(state.anchor.start // 1) == int(event.date.start // 1)  # type: ignore[union-attr]


def piece_of(piece: object, event: Event, state: State, perfect: bool, first: int) -> Taker:
    if isinstance(piece, Words):
        return words(unmarked(piece.text, event) if state.all_quotes else piece.text, state)
    if isinstance(piece, Verb):
        known = forms(piece.text, "en")
        if not perfect:
            return lit(known.past)
        return alt(lit(f"had {known.participle or known.past}"), *([lit(known.participle)] if known.participle else []))
    assert isinstance(piece, Reference)
    if piece.id in event.amounts:
        return lit(say_amount(event.amounts[piece.id]))
    return name(piece.id, event, state, piece.possessive)


def words(text: str, state: State) -> Taker:
    """Plain words; inside a quotation the speaker's own capitals and full stop stand."""
    exact = lit(text)

    def take(at_text: str, at: int, found: Found) -> Iterator[Way]:
        done = False
        for way in exact(at_text, at, found):
            done = True
            yield way
        end = at + len(text)
        quoted = any(start < end and stop > at for start, stop in state.all_quotes)
        if not done and quoted and at_text[at:end].casefold() == text.casefold():
            yield end, found

    return take


def tail(event: Event, state: State) -> list[Taker]:
    """The hedge that the status demands: required where it is due, refused where it is not."""
    told = any(mark in (event.clause or "") for mark in _SELF_TOLD) and event.status != "disputed"
    if told:
        return []
    if event.status in ("reported", "alleged"):
        return [alt(*(lit(f", according to {who}") for who in read_extras.voices(event, state)))]
    if event.status == "disputed":
        return [lit(", though that is disputed")]
    if event.status == "denied":
        return [lit(", though that has been denied")]
    if event.reported and event.reported.start - event.date.end > 31:
        fresh = State(state.store)
        return [lit(", it emerged "), silently(time_of(event.reported, fresh))]
    return []


def silently(taker: Taker) -> Taker:
    """A date that is not the event's own leaves the story's time alone."""

    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        for further, more in taker(text, at, found):
            yield further, more._replace(time=found.time, year=found.year)

    return take


def _colon(event: Event, state: State) -> Taker:
    """The end of the sentence, or the subject's own words after a colon."""
    own = [seq(lit(": "), lit(q.told), *([] if q.told[-1:] in ".?!" else [lit(".")])) for q in event.quotes]
    spoken = any(event.quotes) and state.all_quotes

    def at_end(text: str, at: int, found: Found) -> Iterator[Way]:
        if at == len(text) and text.endswith("."):
            yield at, found  # a quotation has brought the stop

    also = [seq(lit("; "), read_extras.inverted_members(event, state, name), lit("."))] if event.kind in NOUNS else []
    return alt(lit("."), at_end, *(own if spoken else []), *also)
