"""A clause at its joints, and the places among them where a date may stand."""

from dataclasses import dataclass
from functools import lru_cache

from ...clause import Clause, ClauseError, Piece, Reference, Verb, Words, parse_clause

_AFTER_OBJECT = ("in", "over", "for", "at", "from", "with", "under", "into", "without", "by", "against")
_HOLDS_ON = (" that ", " which ", " who ", " whose ", " because ", " if ", " whether ", " until ", " when ", " where ",
             " after ", " before ", " to ", " and ", " but ", ",", ":", "“")  # fmt: skip
_SHORT_TAIL = 8


@dataclass(frozen=True, slots=True)
class Parted:
    """A clause at its joints: what stands before the verb, the verb, the nearest object, the rest."""

    subject: tuple[Piece, ...]
    verb: Verb
    object: tuple[Piece, ...]
    rest: tuple[Piece, ...]
    middle: bool  # whether a date may stand between object and rest
    end: bool  # whether it may stand at the end
    bar: int = 0  # how much of the rest stands before the bar, where a date may stand too; 0 for none

    @property
    def sole_subject(self) -> str | None:
        """The one actor that is the whole subject."""
        if len(self.subject) in (1, 2) and isinstance(self.subject[0], Reference) and not self.subject[0].possessive:
            return (
                self.subject[0].id
                if not "".join(p.text for p in self.subject[1:] if isinstance(p, Words)).strip()
                else None
            )
        return None


@lru_cache(maxsize=4096)
def part(text: str, short: bool = False) -> Parted | None:
    """Take a clause apart; None where its marks are broken or it marks no verb (both are told as findings)."""
    try:
        clause: Clause = parse_clause(text)
    except ClauseError:
        return None
    pieces = clause.core if short else clause.pieces
    at = next((i for i, piece in enumerate(pieces) if isinstance(piece, Verb)), None)
    if at is None or at == 0:
        return None
    verb = pieces[at]
    assert isinstance(verb, Verb)
    tail = pieces[at + 1 :]
    cut = _object_end(tail)
    plain = "".join(p.text if isinstance(p, Words) else "X" for p in tail)
    return Parted(
        pieces[:at], verb, tail[:cut], tail[cut:], _middle(tail, cut), _is_short(plain),
        _bar(clause, at, cut) if not short else 0,
    )  # fmt: skip


def _is_short(plain: str) -> bool:
    """Whether words are few enough, and hang together so loosely, that a date behind them belongs to the verb."""
    return len(plain.split()) <= _SHORT_TAIL and not any(mark in f"{plain} " for mark in _HOLDS_ON)


def _bar(clause: Clause, verb: int, object_end: int) -> int:
    if clause.cut is None or clause.cut <= verb + 1:
        return 0
    core = clause.pieces[verb + 1 : clause.cut]
    plain = "".join(p.text if isinstance(p, Words) else "X" for p in core)
    return len(core) - object_end if len(core) > object_end and _is_short(plain) else 0


def _object_end(tail: tuple[Piece, ...]) -> int:
    """How many pieces the nearest object has: names one after another, joined by commas and "and"."""
    at = 0
    while at + 1 < len(tail):
        words, following = tail[at], tail[at + 1]
        joined = isinstance(words, Words) and words.text in ((" ",) if at == 0 else (", ", " and "))
        if not joined or not isinstance(following, Reference) or following.possessive:
            break
        at += 2
    return at


def _middle(tail: tuple[Piece, ...], cut: int) -> bool:
    following = tail[cut] if cut < len(tail) else None
    if not isinstance(following, Words):
        return False
    first = following.text.split(maxsplit=1)[0] if following.text.startswith(" ") and following.text.strip() else ""
    return first in (_AFTER_OBJECT if cut else ("that", "over"))
