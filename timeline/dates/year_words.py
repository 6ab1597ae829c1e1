"""Years in words: "2018", "AD 79", "44 BC", "the 2010s", "66 million years ago"."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from .language import Language
from .when import Part, Precision

# Beyond this a year reads better as "years ago", if it is round enough: "ago" counts from now, a year number from 1 BC.
# The difference, some 2,000 years, must vanish in the rounding, for there is no clock here to reckon it.
_DEEP_YEAR = -10_000
_ROUND_ENOUGH = 10_000
_ROUND_GUESS = 100  # "about -1200" is about 1200 BC: nobody who guesses at centuries means the one year in between
_EXACT_ENOUGH = 1_000_000  # as round as that, a figure needs no "about"


def year_words(year: int, lang: Language) -> str:
    """Say one astronomical year: 79 is "AD 79", -43 is "44 BC", 170000002 is "the year 170,000,002"."""
    if year <= 0:
        number = 1 - year
        return lang.fill("bc", n=f"{number:,}" if number > 9999 else number)
    if year < 1000:
        return lang.fill("ad", n=year)
    return str(year) if year <= 9999 else lang.fill("great", n=f"{year:,}")


def winter_years(year: int, lang: Language) -> str:
    """Say the two years of a season that begins in December: "2018–19"."""
    if year < 1000 or year > 9998:
        return year_words(year, lang)
    following = year + 1
    return f"{year}–{following}" if following % 100 == 0 else f"{year}–{following % 100:02}"


def figure_words(part: Part, lang: Language) -> tuple[str, bool, bool]:
    """Say a year that stands alone. Also tell whether it is only about right, and whether it is a "years ago"."""
    counted = part.digits is not None and part.precision > Precision.YEAR
    about = part.exponential or counted
    magnitude = abs(part.year)
    if counted and part.digits and magnitude > 9999:  # of a short year the estimate is said as written: 1950S2
        magnitude = _rounded(magnitude, part.digits)
    if part.year < _DEEP_YEAR and magnitude % _ROUND_ENOUGH == 0:
        return lang.fill("ago", n=_great(magnitude, lang)), about or magnitude % _EXACT_ENOUGH != 0, True
    round_guess = part.approximate and magnitude % _ROUND_GUESS == 0
    if part.year < 0 and round_guess:
        return year_words(1 - magnitude, lang), about, False
    if part.year < 0 and counted:  # a rounded year BC: the one year between -43 and 44 BC does not count
        return year_words(1 - magnitude, lang), True, False
    return year_words(magnitude if part.year > 0 else part.year, lang), about, False


def _rounded(magnitude: int, digits: int) -> int:
    """Round to so many significant digits, a half away from zero."""
    unit: int = 10 ** max(0, len(str(magnitude)) - digits)
    return (magnitude + unit // 2) // unit * unit


def _great(number: int, lang: Language) -> str:
    """Say a great number exactly: "66 million", "4.54 billion", "300,000"."""
    for name, size in (("billion", 10**9), ("million", 10**6)):
        if number >= size:
            figure = (Decimal(number) / size).quantize(Decimal("0.00001"), ROUND_HALF_UP)
            return lang.fill(name, n=f"{figure:f}".rstrip("0").rstrip("."))
    return f"{number:,}"


def masked_year_words(mask: str, lang: Language) -> str | None:
    """Name the years that a mask covers: 201X is "the 2010s", 18XX "the 1800s"; None if they have no name.

    "The 19th century" would run from 1801 to 1900, so it is not what 18XX means. Where "the 1900s" could be a decade
    as well as a century, or "the 2000s" a millennium too, the years are spelled out.
    """
    known = mask.rstrip("X")
    if mask.startswith(("-", "0")) or "X" in known:
        return None
    first, last = mask.replace("X", "0"), mask.replace("X", "9")
    if len(known) == 3 and known[2] != "0":
        return lang.fill("decade", n=first)
    if len(known) == 2 and known[1] != "0":
        return lang.fill("century", n=first)
    span = {3: "decade_span", 2: "century_span", 1: "millennium_span"}[len(known)]
    return lang.fill(span, a=first, b=last)


def some_year_words(mask: str, lang: Language) -> str:
    """Say that a year is one of those of a mask, by name or from the first to the last of them."""
    name = masked_year_words(mask, lang)
    if name is not None:
        return lang.fill("some_year_in", years=name)
    first, last = year_bounds(mask)
    return lang.fill("some_year", a=year_words(first, lang), b=year_words(last, lang))


def year_bounds(mask: str) -> tuple[int, int]:
    """Give the first and the last year that a mask such as "19X5" or "-004X" allows."""
    first, last = sorted(int(mask.replace("X", digit)) for digit in "09")
    return first, last
