"""Sourcing: every event rests on something, and what is told as established on more than one publisher."""

from collections.abc import Iterator

from ..collected import Reading
from ..findings import Finding
from ..model import citations
from ..urls import is_bare_domain


def no_source(reading: Reading) -> Iterator[Finding]:
    """An event names no source at all."""
    for event in reading.events:
        if next(citations(event), None) is None:
            yield reading.finding(
                "event",
                event.id,
                ["title"],
                "no-source",
                "has no source",
                hint="add 'sources: [https://…]'",
                severity="warning",
            )


def one_publisher(reading: Reading) -> Iterator[Finding]:
    """An event told as established rests on one publisher; copies of one original count once."""
    for event in reading.events:
        if event.status != "established":
            continue
        names = reading.library.publishers(event)
        if len(names) == 1:
            yield reading.finding(
                "event",
                event.id,
                ["sources"],
                "one-publisher",
                f"is told as established but rests on {next(iter(names.values()))} alone",
                hint="add a second publisher, or write 'status: reported'",
                severity="warning",
            )


def bare_domain(reading: Reading) -> Iterator[Finding]:
    """A source's address is a whole site and not a page of it."""
    for source_id, source in reading.sources.items():
        if source.url and is_bare_domain(source.url):
            yield reading.finding(
                "source",
                source_id,
                ["url"],
                "bare-domain",
                "the address is a whole site, not a page",
                hint="link the page that says it",
                severity="warning",
            )
    for event in reading.events:
        for path, source in citations(event):
            if source.url and is_bare_domain(source.url):
                yield reading.finding(
                    "event",
                    event.id,
                    (*path, "url"),
                    "bare-domain",
                    "the address is a whole site, not a page",
                    hint="link the page that says it",
                    severity="warning",
                )
