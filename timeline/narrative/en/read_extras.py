"""Reading back what follows an event's own sentence: quotations, names, facts, sides, and sums beside one another."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from ...model import Event, citations
from ...money import say_amount
from ...sourcing import publisher
from ..ratios import sum_of
from ..scan import Found, State, Taker, Way, alt, lit, opt, seq, unmarked
from .extras import _BACKERS as NOUNS
from .read_quote import quotes
from .read_sides import disputes
from .read_time import time_of
from .words import FRACTIONS, NUMBERS

Namer = Callable[..., Taker]


def voices(event: Event, state: State) -> list[str]:
    """Those whom a claim may be ascribed to: one publisher or original, or the press when there are several."""
    whole = [state.store.resolve(s) for _, s in citations(event)]
    names = {(s.original or publisher(s)).casefold() for s in whole}
    if len(names) > 1:
        papers = any(state.store.resolve(s).kind not in ("press", "agency", None) for s in event.sources)
        return ["several sources" if papers else "press reports"]
    return [s.original or publisher(s) for s in whole][:1]


def alone(event: Event, state: State, name: Namer) -> Iterator[Taker]:
    """Sentences that rest on one event only."""
    yield from quotes(event, state, name)
    if event.kind in NOUNS:
        yield members(event, state, name)
    yield from _facts(event, state, name)
    if event.summary and state.told == event.id:
        text = " ".join(event.summary.split())
        yield alt(*(lit(one) for one in re.split(r"(?<=[a-z0-9%)][.!?]) (?=[A-Z])", text)))
    yield from disputes(event, state, name)
    yield from _plans(event, state)


def members(event: Event, state: State, name: Namer) -> Taker:
    """Two or three names, each a backer of the event, and the word for what they are."""
    plain = seq(_backers(event, state, name), lit(f" were among the {NOUNS[event.kind or '']}"))
    return seq(alt(plain, inverted_members(event, state, name)), lit("."))


def inverted_members(event: Event, state: State, name: Namer) -> Taker:
    return seq(lit(f"among the {NOUNS[event.kind or '']} were "), _backers(event, state, name))


def _backers(event: Event, state: State, name: Namer) -> Taker:
    refs = [p.ref for p in event.actors if p.role == "backer"]
    one = alt(*(name(ref, event, state, False, False) for ref in refs)) if refs else _never
    names = seq(one, opt(seq(lit(", "), one)), lit(" and "), one)

    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        for further, more in names(text, at, found):
            listed = more.names[len(found.names) :]
            if len(set(listed)) == len(listed):
                yield further, more

    return take


def _never(text: str, at: int, found: Found) -> Iterator[Way]:
    return iter(())


def _facts(event: Event, state: State, name: Namer) -> Iterator[Taker]:
    actors = state.store.actors
    shorts = {a.short: p.ref for p in event.actors if (a := actors.get(p.ref)) and a.short}
    for fact in event.facts:
        text = _bare(fact.text, event, state)
        opener = next((s for s in shorts if re.match(rf"{re.escape(s)}\b", text)), "")
        end = lit("") if fact.text.endswith((".", "?", "!", ".”")) else lit(".")
        said = alt(lit(text), lit(text[:1].lower() + text[1:]))
        if opener:
            yield seq(name(shorts[opener], event, state, False, False), lit(text[len(opener) :]), end)
        if fact.by and not re.search(r"\b(accounts?|said|says|declared|announced|wrote|told)\b", fact.text):
            yield seq(lit("According to "), name(fact.by, event, state, False, False), lit(", "), said, end)
        elif fact.status in ("reported", "alleged"):
            whole = [state.store.resolve(s) for s in (fact.cited or event.sources)]
            heard = alt(*(lit(f"According to {who}, ") for s in whole for who in (s.original, publisher(s)) if who))
            yield seq(heard, said, end)
        else:
            yield seq(lit(text), end)


def _bare(text: str, event: Event, state: State) -> str:
    """A field's words as they stand in the text being read, whose quotation marks are taken off or are not."""
    return unmarked(text, event) if state.all_quotes else text


