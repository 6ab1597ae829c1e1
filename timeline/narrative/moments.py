"""How the time of an event is told beside the time told last: a decision, not yet words.

Relative times are for days that are known as days, counted from the last day told in the foreground and never more
than two in a row, so that a reader always has a date at hand.
"""

from dataclasses import dataclass
from typing import Literal

from ..dates import Precision, When, civil_from_days

Mode = Literal["absolute", "clock", "same-day", "next-day", "days", "weeks", "month"]
_MOST_RELATIVE = 2


@dataclass(frozen=True, slots=True)
class Moment:
    """`absolute`, with the `year` that need not be said again; so many days or weeks after the last; just a month."""

    mode: Mode
    when: When
    year: int | None = None
    count: int = 0


def moment(when: When, anchor: When | None, year: int | None, relatives: int) -> Moment:
    """Decide how to tell `when` after `anchor`, the last foreground date, with `year` the last one that was visible."""
    absolute = Moment("absolute", when, year)
    if anchor is None or not (when.is_day and anchor.is_day):
        return absolute
    days = int(when.start // 1) - int(anchor.start // 1)
    if days == 0 and when.parts[0].seconds is not None and anchor.parts[0].seconds is not None:
        return Moment("clock", when, year)
    if when.parts[0].seconds is not None:
        return absolute
    if days == 0:
        return Moment("same-day", when, year)
    if relatives >= _MOST_RELATIVE or _other_year(when, anchor):
        return absolute
    if days == 1:
        return Moment("next-day", when, year, 1)
    if 2 <= days <= 6:
        return Moment("days", when, year, days)
    return Moment("weeks", when, year, days // 7) if days in (7, 14) else absolute


def _other_year(a: When, b: When) -> bool:
    return a.parts[0].year != b.parts[0].year


def seconds_of_day(when: When) -> int:
    """The time of day in the store's zone, so that the clocks of one story are one clock."""
    return round(when.start % 1 * 86_400) % 86_400


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
