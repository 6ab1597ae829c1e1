"""Reading back events without a clause: the title after its date or with its date in it, and the kind's frame."""

from collections.abc import Callable

from ...model import Event
from ...money import say_amount
from ..scan import State, Taker, alt, lit, seq, stop
from ..world import world_of
from . import read_extras
from .read_clause import words
from .read_time import time_of
from .titles import frame_of, tense

Namer = Callable[..., Taker]


def title(event: Event, state: State) -> Taker:
    """The date, a colon, the title as it is, alone or with what its status asks for; nothing else hedges it."""
    stopped = event.title.rstrip().endswith((".", "?", "!"))
    hedge = _hedge(event, state)
    text = words(event.title, state)
    date = time_of(event.date, state, standing=True)
    if event.status == "planned":
        date = seq(lit("planned "), alt(seq(lit("for "), date), time_of(event.date, state)))
    if hedge is None:
        return alt(seq(date, lit(": "), text, lit("" if stopped else ".")), text)
    if stopped:
        return alt(seq(date, lit(", "), hedge, lit(": "), text), seq(hedge, lit(": "), text))
    return alt(seq(date, lit(": "), text, lit(", "), hedge, lit(".")), seq(text, lit(", "), hedge))


def _hedge(event: Event, state: State) -> Taker | None:
    if event.status in ("reported", "alleged"):
        return alt(*(lit(f"according to {who}") for who in read_extras.voices(event, state)))
    told = {"disputed": "though that is disputed", "denied": "though that has been denied"}.get(event.status)
    return lit(told) if told else None


def sentence(event: Event, state: State, hedges: list[Taker]) -> Taker:
    """The title with its date before or behind it, in a store that tells by titles alone."""
    if not world_of(state.store).in_present or event.status == "planned":
        return lit("\x00")
    text = event.title.rstrip().removesuffix(".")
    small = alt(lit(text), lit(text[:1].lower() + text[1:]))
    time, gap = time_of(event.date, state), lit(" ")
    return seq(alt(seq(time, gap, small), seq(small, gap, time)), *hedges)


def frame(event: Event, state: State, name: Namer, hedges: list[Taker]) -> Taker:
    """The kind's own verb between those who did it and those it was done to, with its one sum."""
    agents, patients = ([p.ref for p in event.actors if p.role == role] for role in ("agent", "patient"))
    found = None if event.clause else frame_of(event, len(agents), len(patients))
    if found is None:
        return lit("\x00")
    verb, amount, preposition = found
    who, whom = (_all(refs, event, state, name) for refs in (agents, patients))
    value = say_amount(event.amounts[amount]) if amount else ""
    said = lit(f" {tense(verb, world_of(state.store).in_present, len(agents) > 1)}")
    if preposition is None:
        rest = seq(lit(" "), whom, lit(f" for {value}" if value else "")) if patients else lit(f" {value}")
    else:
        rest = seq(lit(f" {value}"), seq(lit(f" {preposition} "), whom) if preposition and patients else lit(""))
    return seq(time_of(event.date, state), lit(" "), who, said, rest, *hedges, stop())


def _all(refs: list[str], event: Event, state: State, name: Namer) -> Taker:
    parts: list[Taker] = []
    for i, ref in enumerate(refs):
        if i:
            parts.append(lit(" and " if i == len(refs) - 1 else ", "))
        parts.append(name(ref, event, state, False, False))
    return seq(*parts)
