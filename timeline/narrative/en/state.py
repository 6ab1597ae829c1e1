"""How things stood: an amount or office at the two ends of a stretch, and what was planned or open on a day."""

import re
from collections.abc import Iterator
from math import inf

from ...dates import is_date, parse, say, say_in_sentence
from ...money import say_amount
from ..discourse import Discourse
from ..drafts import Draft, Line
from ..points import Point
from .extras import lower
from .words import MONTHS, phrase, standing


def drafts(point: Point, discourse: Discourse) -> Iterator[Draft]:
    """`OpenAI as a whole was valued at $157 billion in October 2024 and at $300 billion in March 2025.`"""
    found = point.comparison
    if found is None:
        return
    before, after = found.other, point.event
    line = Line(discourse, after)
    line.add(after.amounts[found.amount].of or "", "lexical", f"amounts.{found.amount}.of")
    line.add(" was valued at ")
    line.add(say_amount(before.amounts[found.other_amount]), "value", f"amounts.{found.other_amount}", event=before)
    line.add(" ")
    line.add(say_in_sentence(before.date), "time", "date", event=before)
    line.add(" and at ")
    line.add(say_amount(after.amounts[found.amount]), "value", f"amounts.{found.amount}")
    line.add(" ")
    line.add(say_in_sentence(after.date), "time", "date")
    line.add(".")
    yield line.draft("state")


def as_of(point: Point, discourse: Discourse) -> Iterator[Draft]:
    """`As of 23 November 2026 this was planned for 3 May 2027: …`; of a day gone by, that no outcome is told."""
    store, event = discourse.store, point.event
    line = Line(discourse, event)
    now = store.timeline.as_of
    day = None if point.aside else event.date
    text = event.facts[point.index].text if point.aside else event.title
    passed = now is not None and (day.end if day else _last_day(text)) <= now.start
    if now:
        line.add("as of ")
        line.add(say(now), "time", "timeline.as_of")
        line.add(" ")
    line.add("this was planned " if day else "the record has this as planned")
    if day:
        line.add(for_day(phrase(day, None)), "time", "date")
    line.add("" if not passed else _NOT_TOLD if day else _UNTOLD)
    line.add(": ")
    where = f"facts.{point.index}" if point.aside else "title"
    line.add(lower(text, discourse), "lexical" if point.aside else "title", where)
    if not text.endswith((".", "?", "!")):
        line.add(".")
    yield line.draft("outlook")


_NOT_TOLD = ", and the record does not tell what came of it"
_UNTOLD = " and does not tell what came of it"


def for_day(words: str) -> str:
    """`for 3 May`, `for December`, `from 3 to 5 May`: when something is planned for."""
    for preposition in ("on ", "in ", "at "):
        if words.startswith(preposition):
            return f"for {words.removeprefix(preposition)}"
    return words


_DAY = re.compile(rf"\b(?:(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) )?((?:19|20)\d\d)\b")


def _last_day(text: str) -> float:
    """The end of the latest day, month or year that the words name; without one nothing has passed."""
    ends = []
    for day, month, year in _DAY.findall(text):
        iso = year + (f"-{MONTHS.index(month) + 1:02}" if month else "") + (f"-{int(day):02}" if day else "")
        ends.append(parse(iso).end if is_date(iso) else inf)
    return max(ends, default=inf)


def office(point: Point, discourse: Discourse) -> Iterator[Draft]:
    """`Sam Altman was OpenAI's chief executive until 17 November 2023.` or `… became … on 22 November 2023.`"""
    actor = discourse.store.actors[point.actor]
    role = actor.roles[point.index]
    when = role.start if point.aside else role.end
    if when is None:
        return
    line = Line(discourse, point.event)
    name = discourse.name(point.actor, point.event, set(), frozenset())
    line.mentions.append(point.actor)
    line.add(name.text, "name", f"actors.{point.actor}.{name.field}")
    line.add(" became " if point.aside else " was ")
    line.add(role.role, "name", f"actors.{point.actor}.roles")
    before = any(r.role == role.role and r.end and r.end.end <= when.start for r in actor.roles)
    line.add((" again " if before else " ") if point.aside else " until ")
    line.add(phrase(when, None) if point.aside else standing(when, None), "time", "date")
    line.add(".")
    yield line.draft("office")
