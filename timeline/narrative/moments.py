"""How the time of an event is told beside the time told last: a decision, not yet words.

Relative times are for days that are known as days, counted from the last day told in the foreground and never more
than two in a row, so that a reader always has a date at hand.
"""

from dataclasses import dataclass
from typing import Literal

from ..dates import Precision, When, civil_from_days

Mode = Literal["absolute", "clock", "minutes", "same-day", "next-day", "days", "weeks", "month"]
_MOST_RELATIVE = 2
_MOST_MINUTES = 12
_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Moment:
    """`absolute`, with the `year` that need not be said again; so many days or weeks after the last; just a month.

    `clock` is a time of the day told last, `minutes` so many after the time told last.
    """

    mode: Mode
    when: When
    year: int | None = None
    count: int = 0


def moment(when: When, anchor: When | None, year: int | None, relatives: int) -> Moment:
    """Decide how to tell `when` after `anchor`, the last foreground date, with `year` the last one that was visible."""
    absolute = Moment("absolute", when, year)
    if anchor is not None and is_clock(when) and has_seconds(anchor) and day_of(when) == day_of(anchor):
        minutes = minutes_between(anchor, when)
        soon = relatives == 0 and minutes is not None and 0 < minutes <= _MOST_MINUTES
        return Moment("minutes", when, year, minutes) if soon and minutes else Moment("clock", when, year)
    if anchor is None or not (when.is_day and anchor.is_day) or has_seconds(when):
        return absolute
    days = int(when.start // 1) - int(anchor.start // 1)
    if days == 0:
        return Moment("same-day", when, year)
    if relatives >= _MOST_RELATIVE or _other_year(when, anchor):
        return absolute
    if days == 1:
        return Moment("next-day", when, year, 1)
    if 2 <= days <= 6:
        return Moment("days", when, year, days)
    return Moment("weeks", when, year, days // 7) if days in (7, 14) else absolute


def has_seconds(when: When) -> bool:
    """Whether it is a time or times of day."""
    return bool(when.parts) and all(part.seconds is not None for part in when.parts)


def is_clock(when: When) -> bool:
    """Whether it is a time or a stretch of one day, of which a clock can tell by itself."""
    closed = not (when.open_start or when.open_end or when.unknown_start or when.unknown_end or when.uncertain)
    ends = {part.start // 1 for part in when.parts}
    return has_seconds(when) and closed and when.kind in ("date", "interval") and len(ends) == 1


def day_of(when: When) -> int:
    """The day in the store's zone."""
    return int(when.parts[0].start // 1)


def minutes_between(first: When, last: When) -> int | None:
    """Whole minutes from one exact minute to another; None where either is not known as one."""
    for when in (first, last):
        if when.kind != "date" or when.approximate or when.uncertain or when.precision != Precision.MINUTE:
            return None
    return round((last.start - first.start) * 1440)


def clock_of(days: float, with_seconds: bool) -> str:
    """`03:14` or `03:14:05`, of a time in days."""
    seconds = round(days % 1 * _SECONDS) % _SECONDS
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}"
    return f"{text}:{seconds % 60:02}" if with_seconds else text


def _other_year(a: When, b: When) -> bool:
    return a.parts[0].year != b.parts[0].year


def is_plain_day(when: When) -> bool:
    """A day of a year that four digits write, without doubt: one whose month can be said instead."""
    return when.is_day and when.parts[0].month is not None and 1000 <= when.parts[0].year <= 9999


def year_shown(when: When) -> int | None:
    """The year that a reader has in mind after the date was said; none where it is not one plain year."""
    years = {part.year for part in when.parts}
    plain = when.precision <= Precision.YEAR and len(years) == 1 and when.kind in ("date", "interval")
    one = next(iter(years)) if plain else None
    return one if one is not None and 1000 <= one <= 9999 else None


def civil(days: float) -> tuple[int, int, int]:
    return civil_from_days(int(days // 1))
