"""A custom element with its data: a fragment to paste into a page that may hold scripts of its own."""

from collections.abc import Sequence
from importlib.resources import files

from ..assets import engine_source
from ..dates import say
from ..model import Event
from ..page import payload
from ..page.document import inline_json
from ..page.slim import slim
from ..reading import html, source_line, write
from ..scene import arrange
from ..store import Store


def to_snippet(store: Store, events: Sequence[Event], height: int) -> bytes:
    """HTML: the element with the list of events in it, the scene as JSON, one classic script.

    Without script, or where scripts are not allowed, the list with its sources is what readers see.
    """
    scene = arrange(store, events)
    rows = [_row(store, event) for event in events]
    summary = html.Summary(f"{len(events)} events with their sources")
    fallback = write(slim(html.Details([summary, html.Ol(rows)])))
    data = inline_json(payload.compact_json(scene.data))
    script = (files(__package__) / "snippet.js").read_text(encoding="utf-8")
    return (
        f'<sourced-timeline height="{height}">{fallback}'
        f'<script type="application/json">{data}</script></sourced-timeline>\n'
        # Pasted twice into one page, the engine runs once.
        f"<script>if(!window.timelineView){{{engine_source()}}}\n{script}</script>\n"
    ).encode()


def _row(store: Store, event: Event) -> list[object]:
    sources = [piece for source in store.sources_of(event) for piece in ["; ", *source_line(source)]][1:]
    line = [html.B(say(event.date)), " ", html.Span(event.title, dir="auto"), " (" if sources else ""]
    tail = [*sources, ")"] if sources else []
    row: list[object] = html.Li([*line, *tail], **{"data-id": event.id})
    return row
