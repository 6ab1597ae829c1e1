"""Dates against dates: of sources, of roles, of the store itself."""

import re
from collections.abc import Iterator

from ..collected import Reading
from ..dates import Precision, days_from_civil
from ..findings import Finding
from ..model import Event


def source_before_event(reading: Reading) -> Iterator[Finding]:
    """A source was published before the event that it is to bear out. Planned events are left out."""
    for event in reading.events:
        if event.status == "planned":
            continue
        for i, source in enumerate(event.sources):
            whole = reading.library.resolve(source)
            if whole.published and whole.published.end <= event.date.start:
                yield reading.finding(
                    "event",
                    event.id,
                    ("sources", i),
                    "source-before-event",
                    f"this source was published on {whole.published.text}, before the event",
                    severity="warning",
                )


def first_of_month(reading: Reading) -> Iterator[Finding]:
    """Many days are the first of a month: most likely months written as days.

    At least four, and a quarter of the days.
    """
    days = [e for e in reading.events if e.date.precision == Precision.DAY]
    firsts = [e for e in days if e.date.kind == "date" and e.date.parts[0].day == 1]
    if len(firsts) >= 4 and len(firsts) * 4 >= len(days):
        yield reading.finding(
            "event",
            firsts[0].id,
            ["date"],
            "first-of-month",
            f"{len(firsts)} of {len(days)} days are the first of a month",
            hint="where only the month is known, write 2025-02",
            severity="warning",
        )


def season_or_years(reading: Reading) -> Iterator[Finding]:
    """A date like 1939-41 is half a year in EDTF, and most likely meant as two years.

    The four seasons (21 to 24) are left alone, and so is what would end after all other events.
    """
    latest = max((e.date.start for e in reading.events), default=0.0)
    for event in reading.events:
        for part in event.date.parts:
            last = part.year // 100 * 100 + (part.season or 0)
            if (part.season or 0) > 24 and last > part.year and days_from_civil(last, 1, 1) <= latest:
                years = f"{part.year}/{last}"
                yield reading.finding(
                    "event",
                    event.id,
                    ["date"],
                    "season-or-years",
                    f"'{part.text}' is a part of the year {part.year} in EDTF",
                    hint=f"did you mean {years}?",
                    severity="warning",
                )


def role_out_of_time(reading: Reading) -> Iterator[Finding]:
    """A text gives an actor a role that was not held on that date, or calls a holder `former`."""
    for event in reading.events:
        for part in event.actors:
            actor = reading.actors.get(part.ref)
            for role in actor.roles if actor else ():
                others = [r for r in actor.roles if r.role == role.role] if actor else []
                holds = any(r.holds_on(event.date) for r in others)
                for path, text in _texts(event):
                    fault = _misused(text, role.role, holds)
                    if fault:
                        yield reading.finding("event", event.id, path, "role-out-of-time", fault, severity="warning")


def _texts(event: Event) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for name in ("title", "clause", "summary"):
        text = getattr(event, name)
        if text:
            yield (name,), text
    for i, fact in enumerate(event.facts):
        yield ("facts", i, "text"), fact.text


def _misused(text: str, role: str, holds: bool) -> str | None:
    match = re.search(rf"(?i)(?P<before>\b[\w-]+\s+)?\b{re.escape(role)}\b", text)
    if not match or " " not in role:
        return None
    before = (match["before"] or "").strip().lower()
    if holds:
        return f"calls a holder of the office 'former': {role}" if before in ("former", "ex") else None
    if before in ("former", "ex", "then", "future", "later", "next", "new", "become", "became", "as", "interim"):
        return None
    return f"the role '{role}' was not held at this date"


def after_as_of(reading: Reading) -> Iterator[Finding]:
    """An event lies after the day the store says it was brought up to date, and is not `planned`."""
    as_of = reading.timeline.as_of
    for event in reading.events:
        if as_of and event.status != "planned" and event.date.start >= as_of.end:
            yield reading.finding(
                "event",
                event.id,
                ["date"],
                "after-as-of",
                f"lies after the store's as_of, {as_of.text}",
                hint="write 'status: planned', or move as_of",
                severity="warning",
            )
