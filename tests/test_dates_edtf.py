"""EDTF texts and the extents, flags and parts they are read into."""

import copy
import datetime
import itertools
import math
import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import DateError, Precision, When, days_from_civil, parse
from timeline.dates.when import DAY, MONTH, TIME, YEAR

INF = math.inf


def at(text):
    """Turn "2025-02-10", "2025-02-10T14:30" or an infinity into days; years as in EDTF, "Y" for the long ones."""
    if not isinstance(text, str):
        return text
    date, _, clock = text.partition("T")
    year, month, day = re.fullmatch(r"(-?\d+)-(\d\d)-(\d\d)", date).groups()
    hours, minutes, seconds = ([int(n) for n in clock.split(":")] + [0, 0])[:3] if clock else (0, 0, 0)
    return days_from_civil(int(year), int(month), int(day)) + (hours * 3600 + minutes * 60 + seconds) / 86400


P = Precision
SINGLE = [
    # level 0
    ("1985-04-12", "1985-04-12", "1985-04-13", P.DAY),
    ("2024-02-29", "2024-02-29", "2024-03-01", P.DAY),
    ("2025-12-31", "2025-12-31", "2026-01-01", P.DAY),
    ("9999-12-31", "9999-12-31", "10000-01-01", P.DAY),
    ("1985-04", "1985-04-01", "1985-05-01", P.MONTH),
    ("2024-02", "2024-02-01", "2024-03-01", P.MONTH),
    ("1985-12", "1985-12-01", "1986-01-01", P.MONTH),
    ("1985", "1985-01-01", "1986-01-01", P.YEAR),
    ("0000", "0000-01-01", "0001-01-01", P.YEAR),
    ("0000-02-29", "0000-02-29", "0000-03-01", P.DAY),
    ("0001-01-01", "0001-01-01", "0001-01-02", P.DAY),
    ("1985-04-12T23:20:30", "1985-04-12T23:20:30", "1985-04-12T23:20:31", P.SECOND),
    ("1985-04-12T23:59", "1985-04-12T23:59", "1985-04-13", P.MINUTE),
    ("1985-04-12T23:20:30Z", "1985-04-12T23:20:30", "1985-04-12T23:20:31", P.SECOND),
    ("1985-04-12T23:20:30-04", "1985-04-13T03:20:30", "1985-04-13T03:20:31", P.SECOND),
    ("1985-04-12T23:20:30+04:30", "1985-04-12T18:50:30", "1985-04-12T18:50:31", P.SECOND),
    # level 1
    ("Y170000002", "170000002-01-01", "170000003-01-01", P.YEAR),
    ("Y-170000002", "-170000002-01-01", "-170000001-01-01", P.YEAR),
    ("2001-21", "2001-03-01", "2001-06-01", P.SEASON),
    ("2001-22", "2001-06-01", "2001-09-01", P.SEASON),
    ("2001-23", "2001-09-01", "2001-12-01", P.SEASON),
    ("2001-24", "2001-12-01", "2002-03-01", P.SEASON),
    ("1984?", "1984-01-01", "1985-01-01", P.YEAR),
    ("2004-06~", "2004-06-01", "2004-07-01", P.MONTH),
    ("2004-06-11%", "2004-06-11", "2004-06-12", P.DAY),
    ("201X", "2010-01-01", "2020-01-01", P.DECADE),
    ("20XX", "2000-01-01", "2100-01-01", P.CENTURY),
    ("1XXX", "1000-01-01", "2000-01-01", P.MILLENNIUM),
    ("2004-XX", "2004-01-01", "2005-01-01", P.YEAR),
    ("1985-04-XX", "1985-04-01", "1985-05-01", P.MONTH),
    ("1985-02-XX", "1985-02-01", "1985-03-01", P.MONTH),
    ("1985-XX-XX", "1985-01-01", "1986-01-01", P.YEAR),
    ("-1985", "-1985-01-01", "-1984-01-01", P.YEAR),
    ("-0043-03-15", "-0043-03-15", "-0043-03-16", P.DAY),
    ("-004X", "-0049-01-01", "-0039-01-01", P.DECADE),
    ("-00XX", "-0099-01-01", "0001-01-01", P.CENTURY),
    # level 2
    ("Y-17E7", "-170000000-01-01", "-169999999-01-01", P.DEEP),
    ("Y-66e6", "-66000000-01-01", "-65999999-01-01", P.DEEP),
    ("Y-4.54e9", "-4540000000-01-01", "-4539999999-01-01", P.DEEP),
    ("Y-454e7S3", "-4549999999-01-01", "-4539999999-01-01", P.DEEP),
    ("1950S2", "1900-01-01", "2000-01-01", P.CENTURY),
    ("1950S4", "1950-01-01", "1951-01-01", P.YEAR),
    ("-0150S2", "-0199-01-01", "-0099-01-01", P.CENTURY),
    ("Y171010000S3", "171000000-01-01", "172000000-01-01", P.DEEP),
    ("Y3388E2S3", "338000-01-01", "339000-01-01", P.MILLENNIUM),
    ("Y100000000000", "100000000000-01-01", "100000000001-01-01", P.YEAR),
    ("2001-25", "2001-03-01", "2001-06-01", P.SEASON),
    ("2001-28", "2001-12-01", "2002-03-01", P.SEASON),
    ("2001-29", "2001-09-01", "2001-12-01", P.SEASON),
    ("2001-30", "2001-12-01", "2002-03-01", P.SEASON),
    ("2001-31", "2001-03-01", "2001-06-01", P.SEASON),
    ("2001-32", "2001-06-01", "2001-09-01", P.SEASON),
    ("2001-33", "2001-01-01", "2001-04-01", P.SEASON),
    ("2001-36", "2001-10-01", "2002-01-01", P.SEASON),
    ("2001-37", "2001-01-01", "2001-05-01", P.SEASON),
    ("2001-39", "2001-09-01", "2002-01-01", P.SEASON),
    ("2001-40", "2001-01-01", "2001-07-01", P.SEASON),
    ("2001-41", "2001-07-01", "2002-01-01", P.SEASON),
    ("156X-12-25", "1560-12-25", "1569-12-26", P.DECADE),
    ("15XX-12-25", "1500-12-25", "1599-12-26", P.CENTURY),
    ("15XX-12-XX", "1500-12-01", "1600-01-01", P.CENTURY),
    ("1XXX-XX", "1000-01-01", "2000-01-01", P.MILLENNIUM),
    ("1XXX-12", "1000-12-01", "2000-01-01", P.MILLENNIUM),
    ("1984-1X", "1984-10-01", "1985-01-01", P.YEAR),
    ("2004-06-1X", "2004-06-10", "2004-06-20", P.MONTH),
    ("2004-06-3X", "2004-06-30", "2004-07-01", P.MONTH),
    ("2004-02-2X", "2004-02-20", "2004-03-01", P.MONTH),
    ("2003-02-2X", "2003-02-20", "2003-03-01", P.MONTH),
    ("156X-02-29", "1560-02-29", "1568-03-01", P.DECADE),
    ("2004-XX-31", "2004-01-31", "2005-01-01", P.YEAR),
    ("XX19", "0019-01-01", "9920-01-01", P.DEEP),
    ("201X-21", "2010-03-01", "2019-06-01", P.DECADE),
    ("2004-06~-11", "2004-06-11", "2004-06-12", P.DAY),
    ("2004-?06-11", "2004-06-11", "2004-06-12", P.DAY),
    ("?2004-06-~11", "2004-06-11", "2004-06-12", P.DAY),
    ("2025-02-10T14:30~", "2025-02-10T14:30", "2025-02-10T14:31", P.MINUTE),
]


