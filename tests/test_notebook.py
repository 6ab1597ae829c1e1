"""The example notebook, executed in a kernel: what each cell shows."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from timeline import load, show

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def outputs():
    """The data of the last output of each code cell."""
    notebook = nbformat.read(ROOT / "docs" / "example.ipynb", as_version=4)
    nbformat.validate(notebook)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(ROOT / "docs")}}).execute()
    return [cell.outputs[-1]["data"] for cell in notebook.cells if cell.cell_type == "code"]


def test_every_cell_shows_what_it_says(outputs):
    """No errors in the store; store and view in a frame with a still behind it; a brief with notes; a figure."""
    findings, store, view, story, counted, figure = outputs
    assert findings["text/plain"] == "[]"
    for shown in (store, view):
        assert 'sandbox="allow-scripts allow-popups' in shown["text/html"] and "data:image/png" in shown["text/html"]
    assert store["text/html"].count("<li>") > view["text/html"].count("<li>") > 0
    assert "<article" in story["text/html"] and "[^1]" in story["text/markdown"]
    assert counted["text/plain"].endswith(", True)")
    assert figure["application/json"]["layout"]["meta"]["source"] == "sourced-timeline"


def test_a_stretch_that_is_none():
    """Is refused in words."""
    store = load(ROOT / "seeds" / "incident.yaml")
    with pytest.raises(ValueError, match="no date or interval"):
        show(store, "", "whenever")
