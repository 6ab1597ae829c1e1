"""Quotations as sentences: byte for byte, with their speaker, and where they were said or written."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from ...model import Event, Quote
from ...verbs import forms
from ...verbs.en import TABLE
from ..discourse import Discourse
from ..drafts import Draft, Line
from ..moments import Moment
from ..points import Point
from .embed import CLOSE, OPEN
from .words import say_moment

_WRITTEN = set(
    "X Twitter post letter email e-mail message filing complaint motion "
    "order blog countersuit brief report book paper memo note chronicle article".split()
)
_AT = (
    "the hearing",
    "the presentation",
    "the White House event",
    "the trial",
    "a summit",
    "the summit",
    "a press conference",
)
_FINITE = {
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "will",
    "would",
    "can",
    "could",
    "may",
    "must",
    "not",
    "also",
}
_BARE = {base for base, _ in TABLE.values()} | {"rest", "attach", "slow", "preserve", "want", "hate", "constantly"}
_SPOKEN = re.compile(r"\b(I|you|we|he|she|they|it|is|are|was|were|will|would|has|have|had|can|must|should)\b")
_SPEECH = {
    "said",
    "wrote",
    "replied",
    "answered",
    "refused",
    "responded",
    "told",
    "asked",
    "warned",
    "announced",
    "declared",
}
_LONGEST = 30
Sort = Literal["sentence", "clause", "noun", "verb"]


def sort_of(text: str) -> Sort:
    """What a quotation is by itself: a sentence, a clause without its capital, a noun phrase, or a bare predicate."""
    words = re.findall(r"[\w’'-]+", text)
    first = words[0] if words else ""
    if (
        first.casefold() in _FINITE
        or first in _BARE
        or (first.islower() and (first in TABLE or first.endswith("ed") or _third_person(first)))
    ):
        return "verb"
    if text[:1].isupper():
        return "sentence"
    return "clause" if len(words) >= 2 and _SPOKEN.search(text) else "noun"


def _third_person(word: str) -> bool:
    return word.endswith("s") and word[:-1] in _BARE


def is_tellable(quote: Quote) -> bool:
    """Whether the words stand in a sentence of their own: no bare predicates, no headlines, nothing endless."""
    length = len(quote.told.split())
    if any(mark in quote.told for mark in "“”„"):
        return False  # marks within marks would need others, and the bytes are not ours to change
    return (
        sort_of(quote.told) in ("sentence", "clause")
        and length <= _LONGEST
        and "headline" not in (quote.via or "")
        and not quote.lang
    )


def drafts(point: Point, discourse: Discourse) -> Iterator[Draft]:
    """`“…”, said Bret Taylor, the chair of OpenAI's board.` and `Altman wrote on X: “…”`."""
    quote = point.event.quotes[point.index]
    pronoun = discourse.may_be_pronoun(quote.by, point.event)
    first = quote.told[:1].isupper()
    for front, own in [(False, False), *([(True, False)] if first else []), *([(first, True)] if pronoun else [])]:
        line = Line(discourse, point.event)
        field, verb = f"quotes.{point.index}", _verb(quote, discourse.world.in_present)
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


def replies(event: Event) -> int | None:
    """The quotation that is the whole of a reply: its speaker is the agent, and it has the sums that the clause has."""
    clause = event.clause or ""
    answers = (
        event.kind == "reply"
        and event.status == "established"
        and any(r.type == "responds-to" for r in event.relations)
    )
    if not answers or not clause or " that " in clause or OPEN in clause:
        return None
    agents = {p.ref for p in event.actors if p.role in ("agent", "speaker")}
    sums = [str(a.value.text) for n, a in event.amounts.items() if f"{{{n}}}" in clause]
    for i, quote in enumerate(event.quotes):
        whole = all(s.partition(" ")[0] in quote.told for s in sums)
        if whole and agents == {quote.by} and via_phrase(quote) and sort_of(quote.told) in ("sentence", "clause"):
            return i if is_tellable(quote) else None
    return None


def echoes(quote: Quote, event: Event) -> bool:
    """Whether the clause says already what the quotation says."""
    words = {w.casefold()[:6] for w in re.findall(r"[A-Za-z]{4,}", quote.text)}
    told = {w.casefold()[:6] for w in re.findall(r"[A-Za-z]{4,}", event.clause or "")}
    return bool(words) and len(words & told) / len(words) >= 0.5


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


def _verb(quote: Quote, in_present: bool = False) -> str:
    """`wrote` of what was written, else `said`; in a store that tells in the present `writes` and `says`."""
    words = re.findall(r"\w+", quote.via or "")
    if any(word in _WRITTEN for word in words) and not _is_paper(quote):
        return "writes" if in_present else "wrote"
    return "says" if in_present else "said"


def _is_paper(quote: Quote) -> bool:
    """A letter says; only people write."""
    return any(word in quote.by.split() for word in ("letter", "complaint", "motion", "filing", "order"))


def via_phrase(quote: Quote) -> str:
    """`on X`, `in a letter to Musk's lawyer`, `at the hearing`; nothing where the speaker's name says it already."""
    via = quote.via or ""
    if not via or via.split()[-1].casefold() in quote.by.casefold().split():
        return ""
    if via.startswith(_AT):
        return f"at {via}"
    proper = via[:1].isupper()
    return f"on {via}" if proper else f"in {via}"


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
    speaks = forms(verb, "en").past in _SPEECH and " that " not in clause and quote.by == subject
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
