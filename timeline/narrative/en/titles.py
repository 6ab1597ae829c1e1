"""Events without a clause: the title as a sentence where it is one, the kind's frame, or the title after its date.

A title is a headline, in the present tense or without a verb. In a store that has no clauses at all the story is told
in the present, as titles are, and a title that is a sentence takes its date in: `At 03:14 the pager goes off.` Beside
clauses, which tell the past, a title stands after its date and a colon, where both read as English.
"""

from collections.abc import Iterator
from dataclasses import replace

from ...model import Amount, Event
from ...money import say_amount
from ...verbs import forms
from ...verbs.en import present
from ..discourse import Discourse
from ..drafts import Draft, Line, capital
from ..moments import Moment
from ..points import Point
from . import attribution
from .extras import lower
from .headlines import is_sentence
from .state import for_day
from .words import clock, phrase, say_moment, standing

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
    "appointment": "appointed",
    "launch": "launched",
    "release": "released",
    "bid": "bid for",
}
# kind → verb of those that tell a sum; the patient follows the preposition
SUMS = {
    "acquisition": ("acquired", ""),
    "bid": ("bid", "for"),
    "funding": ("raised", ""),
    "investment": ("invested", "in"),
    "settlement": ("paid", "to"),
    "fine": ("fined", ""),
}
_SHORT_TITLE = 9
_CLAUSES = (" that ", " which ", " who ", " because ", " if ", " when ", " while ", " as ", " before ", " after ", ", ")


def drafts(point: Point, discourse: Discourse, told: Moment | None) -> Iterator[Draft]:
    """The title as a sentence, or the frame of the kind, if it has all that it needs; then the title after its date."""
    if told is not None and not point.background:
        yield from sentences(point.event, discourse, told)
        yield from _frame(point, discourse, told)
    yield title(point.event, discourse, told)


def sentences(event: Event, discourse: Discourse, told: Moment) -> Iterator[Draft]:
    """The title with the date before it where the first word may be small, and behind it where it is short enough."""
    text = event.title.rstrip().removesuffix(".")
    if not discourse.world.in_present or event.status == "planned" or not is_sentence(text):
        return
    time, lowered = say_moment(told), lower(text, discourse)
    may_lead = (lowered != text or text.split()[0] in discourse.world.proper) and not time[:1].isdigit()
    short = len(text.split()) <= _SHORT_TITLE and not any(mark in text for mark in _CLAUSES)
    clash = time.split()[0] in (" ".join(text.split()[-3:])).split()
    cause = discourse.cause(event)
    may_end = (short and not clash) or not may_lead
    places = [place for place, fits in ((True, may_lead), (False, may_end)) if fits]
    for front in places if cause is None else places[-1:]:
        line = Line(discourse, event)
        if cause is not None and may_lead:
            attribution.result_of(line, event, cause)
        if front:
            line.add(time, "time", "date")
            line.add(" ")
        line.add(lowered if front or line.spans else text, "title", "title")
        if not front:
            line.add(" ")
            line.add(time, "time", "date")
        attribution.tail_of(line, Point(event), discourse)
        line.add(".")
        rule = "result" if cause is not None and may_lead else "headline"
        yield line.draft(rule, moment=told, place="front" if front else "end")


