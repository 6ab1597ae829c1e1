"""What prose is made of. A character outside a span cannot exist."""

from dataclasses import dataclass
from typing import Literal

from ..cite import Note

Kind = Literal["lexical", "value", "name", "quote", "time", "derived", "title"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text, the event and the field it was made from.

    `lexical` words come from the clause (then `field` says so) or from the language pack's closed lists.
    A `derived` span says in `derivation` how its words follow from fields; `notes` are the numbers of its sources.
    """

    text: str
    kind: Kind = "lexical"
    field: str = ""
    event: str = ""
    derivation: str = ""
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, the events it tells (the first is the one it is about) and the numbers of the notes behind it.

    `rule` names the rule that made it; `replaced` says that the verifier refused its first wording.
    """

    spans: tuple[Span, ...]
    events: tuple[str, ...]
    notes: tuple[int, ...]
    rule: str = ""
    replaced: str = ""

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class View:
    """What a timeline beside the passage should show: days from … to …, and the events in focus."""

    start: float
    end: float
    focus: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One side of a dispute as its fields have it: who, what they hold, their very words if any, and the notes."""

    side: str
    account: str
    words: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs that stand together and alone: names and dates start afresh in each passage.

    `table` sets the sides of a dispute side by side; `remark` says what a reader should know of it.
    """

    heading: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    view: View | None = None
    table: tuple[Row, ...] = ()
    remark: str = ""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(s for paragraph in self.paragraphs for s in paragraph)


@dataclass(frozen=True, slots=True)
class Narrative:
    """A whole text with its notes; `left_out` counts the events that a longer text of the form would tell as well."""

    title: str
    passages: tuple[Passage, ...]
    notes: tuple[Note, ...]
    left_out: int = 0
    form: str = "chronicle"
    language: str = "en"

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(s for passage in self.passages for s in passage.sentences)

    @property
    def text(self) -> str:
        """The words alone, a line a paragraph."""
        return "\n\n".join(
            " ".join(s.text for s in paragraph) for passage in self.passages for paragraph in passage.paragraphs
        )

    @property
    def replaced(self) -> tuple[Sentence, ...]:
        """The sentences whose first wording did not verify."""
        return tuple(s for s in self.sentences if s.replaced)
