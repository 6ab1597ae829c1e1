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
_NAMESPACE = "http://www.w3.org/2005/Atom"
# What XML 1.0 cannot hold, escaped or not.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(store: Store, events: Sequence[Event]) -> Written:
    """The 100 events that were told or became known last, newest first.

    Ids are made from the store's title and the event's id, so that an event keeps its id when its text changes; it is
    `updated` when its youngest source was published.
    """
    fit = [e for e in events if _stamp(e) is not None]
    latest = sorted(fit, key=lambda e: (_stamp(e) or "", e.id), reverse=True)[:_MOST]
    feed = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": store.timeline.language})
    _add(feed, "id", _id(store.title, ""))
    _add(feed, "title", store.title)
    if store.timeline.subtitle:
        _add(feed, "subtitle", store.timeline.subtitle)
    _add(feed, "updated", max((_stamp(e) or "" for e in latest), default="1970-01-01T00:00:00Z"))
    _add(feed, "generator", "sourced-timeline")
    _add(ET.SubElement(feed, "author"), "name", store.timeline.author or store.title)
    for event in latest:
        _entry(store, feed, event)
    data = ET.tostring(feed, encoding="unicode")
    rest = len(events) - len(latest)
    losses = (f"{rest} events are left out: a feed has the latest {_MOST}, of the years 1 to 9999",) if rest else ()
    dropped = left_behind(latest, "amounts", "quotes", "facts", "disputes", "relations")
    return Written(f'<?xml version="1.0" encoding="utf-8"?>\n{data}\n'.encode(), (*losses, *dropped))


def _entry(store: Store, feed: ET.Element, event: Event) -> None:
    entry = ET.SubElement(feed, "entry")
    _add(entry, "id", _id(store.title, event.id))
    _add(entry, "title", event.title)
    _add(entry, "updated", _stamp(event) or "")
    sources = store.sources_of(event)
    for source in [s for s in sources if s.url][:1]:
        ET.SubElement(entry, "link", {"rel": "related", "href": source.url or ""})
    if event.thread in store.threads:
        ET.SubElement(entry, "category", {"term": event.thread or "", "label": store.threads[event.thread or ""].title})
    lines = "".join(f"<li>{_link(house(s), s.url)}</li>" for s in sources)
    told = f"<p><b>{escape(say(event.date))}</b></p>{to_html(event.summary or '')}<ul>{lines}</ul>"
    _add(entry, "content", told, type="html")


def _link(text: str, url: str | None) -> str:
    return f'<a href="{escape(url)}">{escape(text)}</a>' if url else escape(text)


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, name, {k: _FORBIDDEN.sub("", v) for k, v in attributes.items()}).text = _FORBIDDEN.sub(
        "", text
    )


def _id(title: str, event: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"sourced-timeline:{title}#{event}").urn


def _stamp(event: Event) -> str | None:
    """The last day on which something was said of the event: its report, its youngest source, or itself."""
    dates = [event.date, event.reported, *(s.published for s in event.sources)]
    days = [d.start for d in dates if d and isfinite(d.start) and -719162 <= d.start < 2932896]
    if not days:
        return None
    year, month, day = civil_from_days(floor(max(days)))
    return f"{year:04d}-{month:02d}-{day:02d}T00:00:00Z"
