"""What stands where there is nothing to tell: why, and the way on."""

import math
from typing import Any

from ..dates import say
from ..model import Event
from ..query import apply, parse_query, unknown_in
from ..reading import html
from ..store import Store
from .go import link
from .state import ViewState

_FIRST_EVENT = """events:
  - date: 1969-07-20
    title: Apollo 11 lands on the Moon
    sources: [https://www.nasa.gov/mission/apollo-11/]"""


def nothing(store: Store, state: ViewState) -> list[Any]:
    """No events at all, none that the query leaves, or none in the window: each has another way on."""
    if not store.events:
        return _no_events(store, state)
    matching = apply(parse_query(state.query), store)
    return _elsewhere(matching, state) if matching else _no_match(store, state)


def _no_events(store: Store, state: ViewState) -> list[Any]:
    if state.known:
        said = "Nothing of this story was known on that day."
        return [_box([html.P(said), html.P(_button("Show all that is known now", state, {"known": None}))])]
    return [
        _box(
            [
                html.H3("No events yet"),
                html.P(["Write the first one into ", html.Code(store.name), "; this page follows as you save:"]),
                html.Pre(_FIRST_EVENT),
            ]
        )
    ]


def _no_match(store: Store, state: ViewState) -> list[Any]:
    told = [html.P(f"{sentence[0].upper()}{sentence[1:]}") for sentence in unknown_in(parse_query(state.query), store)]
    head = html.P(["No event matches ", html.Code(state.query), "."])
    return [_box([head, *told, html.P(_button("Clear search and filters", state, {"query": ""}))])]


def _elsewhere(matching: tuple[Event, ...], state: ViewState) -> list[Any]:
    """Nothing happens in the window: the events nearest to it on both sides."""
    from_, to = state.days or (-math.inf, math.inf)
    earlier = max((e for e in matching if e.date.end <= from_), key=lambda e: e.date.end, default=None)
    later = min((e for e in matching if e.date.start >= to), key=lambda e: e.date.start, default=None)
    ways = [_nearest(words, e, state) for words, e in (("Last before", earlier), ("Next after", later)) if e]
    whole = html.P(_button("Show everything", state, {"window": _whole(matching)}))
    return [_box([html.P("Nothing happens between these two days."), *ways, whole])]


def _whole(events: tuple[Event, ...]) -> tuple[float, float]:
    days = [day for e in events for day in (e.date.start, e.date.end) if math.isfinite(day)] or [0.0, 1.0]
    air = max(1.0, (max(days) - min(days)) * 0.03)
    return (min(days) - air, max(days) + air)


def _nearest(words: str, event: Event, state: ViewState) -> Any:
    """A link that keeps the width of the window and puts the event in its middle."""
    from_, to = state.days or (0.0, 1.0)
    middle = event.date.start if math.isfinite(event.date.start) else event.date.end
    go = {"event": event.id, "window": (middle - (to - from_) / 2, middle + (to - from_) / 2)}
    title = html.Span(event.title, dir="auto")
    return html.P([f"{words}: {say(event.date)}, ", link(title, state, go)])


def _button(words: str, state: ViewState, go: dict[str, Any]) -> Any:
    return link(words, state, go, className="button")


def _box(children: list[Any]) -> Any:
    return html.Div(children, className="empty nothing")
