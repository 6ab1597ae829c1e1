"""Times of day on the axis: civil time in the store's zone.

A time written without a zone is in the store's zone as it stands. A time written with an offset is an instant, and is
moved to the store's zone, across daylight saving; without a zone for the store, to UTC.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

from .calendar import days_from_civil
from .when import Part, Precision

SECONDS_IN_DAY = 86_400
_EPOCH_UTC = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_CIVIL = datetime(1970, 1, 1)


def offset_seconds(written: str) -> int:
    """Turn "Z", "+05" or "-08:30" into seconds east of UTC."""
    if written == "Z":
        return 0
    seconds = int(written[1:3]) * 3600 + int(written[4:6] or 0) * 60
    return -seconds if written[0] == "-" else seconds


def place(days: int, seconds: int, written: str, zone: tzinfo | None) -> float:
    """Place a time (day number, seconds of that day, offset as written or "") on the axis, in days.

    Years outside 1–9999, which `zoneinfo` does not reach, are placed at UTC.
    """
    if not written:
        return days + seconds / SECONDS_IN_DAY
    instant = days * SECONDS_IN_DAY + seconds - offset_seconds(written)
    if zone is not None:
        instant = _civil_seconds(instant, zone)
    days, seconds = divmod(instant, SECONDS_IN_DAY)
    return days + seconds / SECONDS_IN_DAY


def _civil_seconds(instant: int, zone: tzinfo) -> int:
    """Turn seconds since the epoch at UTC into seconds since 1970-01-01T00:00 of `zone`'s own clock."""
    try:
        local = (_EPOCH_UTC + timedelta(seconds=instant)).astimezone(zone)
    except OverflowError:
        return instant
    civil = local.replace(tzinfo=None) - _EPOCH_CIVIL
    return civil.days * SECONDS_IN_DAY + civil.seconds


def follow(first: Part, last: Part) -> Part | None:
    """Give the `last` of a span that begins with `first`; None if the span would end before it can begin.

    Of two times with offsets the instants decide: when clocks go back, the store's own clock repeats an hour. An end
    that the repeated hour puts before the beginning is placed with it, the nearest that the axis can come.
    """
    if not (first.zone and last.zone):
        return last if last.end > first.start else None
    length = 1 if last.precision == Precision.SECOND else 60
    if _instant(last) + length <= _instant(first):
        return None
    return last if last.end > first.start else last._replace(start=first.start, end=first.end)


def _instant(part: Part) -> int:
    """Count the seconds from 1970-01-01T00:00Z to a time with an offset."""
    days = days_from_civil(part.year, part.month or 1, part.day or 1)
    return days * SECONDS_IN_DAY + (part.seconds or 0) - offset_seconds(part.zone)
