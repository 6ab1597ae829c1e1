"""The small forms: headline, card, steps for slides, outlook."""

from ...model import Event
from ..points import Plan, Point, Section
from ..request import Request
from ..select import choose, ranked
from ..spans import View

_SHORTEST_VIEW = 7.0
_LONGEST_HEADLINE = 70


def headline(request: Request) -> Plan:
    """The title of the event that matters most, of those whose title is short enough for one line."""
    order = sorted(request.view, key=lambda e: -e.weight)
    short = [e for e in order if len(e.title) <= _LONGEST_HEADLINE]
    first = (short or ranked(request.view, request.store))[:1]
    sections = tuple(Section("", ((Point(event, "title", timed=False),),)) for event in first)
    return Plan(sections, len(request.view) - len(first))


def card(request: Request) -> Plan:
    """One event, its date and its title, in the historical present."""
    event = request.event or max(request.view, key=lambda e: e.weight, default=None)
    return Plan((Section("", ((Point(event, "title"),),)),) if event else (), len(request.view) - 1 if event else 0)


def steps(request: Request) -> Plan:
    """One event a step, each with full names and the view that a timeline beside it should show."""
    chosen = choose(request.view, request.store, request.budget(5, 12, 30))
    sections = []
    for i, event in enumerate(chosen):
        heading = request.pack.words["steps"].format(n=i + 1)
        sections.append(Section(heading, ((Point(event),),), _view(chosen, i)))
    return Plan(tuple(sections), len(request.view) - len(chosen))


def _view(chosen: list[Event], at: int) -> View:
    """From the step before to the step after, with some air; the step's own event and what it relates to in focus."""
    event = chosen[at]
    near = chosen[max(0, at - 1) : at + 2]
    start, end = min(e.date.parts[0].start for e in near), max(e.date.parts[-1].end for e in near)
    air = max(_SHORTEST_VIEW, end - start) * 0.1
    ids = {e.id for e in chosen}
    related = (t for r in event.relations for t in r.targets if t in ids)
    return View(start - air, end + air, (event.id, *dict.fromkeys(related)))


def outlook(request: Request) -> Plan:
    """Only what is planned: events and facts with that status, the latest first."""
    found: list[Point] = []
    for event in reversed(request.view):
        if event.status == "planned":
            found.append(Point(event, "asof"))
        found.extend(Point(event, "asof", i, aside=1) for i, f in enumerate(event.facts) if f.status == "planned")
    return Plan((Section("", (tuple(found[:3]),)),) if found else (), len(request.view))
