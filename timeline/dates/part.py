"""One date of EDTF text, such as "2004-06~-11", "201X", "2025-02-10T14:30Z" or "Y-66e6", read into a `Part`."""

from __future__ import annotations

import re
from datetime import tzinfo

from .calendar import Civil, month_length
from .diagnose import diagnose
from .extents import (
    SEASONS,
    Extent,
    day_extent,
    masked_extent,
    months_extent,
    precision_of_digits,
    years_extent,
)
from .long_years import read_long_year
from .when import DAY, MONTH, TIME, YEAR, DateError, Part, Precision
from .zones import SECONDS_IN_DAY, place

_MARK = "[?~%]?"
_TIME = (
    r"T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?(?P<zone>Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
    rf"(?P<time_right>{_MARK})"
)
DATE = re.compile(
    rf"(?P<year_left>{_MARK})(?P<year>-?[0-9X]{{4}})(?:S(?P<digits>[0-9]+))?(?P<year_right>{_MARK})"
    rf"(?:-(?P<month_left>{_MARK})(?P<month>[0-9X]{{2}})(?P<month_right>{_MARK})"
    rf"(?:-(?P<day_left>{_MARK})(?P<day>[0-9X]{{2}})(?P<day_right>{_MARK})(?:{_TIME})?)?)?"
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# Which components a mark falls on: to the left of one it marks that one, to the right also all before it.
_MARKED = {
    "year_left": YEAR, "month_left": MONTH, "day_left": DAY,
    "year_right": YEAR, "month_right": YEAR | MONTH, "day_right": YEAR | MONTH | DAY,
    "time_right": YEAR | MONTH | DAY | TIME,
}  # fmt: skip
_MAX_OFFSET_HOURS = 14  # Kiribati, the furthest from UTC


def read_part(text: str, base: int, zone: tzinfo | None) -> Part:
    """Read one date; `base` is where it begins in the whole text, so that a `DateError` can say where the fault is."""
    match = DATE.fullmatch(text)
    if match is None:
        return read_long_year(text, base) or diagnose(text, base, DATE)
    if "X" in text:
        return _masked(match, base)
    year = _year(match, base)
    if match["digits"]:
        return _significant(match, base)
    if match["month"] is None:
        return _part(match, years_extent(year, year), Precision.YEAR, year)
    month = int(match["month"])
    if month > 12:
        return _season(match, base, year, month)
    if month == 0:
        raise _error(match, "month", base, "month 00 does not exist")
    if match["day"] is None:
        return _part(match, months_extent(year, month, 1), Precision.MONTH, year, month)
    day = _check_day(match, base, year, month)
    if match["hour"] is not None:
        return _time(match, base, zone, (year, month, day))
    return _part(match, day_extent(year, month, day), Precision.DAY, year, month, day)


def _error(match: re.Match[str], group: str, base: int, message: str) -> DateError:
    start, end = match.span(group)
    return DateError(message, base + start, end - start)


def _part(
    match: re.Match[str],
    extent: Extent,
    precision: Precision,
    year: int,
    month: int | None = None,
    day: int | None = None,
) -> Part:
    """Make a part with the doubts that its marks say; the caller adds what else was given."""
    text, (start, end) = match.string, extent
    approximate = uncertain = 0
    if "~" in text or "?" in text or "%" in text:
        approximate, uncertain = _doubts(match)
    return Part(
        text, float(start), float(end), precision, year, month, day, approximate=approximate, uncertain=uncertain
    )


def _doubts(match: re.Match[str]) -> tuple[int, int]:
    """Gather the components that are approximate and those that are uncertain, as bits."""
    approximate = uncertain = 0
    for group, bits in _MARKED.items():
        mark = match[group] or ""
        approximate |= bits if mark in ("~", "%") else 0
        uncertain |= bits if mark in ("?", "%") else 0
    return approximate, uncertain


def _year(match: re.Match[str], base: int) -> int:
    if match["year"] == "-0000":
        raise _error(match, "year", base, "the year 0000 (1 BC) has no minus")
    return int(match["year"])


def _significant(match: re.Match[str], base: int) -> Part:
    """Read a year of four digits of which only the first count: 1950S2."""
    if match["month"] is not None:
        raise _error(match, "digits", base, "only a year that stands alone can have significant digits")
    long = read_long_year(f"{match['year']}S{match['digits']}", base + match.start("year"))
    assert long is not None
    marks = _part(match, (0, 0), long.precision, long.year)
    return long._replace(text=match.string, approximate=marks.approximate, uncertain=marks.uncertain)


def _season(match: re.Match[str], base: int, year: int, code: int) -> Part:
    if code not in SEASONS:
        message = f"month {code} does not exist" if code <= 20 else f"{code} is no month (01–12) and no season (21–41)"
        raise _error(match, "month", base, message)
    if match["day"] is not None:
        raise _error(match, "day", base, f"{code} is a season or a part of the year, which has no numbered days")
    return _part(match, months_extent(year, *SEASONS[code]), Precision.SEASON, year)._replace(season=code)


def _check_day(match: re.Match[str], base: int, year: int, month: int) -> int:
    day = int(match["day"])
    if 1 <= day <= month_length(year, month):
        return day
    if day == 29 and month == 2:
        # The Julian calendar, which Europe used until 1582 and in places until 1923, had this day every fourth year.
        where = " in the Gregorian calendar" if year % 4 == 0 and year < 1923 else ""
        raise _error(match, "day", base, f"{match['year']} was not a leap year{where}: February had 28 days")
    if day == 0 or day > 31:
        raise _error(match, "day", base, f"day {match['day']} does not exist")
    of_year = f" {match['year']}" if month == 2 else ""
    raise _error(match, "day", base, f"{_MONTHS[month - 1]}{of_year} has {month_length(year, month)} days")


def _time(match: re.Match[str], base: int, zone: tzinfo | None, date: Civil) -> Part:
    """Read a time of day: it covers its second, or its minute when no second was written."""
    seconds = _seconds_of_day(match, base)
    written = match["zone"] or ""
    if written:
        _check_offset(match, base)
    precision, length = (Precision.MINUTE, 60) if match["second"] is None else (Precision.SECOND, 1)
    start = place(day_extent(*date)[0], seconds, written, zone)
    # Rounded to whole seconds, so that a minute ends on the very float that the next one begins on.
    end_day, end_second = divmod(round(start * SECONDS_IN_DAY) + length, SECONDS_IN_DAY)
    part = _part(match, (0, 0), precision, *date)
    return part._replace(start=start, end=end_day + end_second / SECONDS_IN_DAY, seconds=seconds, zone=written)


def _seconds_of_day(match: re.Match[str], base: int) -> int:
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if hour == 24:
        raise _error(match, "hour", base, "hours go from 00 to 23; midnight is 00:00 of the next day")
    if hour > 23:
        raise _error(match, "hour", base, f"hour {hour} does not exist")
    if minute > 59:
        raise _error(match, "minute", base, f"minute {minute} does not exist")
    if second == 60:
        raise _error(match, "second", base, "a leap second has no place of its own; write second 59")
    if second > 59:
        raise _error(match, "second", base, f"second {second} does not exist")
    return hour * 3600 + minute * 60 + second


def _check_offset(match: re.Match[str], base: int) -> None:
    written = match["zone"]
    if written.startswith("-00") and written.strip("-:0") == "":
        raise _error(match, "zone", base, "write UTC as Z or +00:00: -00:00 would mean that the zone is not known")
    hours, minutes = int(written[1:3] if written != "Z" else 0), int(written[4:6] or 0)
    if minutes > 59 or hours * 60 + minutes > _MAX_OFFSET_HOURS * 60:
        raise _error(match, "zone", base, f"no zone lies {written} from UTC; the furthest lie 14 hours from it")


def _masked(match: re.Match[str], base: int) -> Part:
    """Read a date with unspecified digits, from the first day that fits to the last."""
    year, month, day = match["year"], match["month"], match["day"]
    if year.lstrip("-") == "XXXX":
        raise _error(match, "year", base, "with no digit of the year known the date has no place in time")
    if match["digits"]:
        raise _error(match, "digits", base, "a year has unspecified digits (X) or significant digits (S), not both")
    if match["hour"] is not None:
        raise _error(match, "hour", base, "a time of day needs a full date, without X")
    if month is not None and "X" not in month and int(month) > 12:
        return _masked_season(match, base, int(month))
    extent = masked_extent(year, month, day)
    if extent is None:
        raise _no_fit(match, base)
    first, last = extent
    part = _part(match, (day_extent(*first)[0], day_extent(*last)[1]), _masked_precision(year, month, day), first[0])
    return part._replace(month=_plain(month), day=_plain(day), mask="-".join(filter(None, (year, month, day))))


def _masked_season(match: re.Match[str], base: int, code: int) -> Part:
    """Read a season of a year that is not fully known: some spring of the 2010s, "201X-21"."""
    low, high = sorted(int(match["year"].replace("X", filling)) for filling in "09")
    season = _season(match, base, low, code)
    end = float(months_extent(high, *SEASONS[code])[1])
    precision = _masked_precision(match["year"], None, None)
    return season._replace(end=end, precision=precision, mask=f"{match['year']}-{code}")


def _plain(digits: str | None) -> int | None:
    return None if digits is None or "X" in digits else int(digits)


def _masked_precision(year: str, month: str | None, day: str | None) -> Precision:
    """Tell how finely a masked date is known: only to what stands before its first X."""
    if "X" in year:
        digits = year.lstrip("-")
        return precision_of_digits(len(digits) - digits.index("X"))
    return Precision.YEAR if month is not None and "X" in month else Precision.MONTH


def _no_fit(match: re.Match[str], base: int) -> DateError:
    """Explain why no day fits the masks: the month, the day, or the two together."""
    year, month, day = match["year"], match["month"], match["day"]
    if masked_extent("2000", month, None) is None:
        return _error(match, "month", base, f"no month is written {month}")
    if masked_extent("2000", None, day) is None:
        return _error(match, "day", base, f"no day is written {day}")
    return _error(match, "day", base, f"no day of the calendar is written {year}-{month}-{day}")
