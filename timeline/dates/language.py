"""What a language needs to say dates: names and patterns, no logic. English is the only one so far.

Another language adds two `Language` values, long and short. Patterns are `str.format` templates; a place left empty
closes up. What needs other logic (cases, ordinals before months) will show when the second language comes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Literal

Style = Literal["long", "short"]


@dataclass(frozen=True, slots=True)
class Language:
    """The names and patterns of one language in one style."""

    months: tuple[str, ...]
    seasons: Mapping[int, str]  # by season code, 21–41
    year_by: Mapping[int, str]  # season code → pattern that joins it with a year
    patterns: Mapping[str, str]

    def fill(self, pattern: str, **places: object) -> str:
        """Fill a pattern; what is empty leaves no gap."""
        return " ".join(self.patterns[pattern].format(**places).split())


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_SEASONS = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    25: "the northern spring", 26: "the northern summer", 27: "the northern autumn", 28: "the northern winter",
    29: "the southern spring", 30: "the southern summer", 31: "the southern autumn", 32: "the southern winter",
    33: "the first quarter", 34: "the second quarter", 35: "the third quarter", 36: "the fourth quarter",
    37: "the first four months", 38: "the middle four months", 39: "the last four months",
    40: "the first half", 41: "the second half",
}  # fmt: skip

_PATTERNS = {
    # single dates
    "day": "{day} {month} {year}",
    "month": "{month} {year}",
    "time": "{clock} on {day}",
    "offset": "UTC{offset}",
    # years
    "bc": "{n} BC",
    "ad": "AD {n}",
    "great": "the year {n}",
    "decade": "the {n}s",
    "century": "the {n}s",
    "decade_span": "the decade {a}–{b}",
    "century_span": "the century {a}–{b}",
    "millennium_span": "the millennium {a}–{b}",
    "some_year": "some year from {a} to {b}",
    "some_year_in": "some year in {years}",
    "ago": "{n} years ago",
    "million": "{n} million",
    "billion": "{n} billion",
    # unspecified digits
    "of_year": "{part} of {year}",
    "some_month": "some month of {year}",
    "some_month_in": "some month in {years}",
    "some_month_from": "some month from {a} to {b} {year}",
    "some_day": "some day in {month}",
    "some_day_from": "some day from {a} to {b}",
    "nth": "day {day} of some month of {year}",
    "some_date": "some day between {a} and {b}",
    # doubt
    "around": "around {x}",
    "about": "about {x}",
    "possibly": "possibly {x}",
    # intervals
    "from_to": "from {a} to {b}",
    "since": "since {x}",
    "onward": "from {x} on",
    "until": "until {x}",
    "by": "by {x}",
    "unknown_end": "from {a} to an unknown date",
    "unknown_start": "from an unknown date to {b}",
    # sets
    "between": "between {a} and {b}",
    "or_earlier": "{x} or earlier",
    "or_later": "{x} or later",
    "or_before": "{prep} or before {x}",
    "or_after": "{prep} or after {x}",
    "range": "{a} to {b}",
    "every": "every {unit} from {a} to {b}",
    "every_until": "every {unit} up to {x}",
    "every_since": "every {unit} from {x} on",
    "or": "{rest} or {last}",
    "and": "{rest} and {last}",
    # placing in a sentence
    "on": "on {x}",
    "in": "in {x}",
    "at": "at {x}",
    "": "{x}",
    # units
    "second": "second",
    "minute": "minute",
    "day_unit": "day",
    "month_unit": "month",
    "season_unit": "season",
    "year_unit": "year",
    "other_unit": "period",
}

_SHORT_PATTERNS = {
    "time": "{clock}, {day}",
    "around": "c. {x}",
    "about": "c. {x}",
    "possibly": "{x}?",
    "from_to": "{a}–{b}",
    "from_to_spaced": "{a} – {b}",
    "decade": "{n}s",
    "century": "{n}s",
    "decade_span": "{a}–{b}",
    "century_span": "{a}–{b}",
    "millennium_span": "{a}–{b}",
    "unknown_end": "{a}–?",
    "unknown_start": "?–{b}",
}

_LONG: Final = Language(
    months=_MONTHS,
    seasons=MappingProxyType(_SEASONS),
    year_by=MappingProxyType({code: "month" if code <= 24 else "of_year" for code in _SEASONS}),
    patterns=MappingProxyType(_PATTERNS | {"from_to_spaced": _PATTERNS["from_to"]}),
)

_SHORT: Final = replace(
    _LONG,
    months=tuple(name[:3] for name in _MONTHS),
    seasons=MappingProxyType(
        {code: name.removeprefix("the ") for code, name in _SEASONS.items()}
        | {33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4", 37: "Jan–Apr", 38: "May–Aug", 39: "Sep–Dec", 40: "H1", 41: "H2"}
    ),
    year_by=MappingProxyType(dict.fromkeys(_SEASONS, "month")),
    patterns=MappingProxyType(dict(_LONG.patterns) | _SHORT_PATTERNS),
)

ENGLISH: Final[Mapping[Style, Language]] = MappingProxyType({"long": _LONG, "short": _SHORT})
