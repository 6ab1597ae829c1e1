"""The sources as CSL-JSON, which Zotero, pandoc and Quarto read."""

from collections.abc import Sequence
from typing import Any

from ..dates import When
from ..model import Event, Source
from ..store import Store
from .common import Written, as_json, sources_once

TYPES = {"court": "legal_case", "primary": "document", "press": "article-newspaper", "agency": "article-newspaper"}


def write(store: Store, events: Sequence[Event]) -> Written:
    """One item a source; the events themselves are not part of it."""
    items = [_item(name, source) for name, source in sources_once(store, events).items()]
    return Written(as_json(items), ("the sources only: CSL-JSON has no events",))


def _item(name: str, source: Source) -> dict[str, Any]:
    made = {
        "id": name,
        "type": TYPES.get(source.kind or "", "webpage"),
        "title": source.title,
        "container-title": source.publisher,
        "author": [{"literal": source.author}] if source.author else None,
        "issued": date_parts(source.published),
        "accessed": date_parts(source.accessed),
        "URL": source.url,
        "archive_location": source.archived,
        "original-publisher": source.original,
        "language": source.language,
        "locator": source.at,
    }
    return {key: value for key, value in made.items() if value}


def date_parts(when: When | None) -> dict[str, Any] | None:
    """Year, month and day as far as they are known; what is doubtful is marked."""
    if when is None or not when.parts:
        return None
    first = when.parts[0]
    parts = [n for n in (first.year, first.month, first.day) if n is not None]
    return {"date-parts": [parts], **({"circa": True} if when.approximate or when.uncertain else {})}
