"""Clauses: their verbs must be marked, and have forms that the prose can use; quoted words must be somebody's."""

import re
from collections.abc import Iterator

from ..clause import Clause, ClauseError, Verb, parse_clause
from ..collected import Reading
from ..findings import Finding
from ..model import Event
from ..verbs import forms, knows


def unknown_verb(reading: Reading) -> Iterator[Finding]:
    """A clause marks no verb, or one whose base and participle are not known: "had struck" could not be said."""
    language = reading.timeline.language.split("-")[0]
    if not knows(language):
        return
    for event in reading.events:
        clause = _clause(event)
        if clause is None:
            continue
        if not clause.verbs:
            message = "no verb is marked, so the title will be told instead; mark it as in '{musk} [left]'"
            yield reading.finding("event", event.id, ["clause"], "no-verb", message, severity="warning")
        for verb in clause.verbs:
            if forms(verb.text, language).participle is None:
                yield _unknown(reading, event, verb)


def _clause(event: Event) -> Clause | None:
    try:
        return parse_clause(event.clause) if event.clause else None
    except ClauseError:
        return None  # told by unknown_in_clause


def _unknown(reading: Reading, event: Event, verb: Verb) -> Finding:
    word = verb.text.partition("|")[0].strip()
    return reading.finding(
        "event",
        event.id,
        ["clause"],
        "unknown-verb",
        f"the forms of '{word}' are not known; it has to be a past tense",
        hint=f"write its base and participle too, as in [strove|strive|striven]: [{word}|…|…]",
        severity="warning",
        offset=verb.offset,
        length=len(verb.text),
    )


_MARKED = re.compile("“([^“”]+)”")


def words_not_said(reading: Reading) -> Iterator[Finding]:
    """A clause or a side's claim has words in quotation marks that no quotation of the event has."""
    for event in reading.events:
        said = [quote.text for quote in event.quotes]
        said += [side.quote for dispute in event.disputes for side in dispute.sides if side.quote]
        for path, text in _marked_fields(event):
            for match in _MARKED.finditer(text):
                if not any(match[1] in words for words in said):
                    yield reading.finding(
                        "event",
                        event.id,
                        path,
                        "words-not-said",
                        f"“{match[1]}” stands in quotation marks, but in no quotation of the event",
                        hint="add the quotation with its speaker and source, or take the marks off",
                        severity="warning",
                        offset=match.start(),
                        length=len(match[0]),
                    )


def _marked_fields(event: Event) -> Iterator[tuple[list[str | int], str]]:
    if event.clause:
        yield ["clause"], event.clause
    for i, dispute in enumerate(event.disputes):
        for j, side in enumerate(dispute.sides):
            yield ["disputes", i, "sides", j, "claim"], side.claim
