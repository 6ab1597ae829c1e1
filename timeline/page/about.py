"""What the page says of itself to machines: description, social card, JSON-LD."""

from collections.abc import Sequence
from typing import Any

from ..model import Event
from ..store import Store
from ..text import to_plain

_MOST_EVENTS = 12


def description(store: Store, events: Sequence[Event]) -> str:
    """One or two sentences: the store's own, or how much it holds."""
    head = store.timeline
    own = to_plain(head.description) if head.description else head.subtitle
    return " ".join((own or f"A sourced timeline of {len(events)} events.").split())[:300]


def social(title: str, text: str, url: str, image: str, language: str) -> dict[str, str]:
    """Open Graph and card names; an image only where there is one to fetch."""
    return {
        "description": text,
        "og:type": "article",
        "og:title": title,
        "og:description": text,
        "og:url": url,
        "og:image": image,
        "og:locale": language.replace("-", "_"),
        "twitter:card": "summary_large_image" if image else "summary",
    }


def linked_data(store: Store, title: str, text: str, url: str, events: Sequence[Event]) -> dict[str, Any]:
    """schema.org Article with its weightiest events; the whole store is `timeline export --to jsonld`."""
    head = store.timeline
    ranked = sorted(range(len(events)), key=lambda i: (-events[i].weight, i))[:_MOST_EVENTS]
    article = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": title,
        "description": text,
        "inLanguage": head.language,
        "author": {"@type": "Person", "name": head.author} if head.author else None,
        "dateModified": head.as_of.text if head.as_of and head.as_of.is_day else None,
        "url": url or None,
        "about": [_event(events[i]) for i in sorted(ranked)],
    }
    return {key: value for key, value in article.items() if value}


def _event(event: Event) -> dict[str, Any]:
    day = {"startDate": event.date.text} if event.date.is_day else {"temporalCoverage": event.date.text}
    return {"@type": "Event" if event.date.is_day else "CreativeWork", "name": event.title, **day}
