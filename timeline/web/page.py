"""The page's fixed parts."""

from typing import Any

from dash import dcc, html

from ..component import TimelineView
from ..reading.attributes import aria
from .banner import banner
from .controls import Address, Choice, CopyMenu, DaySlider, Fit, Palette, Pulse, StepPlayer, Tabs
from .telling import FORM_WORDS, LENGTH_WORDS, actor_words
from .tree import Tree
from .watch import Snapshot

SHOW_WORDS = (("", "Events"), ("sources", "Sources"), ("amounts", "Amounts"), ("activity", "Activity"))


def page(snapshot: Snapshot) -> Any:
    """Header; the timeline with the story and the card beside it, or below where there is no room; more of the view."""
    return html.Div(
        [
            Address(id="place"),
            Fit(),
            *(dcc.Store(id=name, data=data) for name, data in (("sort", "date"), ("page", 1), ("source", None))),
            html.A("Skip to the story", href="#story", className="skip"),
            _header(snapshot),
            Pulse(id="pulse", version=snapshot.version),
            Tree(id="banner", tree=banner(snapshot), label="Findings", live=True),
            html.Main([html.Div([_picture(snapshot), _reading(snapshot)], className="beside"), _more()]),
        ],
        className="page app",
    )


def _header(snapshot: Snapshot) -> Any:
    store = snapshot.store
    words = [
        html.H1(store.title, id="title", dir="auto"),
        html.P(store.timeline.subtitle or "", id="subtitle", className="subtitle", dir="auto"),
    ]
    return html.Header([html.Div(words), Palette(id="palette", label="Find anything")], className="head")


def _picture(snapshot: Snapshot) -> Any:
    view = TimelineView(id="view", scene_url="scene.json", scene_version=snapshot.version, filter="", scale="linear")
    known = DaySlider(id="known", label="As known on", days=snapshot.known_days)
    return html.Section([view, known], className="picture", **aria(label="Timeline"))


def _reading(snapshot: Snapshot) -> Any:
    card = Tree(id="card", className="pane card", label="The chosen event", closes="Close the event", tree=[])
    return html.Div([card, _story(snapshot)], className="reading")


def _story(snapshot: Snapshot) -> Any:
    controls = [
        html.H2("The story", className="unseen"),
        Choice(id="form", label="Form of the story", options=[list(pair) for pair in FORM_WORDS], value="chronicle"),
        Choice(id="length", label="Length", options=[list(pair) for pair in LENGTH_WORDS], value="standard"),
        CopyMenu(id="copy", label="Copy", choices=[]),
        Choice(id="actor", label="Whose part", options=actor_words(snapshot.store), hidden=True),
        StepPlayer(id="player", steps=[]),
    ]
    count = html.P("", id="count", className="count")
    return html.Section(
        [html.Div(controls, className="controls"), count, Tree(id="story", className="story", label="The story")],
        className="pane pane-story",
        **aria(label="The story and its form"),
    )


def _more() -> Any:
    tabs = Tabs(id="show", label="More of this view", tabs=[list(pair) for pair in SHOW_WORDS], value="", panel="panel")
    tree = Tree(id="more", className="more", label="Events or sources of this view")
    inner = [tree, html.Div(id="chart", className="charts")]
    name = aria(label="More of this view")
    panel = html.Div(inner, id="panel", role="tabpanel", **name)
    return html.Section([tabs, panel], className="pane pane-more", **name)
