"""The page's fixed parts."""

from typing import Any

from dash import dcc, html

from ..component import TimelineView
from ..reading.attributes import aria
from .banner import banner
from .tree import Tree
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
            Tree(id="banner", tree=banner(snapshot), label="Findings", live=True),
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
    head = [html.H2("The story"), html.P("", id="count", className="count")]
    return html.Section(
        [html.Div(head, className="pane-head"), Tree(id="story", className="story", label="The story", tree=[])],
        className="pane pane-story",
    )


def _card() -> Any:
    return html.Section(
        Tree(id="card", className="card", label="The chosen event", live=True, tree=[]), className="pane pane-card"
    )
