"""A sentence of an event's summary behind its title, in its author's own words."""

import re
from collections.abc import Iterator

from ...model import Event
from ..discourse import Discourse
from ..drafts import Draft, Line
from ..points import Point
from .embed import embedded
from .headlines import is_sentence

_ENDS = re.compile(r"(?<=[a-z0-9%)][.!?]) (?=[A-Z])")
_LONGEST = 30  # words
_POINTING = ("He ", "She ", "It ", "They ", "His ", "Her ", "Its ", "Their ", "This ", "That ", "From it ")


def sentences_of(event: Event) -> list[str]:
    """The summary's sentences."""
    return _ENDS.split(" ".join((event.summary or "").split()))


def tellable(event: Event, index: int) -> bool:
    """Plain words, not too long, whole."""
    found = sentences_of(event)
    text = found[index] if index < len(found) else ""
    if event.clause and (embedded(event) or not _follows_clause(text, event)):
        return False
    plain = not any(mark in text for mark in '*_[]`“”"<>\\')
    return plain and 3 <= len(text.split()) <= _LONGEST and text.endswith((".", "!", "?")) and text[:1].isupper()


def _follows_clause(text: str, event: Event) -> bool:
    """A summary follows a title; behind a clause it must be of the past too, name its subject, and say more."""
    words = {w.casefold()[:6] for w in re.findall(r"[A-Za-z]{4,}", text)}
    told = {w.casefold()[:6] for w in re.findall(r"[A-Za-z]{4,}", event.clause or "")}
    again = len(words & told) > 0.4 * len(words) or any(str(abs(p.year)) in text for p in event.date.parts)
    return not (again or is_sentence(text) or text.startswith(_POINTING))


def drafts(point: Point, discourse: Discourse) -> Iterator[Draft]:
    """The sentence, unless it calls somebody by a short name whom the reader has not met."""
    text = sentences_of(point.event)[point.index]
    for word in re.findall(r"[A-Z][\w’-]*", text):
        ref = discourse.world.by_short.get(word)
        known, whole = ref in discourse.named, bool(ref) and discourse.store.actors[ref or ""].name in text
        if ref and known is whole:  # a short name for somebody new, or a full one for somebody just named
            return
    line = Line(discourse, point.event)
    line.add(text, "title", "summary")
    yield line.draft("summary")