@pytest.mark.parametrize("text, start, end, precision", SINGLE, ids=[s[0] for s in SINGLE])
def test_extent_of_a_single_date(text, start, end, precision):
    """A single date covers exactly what was written, on both of its ends."""
    when = parse(text)
    assert (when.start, when.start_latest) == (at(start), at(end))
    assert (when.end_earliest, when.end) == (at(start), at(end))
    assert (when.text, when.kind, when.precision) == (text, "date", precision)


SPANS = [
    ("1964/2008", "1964-01-01", "1965-01-01", "2008-01-01", "2009-01-01"),
    ("2004-06/2006-08", "2004-06-01", "2004-07-01", "2006-08-01", "2006-09-01"),
    ("2025-05-28/2025-06-05", "2025-05-28", "2025-05-29", "2025-06-05", "2025-06-06"),
    ("2004-02-01/2005-02", "2004-02-01", "2004-02-02", "2005-02-01", "2005-03-01"),
    ("2005/2006-02", "2005-01-01", "2006-01-01", "2006-02-01", "2006-03-01"),
    ("2004/2004-02", "2004-01-01", "2004-03-01", "2004-02-01", "2004-03-01"),  # it began before it ended
    ("2004-02-15/2004", "2004-02-15", "2004-02-16", "2004-02-15", "2005-01-01"),
    ("2015/..", "2015-01-01", "2016-01-01", INF, INF),
    ("../1950", -INF, -INF, "1950-01-01", "1951-01-01"),
    ("2015/", "2015-01-01", "2016-01-01", "2015-01-01", INF),
    ("/1950", -INF, "1951-01-01", "1950-01-01", "1951-01-01"),
    ("-0043/0014", "-0043-01-01", "-0042-01-01", "0014-01-01", "0015-01-01"),
    ("201X/2025", "2010-01-01", "2020-01-01", "2025-01-01", "2026-01-01"),
    ("2018-21/2018-23", "2018-03-01", "2018-06-01", "2018-09-01", "2018-12-01"),
    ("2025-02-10T14:30/2025-02-10T15:00", "2025-02-10T14:30", "2025-02-10T14:31", "2025-02-10T15:00", "2025-02-10T15:01"),
    ("2025-02-10T14:30Z/2025-02-10T07:00-08:00", "2025-02-10T14:30", "2025-02-10T14:31", "2025-02-10T15:00", "2025-02-10T15:01"),
    # sets
    ("[1667,1668,1670]", "1667-01-01", "1671-01-01", "1667-01-01", "1671-01-01"),
    ("[1667, 1668]", "1667-01-01", "1669-01-01", "1667-01-01", "1669-01-01"),
    ("[1668,1667]", "1667-01-01", "1669-01-01", "1667-01-01", "1669-01-01"),
    ("[1667,1670..1672]", "1667-01-01", "1673-01-01", "1667-01-01", "1673-01-01"),
    ("[..1760-12-03]", -INF, "1760-12-04", -INF, "1760-12-04"),
    ("[1760-12..]", "1760-12-01", INF, "1760-12-01", INF),
    ("[1667]", "1667-01-01", "1668-01-01", "1667-01-01", "1668-01-01"),
    ("{1667,1668}", "1667-01-01", "1668-01-01", "1668-01-01", "1669-01-01"),
    ("{1960,1961-12}", "1960-01-01", "1961-01-01", "1961-12-01", "1962-01-01"),
    ("{..1984}", -INF, -INF, "1984-01-01", "1985-01-01"),
    ("{1984..}", "1984-01-01", "1985-01-01", INF, INF),
    ("{2001-21,201X}", "2001-03-01", "2001-06-01", "2010-01-01", "2020-01-01"),
]  # fmt: skip


