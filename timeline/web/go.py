"""Links inside the page: real addresses, and what a plain click on them changes of the view."""

import json
from dataclasses import replace
from typing import Any
from urllib.parse import quote_plus

from ..reading import Manner, html, in_full
from .state import ViewState, to_search

_HOLE = "0-event-0"

# Names of the address's parts, as assets/app/go.js knows them, and the fields of the state behind them.
_FIELDS = {"event": "event", "query": "query", "window": "days", "show": "show", "sort": "sort", "page": "page",
           "source": "source", "form": "form", "known": "known"}  # fmt: skip


def changed(state: ViewState, go: dict[str, Any]) -> str:
    """The address of the view with the changes of `go` made."""
    return to_search(replace(state, **{_FIELDS[name]: value for name, value in go.items()})) or "?"


def manner_of(state: ViewState) -> Manner:
    """Links to events that keep everything else of the view; a text has hundreds, so the rest is written once."""
    head, tail = to_search(replace(state, event=_HOLE)).split(f"event={_HOLE}")
    return in_full(lambda event: f"{head}event={quote_plus(event, safe=':,/')}{tail}")


def link(children: Any, state: ViewState, go: dict[str, Any], **attributes: Any) -> Any:
    """A link that changes what `go` names and leaves the rest of the view as it is when it is clicked."""
    windowed = {**go, "window": list(go["window"])} if "window" in go else go
    return html.A(children, href=changed(state, go), **{"data-go": json.dumps(windowed)}, **attributes)
