"""A sentence in the making: spans, who is in it, what was said about time; and the line that collects them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from ..model import Event
from .discourse import Discourse
from .moments import Moment
from .spans import Kind, Span


@dataclass(frozen=True)
class Draft:
    """One way to say a point, with all that the discourse must know if it is chosen."""

    spans: tuple[Span, ...]
    rule: str
    mentions: tuple[str, ...] = ()
    subject: str | None = None
    roles: tuple[tuple[str, str], ...] = ()
    moment: Moment | None = None
    then: Moment | None = None  # of a second event in the same sentence
    quoted: bool = False
    place: str = ""  # where its date stands

    @cached_property
    def text(self) -> str:
        return "".join([span.text for span in self.spans])

    @cached_property
    def opening(self) -> tuple[str, str]:
        words = (*self.text.split(maxsplit=2), "", "")
        return words[0].strip("“”„,:.").casefold(), words[1].casefold()

    @property
    def length(self) -> int:
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Way:
    """A draft that is not made yet: what a choice among several needs to know of it, and how it is made."""

    rule: str
    moment: Moment | None
    place: str
    make: Callable[[], Draft]


@dataclass
class Line:
    """Collects the spans of one sentence; names are asked of the discourse as they come up."""

    discourse: Discourse
    event: Event
    spans: list[Span] = field(default_factory=list)
    mentions: list[str] = field(default_factory=list)
    roles: list[tuple[str, str]] = field(default_factory=list)
    comma_due: bool = False

    def add(
        self, text: str, kind: Kind = "lexical", where: str = "", derivation: str = "", event: Event | None = None
    ) -> None:
        """Mutates. A comma that an apposition left open is closed unless the next text brings a mark of its own."""
        if self.comma_due and text:
            self.comma_due = False
            if text[0] not in ",.;:":
                self.spans.append(Span(","))
        if text:
            self.spans.append(Span(text, kind, where, (event or self.event).id if where else "", derivation))

    def draft(self, rule: str, **more: object) -> Draft:
        """What has been collected, with a capital at its head."""
        spans = capital(tuple(self.spans))
        return Draft(spans, rule, tuple(self.mentions), roles=tuple(self.roles), **more)  # type: ignore[arg-type]


_ARTICLES = ("the ", "a ", "an ", "former ", "der ", "die ", "das ", "ein ", "eine ")


def capital(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans with the first letter of the sentence in upper case; a name such as xAI keeps its own."""
    if not spans:
        return spans
    first = spans[0]
    small = first.field.endswith(".pronoun") or first.text.startswith(_ARTICLES)
    if first.kind in ("name", "quote", "title") and not small:
        return spans
    if any(letter.isupper() for letter in first.text.split(" ", 1)[0][1:]):
        return spans  # "xAI as a whole"
    text = first.text[:1].upper() + first.text[1:]
    return (Span(text, first.kind, first.field, first.event, first.derivation), *spans[1:])