@pytest.mark.parametrize("text, start, start_latest, end_earliest, end", SPANS, ids=[s[0] for s in SPANS])
def test_extent_of_intervals_and_sets(text, start, start_latest, end_earliest, end):
    """An interval has the extent of one date on either side; one of a set may be any, all of a set reach across."""
    when = parse(text)
    found = (when.start, when.start_latest, when.end_earliest, when.end)
    assert found == tuple(map(at, (start, start_latest, end_earliest, end)))


@pytest.mark.parametrize(
    "text, kind, ends, parts",
    [
        ("2015", "date", "", 1),
        ("2015/2018", "interval", "", 2),
        ("2015/..", "interval", "open_end", 1),
        ("../2015", "interval", "open_start", 1),
        ("2015/", "interval", "unknown_end", 1),
        ("/2015", "interval", "unknown_start", 1),
        ("[1667,1668]", "one-of", "", 2),
        ("{1667,1670..1672}", "all-of", "", 3),
        ("[..1984]", "one-of", "open_start", 1),
        ("[1984..]", "one-of", "open_end", 1),
    ],
)
def test_kind_and_ends(text, kind, ends, parts):
    """The kind, the one flag of an end that is not a date, and the number of dates."""
    when = parse(text)
    flags = [n for n in ("open_start", "open_end", "unknown_start", "unknown_end") if getattr(when, n)]
    assert (when.kind, " ".join(flags), len(when.parts)) == (kind, ends, parts)


