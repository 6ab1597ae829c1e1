"""What a person meant who wrote a date in another way; and what is left alone because it could be two things."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_dates_edtf import alphabet
from tests.test_dates_words import WORDS
from timeline.dates import parse, say, suggest

MEANT = [
    # eras
    ("44 BC", "-0043"),
    ("44 BCE", "-0043"),
    ("1 BC", "0000"),
    ("15 March 44 BC", "-0043-03-15"),
    ("March 44 BC", "-0043-03"),
    ("AD 79", "0079"),
    ("79 AD", "0079"),
    ("79 CE", "0079"),
    ("24 October AD 79", "0079-10-24"),
    ("12 March 33", "0033-03-12"),
    # names of months
    ("June 1914", "1914-06"),
    ("june, 1914", "1914-06"),
    ("28 June 1914", "1914-06-28"),
    ("28th of June 1914", "1914-06-28"),
    ("Feb 10, 2025", "2025-02-10"),
    ("February 10th, 2025", "2025-02-10"),
    ("10 Feb. 2025", "2025-02-10"),
    ("2025 Feb 10", "2025-02-10"),
    ("Sept. 3, 1939", "1939-09-03"),
    ("Monday, 10 February 2025", "2025-02-10"),
    ("the 10th of February, 2025", "2025-02-10"),
    # numbers
    ("10.02.2025", "2025-02-10"),
    ("13/02/2025", "2025-02-13"),
    ("02/13/2025", "2025-02-13"),
    ("05/05/2025", "2025-05-05"),
    ("2025-13-12", "2025-12-13"),
    ("2025-2-10", "2025-02-10"),
    ("2025/02/10", "2025-02-10"),
    ("2025.02.10", "2025-02-10"),
    ("20250210", "2025-02-10"),
    ("2025–02–10", "2025-02-10"),
    (" 2025-02-10 ", "2025-02-10"),
    # times
    ("2025-02-10 14:30", "2025-02-10T14:30"),
    ("2025-02-10 9:30", "2025-02-10T09:30"),
    ("2025-02-10 14:30:05", "2025-02-10T14:30:05"),
    ("2025-02-10 14:30 UTC", "2025-02-10T14:30Z"),
    ("2025-02-10T14:30+0100", "2025-02-10T14:30+01:00"),
    ("2025-02-10t14:30z", "2025-02-10T14:30Z"),
    ("10 February 2025 14:30", "2025-02-10T14:30"),
    ("10 February 2025, 2:30 pm", "2025-02-10T14:30"),
    ("Feb 10, 2025 at 12:05 am", "2025-02-10T00:05"),
    # doubt
    ("circa 1850", "1850~"),
    ("c. 1850", "1850~"),
    ("c.1850", "1850~"),
    ("ca 1850", "1850~"),
    ("ca. June 1850", "1850-06~"),
    ("about 1850", "1850~"),
    ("possibly 1850", "1850?"),
    ("possibly around 1850", "1850%"),
    # decades, centuries, parts of years
    ("1850s", "185X"),
    ("the 1850's", "185X"),
    ("19th century", "18XX"),
    ("the 19th century", "18XX"),
    ("5th century BC", "-04XX"),
    ("1st century", "00XX"),
    ("201x", "201X"),
    ("199u", "199X"),
    ("spring 2018", "2018-21"),
    ("Fall of 2018", "2018-23"),
    ("winter 2018–19", "2018-24"),
    ("winter 2018/2019", "2018-24"),
    ("Q3 2001", "2001-35"),
    ("2001 Q3", "2001-35"),
    ("2001Q3", "2001-35"),
    ("third quarter of 2001", "2001-35"),
    ("last quarter of 2001", "2001-36"),
    ("H1 2001", "2001-40"),
    ("second half of 2001", "2001-41"),
    # spans
    ("2015-2018", "2015/2018"),
    ("2015–2018", "2015/2018"),
    ("2015 – 2018", "2015/2018"),
    ("2015 to 2018", "2015/2018"),
    ("1914-18", "1914/1918"),
    ("2015 - present", "2015/.."),
    ("2015–present", "2015/.."),
    ("2015/present", "2015/.."),
    ("since 2015", "2015/.."),
    ("since May 2015", "2015-05/.."),
    ("before 1950", "../1950"),
    ("until 1950", "../1950"),
    ("2004/open", "2004/.."),
    ("2004/unknown", "2004/"),
    ("unknown/2004", "/2004"),
    ("May 2015 to June 2018", "2015-05/2018-06"),
    ("28 May – 5 June 2025", "2025-05-28/2025-06-05"),
    ("10-12 February 2025", "2025-02-10/2025-02-12"),
    ("1667 or 1668", "[1667,1668]"),
    ("[1667 ,1668]", "[1667,1668]"),
    # deep time
    ("65 million years ago", "Y-65000000"),
    ("65 Ma", "Y-65000000"),
    ("4.54 billion years ago", "Y-4540000000"),
    ("300,000 years ago", "Y-300000"),
    ("about 66 million years ago", "Y-66000000~"),
    # EDTF already
    ("2025-02-10", "2025-02-10"),
    ("~1850", "~1850"),
    ("2015/..", "2015/.."),
]


@pytest.mark.parametrize("text, meant", MEANT, ids=[m[0] for m in MEANT])
def test_what_was_meant(text, meant):
    """The EDTF that a person most likely meant."""
    assert suggest(text) == meant


UNCLEAR = [
    "", " ", "yesterday", "today", "last May", "Friday", "soon", "N/A", "tbd",
    "06/07/1914", "6-7-1914", "10/02", "12/03/33",  # day first or month first?
    "12 Mar 33", "Feb 10 25", "March 33", "June 14", "May", "10 February", "'33",  # which century, which year?
    "1900s", "2000s",  # the decade or the century?
    "2023-02-29", "29 February 2023", "Feb 30, 2025", "31 April 2025", "32 May 2025", "2025-13-13", "20251340",
    "Tuesday 10 February 2025",  # that was a Monday
    "10 February 2025 2 pm", "10 February 2025 14:30 PST", "10 11 February 2025", "March 2025 page 3",
    "12,000 years ago",  # reckoned from which year?
    "summer 2018-19", "winter 2018-20", "0th century", "third half of 2025", "2015-2018-2020", "2018-2015",
    "../..", "44", "２０２５", "3rd", "1e5", "null", "early 2018", "x" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("text", UNCLEAR, ids=[repr(u[:30]) for u in UNCLEAR])
def test_what_is_unclear(text):
    """Nothing is offered where the text could mean two things, or a day that does not exist."""
    assert suggest(text) is None


READ_BACK = [w for w in WORDS if w[0] in """2025-02-10 2018-02 2018 2018-21 2018-24 2025-33 2025-36 2025-41 0079
    0079-10-24 -0043-03-15 -0043 0000 201X 2018-02-20~ 2018-02~ 2018? 2018% 2025-02-10T14:30 2025-02-10T14:30:05Z
    2025-05-28/2025-06-05 2023-11-19/2023-11-21 2025-12-28/2026-01-05 2025-05/2025-06 2015/2018 2015/.. ../1950
    [1984..1986] {1667,1668} Y-66000000 [2025-05-28,2025-06-05] [2025-02-03,2025-02-04]""".split()]  # fmt: skip


@pytest.mark.parametrize("text", [w[0] for w in READ_BACK])
def test_our_own_words_are_read_back(text):
    """What `say` says of a common date, `suggest` turns back into that date."""
    assert suggest(say(parse(text))) == text


words = st.sampled_from(
    "May june 10 2025 44 BC AD circa 1850 since - / to present Q3 winter th century ago million 1e9 and or 14:30 pm".split()
)


@given(st.one_of(st.text(max_size=20), st.text(alphabet, max_size=20), st.lists(words, max_size=6).map(" ".join)))
def test_suggestions_parse(text):
    """Whatever the text, what is offered is a date, and nothing is raised."""
    meant = suggest(text)
    assert meant is None or parse(meant).text == meant


@given(
    st.dates().filter(lambda d: 1000 <= d.year < 3000),
    st.sampled_from(
        ["%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d %Y", "%Y/%m/%d", "%d.%m.%Y", "%A, %d %B %Y", "%Y%m%d"]
    ),
)
def test_common_forms_of_any_day(date, form):
    """Every day is understood in the forms that leave no doubt."""
    assert suggest(date.strftime(form)) == date.isoformat()


def test_dateutil_is_not_imported_for_dates():
    """Reading, saying and most suggestions do without dateutil, which is slow to import."""
    code = "import sys; from timeline.dates import parse, say, suggest; say(parse('2018~')); suggest('44 BC'); print('dateutil' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