def title(event: Event, discourse: Discourse, told: Moment | None, safe: bool = False) -> Draft:
    """`10 February 2025: Title.` With a clock alone where the day was said before: `03:04: Title.`

    Whatever else fails, the source of what is only claimed is said: behind the title, or before one that has a stop.
    """
    line = Line(discourse, event)
    dated = told is not None or safe
    if dated:
        _date(line, event, told)
    stopped = event.title.rstrip().endswith((".", "?", "!"))
    hedge = attribution.hedge(event, discourse)
    if stopped and hedge[0]:
        line.add(", " if dated else "")
        line.add(hedge[0], "lexical", hedge[1], hedge[2])
    line.add(": " if dated or (stopped and hedge[0]) else "")
    line.add(event.title, "title", "title")
    if hedge[0] and not stopped:
        line.add(", ")
        line.add(hedge[0], "name", hedge[1], hedge[2])
    line.add("." if dated and not stopped else "")
    by_clock = told is not None and told.mode in ("clock", "minutes")
    absolute = Moment("absolute", event.date, told.year if told else None)
    moment = replace(told, mode="clock") if told and by_clock else absolute
    spans = capital(tuple(line.spans)) if dated or stopped else tuple(line.spans)
    return Draft(spans, "safe" if safe else "title", moment=moment if dated else None)


def _date(line: Line, event: Event, told: Moment | None) -> None:
    """Mutates the line: the date that stands before a title; what is planned says so."""
    by_clock = told is not None and told.mode in ("clock", "minutes")
    year = told.year if told else None
    if event.status == "planned":
        line.add("planned ")
        line.add(for_day(clock(event.date) if by_clock else phrase(event.date, year)), "time", "date")
    else:
        date = clock(event.date) if by_clock else standing(event.date, year)
        line.add(date.removeprefix("at "), "time", "date")


def _frame(point: Point, discourse: Discourse, told: Moment) -> Iterator[Draft]:
    """`On 3 May 2021 Acme acquired Oldco for $5 million.`"""
    event = point.event
    if event.clause or event.status == "planned":
        return
    agents, patients = ([p.ref for p in event.actors if p.role == role] for role in ("agent", "patient"))
    found = frame_of(event, len(agents), len(patients))
    if found is None:
        return
    verb, amount, preposition = found
    line = Line(discourse, event)
    line.add(say_moment(told), "time", "date")
    line.add(" ")
    _names(line, agents)
    line.add(f" {tense(verb, discourse.world.in_present, len(agents) > 1)}", "lexical", "kind")
    if preposition is None and patients:
        line.add(" ")
        _names(line, patients)
    if amount:
        line.add(" for " if preposition is None and patients else " ")
        line.add(say_amount(event.amounts[amount]), "value", f"amounts.{amount}")
    if preposition and patients:
        line.add(f" {preposition} ")
        _names(line, patients)
    attribution.tail_of(line, point, discourse)
    line.comma_due = False
    line.add("" if line.spans[-1].text.endswith(".") else ".")
    yield line.draft("frame", moment=told, subject=agents[0] if len(agents) == 1 else None)


def frame_of(event: Event, agents: int, patients: int) -> tuple[str, str, str | None] | None:
    """The verb, the one sum, and the preposition before the patients if the sum comes first; None without a frame."""
    kind = event.kind or ""
    sums = [name for name, amount in event.amounts.items() if _is_sum(amount)]
    one = sums[0] if len(sums) == 1 and kind in SUMS else ""
    if not agents or (not patients and not (one and kind == "funding")):
        return None
    if one and SUMS[kind][1]:
        return SUMS[kind][0], one, SUMS[kind][1]
    if one and kind == "funding":
        return SUMS[kind][0], one, ""
    if kind in FRAMES:
        return FRAMES[kind], one, None
    return (SUMS[kind][0], one, None) if one else None


def _is_sum(amount: Amount) -> bool:
    return amount.currency is not None and amount.value.disclosed and not amount.tone


def tense(past: str, in_present: bool, many: bool) -> str:
    """The frame's verb in the tense of the store."""
    if not in_present:
        return past
    base = forms(past, "en").base or past
    return base if many else present(base)


def _names(line: Line, refs: list[str]) -> None:
    for i, ref in enumerate(refs):
        if i:
            line.add(" and " if i == len(refs) - 1 else ", ")
        name = line.discourse.name(ref, line.event, set(line.mentions), frozenset())
        line.mentions.append(ref)
        line.add(name.text, "name", f"actors.{ref}.{name.field}")
