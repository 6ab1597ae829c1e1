"""iCalendar."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from .draft import Draft, Foreign, Unreadable
from .rows import cited

_USED = {
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "URL",
    "UID",
    "CATEGORIES",
    "DTSTAMP",
    "TRANSP",
    "BEGIN",
    "END",
}


def read(data: bytes, _: Mapping[str, str]) -> Foreign:
    """A draft a VEVENT; repeating events are taken once, and the rule is kept in the note."""
    text = re.sub(r"\r?\n[ \t]", "", data.decode("utf-8-sig", "replace"))
    if "BEGIN:VCALENDAR" not in text:
        raise Unreadable("this is not an iCalendar file: it has no BEGIN:VCALENDAR")
    entries = re.findall(r"BEGIN:VEVENT\r?\n(.*?)END:VEVENT", text, flags=re.S)
    drafts = tuple(_draft(entry, f"entry {n}") for n, entry in enumerate(entries, 1))
    name = re.search(r"^X-WR-CALNAME(?:;[^:]*)?:(.*?)\r?$", text, flags=re.M)
    return Foreign(drafts, _plain(name[1]) if name else "")


def _draft(entry: str, place: str) -> Draft:
    get: dict[str, str] = {}
    for line in entry.splitlines():
        match = re.match(r'([A-Za-z-]+)((?:;[^:"]*(?:"[^"]*")?)*):(.*)', line)
        if match:
            get.setdefault(match[1].upper(), match[3])
    start, end = _day(get.get("DTSTART", "")), _end(get.get("DTSTART", ""), get.get("DTEND", ""))
    rest = tuple((k, _plain(v)) for k, v in get.items() if k not in _USED)
    return Draft(
        place,
        start,
        " ".join(_plain(get.get("SUMMARY", "")).split()),
        end,
        summary=_plain(get.get("DESCRIPTION", "")),
        place=_plain(get.get("LOCATION", "")),
        thread=_plain(get.get("CATEGORIES", "").split(",")[0]),
        sources=cited(get.get("URL", "")),
        rest=rest,
    )


def _day(text: str) -> str:
    match = re.match(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$", text)
    if not match:
        return text
    day = "-".join(match.group(1, 2, 3))
    return f"{day}T{match[4]}:{match[5]}{match[6]}" if match[4] else day


def _end(start: str, end: str) -> str:
    """The last day of an entry of whole days: the calendar names the day after."""
    if not re.fullmatch(r"\d{8}", end):
        return "" if end == start else _day(end)
    try:
        last = date.fromisoformat(_day(end)) - timedelta(days=1)
    except ValueError:
        return _day(end)
    return "" if last.isoformat() == _day(start) else last.isoformat()


def _plain(text: str) -> str:
    return re.sub(r"\\([nN,;\\])", lambda m: "\n" if m[1] in "nN" else m[1], text).strip()
