"""EDTF text (ISO 8601-2:2019, annex A) → `When`: levels 0, 1 and 2.

Ours beyond EDTF: a time may be written to the minute, may carry a mark ("2025-02-10T14:30~"), a mantissa may be decimal
("Y-4.54e9"), and a comma in a set may be followed by spaces. Refused although EDTF has them, for they say nothing:
"../..", "/", and a date of which no digit of the year is known. A year of four digits is never written with "Y".
"""

from __future__ import annotations

import re
from datetime import date, tzinfo
from functools import lru_cache

from .part import read_part
from .sets import read_set
from .when import DateError, Part, Precision, When
from .zones import follow

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_EPOCH = date(1970, 1, 1).toordinal()
_LONGEST = 10_000  # characters; the longest real set is far below
_CACHED = 100  # characters; longer texts are rare and would fill the memory
_INF = float("inf")


def parse(text: str, zone: tzinfo | None = None) -> When:
    """Read an EDTF text; `zone` is the store's zone, to which times with an offset are moved (UTC when None).

    Raises `DateError`, and nothing else, for what is not EDTF.
    """
    return _remembered(text, zone) if len(text) <= _CACHED else _read(text, zone)


def _read(text: str, zone: tzinfo | None) -> When:
    match = _DAY.fullmatch(text)
    if match is not None:
        year, month, day = map(int, match.groups())
        try:
            start = float(date(year, month, day).toordinal() - _EPOCH)
        except ValueError:  # no such day, or the year 0000: the long way tells which
            return _single(text, zone)
        end = start + 1.0
        part = Part(text, start, end, Precision.DAY, year, month, day)
        return When(
            text, start, end, start, end, Precision.DAY, False, False, "date", False, False, False, False, (part,)
        )
    _check_outside(text)
    if text[0] in "[{":
        return read_set(text, zone)
    return _interval(text, zone) if "/" in text else _single(text, zone)


_remembered = lru_cache(maxsize=4096)(_read)


def _check_outside(text: str) -> None:
    """Refuse what surrounds a date: nothing at all, spaces, no end."""
    if not text:
        raise DateError("the date is missing", 0, 0)
    if len(text) > _LONGEST:
        raise DateError(f"a date of more than {_LONGEST} characters is not read", _LONGEST, len(text) - _LONGEST)
    inner = text.strip()
    if not inner or text[0] != inner[0]:
        raise DateError("no space belongs before a date", 0, len(text) - len(text.lstrip()))
    if len(inner) < len(text):
        raise DateError("no space belongs after a date", len(inner), len(text) - len(inner))


def _single(text: str, zone: tzinfo | None) -> When:
    part = read_part(text, 0, zone)
    start, end = part.start, part.end
    doubts = part.approximate > 0, part.uncertain > 0
    return When(text, start, end, start, end, part.precision, *doubts, "date", False, False, False, False, (part,))


def _interval(text: str, zone: tzinfo | None) -> When:
    """Read "a/b"."""
    _check_slashes(text)
    left, right = text.split("/")
    begin, finish = _end(left, 0, zone), _end(right, len(left) + 1, zone)
    if begin is None and finish is None:
        raise DateError("an interval without a date on either side says nothing", 0, len(text))
    if begin is not None and finish is not None:
        finish = follow(begin, finish)
        if finish is None:
            raise DateError("the interval ends before it begins", len(left) + 1, len(right))
    parts = tuple(p for p in (begin, finish) if p is not None)
    precision = max(p.precision for p in parts)
    doubts = any(p.approximate for p in parts), any(p.uncertain for p in parts)
    ends = left == "..", right == "..", left == "", right == ""
    instants = _instants(begin, finish, left == "..", right == "..")
    return When(text, *instants, precision, *doubts, "interval", *ends, parts)


def _instants(
    begin: Part | None, finish: Part | None, open_start: bool, open_end: bool
) -> tuple[float, float, float, float]:
    """Place an interval; None is an end that is open or unknown.

    What one end rules out for the other is kept: it did not end before it could begin ("2004-02-15/2004").
    """
    start = -_INF if begin is None else begin.start
    end = _INF if finish is None else finish.end
    latest = (-_INF if open_start else end) if begin is None else min(begin.end, end)
    earliest = (_INF if open_end else start) if finish is None else max(finish.start, start)
    return start, latest, earliest, end


def _end(text: str, base: int, zone: tzinfo | None) -> Part | None:
    """Read one end of an interval; None when it is open ("..") or unknown ("")."""
    if text in ("..", ""):
        return None
    if text.lower() in ("open", "now", "present", "today", "ongoing"):
        raise DateError("write an open end as ..", base, len(text))
    if text.lower() == "unknown":
        raise DateError("leave an unknown end empty", base, len(text))
    if text.strip() != text:
        raise DateError("no space belongs beside the /", base + (0 if text[0].isspace() else len(text.rstrip())), 1)
    if base and text.isdecimal() and len(text) < 4:
        raise DateError("write both ends of an interval in full, as in 2015/2018", base, len(text))
    if text[0] in "[{":
        raise DateError("a set cannot be an end of an interval", base, len(text))
    return read_part(text, base, zone)


_SLASHED_DAY = re.compile(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})")


def _check_slashes(text: str) -> None:
    """Refuse more than one slash, and say how a day is written when that is what was meant."""
    first = text.index("/")
    day = _SLASHED_DAY.fullmatch(text)
    if day is not None:
        year, month, number = day.groups()
        raise DateError(f"write a day with hyphens: {year}-{month:0>2}-{number:0>2}", 0, len(text))
    if re.fullmatch(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}", text):
        raise DateError("write a day with hyphens, the year first, as in 2025-02-10", 0, len(text))
    second = text.find("/", first + 1)
    if second >= 0:
        raise DateError("an interval has one / and two ends", second, 1)


def is_date(text: str) -> bool:
    """Whether `parse` reads the text."""
    try:
        parse(text)
    except DateError:
        return False
    return True
