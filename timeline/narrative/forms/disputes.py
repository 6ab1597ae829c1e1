"""Both sides of a dispute, in equal terms: the event, the matter, then each side's claim in the order of the file."""

from ...model import Event
from ..points import Plan, Point, Section
from ..request import NarrativeError, Request


def sides(request: Request) -> Plan:
    """Of one event, or of every disputed event of the view, the heaviest first."""
    events = [request.event] if request.event else _disputed(request)
    if request.event and not request.event.disputes:
        raise NarrativeError(f"no dispute is recorded for '{request.event.id}'")
    most = request.budget(1, 3, 10)
    sections = tuple(section for event in events[:most] for section in _sections(event))
    return Plan(sections, 0 if request.event else len(events) - len(events[:most]))


def _disputed(request: Request) -> list[Event]:
    return sorted(
        (e for e in request.view if len([s for d in e.disputes for s in d.sides]) > 1), key=lambda e: -e.weight
    )


def _sections(event: Event) -> list[Section]:
    out = []
    for i, dispute in enumerate(event.disputes):
        lead = (Point(event), Point(event, "issue", i)) if i == 0 else (Point(event, "issue", i),)
        told = tuple(Point(event, "side", i, aside=j) for j in range(len(dispute.sides)))
        heading = dispute.issue[:1].upper() + dispute.issue[1:]
        out.append(Section(heading, (lead, told), dispute=Point(event, "issue", i)))
    return out
