"""TimelineJS3 JSON."""

from collections.abc import Sequence
from html import escape
from math import floor, isfinite
from typing import Any

from ..cite import house
from ..dates import Precision, civil_from_days, say
from ..model import Event
from ..store import Store
from ..text import to_html
from .common import Written, as_json, left_behind


def write(store: Store, events: Sequence[Event]) -> Written:
    """A slide an event; how the date is known stands in `display_date`. Sources are links below the text."""
    fit = [e for e in events if isfinite(e.date.start)]
    deep = any(e.date.precision > Precision.MILLENNIUM or abs(e.date.start) > 3.6e7 for e in fit)
    made = {
        "scale": "cosmological" if deep else None,
        "title": {"text": {"headline": escape(store.title), "text": escape(store.timeline.subtitle or "")}},
        "events": [_slide(store, event, deep) for event in fit],
    }
    out = tuple(f"'{e.id}' is left out: {say(e.date)} has no beginning" for e in events if e not in fit)
    dropped = left_behind(fit, "amounts", "quotes", "facts", "disputes", "relations", "actors", "status")
    return Written(as_json({k: v for k, v in made.items() if v}), (*out, *dropped))


def _slide(store: Store, event: Event, deep: bool) -> dict[str, Any]:
    sources = "".join(f"<li>{_link(house(s), s.url)}</li>" for s in store.sources_of(event))
    thread = store.threads.get(event.thread or "")
    slide: dict[str, Any] = {
        "start_date": _date(event, event.date.start, 0, deep),
        "end_date": _date(event, event.date.end, 1, deep) if _lasts(event) else None,
        "display_date": escape(say(event.date)),
        "text": {"headline": escape(event.title), "text": to_html(event.summary or "") + f"<ul>{sources}</ul>"},
        "group": escape(thread.title) if thread else None,
        "unique_id": event.id,
    }
    return {key: value for key, value in slide.items() if value}


def _lasts(event: Event) -> bool:
    return event.date.kind == "interval" and isfinite(event.date.end)


def _link(text: str, url: str | None) -> str:
    return f'<a href="{escape(url)}">{escape(text)}</a>' if url else escape(text)


def _date(event: Event, day: float, side: int, deep: bool) -> dict[str, int]:
    """Fields as far as they are known; TimelineJS writes years before 1 as −44 for 44 BC."""
    inside = floor(day - 1e-6) if side else floor(day)
    year, month, number = civil_from_days(inside)
    if year < 1 and not deep:
        year -= 1
    parts = event.date.parts
    fine = parts[-1 if side else 0].precision if parts else event.date.precision
    date = {"year": year}
    if fine <= Precision.MONTH and not deep:
        date["month"] = month
        if fine <= Precision.DAY:
            date["day"] = number
        if fine <= Precision.MINUTE:
            minutes = round((day - floor(day)) * 1440)
            date |= {"hour": minutes // 60 % 24, "minute": minutes % 60}
    return date
