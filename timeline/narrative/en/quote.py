"""Quotations as sentences: byte for byte, with their speaker, and where they were said or written."""

from collections.abc import Iterator
from dataclasses import replace

from ...model import Event, Quote
from ...verbs import forms
from ..discourse import Discourse
from ..drafts import Draft, Line
from ..moments import Moment
from ..points import Point
from .embed import CLOSE, OPEN
from .speech import SPEECH, sort_of, verb_of, via_phrase
from .words import say_moment


def drafts(point: Point, discourse: Discourse) -> Iterator[Draft]:
    """`“…”, said Bret Taylor, the chair of OpenAI's board.` and `Altman wrote on X: “…”`."""
    quote = point.event.quotes[point.index]
    pronoun = discourse.may_be_pronoun(quote.by, point.event)
    first = quote.told[:1].isupper()
    for front, own in [(False, False), *([(True, False)] if first else []), *([(first, True)] if pronoun else [])]:
        line = Line(discourse, point.event)
        field, verb = f"quotes.{point.index}", verb_of(quote, discourse.world.in_present)
        if front:
            _words(line, quote, field, stop=False)
            line.add(", ")
            line.add("" if own else f"{verb} ")
        _speaker(line, quote, point, own)
        line.add(f" {verb}" if own or not front else "")
        _via(line, quote, field)
        line.comma_due = False
        if front:
            line.add(".")
        else:
            line.add(": ")
            _words(line, quote, field, stop=True)
        yield line.draft("quote-first" if front else "quote-last", quoted=True)


def reply(point: Point, discourse: Discourse, told: Moment | None) -> Iterator[Draft]:
    """`Sam Altman, OpenAI's chief executive, replied on X the same day: “…”`: the event in the words that were it."""
    index = point.reply or 0
    quote = point.event.quotes[index]
    for front in (True, False) if told else (False,):
        line = Line(discourse, point.event)
        if front and told:
            line.add(say_moment(told), "time", "date")
            line.add(" ")
        _speaker(line, quote, point, False)
        line.add(" replied")
        _via(line, quote, f"quotes.{index}")
        if told and not front:
            line.add(" ")
            line.add(say_moment(told), "time", "date")
        line.comma_due = False
        line.add(": ")
        _words(line, quote, f"quotes.{index}", stop=True)
        yield line.draft("reply", subject=quote.by, moment=told, quoted=True, place="front" if front else "middle")


def _words(line: Line, quote: Quote, field: str, stop: bool) -> None:
    text = quote.told
    said = text if stop else text.removesuffix(".")
    line.add(OPEN)
    line.add(said, "quote", field)
    line.add(CLOSE)
    if stop and not said.endswith((".", "?", "!")):
        line.add(".")


def _speaker(line: Line, quote: Quote, point: Point, pronoun: bool) -> None:
    """Mutates the line: the pronoun, the name with its role, or the role before it: `its chair, Bret Taylor`."""
    actors = line.discourse.store.actors
    if pronoun:
        line.mentions.append(quote.by)
        line.add(actors[quote.by].pronoun or "", "name", f"actors.{quote.by}.pronoun")
        return
    name = line.discourse.name(quote.by, point.event, set(line.mentions), frozenset((quote.by,)), alone=True)
    line.mentions.append(quote.by)
    if quote.by not in actors:
        line.add(name.text, "lexical", f"quotes.{point.index}.by")
        return
    office = line.discourse.office_of_subject(name.role)
    if office:
        line.add(f"its {office}", "name", f"actors.{quote.by}.roles")
        line.add(", ")
    line.add(name.text, "name", f"actors.{quote.by}.{name.field}")
    if name.role:
        line.roles.append((quote.by, name.role))
        line.comma_due = True
    if name.role and not office:
        line.add(", ")
        line.add(name.role, "name", f"actors.{quote.by}.roles")
        line.comma_due = True


def _via(line: Line, quote: Quote, field: str) -> None:
    """Mutates the line; nothing where the event's own sentence, just before, has said it."""
    phrase = via_phrase(quote)
    said = line.discourse.told == line.event.id and f" {phrase} " in f"{line.event.clause or ''} "
    if phrase and not said:
        line.add(" ")
        line.add(phrase, "lexical", f"{field}.via")


def joins_clause(event: Event, index: int, subject: str | None) -> bool:
    """Whether the quotation may follow the event's clause after a colon: its speaker is the subject."""
    quote = event.quotes[index]
    clause = event.clause or ""
    verb = clause.partition("[")[2].partition("]")[0]
    speaks = forms(verb, "en").past in SPEECH and " that " not in clause and quote.by == subject
    return speaks and sort_of(quote.told) in ("sentence", "clause")


def with_quote(draft: Draft, event: Event, index: int) -> Draft | None:
    """The clause with its quotation after a colon, if both together stay short enough."""
    quote = event.quotes[index]
    if draft.length + len(quote.told.split()) > 34 or draft.quoted or draft.spans[-1].text != ".":
        return None
    line = Line(None, event)  # type: ignore[arg-type]  # no names are asked for
    line.add(": ")
    _words(line, quote, f"quotes.{index}", stop=True)
    spans = (*draft.spans[:-1], *line.spans)
    return replace(draft, spans=spans, rule="clause-quote", quoted=True)
