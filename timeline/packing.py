"""Columns of a scene packed for the wire, as docs/scene.md describes them: one body of bytes, or base64 inside JSON."""

import json
import struct
import sys
from array import array
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from math import inf, isfinite
from typing import Any

# What a number column holds besides finite times; times are days, with infinities for null.
_CODES = {"flags": "u1", "status": "u1", "weight": "u1", "publishers": "u1", "thread": "i4", "kind": "i4"}
_TIMES = {"start": -inf, "start_latest": -inf, "end_earliest": inf, "end": inf}
_ARRAYS = {"f8": "d", "i4": "i", "u1": "B"}
_UNKNOWN_START, _UNKNOWN_END = 32, 64
MAGIC = b"TLSCENE1"
_ALIGN = 8

# Where a column's bytes are put, and what the header then says of the place.
Put = Callable[[bytes], dict[str, Any]]


def pack(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same scene with its columns as base64, for places that hold text; the scene given stays as it is."""
    return _packed(data, lambda raw: {"b64": b64encode(raw).decode()}, lambda raw: {"utf8": b64encode(raw).decode()})


def pack_bytes(data: Mapping[str, Any]) -> bytes:
    """The same scene as one body: MAGIC, the length of a JSON header, the header, and the columns behind it.

    In the header a column says `at` which byte behind the header it begins. A browser reads it without decoding
    anything: its typed arrays are views into the body.
    """
    body = _Body()
    head = json.dumps(_packed(data, body.put, body.put), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    header = _padded(head.encode(), b" ")
    return b"".join((MAGIC, struct.pack("<II", len(header), 0), header, *body.pieces))


@dataclass
class _Body:
    pieces: list[bytes] = field(default_factory=list)
    size: int = 0

    def put(self, raw: bytes) -> dict[str, Any]:
        place = {"at": self.size, "bytes": len(raw)}
        piece = _padded(raw, b"\0")
        self.pieces.append(piece)
        self.size += len(piece)
        return place


def _padded(raw: bytes, filler: bytes) -> bytes:
    return raw + filler * (-len(raw) % _ALIGN)


def _packed(data: Mapping[str, Any], numbers: Put, texts: Put) -> dict[str, Any]:
    columns = data["columns"]
    made = {name: _numbers(columns[name], dtype, numbers) for name, dtype in _CODES.items()}
    for name in _TIMES:
        made[name] = _times(list(_bounds(name, columns[name], columns["flags"])), numbers)
    for name in ("id", "title", "when", "text"):
        made[name] = _text(columns[name], numbers, texts)
    actors = data["event_actors"]
    starts = {
        "from": _offsets((len(a) for a in actors), numbers),
        "codes": _numbers(chain.from_iterable(actors), "i4", numbers),
    }
    return {**data, "columns": {name: made[name] for name in columns}, "event_actors": starts}


def _bounds(name: str, column: Sequence[float | None], flags: Sequence[int]) -> Iterable[float]:
    """Null as the infinity that it stands for: an unknown bound may be anywhere, an open one is beyond everything."""
    missing = _TIMES[name]
    turned = {"start_latest": _UNKNOWN_START, "end_earliest": _UNKNOWN_END}.get(name, 0)
    return (
        value if value is not None else (-missing if flag & turned else missing)
        for value, flag in zip(column, flags, strict=True)
    )


def _times(values: Sequence[float], put: Put) -> dict[str, Any]:
    """Whole days, as most scenes have, in half the room."""
    whole = all(isfinite(v) and v.is_integer() and -(2**31) <= v < 2**31 for v in map(float, values))
    return _numbers(map(int, values) if whole else values, "i4" if whole else "f8", put)


def _numbers(values: Iterable[float], dtype: str, put: Put) -> dict[str, Any]:
    numbers = array(_ARRAYS[dtype], values)
    if sys.byteorder == "big":
        numbers.byteswap()
    return {"dtype": dtype, **put(numbers.tobytes())}


def _offsets(sizes: Iterable[int], put: Put) -> dict[str, Any]:
    return _numbers(accumulate(sizes, initial=0), "i4", put)


def _text(texts: Sequence[str], numbers: Put, put: Put) -> dict[str, Any]:
    """One blob of UTF-8 with the offset at which each text begins, and where the last one ends."""
    encoded = [text.encode() for text in texts]
    return {**put(b"".join(encoded)), "offsets": _offsets(map(len, encoded), numbers)}
