"""The page's body as real HTML: head, picture, story, events with their cards, sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..cite import Notes
from ..dates import say
from ..model import Event
from ..narrative import Narrative
from ..reading import Manner, body, html, in_full, numbered, paragraph, source_line, when, write
from ..store import Store
from ..text import to_plain
from ..urls import host
from .slim import slim


@dataclass(frozen=True)
class Text:
    """What the body is written from: the store, the events that the page shows, their story, one list of notes."""

    store: Store
    events: Sequence[Event]
    narrative: Narrative
    notes: Notes
    manner: Manner
    cards: Manner


def gather(store: Store, events: Sequence[Event], narrative: Narrative, many: bool) -> Text:
    """The story's notes keep their numbers; what only the cards cite is numbered after them.

    Of many events the cards name their sources in full: a list of 100,000 would take a browser half a minute.
    """
    notes = Notes(store)
    for note in narrative.notes:
        notes.cite([note.source])

    def address(event: str) -> str:
        return f"#ev-{event}"

    story = numbered(address, notes)
    return Text(store, events, narrative, notes, story, in_full(address) if many else story)


def _html(node: Any) -> str:
    return write(slim(node), short=True)


def heading(text: Text, title: str) -> str:
    """Title, subtitle, what it is about, how much there is."""
    head = text.store.timeline
    as_of = f", as of {say(head.as_of)}" if head.as_of else ""
    by = f"{head.author} · " if head.author else ""
    return _html(
        html.Header(
            [
                html.H1(title, dir="auto"),
                html.P(head.subtitle, className="subtitle", dir="auto") if head.subtitle else None,
                html.P(to_plain(head.description), className="about", dir="auto") if head.description else None,
                html.P(f"{by}{len(text.events)} events{as_of}", className="by"),
            ],
            className="head",
        )
    )


def story(text: Text) -> str:
    """The narrative in sections, so that the script can put away those that are out of view."""
    sources = {note.number: note.source for note in text.narrative.notes}
    sections = [
        html.Section(
            [html.H3(p.heading) if p.heading else None, *(paragraph(s, sources, text.manner) for s in p.sentences)]
        )
        for p in text.narrative.passages
    ]
    out = text.narrative.left_out
    rest = html.P(f"{out} lighter events are not told here; they are in the list.", className="left-out")
    none = html.P("Nothing in this view. Zoom out, or clear the search.", id="none", className="empty", hidden=True)
    return _html([*sections, rest if out else None, none])


def tree(text: Text, event: Event) -> list[Any]:
    """An event's card, as the page's script draws it below date and title."""
    return slim([when(text.store, event), *body(text.store, event, text.cards)])


def plain_list(text: Text, most_bytes: int) -> str:
    """Date, title and source numbers of as many events as there is room for, the weightiest; says how many are left."""
    lines = [_line(text, event) for event in text.events]
    ranked = sorted(range(len(lines)), key=lambda i: (-text.events[i].weight, i))
    room, kept = most_bytes, set()
    for i in ranked:
        room -= len(lines[i].encode())
        if room < 0:
            break
        kept.add(i)
    rest = len(lines) - len(kept)
    more = f"<p>{rest} lighter events are in the page but can be read with its script only.</p>" if rest else ""
    return f"{''.join(lines[i] for i in sorted(kept))}{more}"


def _line(text: Text, event: Event) -> str:
    marks = _direct(text, event) if text.cards is not text.manner else _marks(text, event)
    doubt = "disputed" if event.disputes else event.status if event.status != "established" else ""
    line = [html.Time(say(event.date)), html.Span(event.title, dir="auto"), f" ({doubt})" if doubt else None, marks]
    return _html(html.P(line, id=f"ev-{event.id}"))


def _marks(text: Text, event: Event) -> Any:
    numbers = text.notes.cite(text.store.sources_of(event))
    return html.Sup([html.A(str(n), href=f"#s{n}") for n in numbers]) if numbers else None


def _direct(text: Text, event: Event) -> Any:
    """The first source by its host, where numbers would need a list as long as the store."""
    urls = [source.url for source in text.store.sources_of(event) if source.url]
    return [" ", html.A(host(urls[0]), href=urls[0])] if urls else None


def sources(text: Text) -> str:
    """One list for the whole page. Call last: numbers are given as sources are cited."""
    return _html(html.Ol([html.Li(source_line(n.source), id=f"s{n.number}") for n in text.notes.notes]))
