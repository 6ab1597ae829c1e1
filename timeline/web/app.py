"""`create_app(path) -> Dash`: layout, callbacks, routes."""

from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update

from ..assets import assets_folder
from ..document import Limits
from ..query import apply, parse_query
from ..reading import Manner, card, in_full, story
from ..store import Store
from .banner import banner
from .guard import guard
from .page import page
from .routes import add_routes
from .state import ViewState, from_search, to_search
from .watch import Watch

# As many sentences as a reader takes in at one sight of the pane; a nearer window tells the rest.
STORY_EVENTS = 120


def create_app(path: str | Path, limits: Limits | None = None) -> Dash:
    """The Dash app of the store at `path` (a file or a folder), which it reads again whenever the file is saved.

    Never raises for bad data: a broken file shows its findings, and the last good store if there was one.
    """
    watch = Watch(Path(path), limits)
    store = watch.snapshot().store
    app = Dash(
        "timeline",
        title=escape(store.title),
        update_title="",
        assets_folder=str(assets_folder()),
        # The component brings the engine itself; loaded twice it would be two engines.
        assets_ignore=r"timeline-view\.js|.*\.json",
        add_log_handler=False,
        enable_mcp=False,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    app.index_string = _INDEX.replace("{lang}", escape(store.timeline.language))
    app.layout = lambda: page(watch.snapshot())
    _add_callbacks(app, watch)
    add_routes(app.server, watch)
    guard(app)
    return app


# Dash's own index has no language, which screen readers need. The places in {% %} are Dash's.
_INDEX = """<!DOCTYPE html>
<html lang="{lang}">
<head>{%metas%}<title>{%title%}</title>{%favicon%}{%css%}</head>
<body>{%app_entry%}<footer>{%config%}{%scripts%}{%renderer%}</footer></body>
</html>"""


def _add_callbacks(app: Dash, watch: Watch) -> None:
    _keep_address(app)
    _tell(app, watch)
    _show_card(app, watch)
    _follow(app, watch)
    # In the browser, without a round trip: the story marks the chosen event's passage.
    app.clientside_callback(
        ClientsideFunction("timeline_page", "same"), Output("story", "chosen"), Input("view", "selected")
    )


def _keep_address(app: Dash) -> None:
    @app.callback(
        Output("place", "search"),
        Output("view", "window"),
        Output("view", "selected"),
        Output("view", "filter"),
        Input("place", "search"),
        Input("view", "window"),
        Input("view", "selected"),
        Input("view", "filter"),
        Input("story", "asked"),
        Input("card", "asked"),
    )
    def keep_address(search: Any, window: Any, selected: Any, query: Any, in_story: Any, in_card: Any) -> Any:
        """The address bar and the view say the same; whichever moved last tells the other."""
        if ctx.triggered_id in ("place", None):
            state = from_search(_text(search))
            return no_update, list(state.days) if state.days else None, state.event, state.query
        asked = {"story": in_story, "card": in_card}.get(str(ctx.triggered_id))
        chosen = _text(asked[0]) if isinstance(asked, list) and asked else None
        now = to_search(_state(window, chosen or selected, query))
        return (now if now != (search or "") else no_update), no_update, chosen or no_update, no_update


def _tell(app: Dash, watch: Watch) -> None:
    @app.callback(
        Output("story", "tree"),
        Output("count", "children"),
        Input("view", "window"),
        Input("view", "filter"),
        Input("version", "data"),
    )
    def tell(window: Any, query: Any, version: Any) -> Any:
        state = _state(window, None, query)
        store = watch.snapshot().store
        events = [e for e in apply(parse_query(state.query), store) if _in_window(e, state.days)]
        return story(store, events, _manner(state), STORY_EVENTS), _count(len(events), store)


def _show_card(app: Dash, watch: Watch) -> None:
    @app.callback(
        Output("card", "tree"),
        Input("view", "selected"),
        Input("version", "data"),
        State("view", "window"),
        State("view", "filter"),
    )
    def show_card(selected: Any, version: Any, window: Any, query: Any) -> Any:
        state = _state(window, selected, query)
        return card(watch.snapshot().store, state.event, _manner(state))


def _follow(app: Dash, watch: Watch) -> None:
    @app.callback(
        Output("version", "data"),
        Output("view", "scene_version"),
        Output("banner", "tree"),
        Input("clock", "n_intervals"),
        State("version", "data"),
    )
    def follow(ticks: Any, version: Any) -> Any:
        """Once a second: has the file changed? The window, the selection and the filter stay as they are."""
        snapshot = watch.snapshot()
        if snapshot.version == version:
            return no_update, no_update, no_update
        return snapshot.version, snapshot.version, banner(snapshot)


def _manner(state: ViewState) -> Manner:
    """Links to events keep the query and the window."""
    return in_full(lambda event: to_search(replace(state, event=event)))


def _in_window(event: Any, days: tuple[float, float] | None) -> bool:
    return days is None or (event.date.start < days[1] and event.date.end > days[0])


def _count(number: int, store: Store) -> str:
    """How many events are in view; `100 events` when all of them are."""
    total = len(store.events)
    return f"{number:,} of {total:,} events in view" if number != total else f"{total:,} events"


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _state(window: Any, selected: Any, query: Any) -> ViewState:
    """What a browser sent, reduced to the types that it may have."""
    days = None
    if isinstance(window, list) and len(window) == 2 and all(isinstance(d, int | float) for d in window):
        days = (float(window[0]), float(window[1])) if window[0] < window[1] else None
    return ViewState(_text(query), days, _text(selected) or None)
