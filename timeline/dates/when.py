"""What a date is once it has been read: `When`, its `Part`s, their `Precision`, and the error for what is no date.

A `When` says no more than its text: extents as wide as what was written, doubt as flags that never widen them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final, Literal, NamedTuple

Kind = Literal["date", "interval", "one-of", "all-of"]

# The components of a date that a doubt can fall on: bits of `Part.approximate` and `Part.uncertain`.
YEAR: Final = 1
MONTH: Final = 2
DAY: Final = 4
TIME: Final = 8


class DateError(ValueError):
    """A text that is not a date.

    `message` says what is wrong in plain words; `offset` (from 0) and `length` say where in the text, in characters.
    """

    def __init__(self, message: str, offset: int, length: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.length = length

    def __reduce__(self) -> tuple[type[DateError], tuple[str, int, int]]:
        return type(self), (self.message, self.offset, self.length)


class Precision(IntEnum):
    """How finely a date is known, from fine to coarse."""

    SECOND = 0
    MINUTE = 1
    DAY = 2
    MONTH = 3
    SEASON = 4  # also quarters, four-month thirds and halves of a year
    YEAR = 5
    DECADE = 6
    CENTURY = 7
    MILLENNIUM = 8
    DEEP = 9  # coarser still, or a year given as a rounded figure (exponent)


class Part(NamedTuple):
    """One date as written, within a date, an interval or a set.

    Year, month, day and time are in the zone that was written; `start` and `end` lie in the store's zone.
    """

    text: str
    start: float  # first instant, days since 1970-01-01T00:00
    end: float  # last instant, exclusive
    precision: Precision
    year: int  # astronomical; where digits are unspecified, the earliest that fits
    month: int | None = None  # 1–12; None when not given or unspecified
    day: int | None = None
    seconds: int | None = None  # of the day, as written
    zone: str = ""  # as written: "Z", "-08:00"; "" when in the store's zone
    season: int | None = None  # 21–41
    digits: int | None = None  # significant digits of the year
    exponential: bool = False  # the year was written with an exponent
    mask: str | None = None  # "201X", "2004-06-XX": the date without its marks, if digits are unspecified
    approximate: int = 0  # bits YEAR, MONTH, DAY, TIME: which components "~" or "%" falls on
    uncertain: int = 0  # the same for "?" or "%"
    through: bool = False  # in a set: a range leads from here to the next part (or, in the last part, on and on)


@dataclass(frozen=True, slots=True)
class When:
    """A date, an interval or a set of dates, placed in time.

    The four instants are days since 1970-01-01T00:00 in the store's zone, proleptic Gregorian: it did not begin
    before `start` nor after `start_latest`, nor end before `end_earliest` nor after `end` (exclusive).
    For a single date (and for one of several) `start == end_earliest` and `start_latest == end`.
    An open end ("..") is ±inf on both of its instants; an unknown end (left empty) is ±inf on the outer one, and the
    inner one is all that the other end allows.
    """

    text: str
    start: float
    start_latest: float
    end_earliest: float
    end: float
    precision: Precision  # the coarsest of the parts
    approximate: bool  # some part is
    uncertain: bool
    kind: Kind
    open_start: bool
    open_end: bool
    unknown_start: bool
    unknown_end: bool
    parts: tuple[Part, ...]  # in the order written; open and unknown ends have none

    @property
    def is_day(self) -> bool:
        """A single calendar day, or a time within one, without any doubt."""
        certain = not (self.approximate or self.uncertain)
        return self.kind == "date" and certain and self.precision <= Precision.DAY

    @property
    def sort_key(self) -> tuple[float, float, int]:
        """Order by start; of dates that start together the one that ends first, then the finer, stands first."""
        return self.start, self.end, self.precision
