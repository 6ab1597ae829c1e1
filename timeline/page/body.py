"""The page's body as real HTML: head, picture, story, events with their cards, sources."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..cite import Notes
from ..dates import say
from ..model import Event, Source
from ..narrative import Narrative, Sentence
from ..reading import Manner, body, html, in_full, numbered, sentence_of, source_line, when, write
from ..store import Store
from ..text import to_plain
from ..urls import host
from .slim import slim, within


@dataclass(frozen=True)
class Text:
    """What the body is written from: the store, the events that the page shows, their story, one list of notes."""

    store: Store
    events: Sequence[Event]
    narrative: Narrative
    notes: Notes
    manner: Manner
    cards: Manner

    @cached_property
    def rows(self) -> dict[str, int]:
        return {event.id: row for row, event in enumerate(self.events)}


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
                html.P(f"{by}{len(text.events):,} events{as_of}", className="by"),
            ],
            className="head",
        )
    )


def story(text: Text) -> str:
    """The narrative as readers without script have it, and as it prints from there."""
    sources = {note.number: note.source for note in text.narrative.notes}
    sections = [
        html.Section([html.H3(p.heading) if p.heading else None, *(_told(text, one, sources) for one in p.paragraphs)])
        for p in text.narrative.passages
    ]
    out = text.narrative.left_out
    rest = html.P(f"{out} more events are not told here; they are in the list.", className="left-out")
    return write(within(slim([*sections, rest if out else None]), text.rows), short=True)


def _told(text: Text, sentences: Sequence[Sentence], sources: dict[int, Source]) -> Any:
    return html.P([[sentence_of(one, sources, text.manner), " "] for one in sentences])


def tree(text: Text, event: Event) -> list[Any]:
    """An event's card below its date and title."""
    return within(slim([when(text.store, event), *body(text.store, event, text.cards)]), text.rows)


def fitting(text: Text, trees: Sequence[list[Any]], room: int) -> set[int]:
    """The rows of the weightiest events whose cards take no more than `room` bytes in all."""
    rows: set[int] = set()
    for row in sorted(range(len(trees)), key=lambda row: (-text.events[row].weight, row)):
        size = len(write(trees[row], short=True).encode())
        if size <= room:
            rows.add(row)
            room -= size
    return rows


def events(text: Text, trees: Sequence[list[Any]], opened: Set[int]) -> str:
    """Every event as date, title, doubt and source numbers; the rows in `opened` with their cards."""
    listed = (
        _opened(event, write(trees[row], short=True)) if row in opened else _line(text, event)
        for row, event in enumerate(text.events)
    )
    return "".join(listed)


def plain_list(text: Text, most_bytes: int) -> str:
    """Date, title and source of as many events as there is room for, the weightiest; says how many are left."""
    lines = [_line(text, event) for event in text.events]
    ranked = sorted(range(len(lines)), key=lambda i: (-text.events[i].weight, i))
    room, kept = most_bytes, set()
    for i in ranked:
        room -= len(lines[i].encode())
        if room < 0:
            break
        kept.add(i)
    rest = len(lines) - len(kept)
    more = f"<p>{rest} more events are in the page but can be read with its script only.</p>" if rest else ""
    return f"{''.join(lines[i] for i in sorted(kept))}{more}"


def _line(text: Text, event: Event) -> str:
    marks = _direct(text, event) if text.cards is not text.manner else _marks(text, event)
    return _html(html.P([*_head(event), marks], id=f"ev-{event.id}"))


def _opened(event: Event, card: str) -> str:
    """An element that opens by itself, without script."""
    head = _html(html.Summary(_head(event)))
    return f'<details class=ev>{head}<div class=card id="ev-{event.id}">{card}</div></details>'


def _head(event: Event) -> list[Any]:
    """Date and title; the script reads them from here."""
    doubt = "disputed" if event.disputes else event.status if event.status != "established" else ""
    return [html.Time(say(event.date)), html.Span(event.title, dir="auto"), html.I(f" ({doubt})") if doubt else None]


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
