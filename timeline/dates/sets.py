"""Sets of dates: "[1667,1668]" is one of these, "{1667,1668}" all of these; ".." inside is a range."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo
from typing import NamedTuple

from .part import read_part
from .when import DateError, Kind, Part, When
from .zones import follow

_INF = float("inf")


class _Member(NamedTuple):
    """One date (first is last) or a range; None is an open end of a range."""

    first: Part | None
    last: Part | None

    def parts(self) -> tuple[Part, ...]:
        if self.first is None or self.last is None:
            part = self.first._replace(through=True) if self.first else self.last
            return (part,) if part else ()
        return (self.first,) if self.first is self.last else (self.first._replace(through=True), self.last)


def read_set(text: str, zone: tzinfo | None) -> When:
    """Read a whole set; the text begins with "[" or "{"."""
    closing = "]" if text[0] == "[" else "}"
    _check_brackets(text, closing)
    pieces = list(_pieces(text))
    members = [_member(piece, base, zone) for piece, base in pieces]
    _check_open_ends(members, pieces)
    return _gather(text, members)


def _check_brackets(text: str, closing: str) -> None:
    for i, char in enumerate(text[1:], start=1):
        if char == closing:
            if i + 1 < len(text):
                raise DateError(f"nothing may follow the bracket {closing}", i + 1, len(text) - i - 1)
            if i == 1:
                raise DateError("a set needs at least one date", 0, 2)
            return
        if char in "[]{}":
            raise DateError(f"the bracket {char} does not belong inside a set", i, 1)
    raise DateError(f"the bracket {text[0]} is not closed", 0, 1)


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Split at commas, each piece with its offset; spaces may follow a comma, as in a YAML list."""
    base = 1
    for number, piece in enumerate(text[1:-1].split(",")):
        kept = piece.lstrip(" ") if number else piece
        if not kept:
            raise DateError("a date is missing beside the comma", base, max(1, len(piece)))
        yield kept, base + len(piece) - len(kept)
        base += len(piece) + 1


def _member(text: str, base: int, zone: tzinfo | None) -> _Member:
    if "/" in text:
        raise DateError("a set has no intervals; write a range as 1984..1986", base + text.index("/"), 1)
    left, dots, right = text.partition("..")
    if not dots:
        part = read_part(text, base, zone)
        return _Member(part, part)
    if not left and not right:
        raise DateError("'..' needs a date on one side at least", base, 2)
    right_base = base + len(left) + 2
    first = read_part(left, base, zone) if left else None
    last = read_part(right, right_base, zone) if right else None
    if first is not None and last is not None:
        last = follow(first, last)
        if last is None:
            raise DateError("the range ends before it begins", right_base, len(right))
    return _Member(first, last)


def _check_open_ends(members: list[_Member], pieces: list[tuple[str, int]]) -> None:
    """Only the first member may begin with ".." and only the last may end with it: else the others say nothing."""
    for number, (member, (piece, base)) in enumerate(zip(members, pieces, strict=True)):
        if member.first is None and number > 0:
            raise DateError("only the first date of a set can begin with ..", base, 2)
        if member.last is None and number < len(members) - 1:
            raise DateError("only the last date of a set can end with ..", base + len(piece) - 2, 2)


def _gather(text: str, members: list[_Member]) -> When:
    """Take in all members: one of them lies somewhere in the whole extent, all of them reach from first to last."""
    open_start, open_end = members[0].first is None, members[-1].last is None
    firsts = [m.first for m in members if m.first is not None]
    lasts = [m.last for m in members if m.last is not None]
    start = -_INF if open_start else min(p.start for p in firsts)
    end = _INF if open_end else max(p.end for p in lasts)
    if text[0] == "[":
        latest, earliest = end, start
    else:
        latest = -_INF if open_start else min(end, *(p.end for p in firsts))
        earliest = _INF if open_end else max(start, *(p.start for p in lasts))
    parts = tuple(p for m in members for p in m.parts())
    precision = max(p.precision for p in parts)
    doubts = any(p.approximate for p in parts), any(p.uncertain for p in parts)
    kind: Kind = "one-of" if text[0] == "[" else "all-of"
    ends = open_start, open_end, False, False
    return When(text, start, latest, earliest, end, precision, *doubts, kind, *ends, parts)
