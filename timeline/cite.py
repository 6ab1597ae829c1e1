"""Sources as numbered notes, and a note's house form."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from . import sourcing
from .dates import When, say
from .model import Source
from .store import Store
from .urls import host


@dataclass(frozen=True, slots=True)
class Note:
    """One numbered note."""

    number: int
    source: Source


@dataclass
class Notes:
    """Numbers sources in order of appearance; the same page has one number however it is cited.

    Grows as sentences are written; `notes` is the finished list.
    """

    store: Store
    _numbers: dict[str, Note] = field(default_factory=dict)

    def cite(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The numbers of the sources, new ones given to those not cited before; ascending, without repeats."""
        return tuple(sorted({self._number(source) for source in sources}))

    def _number(self, source: Source) -> int:
        key = self.store.library.key(source)
        if key not in self._numbers:
            self._numbers[key] = Note(len(self._numbers) + 1, self.store.resolve(source))
        return self._numbers[key].number

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(self._numbers.values())


_RANK = {"court": 0, "primary": 0, "agency": 1, "press": 2, "analysis": 3, "reference": 4, None: 2}


def leading(sources: Iterable[Source], store: Store, most: int = 3) -> tuple[Source, ...]:
    """The sources that a sentence cites: one a publisher, primary and court papers first, then agencies, then press."""
    whole = [(store.resolve(source), source) for source in sources]
    ranked = sorted(whole, key=lambda pair: _RANK[pair[0].kind])
    first: dict[str, Source] = {}
    for resolved, source in ranked:
        first.setdefault((resolved.original or sourcing.publisher(resolved)).casefold(), source)
    return tuple(first.values())[:most]


@dataclass(frozen=True, slots=True)
class NoteWords:
    """What a note needs of a language: how dates are said, "after" whom, and its quotation marks."""

    say: Callable[[When], str] = say
    after: str = "after"
    marks: tuple[str, str] = ("“", "”")


ENGLISH_NOTES = NoteWords()


def parts(source: Source, words: NoteWords = ENGLISH_NOTES) -> dict[str, str]:
    """The pieces of a note in words, those that are there: author, title, publisher, original, date, at, host."""
    pieces = {
        "author": source.author,
        "title": source.title,
        "publisher": sourcing.publisher(source) if source.publisher or source.url else None,
        "original": source.original,
        "date": words.say(source.published) if source.published else None,
        "at": source.at,
        "host": host(source.url) if source.url else None,
    }
    return {name: text for name, text in pieces.items() if text}


def house(source: Source, words: NoteWords = ENGLISH_NOTES) -> str:
    """A note in plain text: `MacRumors (after The Wall Street Journal), “Title”, 11 February 2025, macrumors.com`."""
    have = parts(source, words)
    who = have.get("publisher", "")
    if "original" in have and have["original"] != who:
        who = f"{who} ({words.after} {have['original']})"
    title = have["title"].join(words.marks) if "title" in have else ""
    pieces = [have.get("author", ""), who, title, have.get("at", ""), have.get("date", "")]
    if have.get("host") and have["host"] != have.get("publisher"):
        pieces.append(have["host"])
    return ", ".join(piece for piece in pieces if piece)
