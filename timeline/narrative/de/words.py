"""German dates, numbers and sums: what the German sentence needs and the date module does not say."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from ...dates import ENGLISH, Language, Precision, When, say
from ...dates.language import Style
from ...model import Amount
from ..moments import Moment, clock_of
from ..ratios import Ratio

MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
SEASONS = {21: "Frühjahr", 22: "Sommer", 23: "Herbst", 24: "Winter"}
NUMBERS = ("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
FRACTIONS = {
    Fraction(1, 10): "ein Zehntel", Fraction(1, 5): "ein Fünftel", Fraction(1, 4): "ein Viertel",
    Fraction(1, 3): "ein Drittel", Fraction(1, 2): "die Hälfte", Fraction(2, 3): "zwei Drittel",
    Fraction(3, 4): "drei Viertel",
}  # fmt: skip
_PATTERNS = {
    "day": "{day}. {month} {year}",
    "time": "{clock} Uhr am {day}",
    "bc": "{n} v. Chr.",
    "ad": "{n} n. Chr.",
    "great": "das Jahr {n}",
    "decade": "die {n}er",
    "century": "die {n}er Jahre",
    "ago": "vor {n} Jahren",
    "million": "{n} Millionen",
    "billion": "{n} Milliarden",
    "around": "um {x}",
    "about": "etwa {x}",
    "possibly": "möglicherweise {x}",
    "from_to": "{a} bis {b}",
    "from_to_spaced": "{a} bis {b}",
    "since": "seit {x}",
    "onward": "ab {x}",
    "until": "bis {x}",
    "by": "bis {x}",
    "between": "zwischen {a} und {b}",
    "or": "{rest} oder {last}",
    "and": "{rest} und {last}",
    "on": "am {x}",
    "in": "im {x}",
    "at": "um {x}",
    "unknown_end": "{a} bis zu unbekannter Zeit",
    "unknown_start": "von unbekannter Zeit bis {b}",
    "of_year": "{part} {year}",
}
_LONG: Language = replace(
    ENGLISH["long"], months=MONTHS, seasons=MappingProxyType({**ENGLISH["long"].seasons, **SEASONS}),
    patterns=MappingProxyType({**ENGLISH["long"].patterns, **_PATTERNS}),
)  # fmt: skip
GERMAN: Mapping[Style, Language] = MappingProxyType({"long": _LONG, "short": _LONG})
_STEPS = ((Decimal(10) ** 12, "Billionen", "eine Billion"), (Decimal(10) ** 9, "Milliarden", "eine Milliarde"),
          (Decimal(10) ** 6, "Millionen", "eine Million"))  # fmt: skip
_CURRENCIES = {"USD": "Dollar", "EUR": "Euro", "GBP": "Pfund", "JPY": "Yen", "CHF": "Franken"}


def standing(when: When, year: int | None) -> str:
    """A date that stands alone: `10. Februar 2025`."""
    return say(when, year=year, language=GERMAN)


def adverbial(when: When, year: int | None) -> str | None:
    """`am 10. Februar 2025`, `um den 20. Februar 2018`, `vom 19. bis zum 21. November`; None if unsure."""
    if when.kind == "interval" and len(when.parts) == 2 and not (when.approximate or when.uncertain):
        return _interval(when, year)
    part = when.parts[0] if when.kind == "date" else None
    if part is None or part.mask or part.exponential or part.seconds is not None or not 1000 <= part.year <= 9999:
        return None
    if part.season is not None and part.season not in SEASONS:
        return None
    text = say(when, year=year, language=GERMAN).removeprefix("möglicherweise ").removeprefix("um ")
    if part.precision == Precision.DAY:
        text = f"um den {text}" if when.approximate else f"am {text}"
    elif part.precision == Precision.YEAR:
        text = f"um {text}" if when.approximate else f"im Jahr {text}"
    else:
        text = f"etwa im {text}" if when.approximate else f"im {text}"
    return f"möglicherweise {text}" if when.uncertain else text


def _interval(when: When, year: int | None) -> str | None:
    a, b = when.parts
    if a.precision != b.precision or a.mask or b.mask or a.seconds is not None or not 1000 <= a.year <= b.year <= 9999:
        return None
    if a.precision == Precision.DAY:
        first = f"{a.day}." if (a.year, a.month) == (b.year, b.month) else f"{a.day}. {MONTHS[(a.month or 1) - 1]}"
        first += "" if a.year == b.year else f" {a.year}"
        return f"vom {first} bis zum {b.day}. {MONTHS[(b.month or 1) - 1]}{'' if b.year == year else f' {b.year}'}"
    return f"von {a.year} bis {b.year}" if a.precision == Precision.YEAR else None


def say_moment(told: Moment) -> str | None:
    """The adverbial of a moment, in German; None where there is none that is sure to be right."""
    if told.mode in ("same-day", "next-day"):
        return "am selben Tag" if told.mode == "same-day" else "am nächsten Tag"
    if told.mode == "days":
        return f"{NUMBERS[told.count]} Tage später"
    if told.mode == "weeks":
        return "eine Woche später" if told.count == 1 else f"{NUMBERS[told.count]} Wochen später"
    if told.mode in ("clock", "minutes") and told.when.is_day:
        return f"um {clock(told)} Uhr"
    if told.mode == "month":
        part = told.when.parts[0]
        return f"im {MONTHS[(part.month or 1) - 1]}{'' if part.year == told.year else f' {part.year}'}"
    return adverbial(told.when, told.year)


def clock(told: Moment) -> str:
    return clock_of(told.when.start, told.when.precision == Precision.SECOND)


def say_amount(amount: Amount) -> str:
    """`97,4 Milliarden Dollar`, `500 Millionen Mitglieder`, `zwischen 79 und 134 Milliarden Dollar`."""
    value = amount.value
    if value.low is None or value.high is None:
        return "eine nicht genannte Summe" if amount.currency else "eine nicht genannte Zahl"
    unit = _CURRENCIES.get(amount.currency or "", amount.currency or "") or amount.unit or ""
    text = _number(value.low) if not value.is_range else f"{_number(value.low)} bis {_number(value.high)}"
    text = f"{text} {unit}".strip()
    return f"etwa {text}" if amount.estimate else text


def _number(number: Decimal) -> str:
    for step, many, one in _STEPS:
        if abs(number) >= step:
            return one if number == step else f"{_plain(number / step)} {many}"
    return _plain(number)


def _plain(number: Decimal) -> str:
    text = f"{number.normalize():,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.translate(str.maketrans(",.", ".,"))


def say_ratio(ratio: Ratio) -> str | None:
    """`ein Zehntel`, `rund 62 Prozent`, `gut das Doppelte`; None for what German says in another shape."""
    if ratio.kind == "fraction":
        return FRACTIONS.get(ratio.value)
    return f"rund {int(ratio.value)} Prozent" if ratio.kind == "percent" else None


def join(items: Sequence[str]) -> str:
    return f"{', '.join(items[:-1])} und {items[-1]}" if len(items) > 1 else "".join(items)


def genitive(name: str) -> str:
    """`Luthers`, `Hans’`."""
    return f"{name}’" if name.endswith(("s", "ß", "x", "z")) else f"{name}s"
