"""Which files we wrote: only they are overwritten without being asked to."""

import json
from pathlib import Path

from .cells import HEAD
from .seal import seal_holds

# What our files say of themselves near their beginning or end; databases say it in their header.
_MARKS = (b"sourced-timeline", b'id="tl-title"')
_DATABASE = (b"SQLite format 3\0", b"TLNE")


def is_ours(path: Path) -> bool:
    """Whether we wrote the file. A store that we made for somebody is ours only as long as nobody has edited it."""
    data = path.read_bytes()
    if data.startswith(b"# Made by sourced-timeline"):
        return seal_holds(data)
    if data.startswith(_DATABASE[0]):
        return data[68:72] == _DATABASE[1]
    if data.startswith(b'{"data":['):  # a Plotly figure says it in its layout
        return b'"source":"sourced-timeline"' in data
    marked = any(mark in data[:6000] or mark in data[-1000:] for mark in _MARKS)
    return not data or marked or data.startswith(HEAD) or _our_json(data)


def _our_json(data: bytes) -> bool:
    """JSON of a form that has no place for a mark: ours if it has our keys and is written as we write, to the byte."""
    if not data.startswith((b'{\n "', b'[\n {\n  "id"')):
        return False
    try:
        value = json.loads(data)
    except ValueError:
        return False
    known = isinstance(value, list) or "@graph" in value or {"title", "events"} <= set(value)
    return known and json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n" == data
