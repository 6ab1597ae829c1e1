"""All records of a store's files before they are a store: with what was wrong, and where each record stands."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .document import Document, Map, Text
from .findings import Finding
from .model import Actor, Era, Event, Source, Thread, Timeline
from .places import Path, Place, locate
from .sourcing import Library


@dataclass
class Reading:
    """All records of a store's files, with what was wrong and where each record stands."""

    timeline: Timeline = field(default_factory=Timeline)
    threads: dict[str, Thread] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    eras: list[Era] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    broken: int = 0
    findings: list[Finding] = field(default_factory=list)
    nodes: dict[tuple[str, str], tuple[Document, Map | Text]] = field(default_factory=dict)

    @cached_property
    def library(self) -> Library:
        """The shared sources; asked for only once all of them have been read."""
        return Library(self.sources)

    def place(self, kind: str, record: str, path: Path = ()) -> Place:
        """Where the value at `path` of the record stands; the nearest thing around it if it has no place."""
        document, node = self.nodes[kind, record]
        return locate(document, node, path)

    def finding(
        self,
        kind: str,
        record: str,
        path: Path,
        code: str,
        message: str,
        *,
        offset: int = 0,
        length: int = 0,
        **more: Any,
    ) -> Finding:
        """A finding at the value at `path` of a record; `offset` and `length` mark a piece of a one-line text."""
        at = self.place(kind, record, path)
        column = at.column + (offset + (0 if at.plain else 1) if length else 0)
        label = f"{kind} '{record}'" if record else kind
        return at.document.finding(at.line, column, code, message, record=label, length=length or at.length, **more)
