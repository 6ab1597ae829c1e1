"""The sources that the view rests on: each with its publisher, its copy in an archive, and the events it bears."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from ..model import Event, Source
from ..reading import Manner, html, source_line
from ..reading.attributes import data
from ..reading.links import event_link
from ..sourcing import publisher
from ..store import Store

# More would take a browser seconds; how many are left out is said.
MOST = 300
_LISTED = 12


class Resting:
    """Which events rest on which source: `whole`, key → source; `events`, key → events, in order of date."""

    def __init__(self, store: Store, events: Sequence[Event]) -> None:
        self.whole: dict[str, Source] = {}
        self.events: dict[str, list[Event]] = defaultdict(list)
        for event in events:
            for source in store.sources_of(event):
                key = store.library.key(source)
                self.whole.setdefault(key, source)
                self.events[key].append(event)

    def houses(self) -> list[tuple[str, list[str]]]:
        """Publishers with the keys of their sources, the one on which most rests first."""
        houses: dict[str, list[str]] = defaultdict(list)
        for key, source in self.whole.items():
            houses[publisher(source)].append(key)
        return sorted(houses.items(), key=lambda house: (-self.weight(house[1]), house[0].casefold()))

    def weight(self, keys: Sequence[str]) -> int:
        return sum(len(self.events[key]) for key in keys)


def sources(store: Store, events: Sequence[Event], manner: Manner, asked: str | None = None) -> list[Any]:
    """Every source of the events under its publisher; the source with the key `asked` is among them in any case."""
    if not events:
        return [html.P("No event is in view.", className="empty")]
    resting = Resting(store, events)
    blocks: list[Any] = []
    left = MOST
    for name, keys in resting.houses():
        kept = [key for i, key in enumerate(keys) if i < left or key == asked]
        left = max(0, left - len(kept))
        if kept:
            blocks.append(_house(name, kept, resting, manner))
    return [html.P(_summary(store, events, resting), className="lead"), *blocks, *_cut(len(resting.whole))]


def _summary(store: Store, events: Sequence[Event], resting: Resting) -> str:
    publishers = [store.library.publishers(event) for event in events]
    counts = [len(names) for names in publishers]
    independent = {folded for names in publishers for folded in names}
    some = ((counts.count(1), "on one of them alone"), (counts.count(0), "on none"))
    rests = ", ".join(f"{number:,} {'rests' if number == 1 else 'rest'} {words}" for number, words in some if number)
    whole = f"{_counted(len(resting.whole), 'source')} of {_counted(len(independent), 'independent publisher')}."
    return f"{whole} Of the {_counted(len(events), 'event')}, {rests}." if rests else whole


def _cut(total: int) -> list[Any]:
    if total <= MOST:
        return []
    return [html.P(f"{total - MOST:,} more sources; zoom in or filter to see them.", className="left-out")]


def _house(name: str, keys: Sequence[str], resting: Resting, manner: Manner) -> Any:
    count = html.Span(f" {_counted(resting.weight(keys), 'event')}", className="count")
    items = [_item(key, resting, manner) for key in keys]
    return html.Section([html.H3([html.Span(name, dir="auto"), count]), html.Ul(items)], className="house")


def _item(key: str, resting: Resting, manner: Manner) -> Any:
    events = resting.events[key]
    lines = html.Ul([html.Li(event_link(html.Span(e.title, dir="auto"), e.id, manner.address)) for e in events])
    if len(events) > _LISTED:
        lines = html.Details([html.Summary(f"{len(events):,} events rest on it"), lines])
    return html.Li([*source_line(resting.whole[key]), lines], **data(told=key))


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
