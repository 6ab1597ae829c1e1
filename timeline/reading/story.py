"""The story: a narrative as text trees, each sentence a link to its event, each number a link to a source."""

from collections.abc import Sequence
from typing import Any

from ..cite import Note
from ..model import Event, Source
from ..narrative import Narrative, Sentence, narrate
from ..store import Store
from .attributes import data
from .links import Manner, event_link
from .manners import source_line
from .tree import html


def story(store: Store, events: Sequence[Event], manner: Manner, most: int) -> list[Any]:
    """The chronicle of the events in view, with its notes; says so when there are none or not all are told."""
    if not events:
        return [html.P("Nothing in this view. Zoom out, or clear the search and filters.", className="empty")]
    return told(narrate(store, events, most), manner)


def told(narrative: Narrative, manner: Manner) -> list[Any]:
    """A whole narrative: headings, paragraphs, how many events it leaves out, and its notes."""
    blocks: list[Any] = []
    sources = {note.number: note.source for note in narrative.notes}
    for passage in narrative.passages:
        blocks.append(html.H3(passage.heading) if passage.heading else None)
        blocks.extend(paragraph(sentence, sources, manner) for sentence in passage.sentences)
    if narrative.left_out:
        text = f"{narrative.left_out} lighter events of this view are not told here; zoom in to read them."
        blocks.append(html.P(text, className="left-out"))
    summary = html.Summary(f"{len(narrative.notes)} source{'' if len(narrative.notes) == 1 else 's'}")
    notes = html.Ol([_note(note) for note in narrative.notes], className="notes")
    blocks.append(html.Details([summary, notes], className="notes-box"))
    return blocks


def paragraph(sentence: Sentence, sources: dict[int, Source], manner: Manner) -> Any:
    """One sentence as a paragraph: a link to its event, then the numbers of its notes."""
    event_id = sentence.events[0]
    dated = sentence.spans[0].kind == "time"
    date = sentence.spans[0].text if dated else ""
    rest = sentence.text[len(date) :]
    return html.P(
        [
            event_link(
                [html.Span(date, className="date"), html.Span(rest, dir="auto")],
                event_id,
                manner.address,
                className="sentence",
            ),
            html.Span([manner.mark(number, sources[number]) for number in sentence.notes], className="marks"),
        ],
        className="told",
        **data(told=event_id),
    )


def _note(note: Note) -> Any:
    return html.Li(source_line(note.source), id=f"note-{note.number}")
