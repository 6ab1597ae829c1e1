"""TimelineView in somebody else's Dash app: the example of docs/dash.md, as it stands there."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import ROOT, free_port, wait_for


@pytest.fixture
def example(tmp_path: Path):
    """The documentation's example, running; its store is the worked story, and it has a second view."""
    code = re.search(r"```python\n(.*?)```", (ROOT / "docs" / "dash.md").read_text(), re.S)[1]
    second = 'TimelineView(id="second", scene_url=serve_scene(app, store), controls=False), html.P(id="chosen")'
    port = free_port()
    code = code.replace('load("events.yaml")', f"load({str(ROOT / 'events.yaml')!r})").replace(
        'html.P(id="chosen")', second
    )
    (tmp_path / "example.py").write_text(code.replace("app.run()", f"app.run(port={port})"))
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    server = subprocess.Popen(
        [sys.executable, "example.py"],
        cwd=tmp_path,
        env=env,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    url = f"http://127.0.0.1:{port}/"
    wait_for(server, url)
    yield url
    server.terminate()
    server.wait(10)


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
