"""What is installed is whole: the wheel, on its own in an empty folder, checks, draws and serves."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.browser.conftest import free_port, wait_for

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The wheel, unpacked where nothing of the checkout is."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def run(installed: Path, *words: str, **more):
    env = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    return subprocess.run(
        [sys.executable, "-m", "timeline", *words],
        cwd=installed.parent,
        env=env,
        capture_output=True,
        text=True,
        **more,
    )


def test_the_wheel_has_what_pages_load(installed):
    """Engine, styles, schema, the worked story and the seeds."""
    for name in (
        "_assets/timeline-view.js",
        "_assets/timeline.css",
        "_assets/app/tree.js",
        "_assets/app/app.css",
        "_assets/events.schema.json",
        "_seeds/incident.yaml",
        "_seeds/events.yaml",
        "py.typed",
    ):
        assert (installed / "timeline" / name).is_file(), name


def test_the_wheel_checks_and_draws(installed):
    """Without the checkout beside it."""
    story = str(installed / "timeline" / "_seeds" / "events.yaml")
    assert "no findings" in run(installed, "check", story).stdout
    assert run(installed, "embed", story).stdout.startswith("<svg")


def test_the_wheel_serves(installed):
    """`timeline serve` answers, and the engine comes with it."""
    port = free_port()
    env = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    words = [
        sys.executable,
        "-m",
        "timeline",
        "serve",
        str(installed / "timeline" / "_seeds" / "events.yaml"),
        "--port",
        str(port),
    ]
    server = subprocess.Popen(words, cwd=installed.parent, env=env, stderr=subprocess.PIPE, text=True)
    try:
        page = wait_for(server, f"http://127.0.0.1:{port}/")
        (script,) = [part for part in page.split('"') if "timeline-view" in part]
        assert "timelineView" in wait_for(server, f"http://127.0.0.1:{port}{script}")
    finally:
        server.terminate()
        assert server.wait(10) == 0
