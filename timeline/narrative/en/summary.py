"""A sentence of an event's summary behind its title, in its author's own words."""

import re
from collections.abc import Iterator

from ...model import Event
from ..discourse import Discourse
from ..drafts import Draft, Line
from ..points import Point

_ENDS = re.compile(r"(?<=[a-z0-9%)][.!?]) (?=[A-Z])")
_LONGEST = 30  # words


def sentences_of(event: Event) -> list[str]:
    """The summary's sentences."""
    return _ENDS.split(" ".join((event.summary or "").split()))


def tellable(event: Event, index: int) -> bool:
    """Plain words, not too long, whole."""
    found = sentences_of(event)
    text = found[index] if index < len(found) else ""
    plain = not any(mark in text for mark in "*_[]`“”\"<>\\")
    return plain and 3 <= len(text.split()) <= _LONGEST and text.endswith((".", "!", "?")) and text[:1].isupper()


def drafts(point: Point, discourse: Discourse) -> Iterator[Draft]:
    line = Line(discourse, point.event)
    line.add(sentences_of(point.event)[point.index], "title", "summary")
    yield line.draft("summary")
