"""Dates in words: standing alone (`say`) and as the adverbial of a sentence (`say_in_sentence`).

The words claim no more than the date does. Where the clause around them is not known, they hold for a moment and for a
stretch alike: "by 1950" for "../1950", which may tell of something founded or of something made until then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .language import ENGLISH, Language, Style
from .part_words import clock, day, part_phrase, part_preposition, part_words
from .when import Part, Precision, When

Languages = Mapping[Style, Language]
_PartSayer = Callable[[Part, Language, int | None], str]
_UNITS = {Precision.SECOND: "second", Precision.MINUTE: "minute", Precision.DAY: "day_unit",
          Precision.MONTH: "month_unit", Precision.SEASON: "season_unit", Precision.YEAR: "year_unit"}  # fmt: skip


def say(when: When, *, year: int | None = None, style: Style = "long", language: Languages = ENGLISH) -> str:
    """Say a date in words that stand alone: "10 February 2025", "around 2018", "from 19 to 21 November 2023".

    `year` is one that the reader has before them: days, months and seasons of it are said without it.
    """
    lang, year = language[style], _common_year(when, year)
    if when.kind == "date" or _is_same(when):
        return part_words(when.parts[0], lang, year)
    return _interval(when, lang, year) if when.kind == "interval" else _set(when, lang, year)


def say_in_sentence(when: When, year: int | None = None, *, language: Languages = ENGLISH) -> str:
    """Say a date as an adverbial: "on 10 February 2025", "in spring 2018", "from 28 May to 5 June 2025"."""
    lang, year = language["long"], _common_year(when, year)
    if when.kind == "date" or _is_same(when):
        return part_phrase(when.parts[0], lang, year)
    if when.kind != "interval":
        return _set_phrase(when, lang, year)
    if when.open_start:
        return lang.fill("by", x=part_words(when.parts[0], lang, year))
    if when.open_end:
        return lang.fill("onward", x=part_words(when.parts[0], lang, year))
    return _interval(when, lang, year)


def preposition(when: When, *, language: Languages = ENGLISH) -> str:
    """Name the preposition that `say(when)` needs in a sentence: "at", "on", "in"; "" where its words begin with one.

    With a doubt it does not stand first ("possibly in 2018"): for whole phrases use `say_in_sentence`.
    """
    lang = language["long"]
    if when.kind == "interval" and not _is_same(when):
        return ""
    if _sole_range(when):
        return ""
    prepositions = {part_preposition(p, lang) for p in when.parts}
    return lang.fill(prepositions.pop(), x="").strip() if len(prepositions) == 1 else ""


def _common_year(when: When, year: int | None) -> int | None:
    """Leave a year out only if all dates lie in it: else "3 February or 4 May 2026" would move the first of them."""
    return year if all(p.year == year for p in when.parts) else None


def _is_same(when: When) -> bool:
    """Say whether an interval or a set comes down to one date: "2025-05-28/2025-05-28", "[1667]"."""
    parts, has_open_side = when.parts, when.open_start or when.open_end or when.unknown_start or when.unknown_end
    if has_open_side:
        return False
    return len(parts) == 1 or (when.kind == "interval" and parts[0].text == parts[1].text)


def _interval(when: When, lang: Language, year: int | None) -> str:
    first, last = when.parts[0], when.parts[-1]
    if when.open_start:
        return lang.fill("until", x=part_words(first, lang, year))
    if when.open_end:
        return lang.fill("since", x=part_words(first, lang, year))
    if when.unknown_start:
        return lang.fill("unknown_start", b=part_words(first, lang, year))
    if when.unknown_end:
        return lang.fill("unknown_end", a=part_words(first, lang, year))
    a, b = _shared((first, last), lang, year)
    is_spaced = " " in a or (" " in b and _shortener((first, last), lang) is None)
    return lang.fill("from_to_spaced" if is_spaced else "from_to", a=a, b=b)


# What neighbours share is said once


def _shared(parts: tuple[Part, ...], lang: Language, year: int | None) -> list[str]:
    """Say several dates so that the day, month and year they share stand with the last alone: "19", "21 May 2025"."""
    last = part_words(parts[-1], lang, year)
    shorten = _shortener(parts, lang)
    return [*(shorten(p) if shorten else part_words(p, lang, year) for p in parts[:-1]), last]


def _shortener(parts: tuple[Part, ...], lang: Language) -> Callable[[Part], str] | None:
    """Choose how all but the last are shortened; None when they must be said in full."""
    if not all(_is_plain(p) for p in parts) or len({(p.precision, p.year, p.zone) for p in parts}) > 1:
        return None
    if parts[0].seconds is not None:
        return clock if len({(p.month, p.day) for p in parts}) == 1 else None
    if parts[0].day is not None and len({p.month for p in parts}) == 1:
        return lambda part: str(part.day)
    return lambda part: day(part, lang, "")


def _is_plain(part: Part) -> bool:
    """Say whether a part is a month, a day or a time without doubts or unspecified digits."""
    doubtful = part.approximate or part.uncertain or part.mask is not None
    return part.month is not None and not doubtful


# Sets


def _sole_range(when: When) -> bool:
    """Say whether a set is one range, such as "[1984..1986]", "[..1984]"."""
    closed = len(when.parts) == 2 and when.parts[0].through and not (when.open_start or when.open_end)
    return closed or (len(when.parts) == 1 and (when.open_start or when.open_end))


def _set(when: When, lang: Language, year: int | None) -> str:
    if when.kind == "one-of" and _sole_range(when):
        if when.open_start or when.open_end:
            return lang.fill("or_earlier" if when.open_start else "or_later", x=part_words(when.parts[0], lang, year))
        a, b = _shared(when.parts, lang, year)
        return lang.fill("between", a=a, b=b)
    if not when.open_start and not when.open_end and not any(p.through for p in when.parts):
        return _join(_shared(when.parts, lang, year), when, lang)
    return _join(_members(when, lang, year, part_words), when, lang)


def _set_phrase(when: When, lang: Language, year: int | None) -> str:
    if when.kind == "one-of" and _sole_range(when):
        if not (when.open_start or when.open_end):
            return _set(when, lang, year)
        part = when.parts[0]
        prep = part_preposition(part, lang) or "in"
        pattern = "or_before" if when.open_start else "or_after"
        return lang.fill(pattern, prep=lang.fill(prep, x=""), x=part_words(part, lang, year))
    prep = preposition(when)
    plain = not any(p.through or p.approximate or p.uncertain for p in when.parts)
    if prep and plain and not when.open_start and not when.open_end:
        return lang.fill(prep, x=_set(when, lang, year))
    return _join(_members(when, lang, year, part_phrase), when, lang)


def _members(when: When, lang: Language, year: int | None, sayer: _PartSayer) -> list[str]:
    """Say each date and each range of a set by itself."""
    said: list[str] = []
    parts = list(when.parts)
    if when.open_start:
        said.append(_open_member(parts.pop(0), when, lang, year, begins=False))
    while parts:
        part = parts.pop(0)
        if part.through and parts:
            said.append(_range_member(part, parts.pop(0), when, lang, year))
        elif part.through:
            said.append(_open_member(part, when, lang, year, begins=True))
        else:
            said.append(sayer(part, lang, year))
    return said


def _range_member(first: Part, last: Part, when: When, lang: Language, year: int | None) -> str:
    a, b = _shared((first, last), lang, year)
    if when.kind == "all-of":
        return lang.fill("every", unit=_unit(first, lang), a=a, b=b)
    return lang.fill("between", a=a, b=b)


def _open_member(part: Part, when: When, lang: Language, year: int | None, begins: bool) -> str:
    said = part_words(part, lang, year)
    if when.kind == "all-of":
        return lang.fill("every_since" if begins else "every_until", unit=_unit(part, lang), x=said)
    return lang.fill("onward" if begins else "by", x=said)


def _unit(part: Part, lang: Language) -> str:
    plain = part.mask is None and not part.exponential
    return lang.patterns[_UNITS.get(part.precision, "other_unit") if plain else "other_unit"]


def _join(said: list[str], when: When, lang: Language) -> str:
    *rest, last = said
    if not rest:
        return last
    return lang.fill("or" if when.kind == "one-of" else "and", rest=", ".join(rest), last=last)
