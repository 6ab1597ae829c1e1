"""From a date as other people write it to EDTF: exactly, or as vaguely as it can be read without guessing."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from ..dates import is_date, suggest

_MONTHS = {m: i for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_CLOCK = re.compile(
    r"(?:[a-z]{3},? )?(?P<m>[a-z]{3}) (?P<d>\d{1,2}),? (?P<y>\d{1,4}) (?P<t>\d\d:\d\d(?::\d\d)?)"
    r" ?(?:GMT|UTC)?(?P<z>[+-]\d{4})?",
    re.I,
)
_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?$")
_NOW = {"present", "now", "today", "ongoing", "..", "current"}


# How numbers count that are no years of our era.
UNITS = {"Ma": 10**6, "Ga": 10**9}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def ago(text: str, unit: str) -> str:
    """`115` in millions of years ago as the year that it means; any other text as it is."""
    number = text.strip()
    if unit not in UNITS or not _NUMBER.fullmatch(number):
        return text
    return f"Y-{int(Decimal(number) * UNITS[unit])}"


def counts_backwards(spans: Iterable[tuple[str, str]]) -> bool:
    """Whether most of the spans that have numbers for both ends would end before they begin."""
    pairs = [(float(a), float(b)) for a, b in spans if _NUMBER.fullmatch(a.strip()) and _NUMBER.fullmatch(b.strip())]
    return len(pairs) >= 3 and sum(a > b for a, b in pairs) > len(pairs) / 2


def read_date(start: str, end: str = "") -> tuple[str, str]:
    """EDTF for a beginning and, if there is one, an end; and a remark, "" when nothing had to be decided.

    The date is "" when there is no telling even the year.
    """
    first, said = _one(start)
    if not end.strip() or not first:
        return first, said
    last, said_too = ("..", "") if end.strip().lower() in _NOW else _one(end)
    if not last:
        return first, f"{said} the end '{end}' could not be read".strip()
    joined = f"{first}/{last}"
    remark = f"{said} {said_too}".strip()
    if last == first or is_date(joined):
        return (first if last == first else joined), remark
    return first, f"{remark} the end '{end}' does not follow the beginning".strip()


@lru_cache(maxsize=4096)
def _one(text: str) -> tuple[str, str]:
    text = " ".join(text.split())
    bare = _MIDNIGHT.sub("", text)
    clock = _CLOCK.fullmatch(text)
    found = suggest(_from_clock(clock)) if clock else suggest(bare) or suggest(_year_number(bare))
    if found and is_date(found):
        return found, ""
    years = set(re.findall(r"(?<!\d)[12]\d{3}(?!\d)", text))
    if len(years) == 1:
        year = years.pop()
        return year, f"'{text}' can be read in two ways or not at all; only its year {year} is kept"
    return "", f"'{text}' is not a date" if text else "there is no date"


def _from_clock(match: re.Match[str]) -> str:
    """`Fri Nov 22 1963 13:00:00 GMT-0600`; a midnight in GMT is how programs write a day."""
    month = _MONTHS.get(match["m"].lower(), 0)
    day = f"{int(match['y']):04d}-{month:02d}-{int(match['d']):02d}"
    if match["t"] in ("00:00:00", "00:00") and (match["z"] or "+0000") == "+0000":
        return day
    zone = f"{match['z'][:3]}:{match['z'][3:]}" if match["z"] and match["z"] != "+0000" else "Z"
    return f"{day}T{match['t'].removesuffix(':00') if len(match['t']) > 5 else match['t']}{zone}"


def _year_number(text: str) -> str:
    """A bare number as programs write years: −44 is 44 BC for those who count no year 0, which most do."""
    match = re.fullmatch(r"(-?)(\d{1,12})(?:\.0)?", text)
    if not match:
        return ""
    year = int(match[2])
    if match[1]:
        return f"Y-{year}" if year > 9999 else f"{year} BC"
    return f"{year:04d}" if year <= 9999 else f"Y{year}"
