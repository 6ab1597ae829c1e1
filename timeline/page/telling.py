"""Every form and length of the story, for a page that has no narrator: it shows the passages that fit the view.

A passage stands alone (names and dates start afresh in it), so that any set of passages in order of date reads well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import floor, isfinite
from typing import Any

from ..cite import Notes
from ..dates import civil_from_days
from ..model import Event
from ..narrative import Narrative, NarrativeError, Sentence, narrate
from ..narrative.select import ranked
from ..store import Store

_ACTORS, _CHOSEN = 6, 12  # as many have a text of their own, the busiest and the weightiest
_FEW = 3  # events to a stretch of time with a text of its own
_ALONE = 400  # events that have a sentence for themselves
_WHOLE = (("brief", ""), ("standfirst", ""), ("headline", ""), ("steps", "standard"), ("outlook", ""))


@dataclass
class _Telling:
    """Gathers texts; a sentence that several of them have is kept once. Mutated by each `add`."""

    store: Store
    events: Sequence[Event]
    notes: Notes
    language: str
    sentences: list[Any] = field(default_factory=list)
    texts: list[Any] = field(default_factory=list)
    _known: dict[Any, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rows = {event.id: row for row, event in enumerate(self.events)}

    def tell(self, form: str, length: str, events: Sequence[Event], **about: Any) -> Narrative | None:
        try:
            asked = {**about, "form": form, "length": length or "standard", "language": self.language}
            return narrate(self.store, events, **asked)
        except NarrativeError:
            return None

    def add(self, form: str, length: str, about: str = "", **asked: Any) -> None:
        """A text as [form, length, what it is about, passages, events left out]."""
        told = self.tell(form, length, self.events, **asked)
        passages = list(self.passages(told)) if told else []
        if told and passages:
            self.texts.append([form, length, about, passages, told.left_out])

    def add_stretches(self, months: int) -> None:
        """The chronicle of every year, quarter or month with a few events, for windows that hold no larger passage."""
        dated = [(event, _stretch(event, months)) for event in self.events]
        for _, group in groupby([pair for pair in dated if pair[1] is not None], key=lambda pair: pair[1]):
            events = [event for event, _ in group]
            told = self.tell("chronicle", "standard", events) if len(events) >= _FEW else None
            if told:
                self.texts.append(["stretch", "", "", list(self.passages(told)), told.left_out])

    def passages(self, told: Narrative) -> Iterator[list[Any]]:
        """[heading, paragraphs of sentence numbers, and for a step its window and event]."""
        sources = {note.number: note.source for note in told.notes}
        for passage in told.passages:
            numbers = [[self.number(s, sources) for s in paragraph] for paragraph in passage.paragraphs]
            view = passage.view
            seen = [[view.start, view.end, self.rows.get(view.focus[0], -1)]] if view and view.focus else []
            yield [passage.heading, numbers, *seen]

    def number(self, sentence: Sentence, sources: dict[int, Any]) -> int:
        """The place of a sentence among all: [text, length of its date, rows of its events, notes]."""
        date = len(sentence.spans[0].text) if sentence.spans[0].kind == "time" else 0
        rows = [self.rows[e] for e in sentence.events if e in self.rows]
        notes = self.notes.cite([sources[n] for n in sentence.notes])
        key = (sentence.text, tuple(rows), tuple(notes))
        if key not in self._known:
            self._known[key] = len(self.sentences)
            self.sentences.append([sentence.text, date, rows, list(notes)])
        return self._known[key]

    def alone(self, event: Event) -> list[int]:
        """The sentences that tell one event where nothing stands before it."""
        told = self.tell("chronicle", "short", (event,))
        return [n for _head, paragraphs, *_ in (self.passages(told) if told else ()) for p in paragraphs for n in p]


def tellings(store: Store, events: Sequence[Event], notes: Notes, language: str, many: bool) -> dict[str, Any]:
    """All texts with their sentences, the rows of the events by falling salience, and each event told by itself.

    Of many events there are the forms that follow the view, and not those about single actors and events.
    """
    telling = _Telling(store, events, notes, language)
    for length in ("short", "standard", "long"):
        telling.add("chronicle", length)
        telling.add("explainer", length)
    for months in () if many else (12, 3, 1):
        telling.add_stretches(months)
    for form, length in _WHOLE:
        telling.add(form, length)
    if not many:
        for actor in _busiest(events):
            telling.add("perspective", "standard", actor, actor=actor)
        for event in sorted(events, key=lambda e: -e.weight):
            if event.disputes and sum(t[0] == "sides" for t in telling.texts) < _CHOSEN:
                telling.add("sides", "standard", event.id, event=event.id)
            if event.relations and sum(t[0] == "led-to" for t in telling.texts) < _CHOSEN:
                telling.add("led-to", "standard", event.id, event=event.id)
    order = ranked(events, store)[:_ALONE]
    return {
        "alone": [[telling.rows[event.id], telling.alone(event)] for event in order],
        "texts": telling.texts,
        "sentences": telling.sentences,
        "actors": {ref: store.name_of(ref) for ref in _busiest(events)},
    }


def _stretch(event: Event, months: int) -> int | None:
    """The number of the one stretch of so many months that the event lies in."""
    ends = (event.date.start, event.date.end - 1e-6)
    if not all(map(isfinite, ends)):
        return None
    first, last = (year * 12 + month - 1 for year, month, _ in (civil_from_days(floor(day)) for day in ends))
    return first // months if first // months == last // months else None


def _busiest(events: Sequence[Event]) -> list[str]:
    """The actors who did, underwent or said most, with two parts at least."""
    parts = [p.ref for event in events for p in event.actors if p.role in ("agent", "patient", "speaker")]
    counts = {ref: parts.count(ref) for ref in dict.fromkeys(parts)} if len(parts) < 20_000 else {}
    return [ref for ref in sorted(counts, key=lambda ref: (-counts[ref], ref)) if counts[ref] > 1][:_ACTORS]