@pytest.mark.parametrize(
    "text, approximate, uncertain",
    [
        ("2018", 0, 0),
        ("2018~", YEAR, 0),
        ("2018?", 0, YEAR),
        ("2018%", YEAR, YEAR),
        ("2018-02-20~", YEAR | MONTH | DAY, 0),
        ("2018-02~-20", YEAR | MONTH, 0),
        ("2018-~02-20", MONTH, 0),
        ("2018-02-~20", DAY, 0),
        ("?2018-02-20", 0, YEAR),
        ("2018?-02-20", 0, YEAR),
        ("2004?-06-~11", DAY, YEAR),
        ("?2004-06-04~", YEAR | MONTH | DAY, YEAR),
        ("2004-%06-11", MONTH, MONTH),
        ("2018-21~", YEAR | MONTH, 0),
        ("201X?", 0, YEAR),
        ("Y-17e7~", YEAR, 0),
        ("?Y-17e7", 0, YEAR),
        ("1950S2%", YEAR, YEAR),
        ("2025-02-10T14:30~", YEAR | MONTH | DAY | TIME, 0),
    ],
)
def test_marks_fall_on_components(text, approximate, uncertain):
    """A mark to the right falls on its component and all before it, a mark to the left on its component alone."""
    when = parse(text)
    assert (when.parts[0].approximate, when.parts[0].uncertain) == (approximate, uncertain)
    assert (when.approximate, when.uncertain) == (bool(approximate), bool(uncertain))


def test_doubt_never_widens():
    """A mark says that there is doubt, not how much: the extent is that of the plain date."""
    plain = parse("2018-02-20")
    for text in ("2018-02-20~", "2018-02-20?", "2018-02-20%", "~2018-02-20"):
        marked = parse(text)
        assert (marked.start, marked.end, marked.is_day) == (plain.start, plain.end, False)
    assert plain.is_day


@pytest.mark.parametrize(
    "text, fields",
    [
        ("2025-02-10", {"year": 2025, "month": 2, "day": 10, "seconds": None, "mask": None, "season": None}),
        ("2025-02-10T14:30-08:00", {"day": 10, "seconds": 52200, "zone": "-08:00"}),
        ("2025-33", {"year": 2025, "month": None, "season": 33}),
        ("156X-12-25", {"year": 1560, "month": 12, "day": 25, "mask": "156X-12-25"}),
        ("2004-06-XX~", {"year": 2004, "month": 6, "day": None, "mask": "2004-06-XX"}),
        ("-0043", {"year": -43, "month": None, "day": None}),
        ("Y-454e7S3", {"year": -4_540_000_000, "digits": 3, "exponential": True}),
        ("1950S2", {"year": 1950, "digits": 2, "exponential": False}),
    ],
)
def test_part_fields(text, fields):
    """The components are kept as written, for words and for reckoning."""
    part = parse(text).parts[0]
    assert {name: getattr(part, name) for name in fields} == fields


