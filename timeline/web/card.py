"""The chosen event's card in the app: with the line of the file that it stands in."""

from typing import Any

from ..dates import parse, say
from ..reading import Manner, card, html
from ..store import Store
from .go import link
from .lines import line_address
from .state import ViewState
from .watch import Snapshot


def card_tree(snapshot: Snapshot, known: Store, state: ViewState, manner: Manner) -> list[Any]:
    """The card of the state's event; nothing when none is chosen. `known` is the store as known on the state's day."""
    if state.event is None:
        return []
    if state.event not in known.by_id and state.event in snapshot.store.by_id and state.known:
        return _not_yet(state, state.known)
    return [*card(known, state.event, manner), *_place(snapshot, state.event)]


def _not_yet(state: ViewState, day: str) -> list[Any]:
    said = html.P(f"On {say(parse(day))} nothing was known of this event yet.")
    now = link("Show it as known now", state, {"known": None}, className="button")
    return [html.H2("Not known yet"), said, html.P(now)]


def _place(snapshot: Snapshot, event: str) -> list[Any]:
    """Left out while the file is broken: its lines are others than those of the last good version."""
    if snapshot.stale or event not in snapshot.store.lines:
        return []
    path, line = snapshot.store.lines[event]
    where = html.A(f"line {line} of {path}", href=line_address(path, line), target="_blank")
    return [html.P(["In the file: ", where], className="place")]
