"""The sources as BibTeX."""

import re
from collections.abc import Sequence

from ..model import Event, Source
from ..store import Store
from .common import Written, sources_once

_ESCAPES = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def write(store: Store, events: Sequence[Event]) -> Written:
    """One `@misc` a source, in the order in which the events cite them."""
    entries = [_entry(name, source) for name, source in sources_once(store, events).items()]
    head = "% Written by sourced-timeline.\n\n"
    return Written((head + "\n".join(entries)).encode(), ("the sources only: BibTeX has no events",))


def _entry(name: str, source: Source) -> str:
    date = source.published.parts[0] if source.published and source.published.parts else None
    fields = {
        "title": f"{{{_tex(source.title)}}}" if source.title else None,
        "author": f"{{{_tex(source.author)}}}" if source.author else None,
        "howpublished": _tex(source.publisher) if source.publisher else None,
        "year": str(date.year) if date else None,
        "month": str(date.month) if date and date.month else None,
        "url": re.sub(r"[{}\\\s]", lambda m: f"%{ord(m[0]):02X}", source.url) if source.url else None,
        "urldate": source.accessed.text if source.accessed else None,
        "note": _tex(f"After {source.original}") if source.original else None,
    }
    lines = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items() if value)
    return f"@misc{{{re.sub(r'[^A-Za-z0-9_-]', '', name) or 'source'},\n{lines}}}\n"


def _tex(text: str) -> str:
    text = "".join(_ESCAPES.get(c, c) for c in " ".join(text.split()))
    return re.sub(r"([%&#$_])", r"\\\1", text)
