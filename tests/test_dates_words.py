"""Dates in words, standing alone and in sentences, and their doubts."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_dates_edtf import texts
from timeline.dates import ENGLISH, parse, preposition, say, say_doubt, say_in_sentence

# text, alone, in a sentence (None: the same)
WORDS = [
    ("2025-02-10", "10 February 2025", "on 10 February 2025"),
    ("2018-02", "February 2018", "in February 2018"),
    ("2018", "2018", "in 2018"),
    ("2018-21", "spring 2018", "in spring 2018"),
    ("2018-23", "autumn 2018", "in autumn 2018"),
    ("2018-24", "winter 2018–19", "in winter 2018–19"),
    ("1999-24", "winter 1999–2000", "in winter 1999–2000"),
    ("2018-26", "the northern summer of 2018", "in the northern summer of 2018"),
    ("2018-30", "the southern summer of 2018–19", "in the southern summer of 2018–19"),
    ("2025-33", "the first quarter of 2025", "in the first quarter of 2025"),
    ("2025-36", "the fourth quarter of 2025", "in the fourth quarter of 2025"),
    ("2025-38", "the middle four months of 2025", "in the middle four months of 2025"),
    ("2025-41", "the second half of 2025", "in the second half of 2025"),
    # eras
    ("0079", "AD 79", "in AD 79"),
    ("0079-10-24", "24 October AD 79", "on 24 October AD 79"),
    ("-0043-03-15", "15 March 44 BC", "on 15 March 44 BC"),
    ("-0043", "44 BC", "in 44 BC"),
    ("0000", "1 BC", "in 1 BC"),
    # a guess at centuries is not a year off
    ("-1199", "1200 BC", "in 1200 BC"),
    ("-1200~", "around 1200 BC", "around 1200 BC"),
    ("Y-315000~", "around 315,000 BC", "around 315,000 BC"),
    ("-0043~", "around 44 BC", "around 44 BC"),
    ("-0043/0014", "from 44 BC to AD 14", None),
    # unspecified digits
    ("201X", "the 2010s", "in the 2010s"),
    ("190X", "the decade 1900–1909", "in the decade 1900–1909"),
    ("200X", "the decade 2000–2009", "in the decade 2000–2009"),
    ("18XX", "the 1800s", "in the 1800s"),
    ("19XX", "the 1900s", "in the 1900s"),
    ("20XX", "the century 2000–2099", "in the century 2000–2099"),
    ("1XXX", "the millennium 1000–1999", "in the millennium 1000–1999"),
    ("007X", "some year from AD 70 to AD 79", "in some year from AD 70 to AD 79"),
    ("-004X", "some year from 50 BC to 41 BC", "in some year from 50 BC to 41 BC"),
    ("1X99", "some year from 1099 to 1999", "in some year from 1099 to 1999"),
    ("2004-XX", "some month of 2004", "in some month of 2004"),
    ("1984-1X", "some month from October to December 1984", "in some month from October to December 1984"),
    ("2004-06-XX", "some day in June 2004", "on some day in June 2004"),
    ("2004-06-1X", "some day from 10 to 19 June 2004", "on some day from 10 to 19 June 2004"),
    ("2003-02-2X", "some day from 20 to 28 February 2003", "on some day from 20 to 28 February 2003"),
    ("2004-XX-XX", "some day in 2004", "on some day in 2004"),
    (
        "15XX-12-XX",
        "some day in December of some year in the 1500s",
        "on some day in December of some year in the 1500s",
    ),
    ("156X-12-25", "25 December of some year in the 1560s", "on 25 December of some year in the 1560s"),
    (
        "-01XX-12-25",
        "25 December of some year from 200 BC to 101 BC",
        "on 25 December of some year from 200 BC to 101 BC",
    ),
    ("201X-02", "February of some year in the 2010s", "in February of some year in the 2010s"),
    ("201X-21", "spring of some year in the 2010s", "in spring of some year in the 2010s"),
    ("2004-XX-15", "day 15 of some month of 2004", "on day 15 of some month of 2004"),
    (
        "2004-1X-1X",
        "some day between 10 October 2004 and 19 December 2004",
        "on some day between 10 October 2004 and 19 December 2004",
    ),
    # doubt
    ("2018-02-20~", "around 20 February 2018", None),
    ("2018-02~", "around February 2018", None),
    ("2018?", "possibly 2018", "possibly in 2018"),
    ("2018-02-20?", "possibly 20 February 2018", "possibly on 20 February 2018"),
    ("2018%", "possibly around 2018", None),
    ("2018-~02", "around February 2018", None),
    ("?2018-02", "possibly February 2018", "possibly in February 2018"),
    ("2004?-06-~11", "possibly around 11 June 2004", None),
    ("2018-21~", "around spring 2018", None),
    ("201X~", "around the 2010s", None),
    # times
    ("2025-02-10T14:30", "14:30 on 10 February 2025", "at 14:30 on 10 February 2025"),
    ("2025-02-10T00:05:09", "00:05:09 on 10 February 2025", "at 00:05:09 on 10 February 2025"),
    ("2025-02-10T14:30:05Z", "14:30:05 UTC on 10 February 2025", "at 14:30:05 UTC on 10 February 2025"),
    ("2025-02-10T14:30-08:00", "14:30 UTC−8 on 10 February 2025", "at 14:30 UTC−8 on 10 February 2025"),
    ("2025-02-10T14:30+05:30", "14:30 UTC+5:30 on 10 February 2025", "at 14:30 UTC+5:30 on 10 February 2025"),
    ("2025-02-10T14:30+00:00", "14:30 UTC on 10 February 2025", "at 14:30 UTC on 10 February 2025"),
    ("2025-02-10T14:30-00:30", "14:30 UTC−0:30 on 10 February 2025", "at 14:30 UTC−0:30 on 10 February 2025"),
    ("2025-02-10T14:30~", "around 14:30 on 10 February 2025", None),
    # intervals
    ("2025-05-28/2025-06-05", "from 28 May to 5 June 2025", None),
    ("2023-11-19/2023-11-21", "from 19 to 21 November 2023", None),
    ("2025-12-28/2026-01-05", "from 28 December 2025 to 5 January 2026", None),
    ("2025-05/2025-06", "from May to June 2025", None),
    ("2015/2018", "from 2015 to 2018", None),
    ("2015/2018-03", "from 2015 to March 2018", None),
    ("2018-02/2018-05-03", "from February 2018 to 3 May 2018", None),
    ("2018-21/2018-23", "from spring 2018 to autumn 2018", None),
    ("2018~/2019?", "from around 2018 to possibly 2019", None),
    ("2018-05-28~/2018-06-05", "from around 28 May 2018 to 5 June 2018", None),
    ("2025-05-28/2025-05-28", "28 May 2025", "on 28 May 2025"),
    ("2025-02-10T14:30/2025-02-10T15:45", "from 14:30 to 15:45 on 10 February 2025", None),
    ("2025-02-10T14:30Z/2025-02-10T15:45Z", "from 14:30 to 15:45 UTC on 10 February 2025", None),
    ("2025-02-10T23:30/2025-02-11T00:45", "from 23:30 on 10 February 2025 to 00:45 on 11 February 2025", None),
    ("2015/..", "since 2015", "from 2015 on"),
    ("2015-12-11~/..", "since around 11 December 2015", "from around 11 December 2015 on"),
    ("../1950", "until 1950", "by 1950"),
    ("2015/", "from 2015 to an unknown date", None),
    ("/2015", "from an unknown date to 2015", None),
    # sets
    ("[1667, 1668]", "1667 or 1668", "in 1667 or 1668"),
    ("[1667,1668,1670]", "1667, 1668 or 1670", "in 1667, 1668 or 1670"),
    ("{1667,1668}", "1667 and 1668", "in 1667 and 1668"),
    ("[1667]", "1667", "in 1667"),
    ("[2025-02-03,2025-02-04]", "3 or 4 February 2025", "on 3 or 4 February 2025"),
    ("[2025-05-28,2025-06-05]", "28 May or 5 June 2025", "on 28 May or 5 June 2025"),
    ("[2025-05-28,2026-05-28]", "28 May 2025 or 28 May 2026", "on 28 May 2025 or 28 May 2026"),
    ("[1667,1670..1672]", "1667 or between 1670 and 1672", "in 1667 or between 1670 and 1672"),
    ("{1667,1670..1672}", "1667 and every year from 1670 to 1672", "in 1667 and every year from 1670 to 1672"),
    ("{2025-05-28..2025-05-30}", "every day from 28 to 30 May 2025", None),
    ("[1984..1986]", "between 1984 and 1986", None),
    ("[2026-02-27..2026-03-31]", "between 27 February and 31 March 2026", None),
    ("[..1984]", "1984 or earlier", "in or before 1984"),
    ("[..1760-12-03]", "3 December 1760 or earlier", "on or before 3 December 1760"),
    ("[1760-12..]", "December 1760 or later", "in or after December 1760"),
    ("{..1984}", "every year up to 1984", None),
    ("[1667~,1668-05]", "around 1667 or May 1668", "around 1667 or in May 1668"),
    ("[2025-05,2025-05]", "May or May 2025", "in May or May 2025"),
    ("{1960,1961-12-03}", "1960 and 3 December 1961", "in 1960 and on 3 December 1961"),
    ("[1667,1668..]", "1667 or from 1668 on", "in 1667 or from 1668 on"),
    ("[..1667,1670]", "by 1667 or 1670", "by 1667 or in 1670"),
    # deep time
    ("Y-66000000", "66 million years ago", None),
    ("Y-66e6", "about 66 million years ago", None),
    ("Y-66000000~", "about 66 million years ago", None),
    ("Y-66e6?", "possibly about 66 million years ago", None),
    ("Y-4.54e9", "about 4.54 billion years ago", None),
    ("Y-454e7S3", "about 4.54 billion years ago", None),
    ("Y-4567000000S2", "about 4.6 billion years ago", None),
    ("Y-300000", "about 300,000 years ago", None),
    ("Y-65997975", "65,997,976 BC", "in 65,997,976 BC"),
    ("Y-12000", "12,001 BC", "in 12,001 BC"),  # some 14,000 years ago
    ("Y-12000S2", "around 12,000 BC", None),
    ("Y170000002", "the year 170,000,002", "in the year 170,000,002"),
    ("1950S2", "around 1950", None),
    ("1950S4", "1950", "in 1950"),
    ("-0150S2", "around 150 BC", None),
]


@pytest.mark.parametrize("text, alone, sentence", WORDS, ids=[w[0] for w in WORDS])
def test_words(text, alone, sentence):
    """The words that stand alone, and the adverbial of a sentence."""
    when = parse(text)
    assert (say(when), say_in_sentence(when)) == (alone, sentence or alone)


@pytest.mark.parametrize(
    "text, year, words",
    [
        ("2025-02-10", 2025, "10 February"),
        ("2025-02-10", 2024, "10 February 2025"),
        ("2025-02", 2025, "February"),
        ("2025", 2025, "2025"),
        ("2025-21", 2025, "spring"),
        ("2025-24", 2025, "winter 2025–26"),
        ("2025-33", 2025, "the first quarter"),
        ("2025-02-10~", 2025, "around 10 February"),
        ("?2025-02", 2025, "possibly February 2025"),  # it is the year that is in doubt
        ("2025-02-10T14:30", 2025, "14:30 on 10 February"),
        ("-0043-03-15", -43, "15 March"),
        ("2025-05-28/2025-06-05", 2025, "from 28 May to 5 June"),
        ("2025-01-05/2026-03-03", 2025, "from 5 January 2025 to 3 March 2026"),
        ("2025-01-05/2026-03-03", 2026, "from 5 January 2025 to 3 March 2026"),
        ("[2025-02-03,2026-05-04]", 2025, "3 February 2025 or 4 May 2026"),
        ("2025-12-11/..", 2025, "since 11 December"),
        ("201X-02", 2010, "February of some year in the 2010s"),
    ],
)
def test_the_year_at_hand_is_left_out(text, year, words):
    """A year that the reader has before them is not repeated, unless the date would then be taken for another."""
    assert say(parse(text), year=year) == words


@pytest.mark.parametrize(
    "text, year, words",
    [
        ("2025-02-10", 2025, "on 10 February"),
        ("2025-02", 2025, "in February"),
        ("2025", 2025, "in 2025"),
        ("2025-05-28/2025-06-05", 2025, "from 28 May to 5 June"),
    ],
)
def test_the_year_at_hand_in_a_sentence(text, year, words):
    """The same for adverbials."""
    assert say_in_sentence(parse(text), year) == words


@pytest.mark.parametrize(
    "text, words",
    [
        ("2025-02-10", "10 Feb 2025"),
        ("2018-09", "Sep 2018"),
        ("2025-33", "Q1 2025"),
        ("2025-41", "H2 2025"),
        ("2025-38", "May–Aug 2025"),
        ("2018-24", "winter 2018–19"),
        ("2018-29", "southern spring 2018"),
        ("201X", "2010s"),
        ("20XX", "2000–2099"),
        ("2018-02-20~", "c. 20 Feb 2018"),
        ("2018?", "2018?"),
        ("2018%", "c. 2018?"),
        ("2025-02-10T14:30Z", "14:30 UTC, 10 Feb 2025"),
        ("2025-05-28/2025-06-05", "28 May – 5 Jun 2025"),
        ("2023-11-19/2023-11-21", "19–21 Nov 2023"),
        ("2025-05/2025-06", "May–Jun 2025"),
        ("2015/2018", "2015–2018"),
        ("2015/2018-03", "2015 – Mar 2018"),
        ("2015/..", "since 2015"),
        ("2015/", "2015–?"),
        ("/2015", "?–2015"),
        ("2025-02-10T14:30/2025-02-10T15:45", "14:30–15:45, 10 Feb 2025"),
        ("Y-66e6", "c. 66 million years ago"),
    ],
)
def test_short_words(text, words):
    """The short style, for labels."""
    assert say(parse(text), style="short") == words


@pytest.mark.parametrize(
    "text, word",
    [("2025-02-10T14:30", "at"), ("2025-02-10", "on"), ("2025-02", "in"), ("201X", "in"), ("2018~", ""), ("2018?", "in"),
     ("2015/2018", ""), ("2025-05-28/2025-05-28", "on"), ("Y-66e6", ""), ("[1667,1668]", "in"), ("[1984..1986]", ""),
     ("[1667,1668-05-03]", "")],
)  # fmt: skip
def test_preposition(text, word):
    """The one that the words need, or none where they begin with their own."""
    assert preposition(parse(text)) == word


@pytest.mark.parametrize(
    "text, doubt",
    [
        ("2025-02-10", None),
        ("2025-02-10T14:30Z", None),
        ("2018-02", "Known only to the month."),
        ("2018", "Known only to the year."),
        ("2018-21", "Known only to the season."),
        ("2018-33", "Known only to the quarter."),
        ("2018-38", "Known only to the third of the year."),
        ("2018-40", "Known only to the half-year."),
        ("201X", "Known only to the decade."),
        ("19XX", "Known only to the century."),
        ("1XXX", "Known only to the millennium."),
        ("XX19", "Not all digits of the year are known."),
        ("2004-06-XX", "Known only to the month."),
        ("156X-12-25", "The year is known only to the decade."),
        ("201X-21", "The year is known only to the decade."),
        ("2018-02-20~", "The date is approximate."),
        ("2018-02-~20", "The day is approximate."),
        ("2018-~02-20", "The month is approximate."),
        ("2018-02~-20", "The year and the month are approximate."),
        ("2004?-06-~11", "The day is approximate. The year is uncertain."),
        ("2018-02-20?", "The date is uncertain."),
        ("2018-02-20%", "The date is approximate and uncertain."),
        ("2018~", "The year is approximate. Known only to the year."),
        ("2018-~21", "The season is approximate. Known only to the season."),
        ("2025-02-10T14:30~", "The date and time are approximate."),
        ("2025-05-28/2025-06-05", None),
        ("2015/2018", "Known only to the year."),
        ("2015/2018-03-04", None),
        ("2015-12-11/..", "The source leaves the end open."),
        ("../1950-01-01", "The source leaves the beginning open."),
        ("2015-12-11/", "When it ended is not known."),
        ("/2015-12-11~", "When it began is not known. The end is approximate."),
        ("2018-05-28~/2019-02-01?", "The beginning is approximate. The end is uncertain."),
        ("2018-05-28%/2019-02-01", "The beginning is approximate and uncertain."),
        ("[1667,1668]", "One of these dates; which one is not known."),
        ("[1984..1986]", "Some time in this span; exactly when is not known."),
        ("[..1984]", "Some time in this span; exactly when is not known."),
        ("[1667,1670..1672]", "One of these dates; which one is not known."),
        ("{1667,1668}", None),
        ("{1667~,1668}", "A date of the set is approximate."),
        ("Y-66000000", None),
        ("Y-66e6", "The year is a rounded figure."),
        ("1950S2", "Only the first 2 digits of the year count."),
        ("Y-4e9S1", "Only the first digit of the year counts."),
    ],
)
def test_doubts(text, doubt):
    """Whole sentences for the card; none for a day that is certain."""
    assert say_doubt(parse(text)) == doubt


@given(texts, st.sampled_from(["long", "short"]), st.one_of(st.none(), st.integers(-9999, 9999)))
def test_words_for_everything(text, style, year):
    """Every date has words, neatly spaced, whatever its form."""
    try:
        when = parse(text)
    except ValueError:
        return
    for said in (say(when, year=year, style=style), say_in_sentence(when, year), say_doubt(when) or "x"):
        assert said and said == " ".join(said.split())
        assert "None" not in said and " ," not in said and "{" not in said
    assert preposition(when) in ("", "at", "on", "in")


@given(st.dates(datetime.date(1, 1, 1)))
def test_a_day_keeps_its_numbers(date):
    """The words of a day hold its number, its month and its year."""
    day, month, *year = say(parse(date.isoformat())).split()
    assert (int(day), ENGLISH["long"].months.index(month) + 1) == (date.day, date.month)
    assert int(re.sub("AD", "", "".join(year))) == date.year
