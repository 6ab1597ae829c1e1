"""Reading English dates back from the text: each resolved to a day, month or year and held against the event's own."""

import re
from collections.abc import Iterator

from ...dates import Precision, When, say, say_in_sentence
from ..scan import Found, State, Taker, Way
from .words import NUMBERS

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DATE = re.compile(
    r"(?P<hedge>possibly around |possibly |around )?(?:(?:on|in) )?(?:(?P<day>\d{1,2}) )?"
    rf"(?:(?P<month>{'|'.join(MONTHS)})\b)?"
    r"(?: ?(?P<year>\d{4}))?",
    re.I,
)
_LATER = re.compile(
    rf"(?:(?P<word>{'|'.join(NUMBERS[2:])}|a) (?P<unit>days?|weeks?) later|the (?P<which>same|next) day)", re.I
)
_CLOCK = re.compile(r"(?:at )?(\d\d):(\d\d)(?::(\d\d))?(?! on )", re.I)


def time_of(when: When, state: State, standing: bool = False, bare_month: bool = False) -> Taker:
    """Takes a phrase that means `when` here. `standing` ones have no preposition; `bare_month` is all of a day."""

    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        if not standing:
            yield from _relative(when, state, text, at, found)
        yield from _clock(when, state, text, at, found)
        match = _DATE.match(text, at)
        if match and match[0].strip() and when.kind == "date" and _means(match, when, state, standing, bare_month):
            yield match.end(), found._replace(time=("absolute", when), year=_year(match, state))
        else:
            yield from _as_said(when, state, text, at, found, standing)

    return take


def _relative(when: When, state: State, text: str, at: int, found: Found) -> Iterator[Way]:
    match = _LATER.match(text, at)
    if not match or state.anchor is None or not state.anchor.is_day or not when.is_day:
        return
    word = (match["word"] or "").lower()
    count = 1 if word == "a" else NUMBERS.index(word) if word else int((match["which"] or "").lower() == "next")
    days = count * (7 if (match["unit"] or "").startswith("week") else 1)
    if int(when.start // 1) - int(state.anchor.start // 1) == days:
        yield match.end(), found._replace(time=("relative", when))


def _clock(when: When, state: State, text: str, at: int, found: Found) -> Iterator[Way]:
    match = _CLOCK.match(text, at)
    seconds = when.parts[0].seconds if when.parts else None
    if not match or seconds is None or state.anchor is None or not state.anchor.is_day:
        return
    if int(state.anchor.start // 1) != int(when.start // 1):
        return
    told = int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3] or 0)
    placed = round((when.start - int(when.start // 1)) * 86_400) % 86_400  # in the store's zone, like every clock told
    if told == placed and (match[3] is not None) == (when.precision == Precision.SECOND):
        yield match.end(), found._replace(time=("clock", when))


def _means(match: re.Match[str], when: When, state: State, standing: bool, bare_month: bool) -> bool:
    part = when.parts[0]
    if part.mask or part.season or part.exponential or part.seconds is not None or not 1000 <= part.year <= 9999:
        return False
    month = MONTHS.index(match["month"].capitalize()) + 1 if match["month"] else None
    day = int(match["day"]) if match["day"] else None
    wanted = (part.month, None if bare_month else part.day)
    hedge = (match["hedge"] or "").lower().strip()
    should = " ".join(w for w, holds in (("possibly", when.uncertain), ("around", when.approximate)) if holds)
    preposition = match[0].lower().removeprefix(match["hedge"].lower() if match["hedge"] else "")[:3]
    placed = preposition.startswith(("on ", "in ")) or standing or when.approximate
    right = standing or not preposition.startswith(("on ", "in ")) or preposition.startswith("on " if day else "in ")
    return (month, day) == wanted and _year(match, state) == part.year and hedge == should and placed and right


def _year(match: re.Match[str], state: State) -> int | None:
    return int(match["year"]) if match["year"] else state.year


def _as_said(when: When, state: State, text: str, at: int, found: Found, standing: bool) -> Iterator[Way]:
    """Seasons, intervals, sets, deep time: what the date module says of them, word for word."""
    part = when.parts[0] if when.parts else None
    simple = (
        when.kind == "date" and part and not (part.mask or part.season or part.exponential) and part.seconds is None
    )
    if simple and part and 1000 <= part.year <= 9999:
        return  # a plain date that was not read above is a wrong one
    for year in (None, state.year):
        said = say(when, year=year) if standing else say_in_sentence(when, year)
        if text.startswith(said, at) or (at == 0 and text.startswith(said[:1].upper() + said[1:])):
            years = {p.year for p in when.parts}
            one = (
                next(iter(years))
                if len(years) == 1 and when.kind in ("date", "interval") and when.precision <= Precision.YEAR
                else None
            )
            shown = one if one is not None and 1000 <= one <= 9999 else None
            yield at + len(said), found._replace(time=("absolute", when), year=shown)
            return
