"""markwhen text."""

import re
from collections.abc import Sequence
from math import isfinite

from ..cite import house
from ..dates import Precision, say
from ..model import Event
from ..store import Store
from ..text import to_plain
from .common import Written, left_behind


def write(store: Store, events: Sequence[Event]) -> Written:
    """A section a thread, an entry an event, its sources as links below it."""
    fit = [e for e in events if _range(e)]
    head = [
        f"title: {_line(store.title)}",
        *([f"description: {_line(store.timeline.subtitle)}"] if store.timeline.subtitle else []),
    ]
    blocks = ["\n".join(head)]
    for thread, title in [*((i, t.title) for i, t in store.threads.items()), (None, "Other events")]:
        mine = [e for e in fit if (e.thread if e.thread in store.threads else None) == thread]
        if mine:
            blocks.append(f"section {_line(title)}")
            blocks.extend(_entry(store, e) for e in mine)
            blocks.append("endSection")
    out = tuple(f"'{e.id}' is left out: markwhen has no way to write {say(e.date)}" for e in events if not _range(e))
    dropped = left_behind(
        fit, "amounts", "quotes", "facts", "disputes", "relations", "actors", "status", "doubt about the date"
    )
    blocks.append("// Written by sourced-timeline")
    return Written(("\n\n".join(blocks) + "\n").encode(), (*out, *dropped))


def _range(event: Event) -> str:
    """Days, months and years of the years 1 to 9999 as ISO dates; a range with a slash; `now` for an open end."""
    when = event.date
    good = all(
        p.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR) and 0 < p.year <= 9999 and p.mask is None
        for p in when.parts
    )
    if not good or not when.parts or not isfinite(when.start) or when.kind not in ("date", "interval"):
        return ""
    texts = [re.sub(r"[~?%]", "", part.text) for part in when.parts]
    if when.kind == "interval" and len(texts) == 1:
        texts.append("now")
    return " / ".join(texts)


def _entry(store: Store, event: Event) -> str:
    lines = [
        f"{_range(event)}: {_line(event.title)}",
        *([f"- {_line(to_plain(event.summary))}"] if event.summary else []),
    ]
    for source in store.sources_of(event):
        name = _line(house(source)).replace("[", "(").replace("]", ")")
        lines.append(f"[{name}]({source.url})" if source.url else f"- {name}")
    return "\n".join(line for line in "\n".join(lines).splitlines() if line.strip())


def _line(text: str) -> str:
    """One line that holds no tag or property of markwhen's."""
    return " ".join(text.split()).replace("#", "\\#")
