"""Why a text is no date: the mistakes that people really make, each with what to write instead.

Nothing here decides whether a text is a date; it is asked once that has failed, and always raises.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NoReturn

from .when import DateError

Message = str | Callable[[re.Match[str]], str]


def _short_year(match: re.Match[str]) -> str:
    """Explain that "201" may be a year or a decade, "19" a year or a century."""
    digits = match["digits"]
    number = int(digits)
    if match["sign"]:  # "-44" is most often meant for 44 BC, which it is not
        other = f", {number} BC is -{number - 1:04}" if number > 1 else ""
        return f"a year has four digits: {number + 1} BC is -{number:04}{other}"
    year = f"the year {number} is {number:04}"
    plausible = {2: range(10, 21), 3: range(100, 210)}.get(len(digits), range(0))
    if number not in plausible:
        return f"a year has four digits: {year}"
    return f"a year has four digits: {year}, the {digits:0<4}s are {digits:X<4}"


def _decade_name(match: re.Match[str]) -> str:
    digits = match["digits"]
    if digits.endswith("00"):
        return f"write the century {digits}s as {digits[:2]}XX, the decade as {digits[:3]}X"
    return f"write the decade {digits}s as {digits[:3]}X"


def _hyphens(match: re.Match[str]) -> str:
    return f"write a day with hyphens: {match['y']}-{match['m']:0>2}-{match['d']:0>2}"


_D = "-?[0-9X]{4}"  # a year
_MD = f"{_D}-[0-9X]{{2}}"  # with a month
_YMD = f"{_MD}-[0-9X]{{2}}"  # with a day
_CLOCK = "T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?"

# Tried in order, from the beginning of the text; the fault is the group "bad".
_MISTAKES: tuple[tuple[str, Message], ...] = (
    (r"(?P<bad>)$", "the date is missing"),
    (r"(?P<bad>\s+)", "no space belongs before a date"),
    (r".*\S(?P<bad>\s+)$", "no space belongs after a date"),
    (r"(?P<bad>(?P<a>[0-9]{4})[-–—](?P<b>[0-9]{4}))$", lambda m: f"write an interval as {m['a']}/{m['b']}"),
    (r"[^–—−‐‑]*(?P<bad>[–—−‐‑])", lambda m: f"write a hyphen (-) instead of '{m['bad']}'"),
    (rf"{_YMD}(?P<bad>\s+)[0-9]", "write T between the day and the time, not a space"),
    (r"[^.]*(?P<bad>\.\.)", "'..' between dates stands inside brackets only; write an interval as 1984/1986"),
    (r"(?P<bad>(?P<digits>[0-9]{3}0)'?s)$", _decade_name),
    (r"(?P<bad>(?P<y>[0-9]{4})(?P<m>0[1-9]|1[0-2])(?P<d>[0-2][0-9]|3[01]))(?:$|T)", _hyphens),
    (r"(?P<bad>(?P<y>[0-9]{4})\.(?P<m>[0-9]{1,2})\.(?P<d>[0-9]{1,2}))$", _hyphens),
    (r"(?P<bad>(?P<sign>-?)(?P<digits>[0-9]{1,3}))$", _short_year),
    (r"(?P<bad>[0-9]{8})$", "write a day with hyphens, as in 2025-02-10"),
    (r"(?P<bad>([12][0-9]{3})(0[1-9]|1[0-2]))$", lambda m: f"write a month with a hyphen: {m[2]}-{m[3]}"),
    (
        r"(?P<bad>-?[0-9]{5,})$",
        lambda m: f"a year of more than four digits begins with Y: Y{_clip(m['bad'])}",
    ),
    (r"[?~%]?-?[0-9X]*(?P<bad>[xu*]+)", "write an unspecified digit as a capital X"),
    (r"[?~%]?(?P<bad>y)-?[0-9]", "write Y as a capital"),
    (r"[?~%]?(?P<bad>Y)", "after Y comes a whole year, as in Y-66000000 or Y-66e6"),
    (r".*(?P<bad>[?~%]{2,})", "one mark is enough: ? uncertain, ~ approximate, % both"),
    (rf"{_D}-(?P<bad>[Ww][0-9]+.*)", "weeks are not dates here; write the days"),
    (rf"{_D}(?P<bad>-)$", "the month is missing after the hyphen"),
    (rf"{_MD}(?P<bad>-)$", "the day is missing after the hyphen"),
    (rf"{_D}-(?P<bad>[0-9])(?![0-9])", lambda m: f"write the month with two digits: 0{m['bad']}"),
    (rf"{_MD}-(?P<bad>[0-9])(?![0-9])", lambda m: f"write the day with two digits: 0{m['bad']}"),
    (rf"{_D}-(?P<bad>[0-9]{{3}})$", "write the month and the day, not the day of the year"),
    (rf"{_D}-(?P<bad>[0-9]{{3,}})", "a month has two digits"),
    (rf"{_MD}-(?P<bad>[0-9]{{3,}})", "a day has two digits"),
    (rf"{_MD}-(?:[0-9X]*)(?P<bad>[xu*]+)", "write an unspecified digit as a capital X"),
    (rf"{_D}-(?:[0-9X]*)(?P<bad>[xu*]+)", "write an unspecified digit as a capital X"),
    (rf"(?:{_D}|{_MD})(?P<bad>T)", "a time of day needs a full date before it"),
    (rf"(?:{_D}|{_MD}|{_YMD})(?P<bad>Z|[+][0-9:]+)$", "a zone needs a time of day before it"),
    (rf"{_YMD}(?P<bad>t)", "write T as a capital"),
    (rf"{_YMD}(?P<bad>T)$", "the time is missing after T"),
    (rf"{_YMD}T(?P<bad>[0-9]{{2}})(?:$|Z|[+-])", lambda m: f"write the minutes too: {m['bad']}:00"),
    (rf"{_YMD}T(?P<bad>[0-9])(?![0-9])", lambda m: f"write the hour with two digits: 0{m['bad']}"),
    (rf"{_YMD}T(?P<bad>[0-9]{{4,6}})", "write a time with colons, as in 14:30 or 14:30:05"),
    (rf"{_YMD}{_CLOCK}(?P<bad>[.,][0-9]*)", "fractions of a second are not kept"),
    (rf"{_YMD}{_CLOCK}(?P<bad>z)$", "write Z as a capital"),
    (rf"{_YMD}{_CLOCK}(?P<bad>[+-][0-9]{{4}})$", lambda m: f"write the zone as {m['bad'][:3]}:{m['bad'][3:]}"),
    (rf"{_YMD}{_CLOCK}(?P<bad>[+-][0-9:]*)", "write a zone as Z, +05 or -08:00"),
    (rf"{_YMD}{_CLOCK}(?P<bad>\s*[A-Za-z].*)", "write a zone as Z or as its distance from UTC, such as -08:00"),
    (rf"{_YMD}T(?P<bad>.*)", "a time is written 14:30 or 14:30:05"),
    (r".*?(?P<bad>[\[\]{}])", lambda m: f"the bracket {m['bad']} has no other half"),
)


def diagnose(text: str, base: int, pattern: re.Pattern[str]) -> NoReturn:
    """Raise a `DateError` that says what is wrong with one date; `pattern` matches what is right at its beginning."""
    for mistake, message in _MISTAKES:
        match = re.match(mistake, text)  # compiled at the first mistake, and kept by re
        if match is not None:
            told = message if isinstance(message, str) else message(match)
            start, end = match.span("bad")
            raise DateError(told, base + start, end - start)
    right = pattern.match(text)
    if right is None:
        raise DateError("a date begins with a year of four digits, as in 2025-02-10", base, len(text))
    rest = text[right.end() :]
    raise DateError(f"'{_clip(rest)}' does not belong to a date", base + right.end(), len(rest))


def _clip(text: str) -> str:
    """Keep a message readable whatever it quotes."""
    return text if len(text) <= 20 else text[:20] + "…"
