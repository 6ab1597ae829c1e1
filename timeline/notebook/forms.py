"""The forms in which a store or a narrative shows itself in a notebook."""

import base64
from html import escape
from typing import Any

from ..dates import say
from ..embeds import to_markdown as whole
from ..engine import View, draw_svg
from ..model import Event
from ..narrative import Narrative, narrate
from ..page import PageOptions, render_page
from ..prose import to_html, to_markdown
from ..scene import arrange
from ..still import to_png
from ..store import Store

# A notebook keeps every output it shows: of a large store it gets the picture and the weightiest events only.
_MOST_LIVE = 5000
_MOST_LISTED = 200
_HEIGHT, _AROUND = 480, 420  # of the picture, and of what stands around it
Days = tuple[float, float] | None


def bundle(
    store: Store, events: tuple[Event, ...] | None = None, days: Days = None, height: int = _HEIGHT
) -> dict[str, Any]:
    """The forms of a store, by media type: HTML with the page in a sandboxed frame, Markdown, a line of text.

    A notebook that its reader has not trusted drops the frame and keeps what stands beside it, so the list and the
    picture are in the HTML too; with the frame there, they are folded away.
    """
    chosen = store.events if events is None else events
    return {
        "text/html": _live(store, chosen, days, height) + _still(store, chosen, days),
        "text/markdown": _listed(store, chosen),
        "text/plain": f"{store.title}: {len(chosen)} events",
    }


def story_bundle(narrative: Narrative) -> dict[str, Any]:
    """The forms of a narrative: HTML without script, Markdown, plain text."""
    words = f"{narrative.title}: {len(narrative.sentences)} sentences, {len(narrative.notes)} notes"
    return {"text/html": to_html(narrative), "text/markdown": to_markdown(narrative), "text/plain": words}


def _live(store: Store, events: tuple[Event, ...], days: Days, height: int) -> str:
    if len(events) > _MOST_LIVE:
        return ""
    page = render_page(store, events, PageOptions(window=days, framed=True, height=height)).decode()
    return (
        f'<iframe title="{escape(store.title)}" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
        f'loading="lazy" width="100%" height="{height + _AROUND}" style="border:0" srcdoc="{escape(page)}"></iframe>'
    )


def _still(store: Store, events: tuple[Event, ...], days: Days) -> str:
    """Picture and list in elements that survive a notebook's cleaning: no SVG, no style sheet, no script."""
    rows = "".join(_row(store, event) for event in events[:_MOST_LISTED])
    more = f"<p>… and {len(events) - _MOST_LISTED} more events.</p>" if len(events) > _MOST_LISTED else ""
    return (
        f"<details><summary>{escape(store.title)}: {len(events)} events as a still picture and a list</summary>"
        f"{_picture(store, events, days)}<ol>{rows}</ol>{more}</details>"
    )


def _picture(store: Store, events: tuple[Event, ...], days: Days) -> str:
    png = to_png(draw_svg(arrange(store, events), View(width=1000, height=480, window=days)), 1.0)
    return f'<img alt="{escape(store.title)}: a timeline" src="data:image/png;base64,{base64.b64encode(png).decode()}">'


def _row(store: Store, event: Event) -> str:
    urls = [source.url for source in store.sources_of(event) if source.url]
    marks = " ".join(f'<a href="{escape(url)}">[{n}]</a>' for n, url in enumerate(urls, 1))
    doubt = "disputed" if event.disputes else event.status if event.status != "established" else ""
    said = f" ({doubt})" if doubt else ""
    return f"<li><b>{escape(say(event.date))}</b> {escape(event.title)}{said} {marks}</li>"


def _listed(store: Store, events: tuple[Event, ...]) -> str:
    return whole(store, events[:_MOST_LISTED], narrate(store, events, _MOST_LISTED), "").decode()
