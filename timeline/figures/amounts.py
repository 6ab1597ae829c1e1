"""Sums over time, on a logarithmic axis."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..model import Event
from ..money import say_amount
from ..store import Store
from ..sums import Row, comparable
from . import parts
from .lanes import extent

if TYPE_CHECKING:
    import plotly.graph_objects as go


def make(store: Store, events: Sequence[Event], width: int, height: int) -> "go.Figure":
    """One mark an amount of the commonest currency, a colour a kind of event, ranges as bars.

    Jests and undisclosed sums stay out; kinds beyond the commonest share a colour.
    """
    import plotly.graph_objects as go

    rows, currency = comparable(events)
    laid = parts.laid_out(store, events, width, height)
    made = go.Figure()
    for title, colour, mine in _by_kind(rows):
        made.add_trace(go.Scatter(**_trace(store, mine, laid["window"], parts.text(title), colour)))
    axis = {"type": "log", "title": parts.text(currency), "gridcolor": parts.RULE, "exponentformat": "B", "dtick": 1}
    made.update_layout(
        **parts.look(store, width, height, xaxis=parts.time_axis(laid), yaxis=axis, legend={"orientation": "h"})
    )
    return made


def _by_kind(rows: Sequence[Row]) -> list[tuple[str, str, list[Row]]]:
    """(name, colour, rows) of the commonest kinds, then of all the others."""
    counts = Counter(event.kind for event, _ in rows if event.kind)
    named = sorted(counts, key=lambda kind: (-counts[kind], kind))[: len(parts.COLOURS) - 1]
    groups = [(kind.replace("-", " "), [row for row in rows if row[0].kind == kind]) for kind in named]
    rest = [row for row in rows if row[0].kind not in named]
    groups += [("other kinds" if groups else "events", rest)] if rest else []
    return [(name, parts.COLOURS[i], mine) for i, (name, mine) in enumerate(groups)]


def _trace(store: Store, rows: list[Row], window: Sequence[float], title: str, colour: str) -> dict[str, Any]:
    lows = [float(a.value.low or 0) for _, a in rows]
    highs = [float(a.value.high or 0) for _, a in rows]
    said = [parts.text(f"{say_amount(a)}{f', {a.of}' if a.of else ''}") for _, a in rows]
    hover = "<b>%{customdata[5]}</b><br>%{customdata[1]}<br>%{customdata[2]}<extra></extra>"
    return {
        "x": [sum(extent(e, window)) / 2 for e, _ in rows],
        "y": lows,
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": [h - w for h, w in zip(highs, lows, strict=True)],
            "arrayminus": [0.0] * len(rows),
        },
        "mode": "markers",
        "name": title,
        "marker": {"color": colour, "size": 10},
        "customdata": [[*parts.custom(store, e), s] for (e, _), s in zip(rows, said, strict=True)],
        "hovertemplate": hover,
    }
