"""Markdown: headings, paragraphs, tables of sides, footnotes."""

import re
from collections.abc import Sequence

from ..cite import Note, house
from ..narrative import Narrative, Row, Sentence
from .common import cells, left_out, note_words, words_of


def to_markdown(narrative: Narrative) -> str:
    """Markdown: `## ` headings, paragraphs, tables of sides, `[^n]` footnotes."""
    blocks = [f"# {_md(narrative.title)}"]
    words = words_of(narrative)
    for passage in narrative.passages:
        blocks.extend([f"## {_md(passage.heading)}"] if passage.heading else [])
        blocks.extend(" ".join(_md_sentence(s) for s in paragraph) for paragraph in passage.paragraphs)
        blocks.extend(["\n".join(_md_table(passage.table, words))] if passage.table else [])
        blocks.extend([f"*{_md(passage.remark)}*"] if passage.remark else [])
    blocks.extend(f"*{line}*" for line in left_out(narrative))
    blocks.append("\n".join(f"[^{note.number}]: {_note_md(note, narrative)}" for note in narrative.notes))
    return "\n\n".join(blocks).rstrip() + "\n"


def _md_sentence(sentence: Sentence) -> str:
    return _md(sentence.text) + "".join(f"[^{n}]" for n in sentence.notes)


def _md_table(rows: Sequence[Row], words: dict[str, str]) -> list[str]:
    """A pipe table: side, account, their words where anybody's are given, notes."""
    heads, texts_of = cells(rows, words)
    lines = ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
    for row, texts in zip(rows, texts_of, strict=True):
        notes = "".join(f"[^{n}]" for n in row.notes)
        lines.append("| " + " | ".join([*(_md(text).replace("|", r"\|") for text in texts), notes]) + " |")
    return lines


def _note_md(note: Note, narrative: Narrative) -> str:
    pieces = [_md(house(note.source, note_words(narrative)))]
    if note.source.url:
        pieces.append(f"<{note.source.url}>")
    if note.source.archived:
        pieces.append(f"([{words_of(narrative)['archived']}](<{note.source.archived}>))")
    return " ".join(pieces)


def _md(text: str) -> str:
    """`text` with everything that Markdown would take for a mark escaped."""
    escaped = re.sub(r"([\\`*_\[\]<>])", r"\\\1", " ".join(text.split()))
    return re.sub(r"^(\d+)([.)])(?=\s|$)", r"\1\\\2", re.sub(r"^([#+\-])", r"\\\1", escaped))
