"""How people write single dates, and what that is in EDTF. One rule a habit, each for a whole text.

A rule gives the EDTF (which need not exist: "2023-02-29"), or None where the text could mean two things.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_DAY_MONTH = rf"{_DAY} (?:of )?{MONTH},? "
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_NUMBERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_SIZES = {"million": 6, "m": 6, "ma": 6, "mya": 6, "billion": 9, "b": 9, "ga": 9, "bya": 9, "": 0}
_BC = r"(?:bc|bce|b\.c\.|b\.c\.e\.)"
_AD = r"(?:ad|ce|a\.d\.|c\.e\.)"
_CLOCK = r"(?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?) ?(?P<zone>z|utc|gmt|[+-][0-9]{2}:?[0-9]{2})?"
_NTH = rf"(?:the )?(?P<n>{'|'.join(_NUMBERS)}|last)"

Match = re.Match[str]


def _year(digits: str, is_bc: bool = False) -> str:
    """Write a year, 1 BC being the year 0000."""
    year = 1 - int(digits) if is_bc else int(digits)
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def _time(match: Match) -> str:
    """Write the time of a match with `_CLOCK`, if there is one."""
    if not match["clock"]:
        return ""
    clock, zone = match["clock"], (match["zone"] or "").lower()
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"T{'0' if clock[1] == ':' else ''}{clock}{'Z' if zone.isalpha() else zone}"


def _year_first(match: Match) -> str | None:
    """Read "2025-2-10", "2025/02/10"; with a month beyond 12, day and month have changed places."""
    month, day = int(match["m"]), int(match["d"])
    if month > 12 >= day:
        month, day = day, month
    return f"{match['y']}-{month:02}-{day:02}{_time(match)}"


def _compact(match: Match) -> str | None:
    return f"{match['y']}-{match['m']}-{match['d']}{_time(match)}"


def _year_last(match: Match) -> str | None:
    """Read "13/02/2025": the number above 12 is the day. With both below, only dots are sure to put the day first."""
    first, second, year = int(match["a"]), int(match["b"]), match["y"]
    if match["sep"] == "." or first > 12 or first == second:
        return f"{year}-{second:02}-{first:02}{_time(match)}"
    return f"{year}-{first:02}-{second:02}{_time(match)}" if second > 12 else None


def _named_month(match: Match) -> str | None:
    """Read "15 March 44 BC", "12 March 33", "March 44 BC", "44 BC", "AD 79"; not "12 Mar 33", which may be 1933."""
    found = match.groupdict()
    is_era = "era" in found
    year = _year(found["year"], (found.get("era") or "").lower().startswith("b"))
    if not found.get("month"):
        return year
    is_short = len(found["month"]) <= 4 and found["month"].lower() not in ("may", "june", "july")
    if not is_era and len(found["year"]) <= 2 and is_short:
        return None
    month = f"{year}-{_MONTHS.index(found['month'][:3].lower()) + 1:02}"
    return f"{month}-{int(found['day']):02}" if found.get("day") else month


def _decade(match: Match) -> str | None:
    """Read "1850s"; "1900s" may be the decade or the century."""
    return None if match["digits"].endswith("00") else f"{match['digits'][:3]}X"


def _century(match: Match) -> str | None:
    """Read "19th century" as 18XX, and "5th century BC" as -04XX, which is 500 to 401 BC."""
    number = int(match["n"]) - 1
    return f"{'-' if match['bc'] else ''}{number:02}XX" if number >= 0 else None


def _season(match: Match) -> str | None:
    """Read "spring 2018", "winter 2018–19"; no other season has two years."""
    code, second = _SEASONS[match["season"].lower()], match["second"]
    if second and (code != 24 or (int(match["year"]) + 1) % 10 ** len(second) != int(second)):
        return None
    return f"{match['year']}-{code}"


def _quarter(match: Match) -> str | None:
    return f"{match['year']}-{32 + _number(match, last=4)}"


def _half(match: Match) -> str | None:
    number = _number(match, last=2)
    return f"{match['year']}-{39 + number}" if number <= 2 else None


def _number(match: Match, last: int) -> int:
    text = match["n"].lower()
    return int(text) if text.isdecimal() else _NUMBERS.get(text, last)


def _ago(match: Match) -> str | None:
    """Read "65 million years ago": only figures so round that it does not matter from which year one counts."""
    power: int = _SIZES[(match["size"] or match["unit"] or "").lower()]
    years = Decimal(match["n"].replace(",", "")) * 10**power
    return f"Y-{int(years)}" if years and years % 10_000 == 0 else None


Reader = Callable[[Match], str | None]
_SPLIT = r"[-/.]"

# Patterns for whole texts, without regard to case.
RULES: Final[tuple[tuple[str, Reader], ...]] = (
        (rf"(?P<y>[0-9]{{4}}){_SPLIT}(?P<m>[0-9]{{1,2}}){_SPLIT}(?P<d>[0-9]{{1,2}})(?:[ T]{_CLOCK})?", _year_first),
        (rf"(?P<y>[12][0-9]{{3}})(?P<m>[0-9]{{2}})(?P<d>[0-9]{{2}})(?:[ T]{_CLOCK})?", _compact),
        (rf"(?P<a>[0-9]{{1,2}})(?P<sep>{_SPLIT}) ?(?P<b>[0-9]{{1,2}})(?P=sep) ?(?P<y>[0-9]{{4}})(?:,? {_CLOCK})?",
         _year_last),
        (rf"(?:{_DAY_MONTH})?(?P<year>[0-9]{{1,4}}) ?(?P<era>{_BC}|{_AD})", _named_month),
        (rf"(?:{_DAY_MONTH})?(?P<era>{_AD}) ?(?P<year>[0-9]{{1,4}})", _named_month),
        (rf"{MONTH},? (?P<year>[0-9]{{1,4}}) ?(?P<era>{_BC}|{_AD})", _named_month),
        (rf"{MONTH},? (?P<era>{_AD}) ?(?P<year>[0-9]{{1,4}})", _named_month),
        (rf"{_DAY_MONTH}(?P<year>[0-9]{{1,4}})", _named_month),
        (rf"{MONTH},? (?:of )?(?P<year>[0-9]{{4}})", _named_month),
        (r"(?:the )?(?P<digits>[0-9]{3}0) ?['’]?s", _decade),
        (rf"(?:the )?(?P<n>[0-9]{{1,2}})(?:st|nd|rd|th)[- ]century(?: {_AD}|(?P<bc> {_BC}))?", _century),
        (r"(?:the )?(?P<season>spring|summer|autumn|fall|winter)(?: of)?,? (?P<year>[0-9]{4})"
         r"(?:[-/](?P<second>[0-9]{2}|[0-9]{4}))?", _season),
        (r"q(?P<n>[1-4])[ ,/-]*(?P<year>[0-9]{4})", _quarter),
        (r"(?P<year>[0-9]{4})[ ,/-]*q(?P<n>[1-4])", _quarter),
        (rf"{_NTH} quarter(?: of)? (?P<year>[0-9]{{4}})", _quarter),
        (r"h(?P<n>[12])[ ,/-]*(?P<year>[0-9]{4})", _half),
        (r"(?P<year>[0-9]{4})[ ,/-]*h(?P<n>[12])", _half),
        (rf"{_NTH} half(?: of)? (?P<year>[0-9]{{4}})", _half),
        (r"(?P<n>[0-9][0-9,]*(?:\.[0-9]+)?) ?"
         r"(?:(?P<size>million|billion|m|b)? ?(?:years|yrs) ago|(?P<unit>ma|mya|ga|bya))", _ago),
)  # fmt: skip
