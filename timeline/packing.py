"""Columns of a scene packed for the wire: typed arrays and text as base64, as docs/scene.md describes them."""

import sys
from array import array
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain
from math import inf
from typing import Any

# What a number column holds besides finite times; times are doubles, with infinities for null.
_CODES = {"flags": "u1", "status": "u1", "weight": "u1", "publishers": "u1", "thread": "i4", "kind": "i4"}
_TIMES = {"start": -inf, "start_latest": -inf, "end_earliest": inf, "end": inf}
_ARRAYS = {"f8": "d", "i4": "i", "u1": "B"}
_UNKNOWN_START, _UNKNOWN_END = 32, 64


def pack(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same scene with its columns in binary; the scene given stays as it is."""
    columns = data["columns"]
    packed = {name: _numbers(columns[name], dtype) for name, dtype in _CODES.items()}
    for name in _TIMES:
        packed[name] = _numbers(_bounds(name, columns[name], columns["flags"]), "f8")
    for name in ("id", "title", "when", "text"):
        packed[name] = _text(columns[name])
    actors = data["event_actors"]
    starts = {"from": _offsets(len(a) for a in actors), "codes": _numbers(chain.from_iterable(actors), "i4")}
    return {**data, "columns": {name: packed[name] for name in columns}, "event_actors": starts}


def _bounds(name: str, column: Sequence[float | None], flags: Sequence[int]) -> Iterable[float]:
    """Null as the infinity that it stands for: an unknown bound may be anywhere, an open one is beyond everything."""
    missing = _TIMES[name]
    turned = {"start_latest": _UNKNOWN_START, "end_earliest": _UNKNOWN_END}.get(name, 0)
    return (
        value if value is not None else (-missing if flag & turned else missing)
        for value, flag in zip(column, flags, strict=True)
    )


def _numbers(values: Iterable[float], dtype: str) -> dict[str, str]:
    numbers = array(_ARRAYS[dtype], values)
    if sys.byteorder == "big":
        numbers.byteswap()
    return {"dtype": dtype, "b64": b64encode(numbers.tobytes()).decode()}


def _offsets(sizes: Iterable[int]) -> dict[str, str]:
    return _numbers(accumulate(sizes, initial=0), "i4")


def _text(texts: Sequence[str]) -> dict[str, Any]:
    """One blob of UTF-8 with the offset at which each text begins, and where the last one ends."""
    encoded = [text.encode() for text in texts]
    return {"utf8": b64encode(b"".join(encoded)).decode(), "offsets": _offsets(map(len, encoded))}
