"""Plain text: note numbers in brackets, the notes with their addresses at the end."""

from ..cite import Note, NoteWords, house
from ..narrative import Narrative, Row, Sentence
from .common import left_out, note_words


def to_text(narrative: Narrative) -> str:
    """Plain text: headings, sentences with their note numbers in brackets, then the notes with their addresses."""
    blocks = [narrative.title]
    for passage in narrative.passages:
        blocks.extend([passage.heading] if passage.heading else [])
        blocks.extend(" ".join(_plain(s) for s in paragraph) for paragraph in passage.paragraphs)
        blocks.extend(["\n".join(map(_plain_row, passage.table))] if passage.table else [])
        blocks.extend([passage.remark] if passage.remark else [])
    blocks.extend(left_out(narrative))
    words = note_words(narrative)
    notes = "\n".join(f"[{note.number}] {_note_text(note, words)}" for note in narrative.notes)
    return "\n\n".join([*blocks, notes]).rstrip() + "\n"


def _plain(sentence: Sentence) -> str:
    return sentence.text + "".join(f"[{n}]" for n in sentence.notes)


def _plain_row(row: Row) -> str:
    said = f" – “{row.words}”" if row.words else ""
    return f"- {row.side}: {row.account}{said} {''.join(f'[{n}]' for n in row.notes)}"


def _note_text(note: Note, words: NoteWords) -> str:
    pieces = [house(note.source, words), note.source.url or "", note.source.archived or ""]
    return " ".join(piece for piece in pieces if piece)
