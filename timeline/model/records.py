"""Sources, actors, amounts, quotes, disputes: the records that events are made of, frozen."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from ..dates import When
from .fields import Date, Id, Line, OneOrMany, Shorthand, Url, Value, Words

STATUSES = ("established", "reported", "alleged", "disputed", "denied", "planned")
Status = Literal["established", "reported", "alleged", "disputed", "denied", "planned"]


class Record(BaseModel):
    """What all records share: frozen, and a key that nobody knows is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Record):
    """Where something is said: a page, a book, a court paper; or, with `ref`, a shared source and a place in it."""

    ref: Id | None = None
    url: Url | None = None
    title: Words | None = None
    publisher: Words | None = None
    author: Words | None = None
    published: Date | None = None
    kind: Literal["primary", "agency", "press", "court", "analysis", "reference"] | None = None
    original: Annotated[Words | None, Field(description="whose work this page repeats")] = None
    archived: Url | None = None
    accessed: Date | None = None
    language: Line | None = None
    at: Annotated[Line | None, Field(description="page, paragraph or minute")] = None
    quote: Line | None = None

    @model_validator(mode="after")
    def _names_something(self) -> "Source":
        if self.ref is None and self.url is None and self.title is None:
            raise PydanticCustomError("bad-source", "a source needs a url, or a title when it is not on the web")
        if self.ref is not None and (self.url is not None or self.title is not None):
            raise PydanticCustomError("bad-source", "a source has either a ref to a shared source or a url of its own")
        return self


Cited = Annotated[Source, Shorthand("ref", "url")]
Sources = Annotated[tuple[Cited, ...], OneOrMany()]


class Term(Record):
    """Something that held from one day to another, both included."""

    start: Annotated[Date | None, Field(alias="from")] = None
    end: Annotated[Date | None, Field(alias="to")] = None

    def holds_on(self, date: When) -> bool:
        """Whether it can have held on `date`; an end that is not given is open."""
        return (self.start is None or self.start.start < date.end) and (self.end is None or date.start < self.end.end)


class Role(Term):
    """An office held for a time, as a noun phrase: `co-chair of OpenAI`."""

    role: Words


class Alias(Term):
    """Another name, and when it was the name."""

    name: Words


class Actor(Record):
    """A person or body of the story."""

    name: Words
    short: Words | None = None
    kind: Literal["person", "organisation", "group", "court", "government", "product", "place"] | None = None
    pronoun: Literal["he", "she", "they", "it"] | None = None
    description: Line | None = None
    url: Url | None = None
    roles: tuple[Annotated[Role, Shorthand("role")], ...] = ()
    aka: tuple[Annotated[Alias, Shorthand("name")], ...] = ()
    part_of: Line | None = None


class Thread(Record):
    """A lane of the picture and a section of the story."""

    title: Words
    description: Line | None = None


class Era(Record):
    """A named stretch of time behind all lanes: an editor's heading, not an event, and so without sources."""

    date: Date
    title: Words
    description: Line | None = None


class Part(Record):
    """An actor's part in one event."""

    ref: Line
    role: Literal["agent", "patient", "speaker", "counsel", "court", "backer"] | None = None


class Amount(Record):
    """A sum or count, and what it is for."""

    value: Value
    currency: Annotated[str | None, Field(pattern=r"^[A-Z]{3}$")] = None
    unit: Line | None = None
    of: Line | None = None
    tone: Literal["joke"] | None = None
    estimate: bool = False
    note: Line | None = None


class Statement(Record):
    """Something said or told that may name sources of its own, one or several."""

    source: Cited | None = None
    sources: Sources = ()

    @property
    def cited(self) -> tuple[Source, ...]:
        return (*((self.source,) if self.source else ()), *self.sources)


class Quote(Statement):
    """Words kept byte for byte, with who said them and where."""

    by: Words
    text: Line
    via: Line | None = None
    lang: Line | None = None
    translation: Line | None = None
    excerpt: Annotated[Line | None, Field(description="the part of the text that the prose tells")] = None

    @model_validator(mode="after")
    def _excerpt_is_of_the_text(self) -> "Quote":
        if self.excerpt is not None and self.excerpt not in self.text:
            raise PydanticCustomError("bad-excerpt", "the excerpt is not a part of the text, byte for byte")
        return self

    @property
    def told(self) -> str:
        """What the prose tells of it: the excerpt, or all."""
        return (self.excerpt or self.text).strip()


class Fact(Statement):
    """One further statement of an event."""

    text: Line
    by: Words | None = None
    status: Status | None = None


class Side(Statement):
    """What one side says of a dispute."""

    by: Words
    claim: Line
    date: Annotated[Date | None, Field(description="when it happened, as this side has it")] = None
    quote: Line | None = None


class Dispute(Record):
    """A matter that sides tell differently, kept side by side."""

    issue: Line
    sides: Annotated[tuple[Side, ...], Field(min_length=1)]