def _plans(event: Event, state: State) -> Iterator[Taker]:
    as_of = state.store.timeline.as_of
    lead = lit("The record ends with a plan: ")
    if as_of:
        fresh = State(state.store)
        lead = seq(lit("As of "), time_of(as_of, fresh, standing=True), lit(", the record ends with a plan: "))
    for text in (
        *(f.text for f in event.facts if f.status == "planned"),
        *((event.title,) if event.status == "planned" else ()),
    ):
        said = alt(lit(text), lit(text[:1].lower() + text[1:]))
        yield seq(lead, said, lit("") if text.endswith((".", "?", "!")) else lit("."))


_RATIO = re.compile(
    rf"(?P<fraction>{'|'.join(FRACTIONS.values())})|about (?P<percent>\d+)% (?P<what>of|more than)"
    rf"|(?P<how>more than |almost |about |)(?:(?P<twice>twice)|(?P<times>{'|'.join(NUMBERS[2:])}|\d+) times)"
)


def _ratio(a: Fraction, b: Fraction) -> Taker:
    """Words that are true of a to b, by arithmetic of its own."""

    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        match = _RATIO.match(text, at)
        if match and _true(match, a / b):
            yield match.end(), found

    return take


def _true(match: re.Match[str], value: Fraction) -> bool:
    if match["fraction"]:
        named = next(f for f, words in FRACTIONS.items() if words == match["fraction"])
        return abs(value - named) <= named * Fraction(2, 100)
    if match["percent"]:
        share = value if match["what"] == "of" else value - 1
        return abs(share * 100 - int(match["percent"])) <= Fraction(1, 2)
    word = match["times"] or ""
    count = 2 if match["twice"] else NUMBERS.index(word) if word in NUMBERS else int(word)
    how = match["how"].strip()
    if how == "more than":
        return count < value < count + 1
    return (
        value < count and count - value < Fraction(1, 5)
        if how == "almost"
        else abs(value - count) <= count * Fraction(5 if how else 2, 100)
    )


def beside(event: Event, other: Event, state: State, name: Namer) -> Iterator[Taker]:
    """Sentences that rest on two events: a ratio, or one thing's two values."""
    for mine in event.amounts.values():
        for theirs in other.amounts.values():
            a, b = sum_of(mine), sum_of(theirs)
            if not a or not b or mine.currency != theirs.currency:
                continue
            told = [n for n, one in event.amounts.items() if one.currency and f"{{{n}}}" in (event.clause or "")]
            that = alt(lit("That was "), lit("The sum was "))
            opening = lit(f"The {say_amount(mine)} was ") if len(told) > 1 else that
            lead = seq(opening, _ratio(Fraction(a), Fraction(b)))
            far = event.date.start - other.date.end > 5 * 365.25
            end = seq(lit(", in nominal terms") if far else lit(""), lit("."))
            agents = [p.ref for p in other.actors if p.role == "agent"]
            if any(other.id in r.targets for r in event.relations if r.type == "responds-to"):
                yield seq(
                    lead,
                    lit(" "),
                    alt(*(name(g, event, state, True) for g in agents[:1])) if agents else _never,
                    lit(" figure"),
                    end,
                )
            if theirs.of and theirs.of.endswith(" as a whole") and not theirs.estimate:
                yield seq(
                    lead,
                    lit(f" the {say_amount(theirs)} at which {theirs.of} had been valued "),
                    _aside(time_of(other.date, state)),
                    end,
                )
                if mine.of == theirs.of:
                    fresh = State(state.store)
                    then, now = _aside(time_of(other.date, fresh)), _aside(time_of(event.date, fresh))
                    was = lit(f"{theirs.of} was valued at {say_amount(theirs)} ")
                    yield seq(was, then, lit(f" and at {say_amount(mine)} "), now, lit("."))


def _aside(taker: Taker) -> Taker:
    """A date told in passing leaves the story's time where it was, but the reader has seen its year."""

    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        for further, more in taker(text, at, found):
            yield further, more._replace(time=found.time, year=found.year)

    return take
