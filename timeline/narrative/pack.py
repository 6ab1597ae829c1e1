"""What a language must be able to do for the narrative. Everything of one language sits in its pack."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from ..cite import ENGLISH_NOTES, NoteWords
from ..model import Event
from ..store import Store
from .discourse import Discourse
from .drafts import Draft, Way
from .moments import Moment
from .points import Point


class DraftMaker(Protocol):
    def __call__(self, point: Point, discourse: Discourse, told: Moment | None) -> Iterable[Draft | Way]: ...


class SafeMaker(Protocol):
    def __call__(self, event: Event, discourse: Discourse) -> Draft: ...


class Judge(Protocol):
    def __call__(self, point: Point) -> bool: ...


class Merger(Protocol):
    def __call__(self, draft: Draft, point: Point, following: Point, discourse: Discourse) -> Draft | None: ...


class Joiner(Protocol):
    def __call__(self, draft: Draft, point: Point, discourse: Discourse) -> Draft | None: ...


@dataclass(frozen=True, slots=True)
class Pack:
    """`drafts` gives ways to say a point, best first; `join` says a further point in a sentence that is made already,
    `merge` the next event;
    `replies` finds the quotation that a reply consists of, where the pack has words for that;
    `founded` says whether an event's clause can be told with a founding behind its last name;
    `tellable` judges beforehand whether a quotation, a fact or a list of names can stand in a sentence of its own."""

    code: str
    drafts: DraftMaker
    safe: SafeMaker
    join: Joiner
    merge: Merger
    tellable: Judge
    replies: Callable[[Event], int | None]
    founded: Callable[[Event, Event, Store], bool]
    reader: "Reader"
    words: dict[str, str]  # headings and lines around the text, by what they are for
    notes: NoteWords = ENGLISH_NOTES


class Reader(Protocol):
    """Reads finished sentences back from their plain text; see `verify`."""

    def __call__(self, text: str, events: tuple[Event, ...], state: object) -> str: ...
