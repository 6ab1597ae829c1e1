"""Forms about something: by thread, of one actor, what led to an event, what changed between two days."""

from collections.abc import Iterable

from ...dates import When
from ...model import Event
from ..points import Plan, Point, Section
from ..ratios import Comparison, sum_of
from ..request import NarrativeError, Request
from ..select import choose, needs
from . import chronicle, depth, layout

_GREATEST = 0.95
_TRIGGER, _LONG = 0.7, 60.0  # weight; days
_MONTH = 32.0  # days
_LEADS = ("caused-by", "responds-to", "modifies", "withdraws", "corrects", "continues", "part-of")


def explainer(request: Request) -> Plan:
    """A section a thread, each opening on a full date; threads in the order of the store."""
    chosen = choose(request.view, request.store, request.budget(8, 24, 60))
    level = 1 if request.length != "short" else 0
    sections = []
    for thread, title in [*((t, one.title) for t, one in request.store.threads.items()), (None, "")]:
        events = [e for e in chosen if (e.thread if e.thread in request.store.threads else None) == thread]
        groups = [depth.points(e, request, request.store.events, level) for e in events]
        if groups:
            sections.append(layout.section(title, groups))
    return Plan(tuple(sections), len(request.view) - len(chosen))


def perspective(request: Request) -> Plan:
    """The events that an actor did or underwent, with the actor's own words, and both sides where they are disputed."""
    if not request.actor:
        raise NarrativeError("a perspective is of an actor: say which")
    focus = frozenset((request.actor,))
    view = [e for e in request.view if _takes_part(e, request.actor, request)]
    most = request.most or {"short": 6, "standard": 12, "long": None}[request.length]
    chosen = _with_triggers(choose(view, request.store, most, focus), request)
    sections = []
    for heading, events in layout.by_years(chosen):
        groups = [_of_actor(e, request) for e in events]
        sections.append(layout.section(heading, groups))
    told = {e.id for e in chosen}
    return Plan(tuple(sections), sum(e.id not in told for e in view))


def _takes_part(event: Event, actor: str, request: Request) -> bool:
    """The actor, or a body of it such as its board; in the greatest events, whatever the part."""
    ours = {actor, *(ref for ref, a in request.store.actors.items() if a.part_of == actor)}
    greatest = event.weight >= _GREATEST
    parts = any(p.ref in ours and (greatest or p.role in ("agent", "patient", "speaker")) for p in event.actors)
    return parts or f"{{{actor}}}" in (event.clause or "")


def _with_triggers(chosen: list[Event], request: Request) -> list[Event]:
    """Nothing that is an answer stands without what it answers, though the actor had no part in that."""
    ids = {e.id for e in chosen}
    when = {t: e.date.start for e in reversed(chosen) for t in needs(e)}
    triggers = {
        e.id for e in request.view if e.weight >= _TRIGGER and when.get(e.id, e.date.end + _LONG) - e.date.end < _LONG
    }
    return [e for e in request.view if e.id in ids or e.id in triggers]


def _of_actor(event: Event, request: Request) -> list[Point]:
    """The clause, the actor's own words, and both sides of what was disputed at the time of a heavy event."""
    if request.length == "short" or event.weight < 0.5:
        return [Point(event)]
    reply = request.pack.replies(event) if any(t in request.inside for t in needs(event)) else None
    if reply is not None and event.quotes[reply].by == request.actor:
        return [Point(event, reply=reply)]
    own = [Point(event, "quote", i) for i, q in enumerate(event.quotes) if q.by == request.actor]
    tellable = [p for p in own if request.pack.tellable(p)][:1]
    both = depth.sides(event, request) if event.weight >= depth.HEAVY and not tellable else []
    return [Point(event), *tellable, *both]


def led_to(request: Request) -> Plan:
    """The chain into an event, told forward: what it replies to, changes, continues or was caused by."""
    if request.event is None:
        raise NarrativeError("what led to an event: say which event")
    kept = _ancestors(request.event, request, request.budget(4, 8, 16) - 1)
    events = [*kept, request.event]
    level = {"short": 0, "standard": 0, "long": 2}[request.length]
    plan = chronicle.plan(request, events[:-1], level, behind=False)
    last = layout.section("", [depth.points(request.event, request, request.store.events, min(1, level + 1))])
    merged = _append(plan.sections, last)
    return Plan(merged, _count(request.event, request) - len(events))


