"""A store: everything that a file or folder holds, checked, with the indexes that views ask for."""

import gc
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from .checks import check
from .collected import Reading
from .document import Document, Limits, read_document
from .findings import Finding, has_errors
from .model import Actor, Era, Event, Source, Thread, Timeline, citations
from .reader import read
from .sourcing import Library


@dataclass(frozen=True)
class Store:
    """The sound records of a store and every finding about the rest.

    `events` and `eras` are in order of date, those of one date in the order of the file. `broken` counts the events
    that have errors of their own and are therefore not among `events`; the findings say which and why. `lines` says
    where each event stands: event id → (file, line from 1).
    """

    name: str
    timeline: Timeline = field(default_factory=Timeline)
    threads: Mapping[str, Thread] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    shared: Mapping[str, Source] = field(default_factory=dict)
    eras: tuple[Era, ...] = ()
    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()
    broken: int = 0
    lines: Mapping[str, tuple[str, int]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return self.timeline.title or Path(self.name).stem

    @property
    def sound(self) -> bool:
        """Whether no finding is an error."""
        return not has_errors(self.findings)

    @cached_property
    def library(self) -> Library:
        return Library(self.shared)

    @cached_property
    def by_id(self) -> Mapping[str, Event]:
        return MappingProxyType({event.id: event for event in self.events})

    @cached_property
    def replies(self) -> Mapping[str, tuple[tuple[str, Event], ...]]:
        """Event id → the events that stand in relation to it, as (relation type, event), in order of date."""
        back: dict[str, list[tuple[str, Event]]] = defaultdict(list)
        for event in self.events:
            for relation in event.relations:
                for target in relation.targets:
                    back[target].append((relation.type, event))
        return MappingProxyType({key: tuple(value) for key, value in back.items()})

    def resolve(self, source: Source) -> Source:
        """The shared source that a reference means; a source written in place is itself."""
        return self.library.resolve(source)

    def sources_of(self, event: Event) -> tuple[Source, ...]:
        """All sources that the event cites anywhere, each page once: its own first, then those of quotes and facts."""
        unique: dict[str, Source] = {}
        for _, source in citations(event):
            unique.setdefault(self.library.key(source), self.resolve(source))
        return tuple(unique.values())

    def publishers(self, event: Event) -> tuple[str, ...]:
        """The independent publishers of an event; agency copies count as their original."""
        return tuple(self.library.publishers(event).values())

    def name_of(self, ref: str) -> str:
        """An actor's full name; a plain name is itself."""
        actor = self.actors.get(ref)
        return actor.name if actor else ref


def load(path: str | Path, limits: Limits | None = None) -> Store:
    """Read a store from a file, or from a folder of `.yaml` and `.yml` files.

    Never raises for bad data: mistakes are in `store.findings`, and a file that cannot be opened is one of them.
    """
    path = Path(path)
    files = _files(path)
    with _no_collection():
        documents = [_read_file(file, str(file), limits) for file in files]
        if not files:
            documents = [_missing(path)]
        return _store(str(path), read(documents))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Reading makes a million objects and no cycles: looking through them again and again doubles its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _missing(path: Path) -> Document:
    missing = Document(str(path))
    message = "the folder has no .yaml file" if path.is_dir() else "there is no such file"
    missing.report(1, 1, "no-file", message)
    return missing


def loads(text: str, name: str = "<text>", limits: Limits | None = None) -> Store:
    """Read a store from a text; `name` stands for the file in findings."""
    with _no_collection():
        return _store(name, read([read_document(text.encode("utf-8", "surrogatepass"), name, limits)]))


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(p for p in path.iterdir() if p.suffix in (".yaml", ".yml") and p.is_file())
    return [path] if path.exists() else []


def _read_file(path: Path, name: str, limits: Limits | None) -> Document:
    try:
        if not path.is_file():
            raise OSError("not a regular file")
        return read_document(path.read_bytes(), name, limits)
    except OSError as error:
        document = Document(name)
        document.report(1, 1, "unreadable", f"the file cannot be read: {error.strerror or error}")
        return document


def _store(name: str, reading: Reading) -> Store:
    return Store(
        name=name,
        timeline=reading.timeline,
        threads=MappingProxyType(reading.threads),
        actors=MappingProxyType(reading.actors),
        shared=MappingProxyType(reading.sources),
        eras=tuple(sorted(reading.eras, key=lambda era: era.date.sort_key)),
        # sorted() is stable: events of one date stay in the order of the file.
        events=tuple(sorted(reading.events, key=lambda event: event.date.sort_key)),
        findings=check(reading),
        broken=reading.broken,
        lines=MappingProxyType(_lines(reading)),
    )


def _lines(reading: Reading) -> dict[str, tuple[str, int]]:
    places = {event.id: reading.place("event", event.id) for event in reading.events}
    return {name: (place.document.name, place.line) for name, place in places.items()}
