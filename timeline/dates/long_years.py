"""Years beyond four digits, and rounded ones: "Y-66000000", "Y-66e6", "Y-4.54e9", "Y171010000S3", "1950S2".

A decimal mantissa ("Y-4.54e9") is ours: EDTF would have it "Y-454e7". An exponent makes the figure a rounded one
(`Precision.DEEP`), but only "S" widens the extent.
"""

from __future__ import annotations

import re

from .extents import precision_of_digits, significant_years, years_extent
from .when import YEAR, DateError, Part, Precision

MAX_YEAR = 10**11  # seven times the age of the universe; day numbers stay exact in a float

_LONG = re.compile(
    r"(?P<left>[?~%]?)(?P<figure>(?P<y>Y?)-?(?P<whole>[0-9]+)(?:\.(?P<decimals>[0-9]+))?(?:[eE](?P<exponent>[0-9]+))?)"
    r"(?:S(?P<digits>[0-9]+))?(?P<right>[?~%]?)"
)


def read_long_year(text: str, base: int) -> Part | None:
    """Read a year with "Y" or "S"; None if the text has not that form."""
    match = _LONG.fullmatch(text)
    if match is None or not _has_form(match):
        return None
    magnitude = _magnitude(match, base)
    written = str(magnitude) if match["y"] else match["whole"]
    year = -magnitude if "-" in match["figure"] else magnitude
    first, last, precision = _range(match, base, year, len(written))
    start, end = map(float, years_extent(first, last))
    marks = match["left"] + match["right"]
    approximate, uncertain = (YEAR if set(marks) & set(kinds) else 0 for kinds in ("~%", "?%"))
    return Part(
        text, start, end, precision, year, approximate=approximate, uncertain=uncertain,
        digits=None if match["digits"] is None else int(match["digits"]),
        exponential=match["exponent"] is not None,
    )  # fmt: skip


def _has_form(match: re.Match[str]) -> bool:
    """Ask for a "Y", or for four plain digits with an "S"; everything else is left to the diagnosis."""
    if match["y"]:
        return True
    plain = match["decimals"] is None and match["exponent"] is None
    return plain and len(match["whole"]) == 4 and match["digits"] is not None


def _error(match: re.Match[str], group: str, base: int, message: str) -> DateError:
    start, end = match.span(group)
    return DateError(message, base + start, end - start)


def _magnitude(match: re.Match[str], base: int) -> int:
    """Work out the year without its sign, in whole numbers throughout: no float may round it."""
    whole, decimals, exponent = match["whole"], match["decimals"] or "", match["exponent"]
    if match["y"] and whole.startswith("0"):
        raise _error(match, "whole", base, "a year after Y does not begin with 0")
    if match["y"] and exponent is None:
        _check_plain(match, base)
    if len(whole) > 12 or (exponent is not None and (len(exponent) > 2 or int(exponent) > 11)):
        raise _error(match, "figure", base, "the year is beyond 100 billion years")
    power = int(exponent or 0) - len(decimals.rstrip("0"))
    if power < 0:
        raise _error(match, "figure", base, "that is not a whole number of years")
    magnitude: int = int(whole + decimals.rstrip("0")) * 10**power
    if magnitude > MAX_YEAR:
        raise _error(match, "figure", base, "the year is beyond 100 billion years")
    return magnitude


def _check_plain(match: re.Match[str], base: int) -> None:
    """Refuse "Y2018" and "Y1.5": without an exponent, Y is for whole years of more than four digits."""
    figure = match["figure"][1:]
    if match["decimals"] is not None:
        raise _error(match, "figure", base, "a year with a decimal point needs an exponent, as in Y-4.54e9")
    if len(match["whole"]) <= 4:
        sign = "-" if figure.startswith("-") else ""
        raise _error(match, "figure", base, f"a year of four digits has no Y: {sign}{match['whole']:0>4}")


def _range(match: re.Match[str], base: int, year: int, written: int) -> tuple[int, int, Precision]:
    """Give the first and last year that are meant, and how finely that is known."""
    text = match["digits"]
    if text is None:
        return year, year, Precision.YEAR if match["exponent"] is None else Precision.DEEP
    significant = int(text[:3])
    if text.startswith("0"):
        raise _error(match, "digits", base, "at least one digit of a year is significant")
    if significant > written:
        message = f"this year has {written} digits, so no more than {written} can be significant"
        raise _error(match, "digits", base, message)
    first, last = significant_years(year, written, significant)
    return first, last, precision_of_digits(written - significant)
