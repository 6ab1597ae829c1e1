"""TimelineView in somebody else's Dash app: the example of docs/dash.md, as it stands there."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import ROOT, free_port, wait_for


def serve(folder: Path, code: str) -> Iterator[str]:
    """The address of a Dash app with this code, until the test is over."""
    port = free_port()
    code = code.replace('load("events.yaml")', f"load({str(ROOT / 'events.yaml')!r})")
    (folder / "example.py").write_text(code.replace("app.run()", f"app.run(port={port})"))
    server = subprocess.Popen(
        [sys.executable, "example.py"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    url = f"http://127.0.0.1:{port}/"
    wait_for(server, url)
    yield url
    server.terminate()
    server.wait(10)


@pytest.fixture
def example(tmp_path: Path) -> Iterator[str]:
    """The documentation's example, running; its store is the worked story, and it has a second view."""
    code = re.search(r"```python\n(.*?)```", (ROOT / "docs" / "dash.md").read_text(), re.S)[1]
    second = 'TimelineView(id="second", scene_url=serve_scene(app, store), controls=False), html.P(id="chosen")'
    yield from serve(tmp_path, code.replace('html.P(id="chosen")', second))


# A view in each of two tabs, and one in a modal that is not shown at first.
TABS = """
from dash import Dash, Input, Output, dcc, html
from timeline import load
from timeline.component import TimelineView, serve_scene

store = load("events.yaml")
app = Dash(__name__)
url = serve_scene(app, store)
app.layout = html.Div([
    dcc.Tabs(id="tabs", value="a", children=[
        dcc.Tab(label="All", value="a", children=TimelineView(id="all", scene_url=url)),
        dcc.Tab(label="Courts", value="b", children=TimelineView(id="courts", scene_url=url, filter="thread:courts")),
    ]),
    html.Button("Open", id="open"), html.P(id="said"), html.Button("February", id="february"),
    html.Div(TimelineView(id="modal", scene_url=url, height=420), id="box", hidden=True),
])

@app.callback(Output("box", "hidden"), Input("open", "n_clicks"))
def show(clicks):
    return not clicks

@app.callback(Output("modal", "window"), Input("february", "n_clicks"), prevent_initial_call=True)
def move(clicks):
    return [20120, 20148]

@app.callback(Output("said", "children"), Input("modal", "window"))
def say(window):
    return "everything" if window is None else f"{window[0]:.0f} to {window[1]:.0f}"

if __name__ == "__main__":
    app.run()
"""


@pytest.fixture
def tabs(tmp_path: Path) -> Iterator[str]:
    yield from serve(tmp_path, TABS)


def test_in_tabs_and_in_a_modal(tabs: str, page: Page):
    """A view that was not shown at first is as wide as its place; a callback moves it and hears of it."""
    page.goto(tabs)
    expect(page.locator("#all canvas").first).to_be_visible()
    page.get_by_text("Courts", exact=True).first.click()
    expect(page.locator("#courts .tl-count")).to_contain_text("of 100 events")
    assert page.locator("#courts canvas").first.bounding_box()["width"] > 1000
    page.get_by_text("All", exact=True).click()
    expect(page.locator("#all canvas").first).to_be_visible()
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.locator("#modal canvas").first).to_be_visible()
    assert page.locator("#modal canvas").first.bounding_box()["width"] > 1000
    expect(page.locator("#said")).to_have_text("everything")
    page.get_by_role("button", name="February", exact=True).click()
    expect(page.locator("#modal .tl-events")).to_contain_text("$97.4 billion")
    page.locator("#modal").get_by_role("button", name="Zoom in").click()
    expect(page.locator("#said")).to_have_text("20127 to 20141")
    page.locator("#modal").get_by_role("button", name="Fit: show everything").click()
    expect(page.locator("#said")).to_have_text("everything")


def test_the_documented_example(example: str, page: Page):
    """Two views on one page; a callback filters one, its selection reaches a callback."""
    page.goto(example)
    expect(page.locator("#view canvas").first).to_be_visible()
    expect(page.locator("#second canvas").first).to_be_visible()
    expect(page.locator("#second input[type=search]")).to_be_hidden()
    page.locator("#view .tl-events [data-event]").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#chosen")).not_to_have_text("Choose an event.")
    page.get_by_role("searchbox").fill("thread:courts")
    expect(page.locator("#view .tl-count")).to_contain_text(re.compile(r"^\d+ of 100"))
    time.sleep(0.3)
    expect(page.locator("#view .tl-count")).to_contain_text(re.compile(r"^\d+ of 100"))
