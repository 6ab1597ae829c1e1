"""An Atom feed of the latest events."""

import re
import uuid
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from html import escape
from math import floor, isfinite

from ..cite import house
from ..dates import civil_from_days, say
from ..model import Event
from ..store import Store
from ..text import to_html
from .common import Written, left_behind

_MOST = 100
_EARLIEST, _LATEST = -719162, 2932896  # the years 1 to 9999
_NAMESPACE = "http://www.w3.org/2005/Atom"
# What XML 1.0 cannot hold, escaped or not.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(store: Store, events: Sequence[Event]) -> Written:
    """The 100 events that were told or told anew last, newest first.

    There is no clock in it, so that the same store gives the same feed: an entry is `updated` on the last day on which
    a source of its event, or the report of it, was published, and `published` on the first. An event whose sources
    have no dates counts from the store's own day, and without that from its date. Ids are made from the store's title
    and the event's id, so that an event keeps its id when its text changes.
    """
    days = {e.id: told for e in events if (told := _told(store, e))}
    latest = sorted((e for e in events if e.id in days), key=lambda e: (days[e.id][::-1], e.id), reverse=True)[:_MOST]
    feed = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": store.timeline.language})
    _add(feed, "id", _id(store.title, ""))
    _add(feed, "title", store.title)
    if store.timeline.subtitle:
        _add(feed, "subtitle", store.timeline.subtitle)
    _add(feed, "updated", max((_stamp(days[e.id][1]) for e in latest), default="1970-01-01T00:00:00Z"))
    _add(feed, "generator", "sourced-timeline")
    _add(ET.SubElement(feed, "author"), "name", store.timeline.author or store.title)
    for event in latest:
        _entry(store, feed, event, *days[event.id])
    data = ET.tostring(feed, encoding="unicode")
    rest = len(events) - len(latest)
    losses = (f"{rest} events are left out: a feed has the latest {_MOST}, of the years 1 to 9999",) if rest else ()
    dropped = left_behind(latest, "amounts", "quotes", "facts", "disputes", "relations")
    return Written(f'<?xml version="1.0" encoding="utf-8"?>\n{data}\n'.encode(), (*losses, *dropped))


def _entry(store: Store, feed: ET.Element, event: Event, first: float, last: float) -> None:
    entry = ET.SubElement(feed, "entry")
    _add(entry, "id", _id(store.title, event.id))
    _add(entry, "title", event.title)
    _add(entry, "published", _stamp(first))
    _add(entry, "updated", _stamp(last))
    sources = store.sources_of(event)
    for source in [s for s in sources if s.url][:1]:
        ET.SubElement(entry, "link", {"rel": "alternate", "href": source.url or ""})
    if event.thread in store.threads:
        ET.SubElement(entry, "category", {"term": event.thread or "", "label": store.threads[event.thread or ""].title})
    lines = "".join(f"<li>{_link(house(s), s.url)}</li>" for s in sources)
    doubt = "disputed" if event.disputes else event.status if event.status != "established" else ""
    when = f"<p><b>{escape(say(event.date))}</b>{f' ({doubt})' if doubt else ''}</p>"
    _add(entry, "content", f"{when}{to_html(event.summary or '')}<ul>{lines}</ul>", type="html")


def _link(text: str, url: str | None) -> str:
    return f'<a href="{escape(url)}">{escape(text)}</a>' if url else escape(text)


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, name, {k: _FORBIDDEN.sub("", v) for k, v in attributes.items()}).text = _FORBIDDEN.sub(
        "", text
    )


def _id(title: str, event: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"sourced-timeline:{title}#{event}").urn


def _told(store: Store, event: Event) -> tuple[float, float] | None:
    """The first and the last day on which something was published of the event, no later than the store's own day."""
    as_of = store.timeline.as_of
    until = as_of.end - 1 if as_of and isfinite(as_of.end) else _LATEST
    dates = [event.reported, *(source.published for source in store.sources_of(event))]
    days = [date.start for date in dates if date and isfinite(date.start)]
    if not days and as_of and isfinite(as_of.start):
        days = [as_of.start]
    days = [min(day, until) for day in days or [event.date.start]]
    return (min(days), max(days)) if all(_EARLIEST <= day < _LATEST for day in days) else None


def _stamp(day: float) -> str:
    year, month, number = civil_from_days(floor(day))
    return f"{year:04d}-{month:02d}-{number:02d}T00:00:00Z"
