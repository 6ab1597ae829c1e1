"""What is asked of the narrative, as a value: the store, the view, the form and what the form is about."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from ..dates import When
from ..model import Event
from ..store import Store
from .pack import Pack
from .select import ranked

Form = Literal[
    "headline", "brief", "standfirst", "chronicle", "explainer", "perspective", "led-to", "between", "sides", "steps",
    "outlook", "card",
]  # fmt: skip
Length = Literal["short", "standard", "long"]
FORMS: tuple[Form, ...] = get_args(Form)
LENGTHS: tuple[Length, ...] = get_args(Length)


class NarrativeError(ValueError):
    """A form was asked for without what it is about, or about something that the store does not have."""


@dataclass(frozen=True)
class Request:
    """One text asked for. `view` is in order of date; `most` overrules how many events the length allows."""

    store: Store
    view: tuple[Event, ...]
    pack: Pack
    form: Form = "chronicle"
    length: Length = "standard"
    actor: str | None = None
    event: Event | None = None
    between: tuple[When, When] | None = None
    most: int | None = None

    @cached_property
    def inside(self) -> frozenset[str]:
        return frozenset(event.id for event in self.view)

    @cached_property
    def order(self) -> list[Event]:
        """The view by falling salience."""
        return ranked(self.view, self.store)

    @cached_property
    def begins(self) -> float:
        """The first day of the view."""
        return min((event.date.start for event in self.view), default=0.0)

    def budget(self, short: int, standard: int, long: int) -> int:
        return self.most or {"short": short, "standard": standard, "long": long}[self.length]
