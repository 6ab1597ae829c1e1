"""Links: to another event in this view, and out to a source."""

from dataclasses import replace
from typing import Any

from ..urls import host, url_problem
from .attributes import data
from .state import ViewState, to_search
from .tree import html


def event_link(children: Any, event_id: str, state: ViewState, **attributes: Any) -> Any:
    """A link that chooses the event and leaves query and window as they are; it can be sent to someone."""
    address = to_search(replace(state, event=event_id))
    return html.A(children, href=address, **data(event=event_id), **attributes)


def outward(children: Any, url: str, **attributes: Any) -> Any:
    """A link to a source, in a tab of its own; only http(s) addresses become links."""
    if url_problem(url):
        return html.Span(children, **attributes)
    attributes.setdefault("title", f"Opens {host(url)}")
    return html.A(children, href=url, target="_blank", rel="noopener noreferrer", **attributes)
