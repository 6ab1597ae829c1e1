"""How much happened when: events counted by year, month or larger stretch."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..dates import civil_from_days, days_from_civil
from ..model import Event
from ..store import Store
from . import parts
from .lanes import extent

if TYPE_CHECKING:
    import plotly.graph_objects as go

_MOST_BARS = 90


def make(store: Store, events: Sequence[Event], width: int, height: int) -> "go.Figure":
    """Stacked bars, a colour a thread. A vague or lasting event counts once, in the middle of its extent."""
    import plotly.graph_objects as go

    laid = parts.laid_out(store, events, width, height)
    middles = {e.id: sum(extent(e, laid["window"])) / 2 for e in events}
    months = _months(middles.values())
    made = go.Figure()
    for thread, title, colour in parts.threads(store, events):
        counts = Counter(_bin(middles[e.id], months) for e in events if e.thread == thread)
        bars = sorted(counts)
        made.add_trace(
            go.Bar(
                x=[(a + b) / 2 for a, b in bars],
                y=[counts[bar] for bar in bars],
                width=[(b - a) * 0.9 for a, b in bars],
                name=title,
                marker={"color": colour},
                customdata=[[_said(bar, months)] for bar in bars],
                hovertemplate="%{customdata[0]}: %{y}<extra></extra>",
            )
        )
    axis = {"title": "events", "gridcolor": parts.RULE, "rangemode": "tozero", "tickformat": "d"}
    made.update_layout(
        **parts.look(
            store, width, height, barmode="stack", xaxis=parts.time_axis(laid), yaxis=axis, legend={"orientation": "h"}
        )
    )
    return made


def _months(days: Iterable[float]) -> int:
    """The length of a bar in months: a month, a quarter, a year, or a power of ten of years, so that bars stay few."""
    listed = list(days)
    span = (max(listed) - min(listed)) / 30.44 if listed else 1
    steps: list[int] = [1, 3, 12, *(12 * 10**n for n in range(1, 10))]
    return next((step for step in steps if span / step <= _MOST_BARS), steps[-1])


def _bin(day: float, months: int) -> tuple[float, float]:
    """First and last day (exclusive) of the bar that holds the day."""
    year, month, _ = civil_from_days(math.floor(day))
    at = (year * 12 + month - 1) // months * months
    ends = [days_from_civil(m // 12, m % 12 + 1, 1) for m in (at, at + months)]
    return float(ends[0]), float(ends[1])


def _said(bar: tuple[float, float], months: int) -> str:
    year, month, _ = civil_from_days(math.floor(bar[0]))
    name = f"{1 - year} BC" if year < 1 else str(year)
    return f"{month}/{name}" if months < 12 else name
