"""From the components of a date to the days it covers: [first day, day after the last], whole days since 1970-01-01."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Final

from .calendar import Civil, add_months, days_from_civil, month_length
from .when import Precision

Extent = tuple[int, int]

# Season code (ISO 8601-2, 4.7) → its first month and how many months it lasts. 21–24 say no hemisphere: northern.
SEASONS: Final = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),  # spring, summer, autumn, winter
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),  # the same, northern hemisphere
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),  # the same, southern hemisphere
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),  # quarters
    37: (1, 4), 38: (5, 4), 39: (9, 4),  # four-month thirds
    40: (1, 6), 41: (7, 6),  # halves
}  # fmt: skip

# By how many last digits of the year are unknown or do not count.
_PRECISION_BY_DIGITS = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM)


def day_extent(year: int, month: int, day: int) -> Extent:
    """Cover one day."""
    first = days_from_civil(year, month, day)
    return first, first + 1


def months_extent(year: int, month: int, count: int) -> Extent:
    """Cover `count` months from the first of `month` on, into the next year where need be."""
    return days_from_civil(year, month, 1), days_from_civil(*add_months(year, month, 1, count))


def years_extent(first: int, last: int) -> Extent:
    """Cover the years from `first` to `last`, both included."""
    return days_from_civil(first, 1, 1), days_from_civil(last + 1, 1, 1)


def significant_years(year: int, written_digits: int, significant: int) -> tuple[int, int]:
    """Give the first and last year that share the first `significant` of `written_digits` digits with `year`.

    As ISO 8601-2, 4.4.3: 1950S2 is some year from 1900 to 1999, Y-4540000000S3 one from -4549999999 to -4540000000.
    """
    unit = 10 ** (written_digits - significant)
    low = abs(year) // unit * unit
    high = low + unit - 1
    return (low, high) if year >= 0 else (-high, -low)


def precision_of_digits(lost: int) -> Precision:
    """Tell the precision of a year whose last `lost` digits are unknown or do not count."""
    return _PRECISION_BY_DIGITS[lost] if lost < len(_PRECISION_BY_DIGITS) else Precision.DEEP


@lru_cache(maxsize=512)
def fitting(mask: str | None, last: int) -> tuple[int, ...]:
    """List the numbers from 1 to `last` that a mask such as "1X" allows; no mask allows them all."""
    return tuple(n for n in range(1, last + 1) if mask is None or _fits(mask, n))


def _fits(mask: str, number: int) -> bool:
    return all(m in ("X", d) for m, d in zip(mask, f"{number:02}", strict=True))


def masked_extent(year: str, month: str | None, day: str | None) -> tuple[Civil, Civil] | None:
    """Find the first and the last day that fit the masks ("156X", "XX", "2X"); None when no day does."""
    first = _first_fit(year, month, day, rising=True)
    last = _first_fit(year, month, day, rising=False)
    return None if first is None or last is None else (first, last)


def _first_fit(year: str, month: str | None, day: str | None, rising: bool) -> Civil | None:
    end = 0 if rising else -1
    for y in _masked_years(year, rising):
        for m in fitting(month, 12)[:: 1 if rising else -1]:
            days = fitting(day, month_length(y, m))
            if days:
                return y, m, days[end]
    return None


def _masked_years(mask: str, rising: bool) -> Iterator[int]:
    """Yield the years that fit, lazily: a mask may allow a thousand, and the first few nearly always do."""
    sign = -1 if mask.startswith("-") else 1
    digits = "0123456789" if rising == (sign > 0) else "9876543210"
    for choice in product(*(digits if c == "X" else c for c in mask.lstrip("-"))):
        yield sign * int("".join(choice))
