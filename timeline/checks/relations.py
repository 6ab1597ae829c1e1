"""Relations: they follow time and do not run in circles."""

from collections.abc import Iterator

from ..collected import Reading
from ..findings import Finding
from ..model import Event

# What cannot come before the thing it refers to. `part-of` may be either way; `enables` points forward.
_BACKWARD = frozenset(("caused-by", "modifies", "continues", "cites", "corrects", "contradicts"))
_ANSWERS = frozenset(("responds-to", "withdraws"))


def relation_out_of_time(reading: Reading) -> Iterator[Finding]:
    """A reply stands before what it replies to, or another relation runs against time."""
    by_id = {event.id: event for event in reading.events}
    for event in reading.events:
        for i, relation in enumerate(event.relations):
            for target in relation.targets:
                other = by_id.get(target)
                fault = _against_time(event, other, relation.type) if other else None
                if fault:
                    code, message = fault
                    yield reading.finding(
                        "event", event.id, ("relations", i, relation.type), code, message, severity="warning"
                    )


def _against_time(event: Event, other: Event, kind: str) -> tuple[str, str] | None:
    if kind == "enables":
        if other.date.start_latest <= event.date.start:
            return "relation-out-of-time", f"enables '{other.id}', which had begun before it"
        return None
    if event.date.start_latest > other.date.start:
        return None
    if kind in _ANSWERS:
        return "reply-before-trigger", f"stands before '{other.id}', which it {kind.replace('-', ' ')}"
    if kind in _BACKWARD:
        return "relation-out-of-time", f"is {kind} '{other.id}', which came later"
    return None


def relation_cycle(reading: Reading) -> Iterator[Finding]:
    """Relations of one sort lead from an event back to itself."""
    for kind in {relation.type for event in reading.events for relation in event.relations}:
        edges = {
            e.id: [(i, t) for i, r in enumerate(e.relations) if r.type == kind for t in r.targets]
            for e in reading.events
        }
        for event_id, index, chain in _cycles(edges):
            yield reading.finding(
                "event",
                event_id,
                ("relations", index, kind),
                "relation-cycle",
                f"{kind} runs in a circle: {' → '.join(chain)}",
            )


def _cycles(edges: dict[str, list[tuple[int, str]]]) -> Iterator[tuple[str, int, list[str]]]:
    """Each edge that closes a circle, found by depth-first search with a stack of its own."""
    state: dict[str, int] = {}
    for root in edges:
        if state.get(root):
            continue
        path = [root]
        stack = [iter(edges[root])]
        state[root] = 1
        while stack:
            step = next(stack[-1], None)
            if step is None:
                state[path.pop()] = 2
                stack.pop()
                continue
            index, target = step
            if target != path[-1] and state.get(target) == 1:
                yield path[-1], index, [*path[path.index(target) :], target]
            elif target in edges and not state.get(target):
                state[target] = 1
                path.append(target)
                stack.append(iter(edges[target]))
