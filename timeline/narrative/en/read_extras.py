"""Reading back what follows an event's own sentence: quotations, names, facts, sides, and sums beside one another."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from math import inf

from ...dates import When, is_date, parse
from ...model import Event, citations
from ...money import say_amount
from ...sourcing import publisher
from ..ratios import sum_of
from ..scan import Found, State, Taker, Way, alt, lit, opt, seq
from .extras import _BACKERS as NOUNS
from .read_facts import facts
from .read_quote import quotes
from .read_sides import disputes
from .read_time import time_of
from .words import FRACTIONS, MONTHS, NUMBERS

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
    yield from facts(event, state, name)
    if event.summary and state.told == event.id:
        text = " ".join(event.summary.split())
        yield alt(*(lit(one) for one in re.split(r"(?<=[a-z0-9%)][.!?]) (?=[A-Z])", text)))
    yield from disputes(event, state, name)
    yield from _plans(event, state)
    yield from _offices(event, state, name)


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


def _plans(event: Event, state: State) -> Iterator[Taker]:
    """What was planned as of the store's day: for when, and whether that day has passed."""
    now, fresh = state.store.timeline.as_of, State(state.store)
    as_of = seq(lit("As of "), time_of(now, fresh, standing=True), lit(" ")) if now else lit("")
    if event.status == "planned":
        when = alt(seq(lit("for "), time_of(event.date, fresh, standing=True)), time_of(event.date, fresh))
        passed = now is not None and event.date.end <= now.start
        behind = lit(", and the record does not tell what came of it" if passed else "")
        yield seq(as_of, lit("this was planned "), when, behind, lit(": "), _planned(event.title))
    for fact in event.facts:
        if fact.status == "planned":
            passed = now is not None and 0 < _last(fact.text) <= now.start
            behind = lit(" and does not tell what came of it" if passed else "")
            yield seq(as_of, lit("the record has this as planned"), behind, lit(": "), _planned(fact.text))


def _planned(text: str) -> Taker:
    return seq(alt(lit(text), lit(text[:1].lower() + text[1:])), lit("" if text.endswith((".", "?", "!")) else "."))


def _last(text: str) -> float:
    """The end of the latest date among the words, 0 for none: years of four digits, with a month and a day before."""
    words = re.findall(r"\w+", text)
    ends = [0.0]
    for i, word in enumerate(words):
        if not re.fullmatch(r"(19|20)\d\d", word):
            continue
        month = MONTHS.index(words[i - 1]) + 1 if i and words[i - 1] in MONTHS else 0
        day = int(words[i - 2]) if month and i > 1 and re.fullmatch(r"\d{1,2}", words[i - 2]) else 0
        iso = "-".join([word, *([f"{month:02}"] if month else []), *([f"{day:02}"] if day else [])])
        ends.append(parse(iso).end if is_date(iso) else inf)
    return max(ends)


def _offices(event: Event, state: State, name: Namer) -> Iterator[Taker]:
    """An office that began or ended on the very day of an event in which its holder took part."""
    for part in event.actors:
        actor = state.store.actors.get(part.ref)
        if actor is None:
            continue
        for role in actor.roles:
            who = name(part.ref, event, state, False, False)
            if role.start and covers(event.date, role.start):
                before = any(r.role == role.role and r.end and r.end.end <= role.start.start for r in actor.roles)
                became = lit(f" became {role.role}{' again' if before else ''} ")
                yield seq(who, became, time_of(role.start, State(state.store)), lit("."))
            if role.end and covers(event.date, role.end):
                until = time_of(role.end, State(state.store), standing=True)
                yield seq(who, lit(f" was {role.role} until "), until, lit("."))


def covers(when: When, term: When) -> bool:
    """Whether the day of an event is the day, or lies in the month or year, at which an office began or ended."""
    return term.start <= when.start and when.end <= term.end


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
