"""Two Plotly charts that follow the view: the amounts on a logarithmic axis, and how much happened when."""

from collections.abc import Sequence
from typing import Any

from dash import dcc, html

from ..figures import CONFIG, figure
from ..model import Event
from ..store import Store

_CLEAR, _GREY, _THIN = "rgba(0,0,0,0)", "#7b808a", "rgba(128,128,128,0.25)"
_SAID = {
    "amounts": "Amounts of the events in view, on a logarithmic axis, in the commonest currency. Choose a mark for its "
    "event.",
    "activity": "How many of the events in view fall into each stretch of time, by thread.",
}


def chart(kind: str, store: Store, events: Sequence[Event]) -> Any:
    """A chart as a component, with words on what it shows; None for what is no chart."""
    if kind not in _SAID:
        return None
    if not events:
        return html.P("No event is in view.", className="empty")
    drawn = figure(store, events, kind="amounts" if kind == "amounts" else "activity", width=1200, height=420)
    if not drawn.data:
        return html.P("No event in view has an amount of money.", className="empty")
    # The page is light or dark as the reader's machine is, which the server does not know: both grounds bear these.
    drawn.update_layout(width=None, autosize=True, paper_bgcolor=_CLEAR, plot_bgcolor=_CLEAR, font_color=_GREY)
    drawn.update_xaxes(gridcolor=_THIN)
    drawn.update_yaxes(gridcolor=_THIN)
    config: Any = {**CONFIG, "responsive": True}
    return html.Figure(
        [dcc.Graph(id="graph", figure=drawn, config=config, className="chart"), html.Figcaption(_SAID[kind])]
    )
