"""The story pane: a narrative as Dash components."""

from collections.abc import Sequence
from typing import Any

from dash import html

from ..cite import Note, parts
from ..model import Event
from ..narrative import Sentence, narrate
from ..store import Store
from ..urls import host
from .attributes import aria, data
from .links import event_link, outward
from .state import ViewState


def story(store: Store, events: Sequence[Event], state: ViewState, most: int) -> list[Any]:
    """The chronicle of the events in view, with its notes; says so when there are none or not all are told."""
    if not events:
        return [html.P("Nothing in this view. Zoom out, or clear the search and filters.", className="empty")]
    narrative = narrate(store, events, most)
    blocks: list[Any] = []
    for passage in narrative.passages:
        blocks.append(html.H3(passage.heading) if passage.heading else None)
        blocks.extend(_paragraph(sentence, store, state) for sentence in passage.sentences)
    if narrative.left_out:
        text = f"{narrative.left_out} lighter events of this view are not told here; zoom in to read them."
        blocks.append(html.P(text, className="left-out"))
    blocks.append(html.H3("Sources"))
    blocks.append(html.Ol([_note(note) for note in narrative.notes], className="notes"))
    return blocks


def _paragraph(sentence: Sentence, store: Store, state: ViewState) -> Any:
    event_id = sentence.events[0]
    chosen = " chosen" if event_id == state.event else ""
    dated = sentence.spans[0].kind == "time"
    date = sentence.spans[0].text if dated else ""
    rest = sentence.text[len(date) :]
    return html.P(
        [
            event_link(
                [html.Span(date, className="date"), html.Span(rest, dir="auto")], event_id, state, className="sentence"
            ),
            html.Span([_mark(number) for number in sentence.notes], className="marks"),
        ],
        className=f"told{chosen}",
        **data(event=event_id),
    )


def _mark(number: int) -> Any:
    return html.Sup(html.A(str(number), href=f"#note-{number}", **aria(label=f"Note {number}")))


def _note(note: Note) -> Any:
    return html.Li(source_line(note.source), id=f"note-{note.number}")


def source_line(source: Any) -> list[Any]:
    """A source in the house form, its title linked, its host said, an archived copy beside it."""
    have = parts(source)
    who = have.get("publisher", "")
    if have.get("original") and have["original"] != who:
        who = f"{who} (after {have['original']})"
    title = have.get("title") or have.get("host") or "the page"
    pieces: list[Any] = [html.Span(who, className="publisher"), ", "] if who else []
    if have.get("author"):
        pieces = [have["author"], ", ", *pieces]
    pieces.append(
        outward(html.Span(title, dir="auto"), source.url) if source.url else html.Span(f"“{title}”", dir="auto")
    )
    pieces.extend(f", {have[name]}" for name in ("at", "date") if name in have)
    if source.url and have.get("host") != who:
        pieces.append(html.Span(f" · {host(source.url)}", className="host"))
    if source.archived:
        pieces.extend([" · ", outward("archived copy", source.archived)])
    return pieces