def test_parts_of_ranges():
    """Within a set, a part says that a range leads on from it."""
    assert [(p.text, p.through) for p in parse("[1667, 1670..1672]").parts] == [
        ("1667", False),
        ("1670", True),
        ("1672", False),
    ]
    assert [p.through for p in parse("[1760-12..]").parts] == [True]
    assert [p.through for p in parse("[..1984]").parts] == [False]


@pytest.mark.parametrize(
    "text, is_day",
    [("2025-02-10", True), ("2025-02-10T14:30", True), ("2025-02", False), ("2025-02-10?", False),
     ("2025-02-10/2025-02-10", False), ("[2025-02-10]", False), ("2025-02-XX", False)],
)  # fmt: skip
def test_is_day(text, is_day):
    """Only a single certain day, or a time in it, allows "the next day" in prose."""
    assert parse(text).is_day is is_day


def test_sort_key():
    """By start, then what ends first, then the finer."""
    texts = ["2018/2020", "2018", "2018-01-01", "../2017", "2017-12-31", "2018-01", "2018-01-01T00:00", "2018-21"]
    ordered = sorted(texts, key=lambda t: parse(t).sort_key)
    assert ordered == [
        "../2017",
        "2017-12-31",
        "2018-01-01T00:00",
        "2018-01-01",
        "2018-01",
        "2018",
        "2018/2020",
        "2018-21",
    ]


def test_minutes_meet():
    """A minute ends on the very float on which the next begins, through a whole day."""
    clocks = [f"{h:02}:{m:02}" for h in range(24) for m in range(60)]
    whens = [parse(f"2025-02-10T{c}") for c in clocks]
    assert all(a.end == b.start for a, b in itertools.pairwise(whens))
    assert whens[-1].end == parse("2025-02-11").start


def test_values_are_frozen_and_travel():
    """A When compares, hashes, copies and pickles as a value; a DateError pickles too."""
    when = parse("2018-02-20~/..")
    assert pickle.loads(pickle.dumps(when)) == copy.deepcopy(when) == when
    assert len({when, parse("2018-02-20~/..")}) == 1
    with pytest.raises(AttributeError):
        when.text = "other"
    error = pickle.loads(pickle.dumps(DateError("m", 3, 2)))
    assert (error.message, error.offset, error.length) == ("m", 3, 2)


# Properties

digit_years = st.integers(0, 9999).map("{:04}".format)
years = st.one_of(digit_years, st.integers(1, 9999).map("-{:04}".format))
masked = st.from_regex(
    r"-?[0-9X]{3}[0-9X](-(0[1-9]|1[0-2]|1X|0X|XX)(-(0[1-9]|1[0-9]|2[0-8]|[0-2]X|XX))?)?", fullmatch=True
)
months = st.integers(1, 12).map("{:02}".format)
seasons = st.integers(21, 41).map(str)
days = st.integers(1, 28).map("{:02}".format)
marks = st.sampled_from(["", "?", "~", "%"])
times = st.times().map(lambda t: f"T{t:%H:%M:%S}")
zones = st.sampled_from(["", "Z", "+01:00", "-08", "+05:30"])
deep = st.builds(
    "Y{}{}e{}{}".format, st.sampled_from(["", "-"]), st.integers(1, 99), st.integers(3, 9), st.sampled_from(["", "S1"])
)
singles = st.one_of(
    st.builds("{}{}{}".format, marks, years, st.just("")),
    st.builds("{}-{}{}".format, years, months, marks),
    st.builds("{}-{}".format, years, seasons),
    st.builds("{}{}-{}{}-{}{}".format, years, marks, marks, months, marks, days),
    st.builds("{}-{}-{}{}{}".format, years, months, days, times, zones),
    deep,
    masked.filter(lambda t: not t.lstrip("-").startswith("XXXX") and not t.startswith("-0000")),
)
ends = st.one_of(singles, st.sampled_from(["..", ""]))
members = st.one_of(singles, st.builds("{}..{}".format, singles, singles))
texts = st.one_of(
    singles,
    st.builds("{}/{}".format, ends, ends),
    st.lists(members, min_size=1, max_size=4).map(lambda m: "[" + ",".join(m) + "]"),
    st.lists(members, min_size=1, max_size=4).map(lambda m: "{" + ", ".join(m) + "}"),
)


