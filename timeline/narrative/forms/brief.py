"""Briefs and standfirsts: what happened, what was answered, where it stands."""

from ...model import Event
from ..points import Plan, Point, Section
from ..request import Request
from ..select import needs, ranked

_WEIGHTY = 0.75


def brief(request: Request) -> Plan:
    """Three or four sentences: the lead, the main replies to it, the latest state."""
    return _told(request, _leading(request, request.most or 4))


def standfirst(request: Request) -> Plan:
    """What is at stake and where it stands: the lead and the latest state."""
    found = _leading(request, 4)
    return _told(request, [found[0], *found[-1:]] if len(found) > 1 else found)


def _told(request: Request, events: list[Event]) -> Plan:
    points = tuple(Point(event, short=True) for event in events)
    return Plan((Section("", (points,)),) if points else (), len(request.view) - len(events))


def _leading(request: Request, most: int) -> list[Event]:
    order = ranked(request.view, request.store)
    if not order:
        return []
    lead = max(request.view, key=lambda e: e.weight)
    later = [e for e in order if e.date.start >= lead.date.start and e.id != lead.id]
    answers = sorted((e for e in later if lead.id in _all_needs(e, request)), key=lambda e: -e.weight)
    latest = [e for e in later if e.weight >= _WEIGHTY and e.date.start > lead.date.end]
    last = max(latest, key=lambda e: e.date.start, default=None)
    chosen = {lead.id: lead, **({last.id: last} if last else {})}
    for event in [*answers, *order]:
        if len(chosen) < most and (event in answers or not answers):
            chosen.setdefault(event.id, event)
    return [event for event in request.view if event.id in chosen]


def _all_needs(event: Event, request: Request) -> set[str]:
    """What an event needs, directly or through one other."""
    direct = set(needs(event))
    by_id = request.store.by_id
    return direct | {t for d in direct if d in by_id for t in needs(by_id[d])}
