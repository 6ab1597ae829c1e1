"""Notes as CSL-JSON, which reference managers and citation processors read."""

import json
from collections.abc import Iterable
from typing import Any

from .cite import Note
from .dates import Precision, When
from .model import Source
from .sourcing import publisher

_TYPES = {
    "court": "legal_case",
    "reference": "entry-encyclopedia",
    "press": "article-newspaper",
    "agency": "article-newspaper",
}


def to_csl(notes: Iterable[Note]) -> str:
    """A list of items, one a note, in order; `id` is `note-1` and so on."""
    return json.dumps([item(note) for note in notes], ensure_ascii=False, indent=2) + "\n"


def item(note: Note) -> dict[str, Any]:
    """One note as a CSL item; what the source does not say is left out."""
    source = note.source
    fields: dict[str, Any] = {
        "id": f"note-{note.number}",
        "type": _TYPES.get(source.kind or "", "webpage" if source.url else "document"),
        "title": source.title,
        "container-title": publisher(source) if source.publisher or source.url else None,
        "author": [{"literal": source.author}] if source.author else None,
        "issued": _date(source.published),
        "accessed": _date(source.accessed),
        "URL": source.url,
        "archive_location": source.archived,
        "language": source.language,
        "locator": source.at,
        "note": _original(source),
    }
    return {key: value for key, value in fields.items() if value}


def _original(source: Source) -> str | None:
    return f"after {source.original}" if source.original else None


def _date(when: When | None) -> dict[str, Any] | None:
    """CSL knows years, months and days, and `circa`; what it cannot say stays as the text that was written."""
    if when is None:
        return None
    part = when.parts[0] if when.kind == "date" and when.parts else None
    if part is None or part.mask or part.season or when.precision > Precision.YEAR or not 1 <= part.year <= 9999:
        return {"literal": when.text}
    numbers = [n for n in (part.year, part.month, part.day) if n is not None]
    return {"date-parts": [numbers], **({"circa": True} if when.approximate or when.uncertain else {})}
