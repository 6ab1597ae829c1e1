"""The parts of the page whose props are its state, and the state that they make up."""

from typing import Any
from urllib.parse import urlencode

from dash import Input, Output, State

from ..narrative import FORMS, LENGTHS
from .state import SCALES, ViewState, bounded, from_search, one_of, page_number

# In the order of `state_of` and `values_of`.
_PLACES = (
    ("view", "window"),
    ("view", "selected"),
    ("view", "filter"),
    ("form", "value"),
    ("length", "value"),
    ("actor", "value"),
    ("known", "value"),
    ("show", "value"),
    ("sort", "data"),
    ("page", "data"),
    ("source", "data"),
    ("view", "scale"),
    ("view", "amounts"),
)


def inputs() -> list[Input]:
    return [Input(*place) for place in _PLACES]


def states() -> list[State]:
    return [State(*place) for place in _PLACES]


def outputs() -> list[Output]:
    return [Output(*place) for place in _PLACES]


def values_of(state: ViewState) -> list[Any]:
    """What the parts are set to for a state."""
    days = list(state.days) if state.days else None
    told: list[Any] = [days, state.event, state.query, state.form, state.length, state.actor, state.known]
    return [*told, state.show, state.sort, state.page, state.source, state.scale, state.amounts]


def state_of(values: list[Any]) -> ViewState:
    """What a browser sent, reduced to the types that it may have."""
    window, selected, query, form, length, actor, known, show, sort, page, source, scale, amounts = values
    return ViewState(
        text(query),
        _days(window),
        text(selected) or None,
        one_of(FORMS, text(form), "chronicle"),
        one_of(LENGTHS, text(length), "standard"),
        text(actor) or None,
        from_search(urlencode({"known": text(known)})).known,
        text(show),
        text(sort) or "date",
        page_number(page),
        text(source) or None,
        one_of(SCALES, text(scale), "linear"),
        amounts is True,
    )


def text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _days(window: Any) -> tuple[float, float] | None:
    if isinstance(window, list) and len(window) == 2 and all(isinstance(d, int | float) for d in window):
        return bounded((float(window[0]), float(window[1])))
    return None
