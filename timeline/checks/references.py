"""References: everything that names another record must name one that exists."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ..clause import ClauseError, parse_clause
from ..collected import Reading
from ..findings import Finding
from ..model import Event, citations
from ..nearest import nearest


def _hint(word: str, known: Iterable[str]) -> str:
    guess = nearest(word, known)
    return f"did you mean '{guess}'?" if guess else ""


def unknown_thread(reading: Reading) -> Iterator[Finding]:
    """An event's `thread` is not one of the store's `threads`."""
    for event in reading.events:
        if event.thread and ("thread", event.thread) not in reading.nodes:
            hint = _hint(event.thread, reading.threads) or "add it under 'threads:'"
            yield reading.finding(
                "event", event.id, ["thread"], "unknown-thread", f"there is no thread '{event.thread}'", hint=hint
            )


def unknown_actor(reading: Reading) -> Iterator[Finding]:
    """Something that is written like an id is not one of the store's `actors`.

    A name, with a capital or a space, may stand alone.
    """
    for event in reading.events:
        for path, name in _named(event):
            if ("actor", name) not in reading.nodes and re.fullmatch(r"[a-z0-9_-]+", name):
                hint = _hint(name, reading.actors) or "add it under 'actors:', or write a name"
                yield reading.finding(
                    "event", event.id, path, "unknown-actor", f"there is no actor '{name}'", hint=hint
                )


def _named(event: Event) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for i, part in enumerate(event.actors):
        yield ("actors", i, "ref"), part.ref
    for i, quote in enumerate(event.quotes):
        yield ("quotes", i, "by"), quote.by
    for i, fact in enumerate(event.facts):
        if fact.by:
            yield ("facts", i, "by"), fact.by
    for i, dispute in enumerate(event.disputes):
        for j, side in enumerate(dispute.sides):
            yield ("disputes", i, "sides", j, "by"), side.by


def unknown_source(reading: Reading) -> Iterator[Finding]:
    """A source is cited by an id that is not under `sources`."""
    for event in reading.events:
        for path, source in citations(event):
            if source.ref and ("source", source.ref) not in reading.nodes:
                hint = _hint(source.ref, reading.sources) or "add it under 'sources:', or write its URL"
                yield reading.finding(
                    "event", event.id, path, "unknown-source", f"there is no source '{source.ref}'", hint=hint
                )


def unknown_event(reading: Reading) -> Iterator[Finding]:
    """A relation points at an event that does not exist, or at its own event.

    One with errors of its own is told once, there, and not again at everything that points at it.
    """
    written = {record for kind, record in reading.nodes if kind == "event"}
    for event in reading.events:
        for i, relation in enumerate(event.relations):
            path = ("relations", i, relation.type)
            for target in relation.targets:
                if target == event.id:
                    yield reading.finding(
                        "event", event.id, path, "self-relation", "the event stands in relation to itself"
                    )
                elif target not in written:
                    yield reading.finding(
                        "event",
                        event.id,
                        path,
                        "unknown-event",
                        f"there is no event '{target}'",
                        hint=_hint(target, written),
                    )


def unknown_in_clause(reading: Reading) -> Iterator[Finding]:
    """A clause refers to an actor or amount that does not exist, or its marks do not close."""
    for event in reading.events:
        if not event.clause:
            continue
        try:
            clause = parse_clause(event.clause)
        except ClauseError as error:
            yield reading.finding(
                "event",
                event.id,
                ["clause"],
                "bad-clause",
                error.message,
                hint=error.hint,
                offset=error.offset,
                length=error.length,
            )
            continue
        for reference in clause.references:
            if ("actor", reference.id) not in reading.nodes and reference.id not in event.amounts:
                known = [*event.amounts, *reading.actors]
                hint = _hint(reference.id, known) or "an actor of the store or an amount of this event"
                yield reading.finding(
                    "event",
                    event.id,
                    ["clause"],
                    "unknown-reference",
                    f"nothing has the id '{reference.id}'",
                    hint=hint,
                    offset=reference.offset,
                    length=len(reference.id),
                )


def ids_alike(reading: Reading) -> Iterator[Finding]:
    """Two ids of one sort differ only in case or in how an accent is written."""
    seen: dict[tuple[str, str], str] = {}
    for kind, record in reading.nodes:
        folded = (kind, unicodedata.normalize("NFC", record).casefold())
        if folded in seen and record:
            path = ["id"] if kind == "event" else []
            yield reading.finding(
                kind, record, path, "ids-alike", f"differs from '{seen[folded]}' only in case", severity="warning"
            )
        seen.setdefault(folded, record)