def _count(event: Event, request: Request) -> int:
    """How many events the whole chain has."""
    return len(_ancestors(event, request, len(request.view))) + 1


def _append(sections: tuple[Section, ...], last: Section) -> tuple[Section, ...]:
    """The event itself ends the last section, in a paragraph of its own."""
    if not sections:
        return (last,)
    end = sections[-1]
    return (*sections[:-1], Section(end.heading, (*end.paragraphs, *last.paragraphs), end.view))


def _ancestors(event: Event, request: Request, most: int) -> list[Event]:
    """The nearest events of the view that lead to the event, the weightier first, in order of date."""
    by_id = {e.id: e for e in request.view}
    enabled_by: dict[str, list[str]] = {}
    for e in request.view:
        for target in _targets(e, ("enables",)):
            enabled_by.setdefault(target, []).append(e.id)
    found: dict[str, int] = {event.id: 0}
    waiting = [event.id]
    while waiting:
        one = waiting.pop(0)
        source = by_id.get(one, event)
        for target in (*_targets(source, _LEADS), *enabled_by.get(one, ())):
            if target in by_id and target not in found and by_id[target].date.start <= event.date.start:
                found[target] = found[one] + 1
                waiting.append(target)
    near = sorted(
        (e for e in request.view if e.id in found and e.id != event.id), key=lambda e: (found[e.id], -e.weight)
    )
    kept = {e.id for e in near[:most]}
    return [e for e in request.view if e.id in kept]


def _targets(event: Event, types: Iterable[str]) -> list[str]:
    return [t for relation in event.relations if relation.type in types for t in relation.targets]


def between(request: Request) -> Plan:
    """What changed between two days: values known on both, then the events that made the difference."""
    if request.between is None:
        raise NarrativeError("between two days: say which")
    first, last = request.between
    inside = [e for e in request.view if e.date.start >= first.start and e.date.end <= last.end]
    chosen = choose(inside, request.store, request.budget(5, 8, 20))
    plan = chronicle.plan(request, chosen, 0, behind=False)
    values = (*_values(request, first.start, last.end), *_offices(request, first.end, last.end))
    sections = (Section("", (values,)),) if values else ()
    return Plan((*sections, *plan.sections), len(inside) - len(chosen))


_OFFICES = 6
_MOVES = ("appointment", "departure", "dismissal", "election", "founding", "governance", "resignation", "return")


def _offices(request: Request, first: float, last: float) -> list[Point]:
    """Offices that began or ended between the days, each by the event of that day in which its holder took part."""
    out: dict[tuple[str, int, int], tuple[float, Point]] = {}
    for event in request.view:
        moved = (p.ref for p in event.actors if p.role in ("agent", "patient") and event.kind in _MOVES)
        for ref in dict.fromkeys(moved):
            actor = request.store.actors.get(ref)
            for i, role in enumerate(actor.roles if actor else ()):
                for begins, day in enumerate((role.end, role.start)):
                    if day and first <= day.end and day.start < last and _is_of(event.date, day):
                        point = Point(event, "office", i, begins, timed=False, actor=ref)
                        out.setdefault((ref, i, begins), (day.start, point))
    return [point for _, point in sorted(out.values(), key=lambda one: one[0])][:_OFFICES]


def _is_of(when: When, term: When) -> bool:
    """Whether it is the day of the term, or lies in its month; a year tells too little."""
    return term.end - term.start < _MONTH and term.start <= when.start and when.end <= term.end


def _values(request: Request, first: float, last: float) -> Iterable[Point]:
    """For each whole that was valued before the first day and again until the last: the two values."""
    before: dict[tuple[str, str], tuple[Event, str]] = {}
    after: dict[tuple[str, str], tuple[Event, str]] = {}
    for event in request.view:
        for name, amount in event.amounts.items():
            if (
                amount.of
                and amount.of.endswith(" as a whole")
                and sum_of(amount)
                and not amount.estimate
                and amount.currency
            ):
                known = before if event.date.end <= first + 1 else after if event.date.end <= last else None
                if known is not None:
                    known[(amount.of, amount.currency)] = (event, name)
    for key, (event, name) in after.items():
        if key in before:
            other, other_name = before[key]
            yield Point(event, "state", timed=False, comparison=Comparison(name, other, other_name, "same"))
