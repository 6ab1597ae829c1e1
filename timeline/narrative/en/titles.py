"""Events without a clause: the kind's frame where the parts in it are given, or else the title, and the safe sentence.

A title is a headline, in the present tense or without a verb; it is set after its date and a colon, where both read as
English, and never grafted into a sentence.
"""

from collections.abc import Iterator

from ...dates import say
from ...model import Event
from ...money import say_amount
from ..discourse import Discourse
from ..drafts import Draft, Line, capital
from ..moments import Moment
from ..points import Point
from . import attribution
from .words import clock, say_moment

# kind → verb; each says only what the kind and the parts "agent" and "patient" say already
FRAMES = {
    "lawsuit": "sued",
    "founding": "founded",
    "acquisition": "acquired",
    "merger": "merged with",
    "departure": "left",
    "dismissal": "dismissed",
    "rejection": "rejected",
    "countersuit": "countersued",
}


def drafts(point: Point, discourse: Discourse, told: Moment | None) -> Iterator[Draft]:
    """The frame of the kind, if it has all that it needs; then the title after its date."""
    yield from _frame(point, discourse, told)
    yield title(point.event, discourse, told)


def title(event: Event, discourse: Discourse | None, told: Moment | None, safe: bool = False) -> Draft:
    """`10 February 2025: Title.` With a clock alone where the day was said before: `03:04: Title.`"""
    line = Line(discourse, event)  # type: ignore[arg-type]  # no names are asked for
    if told is None and not safe:
        line.add(event.title, "title", "title")
        return Draft(tuple(line.spans), "title")
    date = clock(told) if told and told.mode == "clock" else say(event.date, year=told.year if told else None)
    line.add(date, "time", "date")
    line.add(": ")
    line.add(event.title, "title", "title")
    tail = (
        attribution.attribution(event, discourse)
        if discourse and event.status in ("reported", "alleged", "disputed", "denied")
        else None
    )
    if tail and not safe and not event.title.rstrip().endswith((".", "?", "!")):
        line.add(", ")
        line.add(tail[0], "name", tail[1], tail[2])
    if not event.title.rstrip().endswith((".", "?", "!")):
        line.add(".")
    moment = Moment("absolute", event.date, told.year if told else None)
    return Draft(
        capital(tuple(line.spans)),
        "safe" if safe else "title",
        moment=told if told and told.mode == "clock" else moment,
    )


def _frame(point: Point, discourse: Discourse, told: Moment | None) -> Iterator[Draft]:
    event = point.event
    agents = [p.ref for p in event.actors if p.role == "agent"]
    patients = [p.ref for p in event.actors if p.role == "patient"]
    verb = FRAMES.get(event.kind or "")
    if (
        event.clause
        or not verb
        or not agents
        or not patients
        or told is None
        or point.background
        or event.status == "planned"
    ):
        return
    line = Line(discourse, event)
    line.add(say_moment(told), "time", "date")
    line.add(" ")
    _names(line, agents)
    line.add(f" {verb} ", "lexical", "kind")
    _names(line, patients)
    price = next((n for n, a in event.amounts.items() if a.currency), None)
    if event.kind == "acquisition" and price:
        line.add(" for ")
        line.add(say_amount(event.amounts[price]), "value", f"amounts.{price}")
    attribution.tail_of(line, point, discourse)
    line.comma_due = False
    line.add("" if line.spans[-1].text.endswith(".") else ".")
    draft = line.draft("frame", moment=told, subject=agents[0] if len(agents) == 1 else None)
    yield Draft(capital(draft.spans), "frame", draft.mentions, draft.subject, draft.roles, told)


def _names(line: Line, refs: list[str]) -> None:
    for i, ref in enumerate(refs):
        if i:
            line.add(" and " if i == len(refs) - 1 else ", ")
        name = line.discourse.name(ref, line.event, set(line.mentions), frozenset())
        line.mentions.append(ref)
        line.add(name.text, "name", f"actors.{ref}.{name.field}")
