"""Links: to another event in this view, and out to a source; and the manner in which one home writes them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import Source
from ..urls import host, url_problem
from .attributes import data
from .tree import Node, html

# Event id → the address that shows it: a search part in the app, a fragment in a file.
Address = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a home writes links: `address` of an event; `mark`, a note's number; `cited`, the sources of a statement
    behind it; `listed`, a source in the list that closes a card; `chain`, a link to the view of all that an event goes
    back to and all that goes back to it, where a home has such views.
    """

    address: Address
    mark: Callable[[int, Source], Node]
    cited: Callable[[Sequence[Source]], Node]
    listed: Callable[[Source], Node]
    chain: Callable[[str], Node] | None = None


def event_link(children: Any, event_id: str, address: Address, **attributes: Any) -> Any:
    """A link that chooses the event and leaves query and window as they are; it can be sent to someone."""
    return html.A(children, href=address(event_id), **data(event=event_id), **attributes)


def outward(children: Any, url: str, **attributes: Any) -> Any:
    """A link to a source, in a tab of its own; only http(s) addresses become links."""
    if url_problem(url):
        return html.Span(children, **attributes)
    attributes.setdefault("title", f"Opens {host(url)}")
    return html.A(children, href=url, target="_blank", rel="noopener noreferrer", **attributes)
