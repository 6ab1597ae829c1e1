"""Civil day arithmetic in the proleptic Gregorian calendar, for any year.

Years are astronomical: year 0 is 1 BC, year -43 is 44 BC. Days are whole numbers counted from 1970-01-01.
`datetime` knows only the years 1 to 9999; Python's integers know all of them, so nothing is lost at ±10^11 years.

The two conversions are Howard Hinnant's `days_from_civil` and `civil_from_days`
(https://howardhinnant.github.io/date_algorithms.html): a year is taken to begin in March, so that the leap day
comes last, and days are counted within eras of 400 years, each of 146,097 days.
"""

from __future__ import annotations

Civil = tuple[int, int, int]

_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_IN_ERA = 146_097  # 400 Gregorian years
_DAYS_TO_EPOCH = 719_468  # from 0000-03-01 to 1970-01-01


def is_leap(year: int) -> bool:
    """Say whether the Gregorian `year` (astronomical) has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Count the days of a month (1–12)."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


def days_from_civil(year: int, month: int, day: int) -> int:
    """Count the days from 1970-01-01 to a civil date; negative before it. The date must exist: it is not checked."""
    if month <= 2:
        year -= 1
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _DAYS_IN_ERA + day_of_era - _DAYS_TO_EPOCH


def civil_from_days(days: int) -> Civil:
    """Give the civil date (year, month, day) that lies `days` after 1970-01-01: the inverse of `days_from_civil`."""
    era, day_of_era = divmod(days + _DAYS_TO_EPOCH, _DAYS_IN_ERA)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    march_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * march_month + 2) // 5 + 1
    month = march_month + 3 if march_month < 10 else march_month - 9
    return era * 400 + year_of_era + (month <= 2), month, day


def weekday(days: int) -> int:
    """Give the day of the week, Monday 0 to Sunday 6, of a day counted from 1970-01-01 (a Thursday)."""
    return (days + 3) % 7


def add_months(year: int, month: int, day: int, months: int) -> Civil:
    """Go `months` forward (or back); a day that the new month lacks becomes its last (31 January → 28 February)."""
    year_shift, month_index = divmod(month - 1 + months, 12)
    year, month = year + year_shift, month_index + 1
    return year, month, min(day, month_length(year, month))


def add_years(year: int, month: int, day: int, years: int) -> Civil:
    """Go `years` forward (or back); 29 February becomes the 28th where the new year has no leap day."""
    return add_months(year, month, day, 12 * years)
