"""Dates that are left to `dateutil`: "Feb 10, 2025", "Monday, 10th of February 2025 at 2:30 pm".

It guesses ("06/07/1914" is silently June, what is missing is taken from today), so it sees only texts with the name of
a month, a year of four digits and nothing that could be read in another way, and it reads them twice, with different
defaults, to find out which fields were really given.
"""

from __future__ import annotations

import re
from datetime import datetime

from .calendar import days_from_civil, weekday
from .habits import MONTH

_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_WORDS = rf"{MONTH}|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?|of|the|at|on|utc|z|[:, .]"
_TIME = re.compile(r"\b[0-9]{1,2}(?::[0-9]{2}){1,2} ?(?:[ap]\.?m\.?)?(?![0-9])", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![0-9])([0-9]{1,4})(?:st|nd|rd|th)?(?![0-9a-z])", re.IGNORECASE)
_DEFAULTS = (datetime(1904, 1, 1, 1, 1, 1), datetime(1908, 12, 28, 13, 31, 31))


def read_foreign(text: str) -> str:
    """Give the EDTF of a text, or "" when reading it would be guessing."""
    year = _only_year(text)
    if year is None:
        return ""
    from dateutil import parser  # slow to import, and only a mistaken date needs it

    clean = re.sub(r"\b(?:of|the|at|on)\b", " ", text, flags=re.IGNORECASE)
    try:
        first, second = (parser.parse(clean, default=default) for default in _DEFAULTS)
    except (ValueError, OverflowError, TypeError, AttributeError):
        return ""
    agree = first.year == second.year == year and first.month == second.month and _weekday_agrees(first, text)
    return _written(first, second, _TIME.search(text) is not None) if agree else ""


def _only_year(text: str) -> int | None:
    """Give the year of a text that holds one month by name, one year, at most one other number and one time."""
    date = _TIME.sub(" ", text, count=1)
    numbers = _NUMBER.findall(date)
    years = [n for n in numbers if len(n) == 4]
    if len(years) != 1 or len(numbers) > 2 or len(re.findall(MONTH, date, re.IGNORECASE)) != 1:
        return None
    rest = re.sub(_WORDS, "", _NUMBER.sub("", date), flags=re.IGNORECASE)
    return None if rest else int(years[0])


def _written(first: datetime, second: datetime, has_time: bool) -> str:
    """Write the fields that both readings agree on, and no more."""
    month = f"{first.year:04}-{first.month:02}"
    if first.day != second.day:
        return "" if has_time else month
    if not has_time:
        return f"{month}-{first.day:02}"
    if first.hour != second.hour or first.minute != second.minute:
        return ""
    seconds = f":{first.second:02}" if first.second == second.second else ""
    return f"{month}-{first.day:02}T{first.hour:02}:{first.minute:02}{seconds}{'Z' if first.tzinfo else ''}"


def _weekday_agrees(date: datetime, text: str) -> bool:
    """Say whether the day of the week, if one was written, is that of the date: if not, one of them is wrong."""
    match = re.search(rf"\b({'|'.join(_WEEKDAYS)})", text, re.IGNORECASE)
    if match is None:
        return True
    return _WEEKDAYS.index(match[1].lower()) == weekday(days_from_civil(date.year, date.month, date.day))
