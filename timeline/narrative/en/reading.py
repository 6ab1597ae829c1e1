"""Reading an English sentence back: does it say what its events say, all of it and nothing else?

Written against the fields alone. What it shares with the writing side are closed lists of words and the verb table.
"""

import re
from collections.abc import Iterator

from ...model import Event
from ...sourcing import publisher
from ..memo import once
from ..quoted import plain, quotations
from ..scan import Found, State, Taker, lit, seq, whole
from . import read_extras
from .read_clause import clause, name, tail
from .read_several import several
from .read_titles import frame, sentence, title

_FEWEST = 3  # words


def read(text: str, events: tuple[Event, ...], state: object) -> str:
    """Empty if the sentence verifies; else what is wrong with it. A sound sentence moves `state` on."""
    assert isinstance(state, State)
    if text[:1].islower() and not re.match(r"[a-z]+[A-Z]", text):
        return "it begins with a small letter"
    state.all_quotes = ()
    as_titled = events[0].title in text or events[0].title[1:] in text
    found = whole(title(events[0], state), text) if as_titled else None  # with whatever marks its author has set
    problem, quoted = "", False
    if found is None:
        problem, found, quoted = _read_marked(text, events, state)
    if found is None and problem and _marks_are_the_authors(text, events):
        state.all_quotes = ()
        found = _first(text, events, state)
    if found is None:
        return problem
    state.take(found._replace(quoted=quoted))
    state.told = found.last or events[0].id
    return ""


def _read_marked(text: str, events: tuple[Event, ...], state: State) -> tuple[str, Found | None, bool]:
    """With the quotation marks taken for ours: what is between them is held against what was said."""
    marked = _MARKED.findall(text) if "“" in text else ()
    fields = _fields(events) if marked else ""
    said = [one[0] for event in events for one in quotations(event)] if marked else []
    kept = frozenset(m for m in marked if not any(m in one for one in said) and f"“{m}”" in fields)
    try:
        bare, quotes, places = plain(text, kept)
    except ValueError as error:
        return str(error), None, False
    problem = _quotes(quotes, events) or _unmarked(bare, places, events) or _scare(text, quotes, events, fields)
    if problem:
        return problem, None, False
    state.all_quotes = places
    return "no reading of its events gives these words", _first(bare, events, state), bool(quotes)


def _first(text: str, events: tuple[Event, ...], state: State) -> Found | None:
    """What the first reading that fits the whole text finds."""
    for reading in _readings(text, events, state):
        found = whole(reading, text)
        if found is not None:
            return found
    return None


_MARKED = re.compile("“([^“”]*)”")


def _fields(events: tuple[Event, ...]) -> str:
    """What is told word for word, one under another."""
    return "\n".join(map(_fields_of, events))


@once
def _fields_of(event: Event) -> str:
    fields = [event.title, event.clause or "", *(fact.text for fact in event.facts)]
    fields += [part for d in event.disputes for part in (d.issue, *(s.claim for s in d.sides))]
    return "\n".join(fields)


@once
def _long_quotations(event: Event) -> tuple[str, ...]:
    return tuple(one[0] for one in quotations(event) if len(one[0].split()) >= _FEWEST)


def _marks_are_the_authors(text: str, events: tuple[Event, ...]) -> bool:
    """Whether every quotation of the sentence stands, marks and all, in a field that is told word for word."""
    fields = _fields(events)
    marked = re.findall("“[^”]*”", text)
    return bool(marked) and all(quotation in fields for quotation in marked)


def _quotes(quotes: tuple[str, ...], events: tuple[Event, ...]) -> str:
    """Every quotation is a run of words of what somebody said, byte for byte."""
    verbatim = [one[0] for event in events for one in quotations(event)]
    for quote in quotes:
        if not any(quote in text for text in verbatim):
            return f"nobody said “{quote}”"
    return ""


def _unmarked(bare: str, places: tuple[tuple[int, int], ...], events: tuple[Event, ...]) -> str:
    """Somebody's very words stand in quotation marks."""
    for text in (one for event in events for one in _long_quotations(event)):
        at = bare.find(text)
        if at >= 0 and not any(start <= at < stop for start, stop in places):
            return f"“{text}” is quoted without marks"
    return ""


def _scare(text: str, quotes: tuple[str, ...], events: tuple[Event, ...], fields: str) -> str:
    """Marks about a word or two are for whole quotations, for what somebody called something, or the author's own."""
    entire = {one[0] for event in events for one in quotations(event)}
    entire |= {quote.told for event in events for quote in event.quotes}
    for quote in quotes:
        short = len(quote.split()) < _FEWEST and quote not in entire and f"“{quote}”" not in fields
        if short and " called " not in text:
            return f"“{quote}” is too short to be quoted"
    return ""


def _readings(text: str, events: tuple[Event, ...], state: State) -> Iterator[Taker]:
    """What the sentence may be, the likely first; what its words rule out is not tried."""
    event = events[0]
    if text.startswith(RESULT):
        yield from _results(text, event, state)
    elif len(events) == 1:
        if event.clause and event.status != "planned":
            yield from clause(text, event, state)
        if not event.clause:
            hedges = tail(event, state)
            yield seq(sentence(event, state, hedges), lit("."))
            yield frame(event, state, name, hedges)
        yield from read_extras.alone(event, state, name)
    else:
        yield from several(text, events, state)
        yield from read_extras.beside(event, events[1], state, name)


RESULT = "As a result, according to "


def _results(text: str, event: Event, state: State) -> Iterator[Taker]:
    """A result of the event told just before, in the name of whoever has asserted that."""
    for relation in event.relations:
        source = relation.asserted_by
        if relation.type != "caused-by" or source is None or state.told not in relation.targets:
            continue
        whole = state.store.resolve(source)
        lead = seq(lit(RESULT), lit(whole.original or publisher(whole)), lit(", "))
        for told in clause(text, event, state) if event.clause else ():
            yield seq(lead, told)
        if not event.clause:
            yield seq(lead, sentence(event, state, tail(event, state)), lit("."))
