"""iCalendar: a calendar entry an event, for the years that calendars have."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from math import floor, isfinite
from zoneinfo import ZoneInfo

from ..dates import Precision, civil_from_days, say
from ..model import Event
from ..store import Store
from ..text import to_plain
from .common import Written, left_behind

_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sourced-timeline//EN", "CALSCALE:GREGORIAN")


def write(store: Store, events: Sequence[Event]) -> Written:
    """Vague dates take the whole stretch that they may mean, and say so; entries block nobody's time."""
    fit = [e for e in events if _fits(e)]
    lines = [*_HEAD, f"X-WR-CALNAME:{_text(store.title)}"]
    for event in fit:
        lines.extend(_entry(store, event))
    body = "".join(f"{_fold(line)}\r\n" for line in [*lines, "END:VCALENDAR"])
    out = tuple(
        f"'{e.id}' is left out: {say(e.date)} has no two ends, or lies outside the years 1 to 9999"
        for e in events
        if not _fits(e)
    )
    return Written(
        body.encode(), (*out, *left_behind(fit, "amounts", "quotes", "facts", "disputes", "relations", "actors"))
    )


# 3 January 0001 and 30 December 9999: two days inside what a datetime holds, so that no time zone leads out of it.
_EARLIEST, _LATEST = -719160, 2932894


def _fits(event: Event) -> bool:
    when = event.date
    return isfinite(when.start) and isfinite(when.end) and when.start >= _EARLIEST and when.end < _LATEST


def _entry(store: Store, event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@sourced-timeline"
    # The stamp is required; the clock would make every export another one.
    as_of = store.timeline.as_of
    stamp = as_of.start if as_of and _EARLIEST <= as_of.start < _LATEST else event.date.start
    yield f"DTSTAMP:{_day(stamp)}T000000Z"
    yield from _times(store, event)
    yield f"SUMMARY:{_text(event.title)}"
    yield f"DESCRIPTION:{_text(_description(store, event))}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    urls = [s.url for s in store.sources_of(event) if s.url]
    if urls:
        yield f"URL:{urls[0]}"
    if event.status == "planned":
        yield "STATUS:TENTATIVE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _times(store: Store, event: Event) -> tuple[str, str]:
    when = event.date
    if when.precision <= Precision.MINUTE:
        return f"DTSTART:{_moment(store, when.start)}", f"DTEND:{_moment(store, when.end)}"
    end = max(floor(when.end), floor(when.start) + 1)
    return f"DTSTART;VALUE=DATE:{_day(when.start)}", f"DTEND;VALUE=DATE:{_day(end)}"


def _day(day: float) -> str:
    year, month, number = civil_from_days(floor(day))
    return f"{year:04d}{month:02d}{number:02d}"


def _moment(store: Store, day: float) -> str:
    """A moment of the store's time zone as UTC."""
    zone = ZoneInfo(store.timeline.time_zone or "UTC")
    whole = floor(day)
    local = datetime.combine(date(*civil_from_days(whole)), datetime.min.time(), zone)
    moment = (local + timedelta(seconds=round((day - whole) * 86400))).astimezone(UTC)
    return f"{moment.year:04d}{moment:%m%dT%H%M%SZ}"


def _description(store: Store, event: Event) -> str:
    sources = "\n".join(s.url or s.title or "" for s in store.sources_of(event))
    said = [
        say(event.date),
        event.status if event.status != "established" else "",
        to_plain(event.summary or ""),
        sources,
    ]
    return "\n\n".join(piece for piece in said if piece)


def _text(text: str) -> str:
    """Escaped as RFC 5545 has it; no raw line end can begin a property of its own."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(text.splitlines())


def _fold(line: str) -> str:
    """At most 75 octets a line, never inside a character."""
    pieces, piece, room = [], "", 75
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", 74
        piece, room = piece + character, room - size
    return "\r\n ".join([*pieces, piece])
