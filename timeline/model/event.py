"""Events, how they stand to one another, and a file as a whole."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .fields import Date, Id, Line, OneOrMany, Shorthand, Words
from .records import Actor, Amount, Cited, Dispute, Era, Fact, Part, Quote, Record, Source, Sources, Status, Thread

RELATION_TYPES = (
    "responds-to",
    "caused-by",
    "enables",
    "contradicts",
    "modifies",
    "continues",
    "withdraws",
    "part-of",
    "cites",
    "corrects",
)

Targets = Annotated[tuple[Line, ...], OneOrMany()]


class Relation(Record):
    """How the event stands to earlier ones: exactly one relation, to one event or several."""

    responds_to: Annotated[Targets, Field(alias="responds-to")] = ()
    caused_by: Annotated[Targets, Field(alias="caused-by")] = ()
    enables: Targets = ()
    contradicts: Targets = ()
    modifies: Targets = ()
    continues: Targets = ()
    withdraws: Targets = ()
    part_of: Annotated[Targets, Field(alias="part-of")] = ()
    cites: Targets = ()
    corrects: Targets = ()
    asserted_by: Annotated[Cited | None, Field(alias="asserted-by")] = None

    @model_validator(mode="after")
    def _exactly_one(self) -> "Relation":
        if sum(bool(getattr(self, _attribute(t))) for t in RELATION_TYPES) != 1:
            raise PydanticCustomError(
                "bad-relation", "each item names exactly one relation, such as {responds-to: bid}"
            )
        return self

    @cached_property
    def type(self) -> str:
        return next(t for t in RELATION_TYPES if getattr(self, _attribute(t)))

    @property
    def targets(self) -> tuple[str, ...]:
        targets: tuple[str, ...] = getattr(self, _attribute(self.type))
        return targets


def _attribute(relation_type: str) -> str:
    return relation_type.replace("-", "_")


class Event(Record):
    """Something that happened, when, and who says so."""

    id: Id = ""
    date: Date
    title: Words
    thread: Line | None = None
    kind: Words | None = None
    summary: Line | None = None
    clause: Words | None = None
    actors: tuple[Annotated[Part, Shorthand("ref")], ...] = ()
    place: Words | None = None
    amounts: dict[Id, Amount] = {}
    quotes: tuple[Quote, ...] = ()
    facts: tuple[Annotated[Fact, Shorthand("text")], ...] = ()
    disputes: tuple[Dispute, ...] = ()
    relations: tuple[Relation, ...] = ()
    status: Status = "established"
    weight: Annotated[float, Field(ge=0, le=1)] = 0.5
    reported: Date | None = None
    note: Line | None = None
    sources: Sources = ()


def citations(event: Event) -> Iterator[tuple[tuple[str | int, ...], Source]]:
    """Every place of `event` that cites a source, with the path to it in the file."""
    for i, source in enumerate(event.sources):
        yield ("sources", i), source
    for section, items in (("quotes", event.quotes), ("facts", event.facts)):
        for i, item in enumerate(items):
            yield from _own_citations((section, i), item)
    for i, dispute in enumerate(event.disputes):
        for j, side in enumerate(dispute.sides):
            yield from _own_citations(("disputes", i, "sides", j), side)
    for i, relation in enumerate(event.relations):
        if relation.asserted_by:
            yield ("relations", i, "asserted-by"), relation.asserted_by


def _own_citations(path: tuple[str | int, ...], item: Any) -> Iterator[tuple[tuple[str | int, ...], Source]]:
    if item.source:
        yield (*path, "source"), item.source
    for j, source in enumerate(item.sources):
        yield (*path, "sources", j), source


class Timeline(Record):
    """What the store as a whole says of itself."""

    title: Words | None = None
    subtitle: Words | None = None
    description: Line | None = None
    author: Line | None = None
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = "en"
    time_zone: Line | None = None
    as_of: Date | None = None


class File(Record):
    """A whole file, as editors are told of it; the reader takes its parts one by one."""

    json_schema: Annotated[Line | None, Field(alias="$schema", description="for editors; means nothing here")] = None
    timeline: Timeline = Timeline()
    threads: dict[Id, Annotated[Thread, Shorthand("title")]] = {}
    eras: tuple[Era, ...] = ()
    actors: dict[Id, Annotated[Actor, Shorthand("name")]] = {}
    sources: dict[Id, Annotated[Source, Shorthand("title", "url")]] = {}
    events: tuple[Event, ...] = ()


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a file, in the draft that yaml-language-server and JetBrains read."""
    schema = File.model_json_schema(by_alias=True)
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": "A sourced timeline", **schema}
