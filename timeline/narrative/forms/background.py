"""What a view hangs on but does not show: told once, behind the story's time."""

from ...clause import ClauseError, Reference, Verb, Words, parse_clause
from ...model import Event
from ..points import Point
from ..request import Request
from ..select import NEEDS

_MOST = 3
_LIGHTEST = 0.5
_TIED = (*NEEDS, "part-of")
_LONGEST_CHAIN = 3


def behind(event: Event, request: Request, told: set[str]) -> list[Point]:
    """Events outside the view that this one replies to, changes or belongs to; mutates `told`."""
    out = []
    for relation in event.relations:
        for target in relation.targets if relation.type in _TIED else ():
            other = request.store.by_id.get(target)
            if other is None or target in told or len(told) >= _MOST or not _is_behind(other, request):
                continue
            line = _line(other, request)
            told.update(e.id for e in line)
            short = Point(
                line[0], "chain" if len(line) > 1 else "clause", background=True, short=True, others=tuple(line[1:])
            )
            out.append(short)
    return out


def founding(event: Event, request: Request) -> Event | None:
    """How that came to be which the clause of the first event ends on, if the view does not tell it."""
    earlier = (e for e in request.store.events if e.kind == "founding" and _is_behind(e, request))
    return next((e for e in earlier if request.pack.founded(event, e, request.store)), None)


def _is_behind(event: Event, request: Request) -> bool:
    before = event.date.end <= request.begins
    plain = event.clause and event.status == "established" and event.weight >= _LIGHTEST
    return bool(before and plain and event.id not in request.inside)


def _line(event: Event, request: Request) -> list[Event]:
    """The event with what it continues and what took that back, if one actor did it all: three at most, in order."""
    subject = subject_of(event)
    found = {event.id: event}
    for relation in event.relations if subject else ():
        for target in relation.targets if relation.type == "continues" else ():
            ended = [e for kind, e in request.store.replies.get(target, ()) if kind == "withdraws"]
            first = request.store.by_id.get(target)
            for other in (first, *ended):
                if (
                    other
                    and subject_of(other) == subject
                    and _is_behind(other, request)
                    and other.date.end <= event.date.start
                ):
                    found[other.id] = other
    return sorted(found.values(), key=lambda e: e.date.sort_key)[-_LONGEST_CHAIN:]


def subject_of(event: Event) -> str | None:
    """The one actor that stands alone before the verb."""
    try:
        pieces = parse_clause(event.clause or "").pieces
    except ClauseError:
        return None
    first = pieces[0] if len(pieces) > 2 else None
    alone = (
        isinstance(first, Reference)
        and not first.possessive
        and pieces[1] == Words(" ")
        and isinstance(pieces[2], Verb)
    )
    return first.id if alone and isinstance(first, Reference) else None
