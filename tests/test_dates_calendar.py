"""Civil day arithmetic against `datetime.date`, and far beyond it."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import add_months, add_years, civil_from_days, days_from_civil, is_leap, month_length, weekday

EPOCH = datetime.date(1970, 1, 1)
FAR = 36_525 * 10**9  # days in 10^11 years


@given(st.dates())
def test_days_agree_with_datetime(date):
    """Every day from 0001 to 9999 has the number that datetime gives it, and the same weekday."""
    days = (date - EPOCH).days
    assert days_from_civil(date.year, date.month, date.day) == days
    assert civil_from_days(days) == (date.year, date.month, date.day)
    assert weekday(days) == date.weekday()


@given(st.integers(-FAR, FAR))
def test_round_trip_of_any_day(days):
    """From days to a civil date and back nothing is lost, ±10^11 years away; the next day is the next date."""
    year, month, day = civil_from_days(days)
    assert days_from_civil(year, month, day) == days
    following = (year, month, day + 1) if day < month_length(year, month) else add_months(year, month, 1, 1)
    assert civil_from_days(days + 1) == following


@pytest.mark.parametrize(
    "civil, days",
    [
        ((1970, 1, 1), 0),
        ((1969, 12, 31), -1),
        ((2000, 2, 29), 11016),
        ((1, 1, 1), -719162),
        ((0, 12, 31), -719163),
        ((0, 2, 29), -719469),
        ((0, 1, 1), -719528),
        ((-43, 3, 15), (datetime.date(357, 3, 15) - EPOCH).days - 146_097),  # 400 years are 146,097 days
        ((-4713, 11, 24), -2_440_588),  # the day from which Julian day numbers count, in the Gregorian calendar
        ((10**11, 1, 1), 10**11 // 400 * 146_097 - 719_528),
    ],
)
def test_known_days(civil, days):
    """Fixed points, with 1 BC (the year 0, a leap year) and the beginning of Julian day numbers."""
    assert days_from_civil(*civil) == days
    assert civil_from_days(days) == civil


def test_days_stay_exact_in_a_float():
    """The axis is of floats: they hold every day number exactly, ±10^11 years away."""
    for year in (-(10**11), -(10**10) - 1, 10**11):
        days = days_from_civil(year, 7, 4)
        assert int(float(days)) == days


@pytest.mark.parametrize(
    "year, leap",
    [(2000, True), (1900, False), (2024, True), (2023, False), (0, True), (-4, True), (-100, False), (-400, True)],
)
def test_leap_years(year, leap):
    """Every fourth year, not the hundredth, but the four-hundredth; before 1 BC as after it."""
    assert is_leap(year) is leap
    assert month_length(year, 2) == (29 if leap else 28)


@pytest.mark.parametrize(
    "start, months, result",
    [
        ((2025, 1, 31), 1, (2025, 2, 28)),
        ((2024, 1, 31), 1, (2024, 2, 29)),
        ((2025, 12, 15), 1, (2026, 1, 15)),
        ((2025, 1, 15), -1, (2024, 12, 15)),
        ((2025, 3, 31), -13, (2024, 2, 29)),
        ((0, 1, 1), -1, (-1, 12, 1)),
        ((2025, 5, 5), 0, (2025, 5, 5)),
    ],
)
def test_add_months(start, months, result):
    """A day that the new month lacks becomes its last."""
    assert add_months(*start, months) == result


def test_add_years():
    """29 February becomes the 28th where there is no leap day."""
    assert add_years(2024, 2, 29, 1) == (2025, 2, 28)
    assert add_years(2024, 2, 29, 4) == (2028, 2, 29)
    assert add_years(1, 6, 1, -1) == (0, 6, 1)
