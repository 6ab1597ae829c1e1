"""Dates: EDTF text ↔ extents in days ↔ words; calendar arithmetic for any year.

`parse` reads a text into a `When` or raises `DateError`; `suggest` says what somebody meant who wrote it otherwise;
`say`, `say_in_sentence` and `say_doubt` put a `When` into words. Nothing here knows what today is.
"""

from .calendar import add_months, add_years, civil_from_days, days_from_civil, is_leap, month_length, weekday
from .doubt import say_doubt
from .edtf import is_date, parse
from .language import ENGLISH, Language
from .suggest import suggest
from .when import DateError, Part, Precision, When
from .words import preposition, say, say_in_sentence

__all__ = [
    "ENGLISH",
    "DateError",
    "Language",
    "Part",
    "Precision",
    "When",
    "add_months",
    "add_years",
    "civil_from_days",
    "days_from_civil",
    "is_date",
    "is_leap",
    "month_length",
    "parse",
    "preposition",
    "say",
    "say_doubt",
    "say_in_sentence",
    "suggest",
    "weekday",
]
