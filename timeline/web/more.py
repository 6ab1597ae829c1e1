"""What can be seen of the view besides its story: the events as a table, the sources they rest on, two charts."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from dash import dcc

from ..dates import say
from ..figures import CONFIG, figure
from ..model import Event, Source
from ..reading import Manner, html, source_line
from ..reading.links import event_link
from ..sourcing import publisher
from ..store import Store

MORE_WORDS: tuple[tuple[str, str], ...] = (
    ("", "Nothing more"),
    ("table", "Table of events"),
    ("sources", "Sources"),
    ("amounts", "Chart of amounts"),
    ("activity", "Chart of activity"),
)
SORT_WORDS: tuple[tuple[str, str], ...] = (
    ("date", "by date"),
    ("weight", "by weight"),
    ("title", "by title"),
    ("thread", "by thread"),
    ("publishers", "by publishers"),
)
# Rows beyond this are said, not shown: a browser takes a second for a thousand.
_ROWS = 1000
_CLEAR, _GREY, _THIN = "rgba(0,0,0,0)", "#7b808a", "rgba(128,128,128,0.25)"


def text_more(kind: str, sort: str, store: Store, events: Sequence[Event], manner: Manner) -> list[Any]:
    """The table or the sources as a text tree; empty for anything else."""
    if kind == "table":
        return table(store, events, sort, manner)
    return sources(store, events, manner) if kind == "sources" else []


def chart(kind: str, store: Store, events: Sequence[Event]) -> Any:
    """A chart as a component; None for anything else."""
    if kind not in ("amounts", "activity") or not events:
        return None
    drawn = figure(store, events, kind="amounts" if kind == "amounts" else "activity", width=1200, height=420)
    # The page is light or dark as the reader's machine is, which the server does not know: both grounds bear these.
    drawn.update_layout(width=None, autosize=True, paper_bgcolor=_CLEAR, plot_bgcolor=_CLEAR, font_color=_GREY)
    drawn.update_xaxes(gridcolor=_THIN)
    drawn.update_yaxes(gridcolor=_THIN)
    config: Any = {**CONFIG, "responsive": True}
    return dcc.Graph(figure=drawn, config=config, className="chart")


def table(store: Store, events: Sequence[Event], sort: str, manner: Manner) -> list[Any]:
    """One row an event; `sort` is one of SORT_WORDS."""
    ordered = sorted(events, key=_key(sort, store)) if sort != "date" else list(events)
    heads = html.Tr([html.Th(name, scope="col") for name in ("Date", "Event", "Thread", "Status", "Publishers")])
    rows = [_row(store, event, manner) for event in ordered[:_ROWS]]
    cut = (
        [html.P(f"{len(events) - _ROWS:,} more events; zoom in or filter to see them.")] if len(events) > _ROWS else []
    )
    return [html.Table([html.Thead(heads), html.Tbody(rows)]), *cut]


def _key(sort: str, store: Store) -> Callable[[Event], Any]:
    order = list(store.threads)
    keys: dict[str, Callable[[Event], Any]] = {
        "weight": lambda e: -e.weight,
        "title": lambda e: e.title.casefold(),
        "thread": lambda e: order.index(e.thread) if e.thread in order else len(order),
        "publishers": lambda e: -len(store.publishers(e)),
    }
    return keys.get(sort, lambda e: e.date.sort_key)


def _row(store: Store, event: Event, manner: Manner) -> Any:
    thread = store.threads.get(event.thread or "")
    return html.Tr(
        [
            html.Td(say(event.date, style="short")),
            html.Td(event_link(html.Span(event.title, dir="auto"), event.id, manner.address)),
            html.Td(thread.title if thread else ""),
            html.Td(event.status),
            html.Td(str(len(store.publishers(event))), className="number"),
        ]
    )


def sources(store: Store, events: Sequence[Event], manner: Manner) -> list[Any]:
    """Every source of the events with what rests on it, under its publisher; the most used publisher first."""
    whole: dict[str, Source] = {}
    resting: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for source in store.sources_of(event):
            key = store.library.key(source)
            whole.setdefault(key, source)
            resting[key].append(event)
    houses: dict[str, list[str]] = defaultdict(list)
    for key, source in whole.items():
        houses[publisher(source)].append(key)
    ranked = sorted(houses, key=lambda name: (-sum(len(resting[k]) for k in houses[name]), name.casefold()))
    return [node for name in ranked for node in _house(name, houses[name], whole, resting, manner)]


def _house(
    name: str, keys: Sequence[str], whole: dict[str, Source], resting: dict[str, list[Event]], manner: Manner
) -> list[Any]:
    count = sum(len(resting[key]) for key in keys)
    items = [html.Li([*source_line(whole[key]), html.Ul(_resting(resting[key], manner))]) for key in keys]
    return [html.H3([name, html.Span(f" {count} event{'' if count == 1 else 's'}", className="count")]), html.Ul(items)]


def _resting(events: Sequence[Event], manner: Manner) -> list[Any]:
    return [html.Li(event_link(html.Span(e.title, dir="auto"), e.id, manner.address)) for e in events]
