"""How much is said of one event: its clause, and by its own weight what follows. Never by its neighbours' weight,
so that an event is told alike whatever else is in view."""

from collections.abc import Sequence

from ...model import Event
from ..points import Point
from ..ratios import comparison
from ..request import Request
from ..select import needs

HEAVY = 0.8
_NOTABLE = 0.7
_SPOKEN = ("reply", "statement", "report", "letter", "testimony")
_SHORT_QUOTE = 16
_AT_THE_TIME = 45  # days


def points(event: Event, request: Request, known: Sequence[Event], depth: int, background: bool = False) -> list[Point]:
    """The points of an event: `depth` 0 its clause alone, 1 with what matters most, 2 with all."""
    out = [Point(event, background=background)]
    if depth == 0 or background:
        return out
    reply = request.pack.replies(event) if any(t in request.inside for t in needs(event)) else None
    out = [Point(event, reply=reply)]
    heavy = event.weight >= HEAVY or depth == 2
    if heavy:
        out.extend(p for p in (Point(event, "members"),) if request.pack.tellable(p))
        both = sides(event, request) if event.weight >= HEAVY else []
        spoken = {event.disputes[p.index].sides[p.aside].by for p in both}
        quotes = [p for p in _quotes(event, request, 2, 30) if event.quotes[p.index].by not in spoken]
        quotes = [p for p in quotes if reply is None or event.quotes[p.index].by != event.quotes[reply].by]
        joined = [p for p in quotes if event.quotes[p.index].by in _agents(event)]
        found = comparison(event, request.store, known)
        compared = [Point(event, "compare", comparison=found)] if found else []
        # A reply's own words follow at once; of an offer one first wants to know what the sum means.
        out.extend([*joined[:1], *compared] if event.kind in _SPOKEN else [*compared, *joined[:1]])
        out.extend(p for p in quotes if p not in joined[:1])
        out.extend(both)
    elif event.kind in _SPOKEN and event.weight >= 0.5 and reply is None:
        out.extend(_quotes(event, request, 1, _SHORT_QUOTE))
    bar = HEAVY if event.clause else _NOTABLE
    if event.status == "established" and (event.weight >= bar or depth == 2) and (len(out) == 1 or not event.clause):
        out[1:1] = [p for p in (Point(event, "summary"),) if request.pack.tellable(p)]
    if depth == 2:
        facts = (Point(event, "fact", i) for i in range(len(event.facts)))
        out.extend([p for p in facts if request.pack.tellable(p) and not _is_members_again(p, out)][:2])
    return out


def _agents(event: Event) -> set[str]:
    return {p.ref for p in event.actors if p.role in ("agent", "speaker")}


def sides(event: Event, request: Request) -> list[Point]:
    """Both sides of a dispute that they had at the time: sides that spoke up later belong to a later place."""
    for i, dispute in enumerate(event.disputes):
        spoke = [request.store.resolve(s).published for side in dispute.sides for s in side.cited]
        in_time = all(day is None or day.start - event.date.end < _AT_THE_TIME for day in spoke)
        if len(dispute.sides) == 2 and in_time and request.pack.tellable(Point(event, "side", i)):
            return [Point(event, "side", i, aside=j) for j in range(2)]
    return []


def _is_members_again(point: Point, out: list[Point]) -> bool:
    """Whether a fact lists the names that the list of members has told."""
    return any(p.part == "members" for p in out) and point.event.facts[point.index].text.count(",") >= 3


def _quotes(event: Event, request: Request, most: int, longest: int) -> list[Point]:
    """Tellable quotations, one a speaker, in the order of the file."""
    out: dict[str, Point] = {}
    for i, quote in enumerate(event.quotes):
        point = Point(event, "quote", i)
        if quote.by not in out and len(quote.told.split()) <= longest and request.pack.tellable(point):
            out[quote.by] = point
    return list(out.values())[:most]
