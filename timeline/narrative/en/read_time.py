"""Reading English dates back from the text: each resolved to a day, month or year and held against the event's own."""

import re
from collections.abc import Iterator

from ...dates import Precision, When, civil_from_days, say, say_in_sentence
from ..scan import Found, State, Taker, Way
from .words import MONTHS, NUMBERS

_DATE = re.compile(
    r"(?P<hedge>possibly around |possibly |around )?(?:(?:on|in) )?(?:(?P<day>\d{1,2}) )?"
    rf"(?:(?P<month>{'|'.join(MONTHS)})\b)?"
    r"(?: ?(?P<year>\d{4}))?",
    re.I,
)
_LATER = re.compile(
    rf"(?:(?P<word>{'|'.join(NUMBERS[2:])}|a) (?P<unit>days?|weeks?|minutes?) later|the (?P<which>same|next) day)", re.I
)
_TIME = r"(\d\d):(\d\d)(?::(\d\d))?"
_CLOCK = re.compile(rf"(?:(?P<how>at|around) )?{_TIME}(?!:?\d| on )", re.I)
_CLOCKS = re.compile(rf"from {_TIME} to {_TIME}(?!:?\d| on )", re.I)
_ON_DAY = re.compile(
    rf"(?:(?P<how>at|around) )?{_TIME} on (?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)})(?P<year> \d{{4}})?\b", re.I
)


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
    if (match["unit"] or "").startswith("minute"):
        yield from _minutes(match, when, state.anchor, found)
        return
    word = (match["word"] or "").lower()
    count = 1 if word == "a" else NUMBERS.index(word) if word else int((match["which"] or "").lower() == "next")
    days = count * (7 if (match["unit"] or "").startswith("week") else 1)
    if int(when.start // 1) - int(state.anchor.start // 1) == days:
        yield match.end(), found._replace(time=("relative", when))


def _minutes(match: re.Match[str], when: When, anchor: When, found: Found) -> Iterator[Way]:
    word = match["word"].lower()
    count = 1 if word == "a" else NUMBERS.index(word)
    exact = when.precision == anchor.precision == Precision.MINUTE
    if exact and round((when.start - anchor.start) * 1440) == count:
        yield match.end(), found._replace(time=("clock", when))


def _clock(when: When, state: State, text: str, at: int, found: Found) -> Iterator[Way]:
    """A time of the day told last, `at 03:14`, or a stretch of it; or a time with its day, `at 03:14 on 8 November`."""
    if not when.parts or any(part.seconds is None for part in when.parts):
        return
    exact, first, last = when.precision == Precision.SECOND, when.parts[0].start, when.parts[-1].start
    same = state.anchor is not None and bool(state.anchor.parts) and state.anchor.parts[0].start // 1 == first // 1
    if same and len(when.parts) == 1 and (match := _CLOCK.match(text, at)):  # noqa: SIM102
        if _shows(match.groups()[1:], first, exact) and _doubted(match["how"], when):
            yield match.end(), found._replace(time=("clock", when))
    if same and len(when.parts) == 2 and last // 1 == first // 1 and (match := _CLOCKS.match(text, at)):  # noqa: SIM102
        if _shows(match.groups()[:3], first, exact) and _shows(match.groups()[3:], last, exact):
            yield match.end(), found._replace(time=("clock", when))
    if len(when.parts) == 1 and when.parts[0].zone and (match := _ON_DAY.match(text, at)):
        year, month, day = civil_from_days(int(first // 1))
        told = int(match["year"]) if match["year"] else state.year
        said = (told, MONTHS.index(match["month"].capitalize()) + 1, int(match["day"]))
        if said == (year, month, day) and _shows(match.groups()[1:4], first, exact) and _doubted(match["how"], when):
            yield match.end(), found._replace(time=("absolute", when), year=year)


def _doubted(how: str | None, when: When) -> bool:
    return not when.uncertain and ((how or "at").lower() == "around") == when.approximate


def _shows(digits: tuple[str | None, ...], start: float, exact: bool) -> bool:
    """Whether a clock of hours, minutes and maybe seconds is that of the time, in the store's zone like every clock."""
    told = int(digits[0] or 0) * 3600 + int(digits[1] or 0) * 60 + int(digits[2] or 0)
    return told == round(start % 1 * 86_400) % 86_400 and (digits[2] is not None) == exact


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


def _begins(text: str, at: int, said: str) -> bool:
    return text.startswith(said, at) or (at == 0 and text.startswith(said[:1].upper() + said[1:]))


def _shortened(full: str) -> str:
    """A stretch whose first end leaves out the last words of both, or whose last end the "AD" of both."""
    first, _, last = full.removeprefix("from ").partition(" to ")
    a, b = first.split(), last.split()
    shared = 0
    while shared < min(len(a), len(b)) - 1 and a[-1 - shared] == b[-1 - shared]:
        shared += 1
    if full.startswith("from ") and shared:
        return f"from {' '.join(a[:-shared])} to {last}"
    if full.startswith("from ") and "AD" in a[:2] and "AD" in b[:2]:
        return f"from {first} to {last.replace('AD ', '', 1)}"
    return full


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
        full = say(when, year=year) if standing else say_in_sentence(when, year)
        said = next((s for s in (full, _shortened(full)) if _begins(text, at, s)), "")
        if said:
            years = {p.year for p in when.parts}
            one = (
                next(iter(years))
                if len(years) == 1 and when.kind in ("date", "interval") and when.precision <= Precision.YEAR
                else None
            )
            shown = one if one is not None and 1000 <= one <= 9999 else None
            yield at + len(said), found._replace(time=("absolute", when), year=shown)
            return
