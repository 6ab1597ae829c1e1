"""How things stood: an amount or office at the two ends of a stretch, and what was planned or open on a day."""

from collections.abc import Iterator

from ...dates import say, say_in_sentence
from ...money import say_amount
from ..discourse import Discourse
from ..drafts import Draft, Line, capital
from ..points import Point
from .extras import lower


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
    yield Draft(capital(tuple(line.spans)), "state")


def as_of(point: Point, discourse: Discourse) -> Iterator[Draft]:
    """`As of 23 November 2026, this was planned: a trial was set for 19 October 2026.`"""
    store, event = discourse.store, point.event
    line = Line(discourse, event)
    if store.timeline.as_of:
        line.add("As of ")
        line.add(say(store.timeline.as_of), "time", "timeline.as_of")
        line.add(", the record ends with a plan: ")
    else:
        line.add("The record ends with a plan: ")
    text = event.facts[point.index].text if point.aside else event.title
    line.add(
        lower(text, discourse),
        "lexical" if point.aside else "title",
        f"facts.{point.index}" if point.aside else "title",
    )
    if not text.endswith((".", "?", "!")):
        line.add(".")
    yield Draft(capital(tuple(line.spans)), "outlook")
