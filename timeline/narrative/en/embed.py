"""Quoted words inside a clause, a fact or a claim: a quotation's very words stand in quotation marks.

Its author may set the marks; without them whole quotations and what follows "what it called" are found.
"""

import re
from dataclasses import dataclass

from ...model import Event
from ..drafts import Line
from ..memo import once

OPEN, CLOSE = "“", "”"
ENDED = (".", "?", "!", ".”", "?”", "!”")
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Quoted:
    """Pairs of words as the clause has them and the index of the quotation they are from."""

    runs: tuple[tuple[str, str, int], ...] = ()


@once
def quotes_in(event: Event) -> Quoted:
    """The quotations whose words stand in the clause: whole quotes, or the part that follows "what it called"."""
    clause = event.clause or ""
    runs: list[tuple[str, str, int]] = []
    if OPEN in clause:
        return Quoted()  # its author has set the marks
    for i, quote in enumerate(event.quotes):
        text = quote.text.strip()
        bare = text.rstrip(".")
        word = bare.casefold()
        single = bool(bare) and " " not in text and f" {word}" in clause and clause.casefold().endswith(word)
        if single:
            runs.append((bare.casefold(), text, i))
        elif len(text.split()) >= _FEWEST and text in clause:
            runs.append((text, text, i))
        else:
            called = _called(clause, text)
            if called:
                runs.append((called, called, i))
    return Quoted(tuple(runs))


def _called(clause: str, text: str) -> str:
    """The longest run of at least two words, common to the quotation and to what follows "what it called"."""
    _, called, after = clause.partition(" called ")
    words = re.findall(r"\S+", after) if called else []
    best = ""
    for i in range(len(words)):
        for j in range(len(words), i + 1, -1):
            run = " ".join(words[i:j])
            if run in text and run in after and len(run) > len(best) and not run.startswith(("and ", "or ")):
                best = run
    return best


def add_words(line: Line, text: str, quotes: Quoted) -> None:
    """Mutates the line: plain words of the clause, quoted runs in quotation marks."""
    if OPEN in text:
        _add_marked(line, text, "clause")
        return
    for run, said, index in quotes.runs:
        before, found, after = text.rpartition(run)
        if found:
            if before:
                line.add(before, "lexical", "clause")
            line.add(OPEN)
            line.add(said, "quote", f"quotes.{index}")
            line.add(CLOSE)
            if after:
                line.add(after, "lexical", "clause")
            return
    line.add(text, "lexical", "clause")


_MARKED = re.compile(r"“([^“”]*)”")


def add_marked(line: Line, text: str, where: str) -> None:
    """Mutates the line: words of a field whose author has set quotation marks about what somebody said."""
    if OPEN in text:
        _add_marked(line, text, where)
    else:
        line.add(text, "lexical", where)


def _add_marked(line: Line, text: str, where: str) -> None:
    at = 0
    for match in _MARKED.finditer(text):
        field = said_in(line.event, match[1])
        if not field:
            continue
        line.add(text[at : match.start()], "lexical", where)
        line.add(OPEN)
        line.add(match[1], "quote", field)
        line.add(CLOSE)
        at = match.end()
    line.add(text[at:], "lexical", where)


def said_in(event: Event, words: str) -> str:
    """The field of the event that has the words verbatim; empty where none has."""
    own = ((q.text, f"quotes.{i}") for i, q in enumerate(event.quotes))
    sides = (
        (s.quote or "", f"disputes.{i}.sides.{j}.quote")
        for i, d in enumerate(event.disputes)
        for j, s in enumerate(d.sides)
    )
    return next((where for said, where in (*own, *sides) if words in said), "") if words else ""


@once
def embedded(event: Event) -> set[int]:
    """The quotations of the event that its clause has words of already."""
    marked = [m[1] for m in _MARKED.finditer(event.clause or "")]
    found = {i for i, quote in enumerate(event.quotes) if any(run in quote.text for run in marked)}
    return found | {index for _, _, index in quotes_in(event).runs}
