"""Links inside the page: real addresses, and what a plain click on them changes of the view."""

import json
from dataclasses import replace
from typing import Any

from ..reading import html
from .state import ViewState, to_search

# Names of the address's parts, as assets/app/go.js knows them, and the fields of the state behind them.
_FIELDS = {"event": "event", "query": "query", "window": "days", "show": "show", "sort": "sort", "page": "page",
           "source": "source", "form": "form", "known": "known"}  # fmt: skip


def changed(state: ViewState, go: dict[str, Any]) -> str:
    """The address of the view with the changes of `go` made."""
    return to_search(replace(state, **{_FIELDS[name]: value for name, value in go.items()})) or "?"


def link(children: Any, state: ViewState, go: dict[str, Any], **attributes: Any) -> Any:
    """A link that changes what `go` names and leaves the rest of the view as it is when it is clicked."""
    windowed = {**go, "window": list(go["window"])} if "window" in go else go
    return html.A(children, href=changed(state, go), **{"data-go": json.dumps(windowed)}, **attributes)
