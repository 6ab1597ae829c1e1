"""Reading back events without a clause: the title after its date or with its date in it, and the kind's frame."""

from collections.abc import Callable

from ...model import Event
from ...money import say_amount
from ...verbs import forms
from ...verbs.en import present
from ..scan import State, Taker, alt, lit, seq, stop
from ..world import world_of
from . import read_extras
from .read_clause import words
from .read_time import time_of
from .titles import FRAMES, SUMS

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
    if event.clause or not agents:
        return lit("\x00")
    kind, several = event.kind or "", len(agents) > 1
    sums = [a for a in event.amounts.values() if a.currency and not a.tone and a.value.low is not None]
    value = say_amount(sums[0]) if len(sums) == 1 else ""
    whom = _all(patients, event, state, name) if patients else None
    ends: list[Taker] = []
    past, preposition = SUMS.get(kind, ("", ""))
    if value and past and preposition and whom:
        ends.append(seq(lit(f" {_tense(past, state, several)} {value} {preposition} "), whom))
    elif value and past and kind == "funding":
        ends.append(lit(f" {_tense(past, state, several)} {value}"))
    elif whom and (kind in FRAMES or (past and value)):
        price = f" for {value}" if value and past else ""
        ends.append(seq(lit(f" {_tense(FRAMES.get(kind, past), state, several)} "), whom, lit(price)))
    if not ends:
        return lit("\x00")
    return seq(time_of(event.date, state), lit(" "), _all(agents, event, state, name), ends[0], *hedges, stop())


def _tense(past: str, state: State, several: bool) -> str:
    """The verb in the past, or in a store of titles alone in the present."""
    if not world_of(state.store).in_present:
        return past
    base = forms(past, "en").base or past
    return base if several else present(base)


def _all(refs: list[str], event: Event, state: State, name: Namer) -> Taker:
    parts: list[Taker] = []
    for i, ref in enumerate(refs):
        if i:
            parts.append(lit(" and " if i == len(refs) - 1 else ", "))
        parts.append(name(ref, event, state, False, False))
    return seq(*parts)
