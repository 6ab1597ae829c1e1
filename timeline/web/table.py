"""The events in view as a table: every column can order it, and a long one comes in pages that say so."""

from collections.abc import Callable, Sequence
from typing import Any

from ..dates import say
from ..model import STATUSES, Event
from ..reading import Manner, html
from ..reading.attributes import aria, data
from ..reading.links import event_link
from ..store import Store
from .go import link
from .state import ViewState

# Key, head, and whether the greatest comes first when the column is first asked for.
COLUMNS: tuple[tuple[str, str, bool], ...] = (
    ("date", "Date", False),
    ("title", "Event", False),
    ("thread", "Thread", False),
    ("kind", "Kind", False),
    ("status", "Status", False),
    ("publishers", "Publishers", True),
    ("weight", "Weight", True),
)
ROWS = 100


def table(store: Store, events: Sequence[Event], state: ViewState, manner: Manner) -> list[Any]:
    """One page of the events, in the order that `state.sort` names."""
    if not events:
        return [html.P("No event is in view.", className="empty")]
    column, falling = order_of(state.sort)
    ordered = in_order(store, events, column, falling)
    pages = -(-len(ordered) // ROWS)
    page = min(state.page, pages)
    first = (page - 1) * ROWS
    shown = ordered[first : first + ROWS]
    head = html.Thead(html.Tr([_head(key, words, great, state, column, falling) for key, words, great in COLUMNS]))
    body = html.Tbody([_row(store, event, manner) for event in shown])
    paging = [_paging(first, len(shown), len(ordered), page, pages, state)] if pages > 1 else []
    return [*paging, html.Table([head, body], className="events-table"), *paging]


def order_of(sort: str) -> tuple[str, bool]:
    """The column and whether it falls, of a text such as `-weight`; by date for what is no column."""
    column = sort.removeprefix("-")
    return (column, sort.startswith("-")) if column in {key for key, _, _ in COLUMNS} else ("date", False)


def in_order(store: Store, events: Sequence[Event], column: str, falling: bool) -> list[Event]:
    """Ties stay in the order of date."""
    return sorted(events, key=_key(column, store), reverse=falling)


def _key(column: str, store: Store) -> Callable[[Event], Any]:
    threads = {name: i for i, name in enumerate(store.threads)}
    keys: dict[str, Callable[[Event], Any]] = {
        "date": lambda e: e.date.sort_key,
        "title": lambda e: e.title.casefold(),
        "thread": lambda e: threads.get(e.thread or "", len(threads)),
        "kind": lambda e: (e.kind is None, e.kind or ""),
        "status": lambda e: STATUSES.index(e.status),
        "publishers": lambda e: len(store.publishers(e)),
        "weight": lambda e: e.weight,
    }
    return keys[column]


def _head(key: str, words: str, great: bool, state: ViewState, column: str, falling: bool) -> Any:
    """A head orders by its column, and turns the order round when it is the one already."""
    mine = key == column
    down = not falling if mine else great
    go = {"sort": f"-{key}" if down else key, "page": 1}
    state_of = "descending" if falling else "ascending"
    mark = html.Span(" ▼" if falling else " ▲", **aria(hidden="true")) if mine else None
    inner = link([words, mark], state, go, title=f"Order by {words.lower()}, {'falling' if down else 'rising'}")
    return html.Th(inner, scope="col", **(aria(sort=state_of) if mine else {}))


def _row(store: Store, event: Event, manner: Manner) -> Any:
    thread = store.threads.get(event.thread or "")
    cells = [
        html.Td(say(event.date, style="short"), className="number"),
        html.Td(event_link(html.Span(event.title, dir="auto"), event.id, manner.address)),
        html.Td(thread.title if thread else "", dir="auto"),
        html.Td((event.kind or "").replace("-", " ")),
        html.Td(event.status),
        html.Td(str(len(store.publishers(event))), className="number"),
        html.Td(f"{event.weight:.2f}".rstrip("0").rstrip("."), className="number"),
    ]
    return html.Tr(cells, **data(told=event.id))


def _paging(first: int, shown: int, total: int, page: int, pages: int, state: ViewState) -> Any:
    said = html.Span(f"Events {first + 1:,} to {first + shown:,} of {total:,}")
    back = [link("← Earlier rows", state, {"page": page - 1})] if page > 1 else []
    on = [link("More rows →", state, {"page": page + 1})] if page < pages else []
    return html.Nav([said, *back, *on], className="paging", **aria(label="Pages of the table"))
