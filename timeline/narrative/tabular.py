"""The sides of a dispute as a table: what the fields say, side by side, and whether they have equal room."""

from collections.abc import Mapping

from ..cite import Notes
from ..model import Side
from ..store import Store
from .noting import sources_of
from .points import Point
from .spans import Row

_EQUAL = 1.15  # the longest claim beside the shortest, in words


def rows(dispute: Point, store: Store, notes: Notes) -> tuple[Row, ...]:
    """A row a side, in the order of the file, each with the notes of its own sources."""
    sides = dispute.event.disputes[dispute.index].sides
    return tuple(
        _row(side, Point(dispute.event, "side", dispute.index, i), store, notes) for i, side in enumerate(sides)
    )


def _row(side: Side, point: Point, store: Store, notes: Notes) -> Row:
    return Row(
        who(side, store), side.claim.rstrip("."), (side.quote or "").strip(), notes.cite(sources_of(point, store))
    )


def who(side: Side, store: Store) -> str:
    """The side's name in full."""
    return store.name_of(side.by)


def remark(dispute: Point, words: Mapping[str, str]) -> str:
    """Says so where one side's claim is longer than another's by more than 15 in a hundred."""
    lengths = [len(side.claim.split()) for side in dispute.event.disputes[dispute.index].sides]
    low, high = min(lengths), max(lengths)
    return words["uneven"].format(low=low, high=high) if high > low * _EQUAL else ""
