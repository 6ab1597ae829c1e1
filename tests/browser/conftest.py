"""A real browser on a real server: every test here starts the command as a user does."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from .find_browser import system_browser

ROOT = Path(__file__).parent.parent.parent
# How quick things are is measured in bench/; here a machine may be as busy as it likes.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = system_browser()
    if not path:
        # Never skipped: `make test` installs a browser, and a green run without one would say nothing.
        pytest.fail("no Chromium or Chrome: run `make test`, or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
        )
        yield chromium
        chromium.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(path: Path, port: int = 0) -> tuple[subprocess.Popen, str]:
    port = port or free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "timeline", "serve", str(path), "--port", str(port)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    url = f"http://127.0.0.1:{port}/"
    wait_for(server, url)
    return server, url


def wait_for(server: subprocess.Popen, url: str) -> str:
    """What the server answers at `url`, once it is up."""
    for _ in range(200):
        try:
            return urllib.request.urlopen(url, timeout=5).read().decode()
        except OSError:
            assert server.poll() is None, server.stderr.read()
            time.sleep(0.1)
    raise AssertionError("the server did not answer within 20 s")


@pytest.fixture(scope="module")
def story() -> Iterator[str]:
    """The address of a server on the worked story."""
    server, url = start(ROOT / "events.yaml")
    yield url
    server.terminate()
    server.wait(10)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the worked story that a test may edit, and its server's address."""
    path = tmp_path / "events.yaml"
    shutil.copy(ROOT / "events.yaml", path)
    server, url = start(path)
    yield path, url
    server.terminate()
    server.wait(10)


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that fails the test on a console error, a broken policy, or a request to anywhere else."""
    if "own" in request.fixturenames:
        # Set up before the page, and so ended after it: a page that outlives its server asks it in vain.
        request.getfixturevalue("own")
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    trouble: list[str] = []
    page.on("console", lambda m: trouble.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: trouble.append(str(e)))
    page.on(
        "request",
        lambda r: trouble.append(r.url) if not r.url.startswith(("http://127.0.0.1", "data:", "blob:")) else None,
    )
    page.on("dialog", lambda d: trouble.append("dialog") or d.dismiss())
    yield page
    context.close()
    assert trouble == []
