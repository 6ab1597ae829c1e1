"""What prose is made of. A character outside a span cannot exist."""

from dataclasses import dataclass
from typing import Literal

from ..cite import Note

Kind = Literal["lexical", "value", "name", "time", "title"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text and the field it was made from; `lexical` words come from the clause or the language itself."""

    text: str
    kind: Kind = "lexical"
    field: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, the events it tells, and the numbers of the notes behind it."""

    spans: tuple[Span, ...]
    events: tuple[str, ...]
    notes: tuple[int, ...]

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that stand together, under a heading where one begins."""

    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Narrative:
    """A whole text with its notes; `left_out` counts events of the view that it does not tell."""

    title: str
    passages: tuple[Passage, ...]
    notes: tuple[Note, ...]
    left_out: int = 0

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(s for passage in self.passages for s in passage.sentences)
