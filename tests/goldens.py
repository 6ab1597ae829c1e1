"""Whole outputs held against files that a person has read. `make golden` writes them anew; read the diff."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def same(name: str, text: str) -> None:
    """The text is that of the file, byte for byte."""
    path = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text)
    assert path.read_text() == text, f"{name} differs; `make golden` writes it anew"
