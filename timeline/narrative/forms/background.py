"""What a view hangs on but does not show: told once, behind the story's time."""

from ...model import Event
from ..points import Point
from ..request import Request
from ..select import NEEDS

_MOST = 3
_LIGHTEST = 0.5
_TIED = (*NEEDS, "part-of")


def behind(event: Event, request: Request, told: set[str]) -> list[Point]:
    """Events outside the view that this one replies to, changes or belongs to; mutates `told`."""
    out = []
    for relation in event.relations:
        for target in relation.targets if relation.type in _TIED else ():
            other = request.store.by_id.get(target)
            if other is None or target in request.inside or target in told or len(told) >= _MOST:
                continue
            before = other.date.end <= min(e.date.start for e in request.view)
            if before and other.weight >= _LIGHTEST and other.clause and other.status == "established":
                told.add(target)
                out.append(Point(other, background=True))
    return out
