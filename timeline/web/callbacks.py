"""What answers what on the page: address, story, card, table and charts, the file that changes."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update

from ..narrative import FORMS, LENGTHS
from ..reading import Manner, card, in_full
from .banner import banner
from .more import chart, text_more
from .state import ViewState, bounded, from_search, to_search
from .telling import OF_EVENT, actor_words, known_days, steps_of, story_tree
from .view import count_in_words, events_in_view
from .watch import Watch


def add_callbacks(app: Dash, watch: Watch) -> None:
    _keep_address(app)
    _tell(app, watch)
    _show_card(app, watch)
    _show_more(app, watch)
    _follow(app, watch)
    # In the browser, without a round trip: the story marks the chosen event's passage.
    same = ClientsideFunction("timeline_page", "same")
    app.clientside_callback(same, Output("story", "chosen"), Input("view", "selected"))
    # Pointing at a sentence rings its event, and pointing at an event lights its sentences.
    app.clientside_callback(same, Output("view", "hovered"), Input("story", "hovered"))
    app.clientside_callback(same, Output("story", "lit"), Input("view", "hovered"))


# What together is the state of the page, in the order of `_state`.
_STATE = (
    ("view", "window"),
    ("view", "selected"),
    ("view", "filter"),
    ("form", "value"),
    ("length", "value"),
    ("actor", "value"),
    ("known", "value"),
    ("show", "value"),
    ("sort", "value"),
)


# What has links to events.
_ASKING = ("story", "card", "more", "player")


def _keep_address(app: Dash) -> None:
    @app.callback(
        output=[Output("place", "search"), Output("view", "scene_url"), *(Output(*place) for place in _STATE)],
        inputs={
            "search": Input("place", "search"),
            "asked_in": [Input(name, "asked") for name in _ASKING],
            "values": [Input(*place) for place in _STATE],
        },
    )
    def keep_address(search: Any, asked_in: list[Any], values: list[Any]) -> Any:
        """The address bar and the page say the same; whichever moved last tells the other."""
        same: list[Any] = [no_update] * len(_STATE)
        if ctx.triggered_id in ("place", None):
            state = from_search(_text(search))
            days = list(state.days) if state.days else None
            told = [days, state.event, state.query, state.form, state.length, state.actor, state.known]
            told += [state.show, state.sort]
            return [no_update, _scene_url(state), *told]
        state = _state(values)
        asked = dict(zip(_ASKING, asked_in, strict=True)).get(str(ctx.triggered_id))
        if isinstance(asked, list) and asked:
            window = _asked_days(asked)
            state = replace(state, event=_text(asked[0]) or state.event, days=window or state.days)
            same[:2] = [list(window) if window else no_update, state.event]
        now = to_search(state)
        return [now if now != (search or "") else no_update, _scene_url(state), *same]


def _asked_days(asked: list[Any]) -> tuple[float, float] | None:
    """The window that a click on a step asks for, beside its event."""
    return _days(asked[2]) if len(asked) > 2 else None


def _scene_url(state: ViewState) -> str:
    return f"scene.json?known={state.known}" if state.known else "scene.json"


def _tell(app: Dash, watch: Watch) -> None:
    @app.callback(
        output=[
            Output("story", "tree"),
            Output("count", "children"),
            Output("actor", "hidden"),
            Output("copy-md", "address"),
            Output("copy-html", "address"),
            Output("player", "steps"),
        ],
        inputs={"values": [Input(*place) for place in _STATE], "version": Input("version", "data")},
    )
    def tell(values: list[Any], version: Any) -> Any:
        state = _state(values)
        moved = set(ctx.triggered_prop_ids)
        if moved == {"view.selected"} and state.form not in OF_EVENT:
            return [no_update] * 6
        store = watch.known_on(state.known).store
        events = events_in_view(store, state)
        count = count_in_words(len(events), store)
        if state.form == "steps" and moved and moved <= {"view.window", "view.selected"}:
            # The steps themselves move the picture: they stay while it moves.
            return [no_update, count, *[no_update] * 4]
        tree = story_tree(store, events, state, _manner(state))
        search, steps = to_search(state), steps_of(store, events, state)
        return [tree, count, state.form != "perspective", f"story.md{search}", f"story.html{search}", steps]


# Moves that change neither the events in view nor what is shown of them.
_ELSEWHERE = {"view.selected", "form.value", "length.value", "actor.value"}


def _show_more(app: Dash, watch: Watch) -> None:
    @app.callback(
        output=[Output("more", "tree"), Output("chart", "children"), Output("sort", "hidden")],
        inputs={"values": [Input(*place) for place in _STATE], "version": Input("version", "data")},
    )
    def show_more(values: list[Any], version: Any) -> Any:
        state = _state(values)
        if ctx.triggered_prop_ids and set(ctx.triggered_prop_ids) <= _ELSEWHERE:
            return [no_update] * 3
        store = watch.known_on(state.known).store
        events = events_in_view(store, state)
        tree = text_more(state.show, state.sort, store, events, _manner(state))
        return [tree, chart(state.show, store, events), state.show != "table"]


def _show_card(app: Dash, watch: Watch) -> None:
    @app.callback(
        output=Output("card", "tree"),
        inputs={
            "selected": Input("view", "selected"),
            "known": Input("known", "value"),
            "version": Input("version", "data"),
        },
        state={"values": [State(*place) for place in _STATE]},
    )
    def show_card(selected: Any, known: Any, version: Any, values: list[Any]) -> Any:
        state = _state(values)
        return card(watch.known_on(state.known).store, state.event, _manner(state))


def _follow(app: Dash, watch: Watch) -> None:
    @app.callback(
        Output("version", "data"),
        Output("view", "scene_version"),
        Output("banner", "tree"),
        Output("known", "days"),
        Output("actor", "options"),
        Input("clock", "n_intervals"),
        State("version", "data"),
    )
    def follow(ticks: Any, version: Any) -> Any:
        """Once a second: has the file changed? The window, the selection and the filter stay as they are."""
        snapshot = watch.snapshot()
        if snapshot.version == version:
            return [no_update] * 5
        store = snapshot.store
        return snapshot.version, snapshot.version, banner(snapshot), known_days(store), actor_words(store)


def _manner(state: ViewState) -> Manner:
    """Links to events keep everything else of the view."""
    return in_full(lambda event: to_search(replace(state, event=event)))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _state(values: list[Any]) -> ViewState:
    """What a browser sent, in the order of `_STATE`, reduced to the types that it may have."""
    window, selected, query, form, length, actor, known, show, sort = values
    again = from_search(urlencode({"known": _text(known)}))
    return ViewState(
        _text(query),
        _days(window),
        _text(selected) or None,
        _text(form) if form in FORMS else "chronicle",
        _text(length) if length in LENGTHS else "standard",
        _text(actor) or None,
        again.known,
        _text(show),
        _text(sort) or "date",
    )


def _days(window: Any) -> tuple[float, float] | None:
    if isinstance(window, list) and len(window) == 2 and all(isinstance(d, int | float) for d in window):
        return bounded((float(window[0]), float(window[1])))
    return None
