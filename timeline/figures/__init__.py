"""Plotly figures for notebooks, reports and Dash apps. Plotly is imported when a figure is made, and not before.

Time is a numeric axis of days since 1970-01-01 with ticks of our own: Plotly's date axis ends at the year 9999 on
either side. Nothing is uploaded anywhere: pass CONFIG wherever a figure is shown or written.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from ..model import Event
from ..query import apply, parse_query
from ..store import Store
from . import activity, amounts, lanes

if TYPE_CHECKING:
    import plotly.graph_objects as go

Kind = Literal["timeline", "amounts", "activity"]
_MAKERS = {"timeline": lanes.make, "amounts": amounts.make, "activity": activity.make}

# For `fig.show(config=CONFIG)`, `fig.write_html(…, config=CONFIG)`, `dcc.Graph(config=CONFIG)`: Plotly's own default
# has a button that uploads the chart.
CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "modeBarButtonsToRemove": ["sendChartToCloud", "lasso2d", "select2d"],
}


def figure(
    store: Store,
    events: Iterable[Event] | None = None,
    *,
    query: str = "",
    kind: Kind = "timeline",
    width: int = 1000,
    height: int = 560,
) -> "go.Figure":
    """A figure of the store's events, of the given ones, or of those that match `query`.

    `timeline` has a lane a thread, with the labels that the timeline itself would set at this size; `amounts` the sums
    of the commonest currency on a logarithmic axis; `activity` how many events each year or month has. Every point's
    `customdata` is [id, title, date, status, address of the first source]. Author text is escaped.
    """
    if kind not in _MAKERS:
        raise ValueError(f"'{kind}' is none of {', '.join(_MAKERS)}")
    chosen = apply(parse_query(query), store, events)
    return _MAKERS[kind](store, chosen, width, height)
