"""Reading back facts: their words, and who is named for them."""

import re
from collections.abc import Callable, Iterator

from ...model import Event, Fact
from ...sourcing import publisher
from ..quoted import unmarked
from ..scan import State, Taker, alt, lit, seq, stop

Namer = Callable[..., Taker]
_POSSESSIVES = {"he": "his", "she": "her", "it": "its", "they": "their"}


def facts(event: Event, state: State, name: Namer) -> Iterator[Taker]:
    for fact in event.facts:
        text = unmarked(fact.text, event) if state.all_quotes else fact.text
        stopped = fact.text.endswith((".", "?", "!", ".”"))
        end = lit("" if stopped else ".")
        voice = _voice(fact, event, state, name)
        led = _led(text, event, state, name)
        if voice is None:
            yield seq(led, end)
            continue
        small = alt(lit(text), lit(text[:1].lower() + text[1:]))
        yield seq(lit("According to "), voice, lit(", "), small, end)
        if not text.endswith(("?", "!", "”")):
            before = _led(text.rstrip("."), event, state, name)
            yield seq(before, lit(", according to "), voice, stop())
            own = _own(fact, state)
            if own:
                yield seq(before, lit(f", by {own} own account."))


def _voice(fact: Fact, event: Event, state: State, name: Namer) -> Taker | None:
    """Who has to be named, if anybody."""
    if fact.by and not re.search(r"\b(accounts?|said|says|declared|announced|wrote|told)\b", fact.text):
        return name(fact.by, event, state, False, False)
    if fact.status not in ("reported", "alleged"):
        return None
    whole = [state.store.resolve(s) for s in (fact.cited or event.sources)]
    return alt(*(lit(who) for s in whole for who in (s.original, publisher(s)) if who))


def _led(text: str, event: Event, state: State, name: Namer) -> Taker:
    """The words as they are; a surname that opens them may be the full name."""
    actors = state.store.actors
    for part in event.actors:
        actor = actors.get(part.ref)
        if actor and actor.short and re.match(rf"{re.escape(actor.short)}\b(?!['’])", text):
            return alt(lit(text), seq(name(part.ref, event, state, False, False), lit(text[len(actor.short) :])))
    return lit(text)


def _own(fact: Fact, state: State) -> str:
    actor = state.store.actors.get(fact.by or "")
    if actor is None or not actor.pronoun:
        return ""
    names = [name for name in (actor.name, actor.short) if name]
    return _POSSESSIVES[actor.pronoun] if fact.text.startswith(tuple(f"{name} " for name in names)) else ""
