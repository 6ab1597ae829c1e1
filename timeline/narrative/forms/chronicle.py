"""The chronicle: the events that matter most, in strict order, in passages that stand alone."""

from collections.abc import Sequence
from dataclasses import replace

from ...model import Event
from ..points import Plan, Point
from ..request import Request
from ..select import carrying
from . import background, depth, layout

_MOST_OF_IT = 0.9


def chronicle(request: Request) -> Plan:
    """A short one tells 8 events, a standard one 21, a long one 55; `most` says otherwise.

    Where a few events more carry nine tenths of the view's weight, they are told too: up to 24, in a long one 144.
    """
    chosen_ids = {event.id for event in request.order[: _budget(request)]}
    chosen = [event for event in request.view if event.id in chosen_ids]
    return plan(request, chosen, {"short": 0, "standard": 1, "long": 2}[request.length])


def _budget(request: Request) -> int:
    given = request.budget(8, 21, 55)
    most = {"short": 8, "standard": 24, "long": 144}[request.length]
    needed = carrying(request.order, _MOST_OF_IT)
    return given if request.most or needed > most else max(given, needed)


def plan(request: Request, chosen: Sequence[Event], level: int, behind: bool = True) -> Plan:
    """Sections by years; what the view hangs on is told behind the first event that needs it."""
    told: set[str] = set()
    sections = []
    for heading, events in layout.by_years(chosen):
        groups: list[list[Point]] = []
        kept: list[Point] = []  # behind the first event: told when the story next looks back, or not at all
        for event in events:
            own = depth.points(event, request, request.store.events, level)
            if behind and level and event is chosen[0]:
                own[0] = replace(own[0], behind=background.founding(event, request))
            before = background.behind(event, request, told) if behind and level else []
            if before and groups:
                groups.append([*sorted([*kept, *before], key=lambda p: p.event.date.sort_key), *own])
                kept = []
            else:
                groups.append(own)
                kept.extend(before)
        sections.append(layout.section(heading, groups))
    return Plan(tuple(sections), len(request.view) - len(chosen))
