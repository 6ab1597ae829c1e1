"""Reading a finished sentence from its plain text: small readers that each take a piece and hand on what is left.

Apart from everything that writes: no span, no rule name and no draft is known here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..dates import When
from ..model import Event
from ..store import Store
from .world import world_of


class Found(NamedTuple):
    """What has been read so far on one way through the sentence."""

    names: tuple[str, ...] = ()
    time: tuple[str, When] | None = None  # how it was told, and what it was
    year: int | None = None
    past_perfect: bool = False
    pronoun: str = ""
    quoted: bool = False
    last: str = ""  # the last of several events told one after another


@dataclass
class State:
    """What a reader of the passage has been told before this sentence."""

    store: Store
    seen: set[str] = field(default_factory=set)
    recent: tuple[frozenset[str], ...] = ()
    anchor: When | None = None
    year: int | None = None
    subject: str = ""
    quoted: bool = False
    told: str = ""  # the event of the sentence before
    all_quotes: tuple[
        tuple[int, int], ...
    ] = ()  # of the sentence being read: where its quotations lie in its plain text

    def take(self, found: Found) -> None:
        """Mutates: the sentence has been read."""
        self.seen.update(found.names)
        self.recent = (*self.recent, frozenset(found.names))[-2:]
        self.quoted = found.quoted
        self.subject = found.names[0] if found.names else ""
        if found.time is None:
            return
        mode, when = found.time
        if mode != "clock" or when.is_day:
            self.anchor = None if found.past_perfect else when
        if mode == "absolute" or found.year is not None:  # the first of two dates may have told it
            self.year = found.year


Way = tuple[int, Found]
Taker = Callable[[str, int, Found], Iterator[Way]]


class Exactly:
    """A taker of this very text; at the beginning of a sentence its first letter may be a capital."""

    __slots__ = ("small", "text")

    def __init__(self, text: str) -> None:
        self.text, self.small = text, text[1:]

    def __call__(self, text: str, at: int, found: Found) -> Iterator[Way]:
        if text.startswith(self.text, at):
            return iter(((at + len(self.text), found),))
        if at == 0 and self.text and text.startswith(self.small, 1) and text[:1] == self.text[:1].upper():
            return iter(((len(self.text), found),))
        return iter(())


def lit(text: str) -> Taker:
    """Exactly this text."""
    return Exactly(text)


def seq(*takers: Taker) -> Taker:
    """One after another."""
    joined = _joined(takers)
    return joined[0] if len(joined) == 1 else _chained(joined)


def _joined(takers: tuple[Taker, ...]) -> tuple[Taker, ...]:
    """Texts that follow one another are one text."""
    out: list[Taker] = []
    for taker in takers:
        if isinstance(taker, Exactly) and out and isinstance(out[-1], Exactly):
            out[-1] = Exactly(out[-1].text + taker.text)
        else:
            out.append(taker)
    return tuple(out)


def _chained(takers: tuple[Taker, ...]) -> Taker:
    count = len(takers)

    def walk(i: int, text: str, at: int, found: Found) -> Iterator[Way]:
        last = i + 1 == count
        for further, more in takers[i](text, at, found):
            if last:
                yield further, more
            else:
                yield from walk(i + 1, text, further, more)

    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        return walk(0, text, at, found)

    return take if count else lit("")


def alt(*takers: Taker) -> Taker:
    """Any of them."""

    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        for one in takers:
            yield from one(text, at, found)

    return take


def opt(taker: Taker) -> Taker:
    """It or nothing."""

    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        yield from taker(text, at, found)
        yield at, found

    return take


def stop() -> Taker:
    """A full stop, which the end of a name such as "S.A." brings along."""

    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        if at == len(text) and text.endswith("."):
            yield at, found

    return alt(lit("."), take)


def whole(taker: Taker, text: str) -> Found | None:
    """What is read if the reader takes the whole text; None if it cannot."""
    return next((found for at, found in taker(text, 0, Found()) if at == len(text)), None)


def note(taker: Taker, **facts: Any) -> Taker:
    """The same, with something noted about it."""

    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        for further, more in taker(text, at, found):
            yield further, more._replace(**facts)

    return take


def surfaces(ref: str, event: Event, state: State, found: Found) -> Iterator[tuple[str, str]]:
    """How the actor may be called here, with how: the name of that day, the short one only when known to the reader."""
    actor = state.store.actors.get(ref)
    if actor is None:
        yield ref, "name"
        return
    former = [a.name for a in actor.aka if (a.start or a.end) and a.holds_on(event.date)]
    if former:
        yield former[0], "name"
        return
    yield actor.name, "full"
    known = (
        ref in state.seen or ref in found.names or (actor.part_of and actor.part_of in frozenset().union(*state.recent))
    )
    if actor.short and known and actor.short not in world_of(state.store).doubles:
        yield actor.short, "short"
