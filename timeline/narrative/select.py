"""Which events a text tells: by salience, what an event needs before itself, in nested sets.

The order is computed once for a view; a shorter text is a prefix of it, so a longer one only adds.
"""

from collections.abc import Sequence
from math import log

from ..model import Event
from ..store import Store
from .memo import once
from .ratios import sum_of
from .world import world_of

# What an event cannot be told without: its trigger, the thing it changes or takes back.
NEEDS = ("responds-to", "withdraws", "modifies", "corrects")
SHARES = {"weight": 0.45, "sources": 0.15, "relations": 0.10, "kind": 0.10, "amount": 0.10, "focus": 0.10}
_KINDS = {
    "bid": 1.0, "ruling": 0.9, "rejection": 0.9, "dismissal": 0.9, "founding": 0.9, "lawsuit": 0.8, "merger": 0.8,
    "acquisition": 0.8, "reply": 0.7, "filing": 0.6, "governance": 0.6, "departure": 0.7, "appointment": 0.6,
    "funding": 0.5, "product": 0.4, "statement": 0.4, "report": 0.4, "letter": 0.4,
}  # fmt: skip
_SOURCES_ENOUGH = 8
_RELATIONS_ENOUGH = 10
_POOL = 3000  # of a greater view only the heaviest are weighed up: no text tells more, and an app asks at each zoom


def salience(event: Event, store: Store, focus: frozenset[str] = frozenset()) -> float:
    """How much an event matters to the view, from 0 to 1."""
    known = world_of(store).salience
    score = known.get(event.id)
    if score is None:
        score = known[event.id] = _salience(event, store)
    return score + (SHARES["focus"] if focus and not focus.isdisjoint(p.ref for p in event.actors) else 0.0)


def _salience(event: Event, store: Store) -> float:
    parts = {
        "weight": event.weight,
        "sources": min(1.0, log(1 + len(event.sources)) / log(1 + _SOURCES_ENOUGH)),
        "relations": min(1.0, _degree(event, store) / _RELATIONS_ENOUGH),
        "kind": _KINDS.get(event.kind or "", 0.3),
        "amount": _amount_rank(event),
    }
    return sum(SHARES[name] * value for name, value in parts.items())


def _degree(event: Event, store: Store) -> int:
    return sum(len(r.targets) for r in event.relations) + len(store.replies.get(event.id, ()))


def _amount_rank(event: Event) -> float:
    """Tens of thousands weigh nothing, a hundred billion all: the logarithm between."""
    sums = [float(s) for a in event.amounts.values() if (s := sum_of(a)) and not a.tone]
    return min(1.0, max(0.0, (log(max(sums), 10) - 4) / 7)) if sums and max(sums) > 0 else 0.0


def ranked(view: Sequence[Event], store: Store, focus: frozenset[str] = frozenset()) -> list[Event]:
    """The view by falling salience, each event preceded by those it needs and followed by what takes it back."""
    if len(view) > _POOL:
        heavy = sorted(range(len(view)), key=lambda i: (-view[i].weight, i))[:_POOL]
        view = [view[i] for i in sorted(heavy)]
    inside = {event.id: event for event in view}
    order = {event.id: i for i, event in enumerate(view)}
    score = {event.id: round(salience(event, store, focus), 9) for event in view}
    out: dict[str, Event] = {}
    for event in sorted(view, key=lambda e: (-score[e.id], order[e.id], e.id)):
        _add(event, inside, out)
        for kind, later in store.replies.get(event.id, ()):
            if kind == "withdraws" and later.id in inside:
                _add(later, inside, out)  # a dismissal without the return would leave the reader with what is no more
    return list(out.values())


def _add(event: Event, inside: dict[str, Event], out: dict[str, Event]) -> None:
    """Mutates `out`. A loop of stacks rather than calls: a chain of replies can be as long as the store."""
    path, waiting = [], [event]
    seen: set[str] = set()
    while waiting:
        one = waiting.pop()
        if one.id in seen or one.id in out:
            continue
        seen.add(one.id)
        path.append(one)
        waiting.extend(inside[t] for t in needs(one) if t in inside)
    for one in reversed(path):
        out.setdefault(one.id, one)


@once
def needs(event: Event) -> tuple[str, ...]:
    """The ids of the events that this one cannot be told without."""
    return tuple(target for relation in event.relations if relation.type in NEEDS for target in relation.targets)


def carrying(order: Sequence[Event], share: float) -> int:
    """How many events, taken in order, carry so great a share of the weight of all."""
    whole, told = sum(event.weight for event in order), 0.0
    for count, event in enumerate(order):
        if told >= share * whole:
            return count
        told += event.weight
    return len(order)


def choose(view: Sequence[Event], store: Store, most: int | None, focus: frozenset[str] = frozenset()) -> list[Event]:
    """The `most` events of the view that matter most, in the view's own order."""
    if most is None or len(view) <= most:
        return list(view)
    chosen = {event.id for event in ranked(view, store, focus)[:most]}
    return [event for event in view if event.id in chosen]
