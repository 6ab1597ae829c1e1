"""The mark-up of a clause: `a group led by {musk} [offered] {bid} for {openai's} nonprofit`.

Floor 1, because the checks need it to place a fault and the narrative to tell the clause.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_PIECE = re.compile(
    r"\{(?P<id>[\w-]+)(?P<poss>['’]s)?\}|\[(?P<verb>[^\[\]{}]+)\]|(?P<cut>\s\|(?=\s|[,;]))|(?P<bad>[{}\[\]])"
)


class ClauseError(ValueError):
    """The marks of a clause cannot be read; `offset` and `length` count characters of the clause."""

    def __init__(self, message: str, offset: int, length: int = 1, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.offset, self.length, self.hint = message, offset, length, hint


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words of the clause."""

    text: str


@dataclass(frozen=True, slots=True)
class Verb:
    """A marked verb, in the past tense as written: `offered`, or with its base `struck|strike`.

    `offset` is where it begins in the clause.
    """

    text: str
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """An actor or amount by id; `offset` is where the id begins in the clause."""

    id: str
    possessive: bool
    offset: int


Piece = Words | Verb | Reference


@dataclass(frozen=True, slots=True)
class Clause:
    """The pieces of a clause in order; after `cut` of them, a bar says, comes what a brief can do without."""

    pieces: tuple[Piece, ...]
    cut: int | None = None

    @property
    def core(self) -> tuple[Piece, ...]:
        return self.pieces if self.cut is None else self.pieces[: self.cut]

    @property
    def verbs(self) -> tuple[Verb, ...]:
        return tuple(p for p in self.pieces if isinstance(p, Verb))

    @property
    def references(self) -> tuple[Reference, ...]:
        return tuple(p for p in self.pieces if isinstance(p, Reference))


@lru_cache(maxsize=4096)
def parse_clause(text: str) -> Clause:
    """Split a clause at its marks. Raises ClauseError where a brace or bracket does not close."""
    pieces: list[Piece] = []
    cut: int | None = None
    at = 0
    for match in _PIECE.finditer(text):
        if match["bad"]:
            raise ClauseError(
                f"this '{match['bad']}' does not mark anything",
                match.start(),
                1,
                "{id} refers to an actor or amount, [verb] marks the verb",
            )
        if match.start() > at:
            pieces.append(Words(text[at : match.start()]))
        if match["cut"]:
            if cut is not None:
                raise ClauseError(
                    "a clause has one bar at most", match.end() - 1, 1, "put all that a brief can do without behind one"
                )
            cut = len(pieces)
        elif match["verb"]:
            pieces.append(Verb(match["verb"], match.start("verb")))
        else:
            pieces.append(Reference(match["id"], bool(match["poss"]), match.start("id")))
        at = match.end()
    if at < len(text):
        pieces.append(Words(text[at:]))
    if text.rstrip().endswith("."):
        raise ClauseError("a clause has no full stop", len(text.rstrip()) - 1, 1, "leave it out")
    return Clause(tuple(pieces), cut)
