"""Reading back quotations: the speaker's name, office or pronoun, the verb, the place, a reply that is its words."""

from collections.abc import Callable, Iterator

from ...model import Event, Quote
from ..scan import Found, State, Taker, Way, alt, lit, seq
from ..world import world_of
from .read_time import time_of
from .speech import verb_of, via_phrase

Namer = Callable[..., Taker]


def quotes(event: Event, state: State, name: Namer) -> Iterator[Taker]:
    for quote in event.quotes if state.all_quotes else ():
        text = quote.told
        who = alt(name(quote.by, event, state), *_office_first(quote, event, state, name))
        verb_is = verb_of(quote, world_of(state.store).in_present)
        via, verb = _where(quote, event, state), lit(f" {verb_is}")
        end = lit("") if text[-1:] in ".?!" else lit(".")
        yield seq(who, verb, via, lit(": "), lit(text), end)
        yield seq(lit(text.removesuffix(".")), lit(f", {verb_is} "), who, via, lit("."))
        yield seq(
            lit(text.removesuffix(".")), lit(", "), _only_pronoun(quote.by, event, state, name), verb, via, lit(".")
        )
        yield from _reply(quote, event, state, name, end)


def _reply(quote: Quote, event: Event, state: State, name: Namer, end: Taker) -> Iterator[Taker]:
    """ "Replied" needs a recorded reply, and a time, unless it is the day told last."""
    via = via_phrase(quote)
    answers = any(r.type == "responds-to" for r in event.relations) and event.status == "established"
    if not via or not answers:
        return
    who, said, time = name(quote.by, event, state), lit(f" replied {via}"), time_of(event.date, state)
    words = seq(lit(": "), lit(quote.told), end)
    yield seq(time, lit(" "), who, said, words)
    yield seq(who, said, lit(" "), time, words)
    anchor = state.anchor if state.anchor is not None and state.anchor.is_day and event.date.is_day else None
    if anchor is not None and anchor.start // 1 == event.date.start // 1:
        yield seq(who, said, words)


def _where(quote: Quote, event: Event, state: State) -> Taker:
    """Where it was said; nothing only if the event's own sentence, just before, has said it."""
    via = via_phrase(quote)
    if not via:
        return lit("")
    silent = state.told == event.id and f" {via} " in f"{event.clause or ''} "
    return lit("") if silent else lit(f" {via}")


def _only_pronoun(ref: str, event: Event, state: State, name: Namer) -> Taker:
    pronoun = state.store.actors[ref].pronoun if ref in state.store.actors else ""
    whole = name(ref, event, state)

    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        if pronoun and text.startswith(f"{pronoun} ", at):
            yield from whole(text, at, found)

    return take


def _office_first(quote: Quote, event: Event, state: State, name: Namer) -> Iterator[Taker]:
    """`its chair, Bret Taylor`: "its" is the subject of the sentence before, and nothing else of that sentence."""
    actors = state.store.actors
    body, speaker = actors.get(state.subject), actors.get(quote.by)
    if body is None or speaker is None or body.pronoun != "it":
        return
    near = state.recent[-1] if state.recent else frozenset()
    if any(r != state.subject and (r not in actors or actors[r].kind != "person") for r in near):
        return
    for role in speaker.roles:
        if role.holds_on(event.date) and role.role.startswith("the ") and role.role.endswith(f" of {body.name}"):
            office = role.role.removeprefix("the ").removesuffix(f" of {body.name}")
            yield seq(lit(f"its {office}, "), name(quote.by, event, state, False, False), alt(lit(","), lit("")))
