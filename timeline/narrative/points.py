"""What a plan is made of: points, each one thing to say, still without a word."""

from dataclasses import dataclass, field
from typing import Literal

from ..model import Event
from .ratios import Comparison
from .spans import View

Part = Literal[
    "clause",
    "chain",
    "title",
    "quote",
    "fact",
    "members",
    "compare",
    "side",
    "issue",
    "state",
    "asof",
    "summary",
    "office",
]


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to say of an event: its clause, or the quote, fact or side with the given index.

    `background` tells it behind the story's time, `short` without what a brief can do without; a `chain` tells the
    `others` in the same sentence; `aside` marks the index within a dispute's sides. A clause may be told as a `reply`,
    in the words of the quotation with that index, or with the founding that its last name has `behind` it.
    """

    event: Event
    part: Part = "clause"
    index: int = 0
    aside: int = 0
    background: bool = False
    timed: bool = True
    short: bool = False
    comparison: Comparison | None = None
    others: tuple[Event, ...] = ()
    reply: int | None = None
    cause: int | None = None  # the relation that the sentence asserts
    actor: str = ""
    behind: Event | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Points in paragraphs, under a heading, with the view that goes with them, or the dispute that they are about."""

    heading: str
    paragraphs: tuple[tuple[Point, ...], ...]
    view: View | None = None
    dispute: Point | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The sections of a text and how many events of the view they leave out."""

    sections: tuple[Section, ...] = field(default=())
    left_out: int = 0
