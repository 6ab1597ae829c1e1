"""The story: a narrative as text trees, each sentence a link to its event, each number a link to a source."""

from collections.abc import Sequence
from typing import Any

from ..cite import Note, house, parts
from ..model import Event, Source
from ..narrative import Narrative, Sentence, narrate
from ..store import Store
from ..urls import host
from .attributes import aria, data
from .links import Address, event_link, outward
from .tree import html


def story(store: Store, events: Sequence[Event], address: Address, most: int) -> list[Any]:
    """The chronicle of the events in view, with its notes; says so when there are none or not all are told."""
    if not events:
        return [html.P("Nothing in this view. Zoom out, or clear the search and filters.", className="empty")]
    return told(narrate(store, events, most), address)


def told(narrative: Narrative, address: Address) -> list[Any]:
    """A whole narrative: headings, paragraphs, how many events it leaves out, and its notes."""
    blocks: list[Any] = []
    sources = {note.number: note.source for note in narrative.notes}
    for passage in narrative.passages:
        blocks.append(html.H3(passage.heading) if passage.heading else None)
        blocks.extend(_paragraph(sentence, sources, address) for sentence in passage.sentences)
    if narrative.left_out:
        text = f"{narrative.left_out} lighter events of this view are not told here; zoom in to read them."
        blocks.append(html.P(text, className="left-out"))
    summary = html.Summary(f"{len(narrative.notes)} source{'' if len(narrative.notes) == 1 else 's'}")
    notes = html.Ol([_note(note) for note in narrative.notes], className="notes")
    blocks.append(html.Details([summary, notes], className="notes-box"))
    return blocks


def _paragraph(sentence: Sentence, sources: dict[int, Source], address: Address) -> Any:
    event_id = sentence.events[0]
    date = sentence.spans[0].text
    rest = "".join(span.text for span in sentence.spans[1:])
    return html.P(
        [
            event_link(
                [html.Span(date, className="date"), html.Span(rest, dir="auto")],
                event_id,
                address,
                className="sentence",
            ),
            html.Span([_mark(number, sources[number]) for number in sentence.notes], className="marks"),
        ],
        className="told",
        **data(told=event_id),
    )


def _mark(number: int, source: Source) -> Any:
    """A note's number, which is a link to the source itself: one click from the statement to who says so."""
    label = f"Source {number}: {house(source)}"
    if source.url:
        return html.Sup(outward(str(number), source.url, title=house(source), **aria(label=label)))
    return html.Sup(html.A(str(number), href=f"#note-{number}", title=house(source), **aria(label=label)))


def _note(note: Note) -> Any:
    return html.Li(source_line(note.source), id=f"note-{note.number}")


def source_line(source: Source) -> list[Any]:
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
