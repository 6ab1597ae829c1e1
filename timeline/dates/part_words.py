"""One date in words, with its doubt and the preposition that puts it into a sentence."""

from __future__ import annotations

from .calendar import civil_from_days
from .extents import SEASONS, fitting
from .language import Language
from .when import DAY, MONTH, YEAR, Part, Precision
from .year_words import (
    figure_words,
    masked_year_words,
    some_year_words,
    winter_years,
    year_words,
)


def part_words(part: Part, lang: Language, year: int | None = None) -> str:
    """Say one date with its doubt: "possibly around 20 February 2018". The year is left out if it is `year`."""
    approximately, text = _qualified(part, lang, year)
    text = approximately.format(x=text)
    return lang.fill("possibly", x=text) if part.uncertain else text


def part_phrase(part: Part, lang: Language, year: int | None = None) -> str:
    """Say one date as an adverbial: "on 10 February 2025", "possibly in 2018", "around 2018"."""
    approximately, text = _qualified(part, lang, year)
    text = approximately.format(x=text)
    prep = part_preposition(part, lang)
    text = lang.fill(prep, x=text)
    return lang.fill("possibly", x=text) if part.uncertain else text


def part_preposition(part: Part, lang: Language) -> str:
    """Name the preposition: "at" a time, "on" a day, "in" what is longer; "" where the words need none."""
    approximately, _ = _qualified(part, lang, None)
    if approximately != "{x}" or _is_ago(part, lang):
        return ""
    if part.seconds is not None:
        return "at"
    if part.precision == Precision.DAY or (part.mask or "").removeprefix("-").count("-") == 2:
        return "on"
    return "in"


def _is_ago(part: Part, lang: Language) -> bool:
    return _is_figure(part) and figure_words(part, lang)[2]


def _is_figure(part: Part) -> bool:
    """Say whether the part is a year alone, with all its digits."""
    return part.month is None and part.season is None and part.mask is None


def _qualified(part: Part, lang: Language, year: int | None) -> tuple[str, str]:
    """Give the pattern of approximation ("around {x}", "about {x}" or just "{x}") and the bare words."""
    if not _is_figure(part):
        return lang.patterns["around" if part.approximate else ""], body(part, lang, year)
    text, about, ago = figure_words(part, lang)
    return lang.patterns[("about" if ago else "around") if about or part.approximate else ""], text


def body(part: Part, lang: Language, year: int | None = None) -> str:
    """Say one date without its doubt."""
    if part.mask is not None:
        return _masked(part, part.mask, lang)
    if _is_figure(part):
        return figure_words(part, lang)[0]
    year_text = "" if part.year == year and not _is_year_doubted(part) else year_words(part.year, lang)
    if part.season is not None:
        return _season(part.season, part.year, year_text, lang)
    if part.seconds is not None:
        zoned = f"{clock(part)} {zone_words(part.zone, lang)}".rstrip()
        return lang.fill("time", clock=zoned, day=day(part, lang, year_text))
    return day(part, lang, year_text)


def _is_year_doubted(part: Part) -> bool:
    """Say whether the year itself is in doubt, rather than the whole date: then it must be said ("?2018-02")."""
    doubted = part.approximate | part.uncertain
    return bool(doubted & YEAR) and not doubted & (MONTH if part.day is None else DAY)


def day(part: Part, lang: Language, year_text: str) -> str:
    """Say a day or a month, with whatever stands for the year."""
    month = lang.months[(part.month or 1) - 1]
    if part.day is None:
        return lang.fill("month", month=month, year=year_text)
    return lang.fill("day", day=part.day, month=month, year=year_text)


def clock(part: Part) -> str:
    """Say the time of day as written: "14:30", "14:30:05"."""
    minutes, second = divmod(part.seconds or 0, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}" + (f":{second:02}" if part.precision == Precision.SECOND else "")


def zone_words(zone: str, lang: Language) -> str:
    """Say a zone as written: "Z" is "UTC", "-08:00" is "UTC−8", "+05:30" is "UTC+5:30"."""
    hours, minutes = zone[1:3], zone[4:6]
    if not hours or (hours == "00" and minutes in ("", "00")):
        return lang.fill("offset", offset="") if zone else ""
    sign = "−" if zone[0] == "-" else "+"
    return lang.fill("offset", offset=f"{sign}{int(hours)}" + (f":{minutes}" if minutes not in ("", "00") else ""))


def _season(code: int, year: int, year_text: str, lang: Language) -> str:
    """Say a season or a part of a year; one that begins in December names both its years, for all to see."""
    name = lang.seasons[code]
    if SEASONS[code][0] == 12:
        year_text = winter_years(year, lang)
    return lang.fill(lang.year_by[code], part=name, month=name, year=year_text) if year_text else name


def _masked(part: Part, mask: str, lang: Language) -> str:
    """Say a date with unspecified digits, as closely as it is known."""
    sign = "-" if mask.startswith("-") else ""
    year, *rest = mask.removeprefix("-").split("-")
    year = sign + year
    if not rest:
        return masked_year_words(year, lang) or some_year_words(year, lang)
    if part.season is not None:
        return lang.fill("of_year", part=lang.seasons[part.season], year=some_year_words(year, lang))
    year_text = some_year_words(year, lang) if "X" in year else year_words(int(year), lang)
    if len(rest) == 1:
        return _masked_month(rest[0], year, year_text, lang)
    return _masked_day(part, year, rest[0], rest[1], lang)


def _masked_month(month: str, year: str, year_text: str, lang: Language) -> str:
    if "X" not in month:
        return lang.fill("of_year", part=lang.months[int(month) - 1], year=year_text)
    if month == "XX":
        name = masked_year_words(year, lang) if "X" in year else None
        return lang.fill("some_month_in", years=name) if name else lang.fill("some_month", year=year_text)
    first, last = (lang.months[fitting(month, 12)[i] - 1] for i in (0, -1))
    if "X" in year:
        return lang.fill("of_year", part=lang.fill("some_month_from", a=first, b=last, year=""), year=year_text)
    return lang.fill("some_month_from", a=first, b=last, year=year_text)


def _masked_day(part: Part, year: str, month: str, day: str, lang: Language) -> str:
    """Say the forms that people write; what remains is said by its first and last day, which is always true."""
    year_text = some_year_words(year, lang) if "X" in year else year_words(int(year), lang)
    if "X" not in month:
        name = lang.months[int(month) - 1]
        long = lang.fill("of_year" if "X" in year else "month", part=name, month=name, year=year_text)
        if day == "XX":
            return lang.fill("some_day", month=long)
        if "X" not in day:
            return lang.fill("of_year", part=lang.fill("day", day=int(day), month=name, year=""), year=year_text)
        fits = fitting(day, 31)
        last = min(fits[-1], civil_from_days(int(part.end) - 1)[2])
        return lang.fill("some_day_from", a=fits[0], b=f"{last} {long}")
    if month == day == "XX":
        name_of_years = masked_year_words(year, lang) if "X" in year else None
        return lang.fill("some_day", month=name_of_years or year_text)
    if month == "XX" and "X" not in day:
        return lang.fill("nth", day=int(day), year=year_text)
    return _between(part, lang)


def _between(part: Part, lang: Language) -> str:
    days = (civil_from_days(int(part.start)), civil_from_days(int(part.end) - 1))
    first, last = (lang.fill("day", day=d, month=lang.months[m - 1], year=year_words(y, lang)) for y, m, d in days)
    return lang.fill("some_date", a=first, b=last)
