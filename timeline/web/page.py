"""The page's fixed parts."""

from typing import Any

from dash import dcc, html

from ..component import TimelineView
from .attributes import aria
from .banner import banner
from .watch import Snapshot


def page(snapshot: Snapshot) -> Any:
    """Header, timeline, and below it the story and the card, side by side where there is room."""
    head = snapshot.store.timeline
    return html.Div(
        [
            dcc.Location(id="place", refresh=False),
            dcc.Interval(id="clock", interval=1000),
            dcc.Store(id="version", data=snapshot.version),
            html.A("Skip to the story", href="#story", className="skip"),
            html.Header(
                [
                    html.H1(snapshot.store.title, dir="auto"),
                    html.P(head.subtitle, className="subtitle", dir="auto") if head.subtitle else None,
                ],
                className="head",
            ),
            html.Div(banner(snapshot), id="banner", role="status", **aria(live="polite")),
            html.Main(
                [
                    html.Section(
                        TimelineView(id="view", scene_url="scene.json", scene_version=snapshot.version, filter=""),
                        className="picture",
                        **aria(label="Timeline"),
                    ),
                    html.Div([_story(), _card()], className="reading"),
                ]
            ),
        ],
        className="page",
    )


def _story() -> Any:
    return html.Section(
        [
            html.Div(
                [html.H2("The story", id="story-title"), html.P("", id="count", className="count")],
                className="pane-head",
            ),
            html.Div(id="story", className="story", tabIndex=0, role="region", **aria(labelledby="story-title")),
        ],
        className="pane pane-story",
    )


def _card() -> Any:
    return html.Section(
        html.Div(
            id="card",
            className="card",
            tabIndex=0,
            role="region",
            **aria(label="The chosen event", live="polite"),
        ),
        className="pane pane-card",
    )