@given(singles)
def test_every_single_date_parses(text):
    """What is built from the parts of the grammar is a date, with something inside its extent."""
    when = parse(text)
    assert when.text == text
    assert when.start < when.end
    assert when.parts[0].start == when.start


@given(texts)
def test_extents_are_in_order(text):
    """A date never ends before it begins, nor has an extent that is turned round."""
    try:
        when = parse(text)
    except DateError as error:
        assert "before it begins" in error.message or "says nothing" in error.message
        return
    assert when.start <= when.start_latest <= when.end
    assert when.start <= when.end_earliest <= when.end
    assert when.start < when.end
    assert when.precision == max(p.precision for p in when.parts)


alphabet = "0123456789XYZTSeE-+:/.,?~%[]{} –x\n٣é"


@given(
    st.one_of(
        st.text(alphabet, max_size=24),
        st.text(max_size=12),
        texts.flatmap(lambda t: st.integers(0, len(t)).map(lambda i: t[:i] + "X" + t[i + 1 :])),
    )
)
def test_only_date_errors(text):
    """Whatever the text, the answer is a date, or an error that points into the text."""
    try:
        assert isinstance(parse(text), When)
    except DateError as error:
        assert 0 <= error.offset <= len(text)
        assert 0 <= error.length <= len(text) - error.offset
        assert error.message and "\n" not in error.message
        assert str(error) == error.message


@given(st.from_regex(r"1[0-9X][0-9]X-(0[0-9X]|1[0-2X]|XX)-[0-3X][0-9X]", fullmatch=True))
def test_masks_against_enumeration(text):
    """The extent of a date with unspecified digits is that of the calendar days which its pattern matches."""
    pattern = re.compile(text.replace("X", "[0-9]"))
    low, high = (datetime.date(int(text[:4].replace("X", d)), m, n) for d, m, n in (("0", 1, 1), ("9", 12, 31)))
    days = [low + datetime.timedelta(n) for n in range(366 * 2)] + [
        high - datetime.timedelta(n) for n in range(366 * 9)
    ]
    fitting = [d.toordinal() - 719163 for d in days if pattern.fullmatch(d.isoformat())]
    try:
        when = parse(text)
    except DateError:
        assert not fitting
        return
    inside = [d for d in fitting if when.start <= d < when.end]
    assert inside == fitting
    for edge in (when.start, when.end - 1):
        assert pattern.fullmatch(datetime.date.fromordinal(int(edge) + 719163).isoformat())


@given(st.dates())
def test_the_fast_path_agrees_with_the_long_one(date):
    """A plain day is read by a shortcut; with a mark, which takes the long way, it has the same extent and parts."""
    plain, marked = parse(date.isoformat()), parse(date.isoformat() + "?")
    assert (plain.start, plain.end) == (marked.start, marked.end)
    assert plain.parts[0] == marked.parts[0]._replace(text=plain.text, uncertain=0)


def test_long_texts():
    """A set of hundreds of dates is read; a text of megabytes is refused at once."""
    assert len(parse("{" + ",".join(f"{y}" for y in range(1000, 2000)) + "}").parts) == 1000
    with pytest.raises(DateError, match="more than 10000 characters"):
        parse("2" * 10_000_000)
    with pytest.raises(DateError, match="beyond 100 billion"):
        parse("Y" + "9" * 9000)
