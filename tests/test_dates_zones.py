"""Times of day on the axis: civil time in the store's zone, across daylight saving and beyond the years of zoneinfo."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import DateError, days_from_civil, parse

LOS_ANGELES = ZoneInfo("America/Los_Angeles")
BERLIN = ZoneInfo("Europe/Berlin")
KOLKATA = ZoneInfo("Asia/Kolkata")
APIA = ZoneInfo("Pacific/Apia")


@pytest.mark.parametrize(
    "text, zone, local",
    [
        ("2025-02-10T14:30", None, "2025-02-10T14:30"),
        ("2025-02-10T14:30", LOS_ANGELES, "2025-02-10T14:30"),  # without a zone: as it stands
        ("2025-02-10T14:30Z", None, "2025-02-10T14:30"),
        ("2025-02-10T14:30-08:00", None, "2025-02-10T22:30"),
        ("2025-02-10T14:30Z", LOS_ANGELES, "2025-02-10T06:30"),
        ("2025-07-10T14:30Z", LOS_ANGELES, "2025-07-10T07:30"),  # summer time
        ("2025-02-10T02:30Z", LOS_ANGELES, "2025-02-09T18:30"),  # the day before
        ("2025-03-09T09:59Z", LOS_ANGELES, "2025-03-09T01:59"),  # the minute before clocks go forward
        ("2025-03-09T10:00Z", LOS_ANGELES, "2025-03-09T03:00"),  # and the next
        ("2025-11-02T08:30Z", LOS_ANGELES, "2025-11-02T01:30"),  # the hour that comes twice,
        ("2025-11-02T09:30Z", LOS_ANGELES, "2025-11-02T01:30"),  # both times
        ("2025-10-26T00:59:59Z", BERLIN, "2025-10-26T02:59:59"),
        ("2025-10-26T01:00:00Z", BERLIN, "2025-10-26T02:00:00"),
        ("2025-02-10T23:00-05", BERLIN, "2025-02-11T05:00"),
        ("2025-02-10T14:30+14:00", KOLKATA, "2025-02-10T06:00"),
        ("2011-12-30T10:00Z", APIA, "2011-12-31T00:00"),  # Samoa had no 30 December
        ("2024-02-29T23:30Z", BERLIN, "2024-03-01T00:30"),
        ("2024-12-31T23:30Z", BERLIN, "2025-01-01T00:30"),
        ("0001-01-01T00:00Z", LOS_ANGELES, "0001-01-01T00:00"),  # out of reach of zoneinfo: at UTC
        ("0001-01-01T00:00Z", None, "0001-01-01T00:00"),
    ],
)
def test_where_a_time_lies(text, zone, local):
    """A time with an offset is moved to the store's zone; one without is there already."""
    found, expected = parse(text, zone), parse(local)
    assert (found.start, found.end) == (expected.start, expected.end)


@pytest.mark.parametrize("text", ["2025-02-10", "2025-02", "2025", "2025-02-10/2025-02-12", "201X", "2025-21"])
def test_calendar_dates_never_move(text):
    """A date without a time is the same in every zone."""
    assert parse(text, LOS_ANGELES) == parse(text, KOLKATA) == parse(text)


def test_years_beyond_zoneinfo():
    """Before year 1 an offset is reckoned to UTC, whatever the store's zone."""
    moved = parse("-0043-03-15T12:00+02:00", BERLIN)
    assert moved.start == parse("-0043-03-15T10:00").start
    assert parse("9999-12-31T23:30-01:00", BERLIN).start == days_from_civil(10000, 1, 1) + 30 / 1440


def test_what_was_written_is_kept():
    """Words need the clock of the place: the part keeps day, time and zone as they were written."""
    part = parse("2025-02-10T23:30-08:00", BERLIN).parts[0]
    assert (part.day, part.seconds, part.zone) == (10, 84_600, "-08:00")
    assert part.start == parse("2025-02-11T08:30").start


@pytest.mark.parametrize("text", ["2025-11-02T08:45Z/2025-11-02T09:15Z", "{2025-11-02T08:45Z..2025-11-02T09:15Z}"])
def test_a_span_across_the_repeated_hour(text):
    """From 01:45 summer time to 01:15 winter time is half an hour, and not backwards."""
    when = parse(text, LOS_ANGELES)
    first = parse("2025-11-02T01:45")
    assert (when.start, when.start_latest, when.end_earliest, when.end) == (
        first.start,
        first.end,
        first.start,
        first.end,
    )


@pytest.mark.parametrize("zone", [None, LOS_ANGELES])
def test_a_backward_span_in_the_repeated_hour(zone):
    """The other way round is backwards, though the store's clock does not show it."""
    with pytest.raises(DateError, match="ends before it begins"):
        parse("2025-11-02T09:15Z/2025-11-02T08:45Z", zone)


def test_the_zone_is_not_confused():
    """The memory of parse tells zones apart."""
    text = "2025-02-10T14:30Z"
    assert len({parse(text, zone).start for zone in (None, LOS_ANGELES, BERLIN, KOLKATA)}) == 4


@given(
    st.datetimes(datetime.datetime(2, 1, 1), datetime.datetime(9998, 1, 1)),
    st.sampled_from([LOS_ANGELES, BERLIN, KOLKATA, APIA]),
)
def test_instants_agree_with_datetime(moment, zone):
    """Any second of any year lies where datetime and zoneinfo put it."""
    moment = moment.replace(microsecond=0)
    local = moment.replace(tzinfo=datetime.UTC).astimezone(zone).replace(tzinfo=None)
    text = f"{moment.year:04}{moment:-%m-%dT%H:%M:%S}Z"
    expected = parse(f"{local.year:04}{local:-%m-%dT%H:%M:%S}")
    assert parse(text, zone).start == expected.start
