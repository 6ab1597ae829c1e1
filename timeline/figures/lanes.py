"""The timeline itself: lanes, marks, bars, and the engine's own labels."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..model import Event
from ..store import Store
from . import parts

if TYPE_CHECKING:
    import plotly.graph_objects as go

_SYMBOLS = {
    "reported": "circle-open",
    "alleged": "diamond-open",
    "disputed": "diamond",
    "denied": "x",
    "planned": "square-open",
}


def make(store: Store, events: Sequence[Event], width: int, height: int) -> "go.Figure":
    """A trace a thread. Axis units across are days, axis units down are the layout's pixels."""
    import plotly.graph_objects as go

    laid = parts.laid_out(store, events, width, height)
    plot, heights = laid["plot"], _heights(store, events, laid)
    made = go.Figure()
    for thread, title, colour in parts.threads(store, events):
        mine = [e for e in events if e.thread == thread]
        made.add_trace(go.Scatter(**_bars(mine, heights, laid["window"], title, colour)))
        made.add_trace(go.Scatter(**_marks(store, mine, heights, laid["window"], title, colour)))
    made.update_layout(
        **parts.look(
            store,
            width,
            laid["height"],
            showlegend=False,
            margin={
                "l": plot["x0"],
                "r": laid["width"] - plot["x1"],
                "t": plot["y0"],
                "b": laid["height"] - plot["y1"],
            },
            xaxis=parts.time_axis(laid),
            yaxis={"range": [plot["y1"], plot["y0"]], "visible": False, "fixedrange": True},
            annotations=[*_labels(laid, events), *_lane_names(laid)],
        )
    )
    return made


def _heights(store: Store, events: Sequence[Event], laid: dict[str, Any]) -> dict[str, float]:
    """Where each event stands: where the layout drew it, or, if it is in a cluster, on its lane's line."""
    order = list(store.threads)
    lines = {lane["thread"]: lane["baseline"] for lane in laid["lanes"]}
    middle = (laid["plot"]["y0"] + laid["plot"]["y1"]) / 2
    heights = {e.id: lines.get(order.index(e.thread) if e.thread in order else -1, middle) for e in events}
    for hit in laid["hits"]:
        if hit.get("event") in heights and hit["y1"] - hit["y0"] < 40:
            heights[hit["event"]] = (hit["y0"] + hit["y1"]) / 2
    return heights


def extent(event: Event, window: Sequence[float]) -> tuple[float, float]:
    """From … to …, in days, open and unknown ends at the edge of the window."""
    date = event.date
    low = date.start if math.isfinite(date.start) else window[0]
    high = date.end if math.isfinite(date.end) else window[1]
    return low, max(low, high)


def _at(event: Event, window: Sequence[float]) -> float:
    """Where the mark stands: at the beginning of what lasted or is shorter than a day, else amid what is known."""
    low, high = extent(event, window)
    lasts = event.date.kind == "interval" or event.date.open_end
    return low if lasts or high - low <= 1.000001 else (low + high) / 2


def _bars(
    events: Sequence[Event], heights: dict[str, float], window: Sequence[float], title: str, colour: str
) -> dict[str, Any]:
    """Everything longer than a day as a broad line: lasting events, and what is known of vague dates."""
    x: list[float | None] = []
    y: list[float | None] = []
    for event in events:
        low, high = extent(event, window)
        if high - low > 1.000001:
            x += [low, high, None]
            y += [heights[event.id], heights[event.id], None]
    line = {"color": colour, "width": 9}
    return {"x": x, "y": y, "mode": "lines", "line": line, "opacity": 0.3, "hoverinfo": "skip", "name": title}


def _marks(
    store: Store, events: Sequence[Event], heights: dict[str, float], window: Sequence[float], title: str, colour: str
) -> dict[str, Any]:
    """A mark for every event, however short: at its beginning if it lasted, else in the middle of what is known."""
    return {
        "x": [_at(event, window) for event in events],
        "y": [heights[event.id] for event in events],
        "mode": "markers",
        "name": title,
        "customdata": [parts.custom(store, event) for event in events],
        "hovertemplate": parts.HOVER,
        "marker": {
            "color": colour,
            "opacity": 1,
            "size": [7 + 5 * event.weight for event in events],
            "symbol": [_SYMBOLS.get(event.status, "circle") for event in events],
            "line": {"width": 1.5, "color": colour},
        },
    }


def _labels(laid: dict[str, Any], events: Sequence[Event]) -> list[dict[str, Any]]:
    """Where the layout sets them. Another font may be broader: what stands left of its mark grows leftwards."""
    plot, (start, end) = laid["plot"], laid["window"]
    scale = (end - start) / (plot["x1"] - plot["x0"])
    marks = {event.id: _at(event, laid["window"]) for event in events}

    def label(one: dict[str, Any]) -> dict[str, Any]:
        edges = [start + (one[side] - plot["x0"]) * scale for side in ("x0", "x1")]
        left = sum(edges) / 2 < marks[one["event"]]
        return {
            "x": edges[1] if left else edges[0],
            "y": (one["y0"] + one["y1"]) / 2,
            "text": "<br>".join(parts.text(line) for line in one["lines"]),
            "xanchor": "right" if left else "left",
            "yanchor": "middle",
            "align": "right" if left else "left",
            "showarrow": False,
            "xshift": -4 if left else 2,  # Plotly's letters begin a little before their box, and its marks are larger
            "borderpad": 0,
            "font": {"size": 11},
            "name": one["event"],
        }

    return [label(one) for one in laid["labels"]]


def _lane_names(laid: dict[str, Any]) -> list[dict[str, Any]]:
    """Left of the plot where there is a margin for them, else inside at the top of the lane."""
    beside = laid["plot"]["x0"] > 60
    return [
        {
            "xref": "paper",
            "x": 0,
            "xshift": -laid["plot"]["x0"] + 4 if beside else 2,
            "y": lane["y0"] + 12,
            "text": f"<b>{_wrapped(lane['title'])}</b>",
            "xanchor": "left",
            "yanchor": "top" if beside else "middle",
            "align": "left",
            "showarrow": False,
            "font": {"color": lane["color"], "size": 12},
        }
        for lane in laid["lanes"]
        if lane["title"]
    ]


def _wrapped(title: str, most: int = 18) -> str:
    lines: list[str] = []
    for word in title.split():
        if lines and len(lines[-1]) + len(word) < most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "<br>".join(parts.text(line) for line in lines)
