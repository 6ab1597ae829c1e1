"""What readers of foreign files give: plain drafts of events, with all that could not be mapped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Draft:
    """One event as it stood there. `row` says where, for the report; `date` and `end` are texts as written.

    `rest` are fields that have no place in the format, as (name, text): they are kept in the event's note.
    `sources` are (url, title), either of which may be empty.
    """

    row: str
    date: str
    title: str
    end: str = ""
    id: str = ""
    summary: str = ""
    thread: str = ""
    kind: str = ""
    place: str = ""
    note: str = ""
    actors: tuple[str, ...] = ()
    status: str = ""
    weight: str = ""
    amounts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sources: tuple[tuple[str, str], ...] = ()
    rest: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Foreign:
    """A whole file as read: what it says of itself, its drafts, and remarks on what was not taken."""

    drafts: tuple[Draft, ...]
    title: str = ""
    subtitle: str = ""
    language: str = ""
    time_zone: str = ""
    remarks: tuple[str, ...] = field(default=())


class Unreadable(ValueError):
    """The file is not what it was said to be; the message says why, in plain words."""


class Unclear(Unreadable):
    """The file can be read once a question is answered: which of `choices` is the `field`."""

    def __init__(self, message: str, field: str, choices: Sequence[str]) -> None:
        super().__init__(message)
        self.field, self.choices = field, tuple(choices)
