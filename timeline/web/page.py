"""The page's fixed parts."""

from typing import Any

from dash import dcc, html

from ..component import TimelineView
from ..reading.attributes import aria
from ..store import Store
from .banner import banner
from .controls import Choice, CopyButton, DaySlider, StepPlayer
from .more import MORE_WORDS, SORT_WORDS
from .telling import FORM_WORDS, LENGTH_WORDS, actor_words, known_days
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
                    html.Div(
                        DaySlider(id="known", label="As known on", days=known_days(snapshot.store)), className="known"
                    ),
                    html.Div([_story(snapshot.store), _card()], className="reading"),
                    _more(),
                ]
            ),
        ],
        className="page",
    )


def _story(store: Store) -> Any:
    head = [html.H2("The story"), html.P("", id="count", className="count")]
    controls = [
        Choice(id="form", label="Form", options=[list(pair) for pair in FORM_WORDS], value="chronicle"),
        Choice(id="length", label="Length", options=[list(pair) for pair in LENGTH_WORDS], value="standard"),
        Choice(id="actor", label="Actor", options=actor_words(store), hidden=True),
        StepPlayer(id="player", steps=[]),
        html.Span(
            [
                CopyButton(id="copy-md", label="Copy Markdown", address="story.md"),
                CopyButton(id="copy-html", label="Copy HTML", address="story.html"),
            ],
            className="copies",
        ),
    ]
    return html.Section(
        [
            html.Div(head, className="pane-head"),
            html.Div(controls, className="controls"),
            Tree(id="story", className="story", label="The story", tree=[]),
        ],
        className="pane pane-story",
    )


def _more() -> Any:
    controls = [
        Choice(id="show", label="Also show", options=[list(pair) for pair in MORE_WORDS], value=""),
        Choice(id="sort", label="Order", options=[list(pair) for pair in SORT_WORDS], value="date", hidden=True),
    ]
    tree = Tree(id="more", className="more", label="More of this view", tree=[])
    return html.Section(
        [html.Div(controls, className="controls"), tree, html.Div(id="chart")], className="pane pane-more"
    )


def _card() -> Any:
    return html.Section(
        Tree(id="card", className="card", label="The chosen event", live=True, tree=[]), className="pane pane-card"
    )
