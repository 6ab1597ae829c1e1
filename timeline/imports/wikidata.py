"""Wikidata entities as JSON (`Special:EntityData/Q….json`, or a list of such)."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..dates import civil_from_days
from .draft import Draft, Foreign, Unreadable

# Properties that date a thing, with the property of its end; the first that an entity has is taken.
_DATED = (("P585", ""), ("P580", "P582"), ("P577", ""), ("P571", "P576"), ("P569", "P570"), ("P575", ""))
_JULIAN = "Q1985786"


def read(data: bytes, _: Mapping[str, str]) -> Foreign:
    """An event an entity. A day of the Julian calendar is converted, and the day as given is kept in the note."""
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except ValueError as error:
        raise Unreadable(f"this is not JSON: {error}") from error
    entities = list(_entities(value))
    if not entities:
        raise Unreadable("this JSON holds no Wikidata entity")
    return Foreign(tuple(_draft(entity) for entity in entities))


def _entities(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and isinstance(value.get("entities"), dict):
        yield from (e for e in value["entities"].values() if isinstance(e, dict))
    elif isinstance(value, dict) and isinstance(value.get("claims"), dict):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _entities(item)


def _draft(entity: dict[str, Any]) -> Draft:
    name = str(entity.get("id", ""))
    start_at, end_at = next((pair for pair in _DATED if _claims(entity, pair[0])), ("", ""))
    start, said, refs = _date(entity, start_at)
    end, said_too, more = _date(entity, end_at)
    names = [name for pair in _DATED for name in pair if name and name not in (start_at, end_at)]
    others = [f"{name}: {_date(entity, name)[0]}" for name in names if _claims(entity, name)]
    page = (f"https://www.wikidata.org/wiki/{name}", f"Wikidata {name}")
    rest = [("calendar", f"{said} {said_too}".strip()), ("other dates", "; ".join(others))]
    return Draft(
        name or "entity",
        start,
        _word(entity, "labels") or name,
        end,
        id=name,
        summary=_word(entity, "descriptions"),
        sources=(page, *refs, *more),
        rest=tuple((k, v) for k, v in rest if v),
    )


def _word(entity: dict[str, Any], part: str) -> str:
    words = entity.get(part) or {}
    if not isinstance(words, dict) or not words:
        return ""
    found = words.get("en") or words.get("mul") or next(iter(words.values()))
    return str(found.get("value", ""))


def _claims(entity: dict[str, Any], name: str) -> list[dict[str, Any]]:
    claims = [c for c in entity.get("claims", {}).get(name, []) if c.get("rank") != "deprecated"]
    preferred = [c for c in claims if c.get("rank") == "preferred"]
    return [c for c in preferred or claims if c.get("mainsnak", {}).get("snaktype") == "value"]


def _date(entity: dict[str, Any], name: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    claims = _claims(entity, name) if name else []
    if not claims:
        return "", "", ()
    value = claims[0]["mainsnak"].get("datavalue", {}).get("value", {})
    text, said = edtf(str(value.get("time", "")), int(value.get("precision", 9)), str(value.get("calendarmodel", "")))
    refs = [s for r in claims[0].get("references", []) for s in r.get("snaks", {}).get("P854", [])]
    urls = tuple((str(s.get("datavalue", {}).get("value", "")), "") for s in refs)
    more = f"{name} has {len(claims)} values; the first is taken" if len(claims) > 1 else ""
    return text, f"{said} {more}".strip(), urls


def edtf(time: str, precision: int, model: str) -> tuple[str, str]:
    """`+1879-03-14T00:00:00Z` at precision 11 as `1879-03-14`; and a remark where a Julian day was converted."""
    sign, rest = ("-", time[1:]) if time.startswith("-") else ("", time.lstrip("+"))
    year_text, _, tail = rest.partition("-")
    month, day = (tail[:2], tail[3:5]) if tail else ("01", "01")
    if not year_text.isdigit():
        return time, ""
    # Wikidata counts no year 0: −0044 is 44 BC, the astronomical −0043.
    year = -(int(year_text) - 1) if sign else int(year_text)
    if precision >= 11 and model.endswith(_JULIAN):
        converted = _ymd(*civil_from_days(_julian_day(year, int(month), int(day))))
        return converted, f"{time[:11].lstrip('+')} in the Julian calendar, written here as {converted}"
    julian = precision < 11 and model.endswith(_JULIAN)
    return _at(year, int(month), int(day), precision), "in the Julian calendar" if julian else ""


def _at(year: int, month: int, day: int, precision: int) -> str:
    if precision >= 11:
        return _ymd(year, month, day)
    if precision == 10:
        return _ymd(year, month, day)[:-3]
    if precision in (7, 8) and 0 < year <= 9999:
        # A century of Wikidata's is 1801 to 1900; EDTF's 18XX is 1800 to 1899: about the same, and said so.
        return f"{year // 10:03d}X" if precision == 8 else f"{(year - 1) // 100:02d}XX~"
    written = f"{'-' if year < 0 else ''}{abs(year):04d}" if abs(year) <= 9999 else f"Y{year}"
    return written + ("~" if precision < 9 else "")


def _ymd(year: int, month: int, day: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{max(month, 1):02d}-{max(day, 1):02d}"


def _julian_day(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01 of a day of the Julian calendar: it has a leap year every four years, and was even with
    ours in the third century.
    """
    a = (14 - month) // 12
    y, m = year + 4800 - a, month + 12 * a - 3
    return day + (153 * m + 2) // 5 + 365 * y + y // 4 - 32083 - 2440588
