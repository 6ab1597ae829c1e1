"""What the figures share: escaped texts, hover, the axis of time, the plain look."""

from collections.abc import Sequence
from html import escape
from typing import Any

from ..dates import say
from ..engine import View, lay_out
from ..model import Event
from ..scene import arrange
from ..store import Store

INK, SOFT, RULE, PAPER = "#1d1f23", "#5b6069", "#e4e1da", "#ffffff"
COLOURS = ("#1d5c96", "#b0441c", "#0a7064", "#74479c", "#876000", "#a3306a", "#4a5a6a", "#2f6b2f")
FONT = "system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif"

# The only template: author text reaches it as data, never as a part of it.
HOVER = "<b>%{customdata[1]}</b><br>%{customdata[2]}<br>%{customdata[3]}<extra></extra>"


def text(author: str) -> str:
    """Author text as Plotly shows it literally: its pseudo-HTML would make links and line breaks of it."""
    return escape(author, quote=False)


def custom(store: Store, event: Event) -> list[str]:
    """[id, title, date, status, address of the first source that has one]."""
    urls = [source.url for source in store.sources_of(event) if source.url]
    return [event.id, text(event.title), text(say(event.date)), event.status, urls[0] if urls else ""]


def laid_out(store: Store, events: Sequence[Event], width: int, height: int) -> dict[str, Any]:
    """The engine's layout at the size of the figure; its still has a margin of 24 that the figure does not."""
    return lay_out(arrange(store, events), View(width=width + 48, height=height + 48, header=False))


def time_axis(laid: dict[str, Any]) -> dict[str, Any]:
    """Plotly's x axis with the engine's ticks: right for minutes, for BCE and for the Cretaceous."""
    plot, (start, end) = laid["plot"], laid["window"]
    scale = (end - start) / (plot["x1"] - plot["x0"])
    # On the axis itself stand the words for silences; below it the ticks, and below those what they belong to.
    texts = [i for i in laid["outer"] if i["t"] == "text" and plot["y1"] + 6 < i["y"] < plot["y1"] + 40 and i["s"]]
    row = min((i["y"] for i in texts), default=0.0)
    inside = [(x, i["s"]) for i in texts if i["y"] == row and plot["x0"] <= (x := _middle(i)) <= plot["x1"]]
    for one in [i for i in texts if i["y"] > row and inside]:
        at = min(range(len(inside)), key=lambda n: abs(inside[n][0] - one["x"]))
        inside[at] = (inside[at][0], f"{inside[at][1].partition('<br>')[0]}<br><b>{one['s']}</b>")
    return {
        "range": [start, end],
        "tickvals": [start + (x - plot["x0"]) * scale for x, _ in inside],
        "ticktext": [s for _, s in inside],
        "showgrid": True,
        "gridcolor": RULE,
        "zeroline": False,
        "title": None,
    }


def _middle(item: dict[str, Any]) -> float:
    half: float = item["w"] / 2
    return float(item["x"]) - half if item.get("end") else float(item["x"]) + half


def look(store: Store, width: int, height: int, **more: Any) -> dict[str, Any]:
    """The layout of every figure."""
    return {
        "width": width,
        "height": height,
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "font": {"family": FONT, "color": INK, "size": 12},
        "hoverlabel": {"align": "left", "bgcolor": PAPER, "font": {"color": INK}},
        "margin": {"l": 64, "r": 16, "t": 24, "b": 64},
        "meta": {"title": text(store.title), "source": "sourced-timeline"},
        **more,
    }


def threads(store: Store, events: Sequence[Event]) -> list[tuple[str | None, str, str]]:
    """The threads that the events have, as (id, title, colour), in the store's order; None for events without one."""
    present = {event.thread for event in events}
    named: list[tuple[str | None, str]] = [(i, t.title) for i, t in store.threads.items() if i in present]
    if None in present or not named:
        named.append((None, "Other events" if named else "Events"))
    return [(i, text(title), COLOURS[n % len(COLOURS)]) for n, (i, title) in enumerate(named)]
