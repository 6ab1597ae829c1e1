"""What answers what on the page: address, story, card, table and charts, the file that changes.

Nothing that a gesture changes waits for the address: it is read when the page opens and at Back and Forward, and
written beside the telling.
"""

from dataclasses import replace
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate

from .banner import banner
from .card import card_tree
from .charts import chart
from .go import manner_of
from .parts import inputs, outputs, state_of, states, text, values_of
from .sources import sources
from .state import ViewState, from_search, to_search
from .table import table
from .telling import OF_EVENT, actor_words, steps_of, story_tree
from .view import count_in_words, events_in_view
from .watch import Watch


def add_callbacks(app: Dash, watch: Watch) -> None:
    _keep_address(app)
    _tell(app, watch)
    _show_card(app, watch)
    _show_more(app, watch)
    _follow(app, watch)
    _in_the_browser(app)


def _keep_address(app: Dash) -> None:
    @app.callback(output=outputs(), inputs={"came": Input("place", "came")}, prevent_initial_call=True)
    def read_address(came: Any) -> Any:
        """The address has come from outside: by opening the page, by Back, by Forward."""
        return values_of(_came(came))

    @app.callback(
        output=Output("place", "write"),
        inputs={"values": inputs()},
        state={"came": State("place", "came")},
        prevent_initial_call=True,
    )
    def write_address(values: list[Any], came: Any) -> Any:
        state = state_of(values)
        return [to_search(state), state == _came(came), came[1] if isinstance(came, list) and len(came) == 2 else 0]


def _came(came: Any) -> ViewState:
    return from_search(text(came[0]) if isinstance(came, list) and came else "")


def _tell(app: Dash, watch: Watch) -> None:
    @app.callback(
        output=[
            Output("story", "tree"),
            Output("count", "children"),
            Output("actor", "hidden"),
            Output("copy", "choices"),
            Output("player", "steps"),
        ],
        inputs={"values": inputs(), "version": Input("pulse", "version")},
        prevent_initial_call=True,
    )
    def tell(values: list[Any], version: Any) -> Any:
        state = state_of(values)
        moved = set(ctx.triggered_prop_ids)
        if moved <= _NOT_TOLD or (moved <= _DRAWN | {"view.selected"} and state.form not in OF_EVENT):
            raise PreventUpdate
        store = watch.known_on(state.known).store
        events = events_in_view(store, state)
        count = count_in_words(len(events), store)
        if state.form == "steps" and moved <= {"view.window", "view.selected"}:
            # The steps themselves move the picture: they stay while it moves.
            return [no_update, count, *[no_update] * 3]
        tree = story_tree(store, events, state, manner_of(state))
        search = to_search(replace(state, show="", sort="date", page=1, source=None))
        copies = [["As Markdown", f"story.md{search}"], ["As HTML", f"story.html{search}"]]
        return [tree, count, state.form != "perspective", copies, steps_of(store, events, state)]


# What the story does not depend on, and what the table, the sources and the charts do not.
_DRAWN = {"view.scale", "view.amounts"}
_NOT_TOLD = {"show.value", "sort.data", "page.data", "source.data"} | _DRAWN
_NOT_SHOWN = {"view.selected", "form.value", "length.value", "actor.value"} | _DRAWN


def _show_more(app: Dash, watch: Watch) -> None:
    @app.callback(
        output=[Output("more", "tree"), Output("chart", "children")],
        inputs={"values": inputs(), "version": Input("pulse", "version")},
        prevent_initial_call=True,
    )
    def show_more(values: list[Any], version: Any) -> Any:
        state = state_of(values)
        if set(ctx.triggered_prop_ids) <= _NOT_SHOWN:
            raise PreventUpdate
        store = watch.known_on(state.known).store
        events = events_in_view(store, state)
        if state.show == "sources":
            return [sources(store, events, manner_of(state), state.source), None]
        if state.show in ("amounts", "activity"):
            return [[], chart(state.show, store, events)]
        return [table(store, events, state, manner_of(state)), None]


def _show_card(app: Dash, watch: Watch) -> None:
    @app.callback(
        output=Output("card", "tree"),
        inputs={
            "selected": Input("view", "selected"),
            "known": Input("known", "value"),
            "version": Input("pulse", "version"),
        },
        state={"values": states()},
        prevent_initial_call=True,
    )
    def show_card(selected: Any, known: Any, version: Any, values: list[Any]) -> Any:
        state = state_of(values)
        store = watch.known_on(state.known).store
        return card_tree(watch.snapshot(), store, state, manner_of(state, store))


def _follow(app: Dash, watch: Watch) -> None:
    @app.callback(
        Output("view", "scene_version"),
        Output("banner", "tree"),
        Output("known", "days"),
        Output("actor", "options"),
        Output("title", "children"),
        Output("subtitle", "children"),
        Input("pulse", "version"),
        prevent_initial_call=True,
    )
    def follow(version: Any) -> Any:
        """The file has changed; the window, the selection and the filter stay as they are."""
        snapshot = watch.snapshot()
        store = snapshot.store
        head = [store.title, store.timeline.subtitle or ""]
        return [text(version), banner(snapshot), snapshot.known_days, actor_words(store), *head]


def _in_the_browser(app: Dash) -> None:
    """Without a round trip; the functions are in assets/app/go.js."""

    def function(name: str) -> ClientsideFunction:
        return ClientsideFunction("timeline_page", name)

    def plain(name: str, output: tuple[str, str], *given: tuple[str, str]) -> None:
        app.clientside_callback(
            function(name), Output(*output), *(Input(*one) for one in given), prevent_initial_call=True
        )

    # The story marks the chosen event's passage, and so does the table.
    plain("same", ("story", "chosen"), ("view", "selected"))
    plain("marked", ("more", "chosen"), ("view", "selected"), ("source", "data"), ("show", "value"))
    # Pointing at a sentence rings its event, and pointing at an event lights its sentences.
    plain("same", ("view", "hovered"), ("story", "hovered"))
    plain("same", ("story", "lit"), ("view", "hovered"))
    plain("sceneOf", ("view", "scene_url"), ("known", "value"))
    app.clientside_callback(
        function("picked"),
        Output("view", "selected", allow_duplicate=True),
        Input("graph", "clickData"),
        prevent_initial_call=True,
    )
