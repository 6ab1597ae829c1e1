"""Links inside the page: real addresses, and what a plain click on them changes of the view."""

import json
from dataclasses import replace
from math import isfinite
from typing import Any
from urllib.parse import quote_plus

from ..query import chain
from ..reading import Manner, html, in_full
from ..store import Store
from .state import ViewState, bounded, to_search

_HOLE = "0-event-0"

# Names of the address's parts, as assets/app/go.js knows them, and the fields of the state behind them.
_FIELDS = {"event": "event", "query": "query", "window": "days", "show": "show", "sort": "sort", "page": "page",
           "source": "source", "form": "form", "known": "known"}  # fmt: skip


def changed(state: ViewState, go: dict[str, Any]) -> str:
    """The address of the view with the changes of `go` made."""
    return to_search(replace(state, **{_FIELDS[name]: value for name, value in go.items()})) or "?"


def manner_of(state: ViewState, store: Store | None = None) -> Manner:
    """Links to events that keep everything else of the view; a text has hundreds, so the rest is written once.

    With a store, a card also leads to the whole chain of its event.
    """
    head, tail = to_search(replace(state, event=_HOLE)).split(f"event={_HOLE}")
    to_chain = (lambda event: chain_link(store, event, state)) if store else None
    return in_full(lambda event: f"{head}event={quote_plus(event, safe=':,/')}{tail}", to_chain)


def chain_link(store: Store, event_id: str, state: ViewState) -> Any:
    """To a view of what the event goes back to and what goes back to it, with the window on just that."""
    linked = chain(store, [event_id])
    ends = [end for e in store.events if e.id in linked for end in (e.date.start, e.date.end) if isfinite(end)]
    air = (max(ends) - min(ends)) * 0.05 + 1 if ends else 0
    days = bounded((min(ends) - air, max(ends) + air)) if ends else None
    go = {"query": f"chain:{event_id}", **({"window": days} if days else {})}
    return link(f"Show the whole chain, {len(linked)} events", state, go)


def link(children: Any, state: ViewState, go: dict[str, Any], **attributes: Any) -> Any:
    """A link that changes what `go` names and leaves the rest of the view as it is when it is clicked."""
    windowed = {**go, "window": list(go["window"])} if "window" in go else go
    return html.A(children, href=changed(state, go), **{"data-go": json.dumps(windowed)}, **attributes)
