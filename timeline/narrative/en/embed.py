"""Quoted words inside a clause: where the clause uses a quotation's very words, they stand in quotation marks."""

import re
from dataclasses import dataclass

from ...model import Event
from ..drafts import Line

OPEN, CLOSE = "“", "”"
ENDED = (".", "?", "!", ".”", "?”", "!”")
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Quoted:
    """Pairs of words as the clause has them and the index of the quotation they are from."""

    runs: tuple[tuple[str, str, int], ...] = ()


def quotes_in(event: Event) -> Quoted:
    """The quotations whose words stand in the clause: whole quotes, or the part that follows "what it called"."""
    clause = event.clause or ""
    runs: list[tuple[str, str, int]] = []
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
