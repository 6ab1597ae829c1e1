"""A narrative written out: Markdown with footnotes, HTML, or plain text."""

import re
from html import escape

from .cite import Note, house
from .narrative import Narrative, Sentence


def to_text(narrative: Narrative) -> str:
    """Plain text: headings, sentences with their note numbers in brackets, then the notes with their addresses."""
    blocks = [narrative.title]
    for passage in narrative.passages:
        blocks.extend([passage.heading] if passage.heading else [])
        blocks.append("\n".join(_plain(s) for s in passage.sentences))
    blocks.extend(_left_out(narrative))
    notes = "\n".join(f"[{note.number}] {_note_text(note)}" for note in narrative.notes)
    return "\n\n".join([*blocks, notes]).rstrip() + "\n"


def _plain(sentence: Sentence) -> str:
    return sentence.text + "".join(f"[{n}]" for n in sentence.notes)


def _note_text(note: Note) -> str:
    pieces = [house(note.source), note.source.url or "", note.source.archived or ""]
    return " ".join(piece for piece in pieces if piece)


def _left_out(narrative: Narrative) -> list[str]:
    count = narrative.left_out
    return [f"{count} lighter event{'s are' if count != 1 else ' is'} not told here."] if count else []


def to_markdown(narrative: Narrative) -> str:
    """Markdown: `## ` headings, a paragraph a sentence, `[^n]` footnotes."""
    blocks = [f"# {_md(narrative.title)}"]
    for passage in narrative.passages:
        blocks.extend([f"## {_md(passage.heading)}"] if passage.heading else [])
        blocks.extend(_md(s.text) + "".join(f"[^{n}]" for n in s.notes) for s in passage.sentences)
    blocks.extend(f"*{line}*" for line in _left_out(narrative))
    blocks.append("\n".join(f"[^{note.number}]: {_note_md(note)}" for note in narrative.notes))
    return "\n\n".join(blocks).rstrip() + "\n"


def _note_md(note: Note) -> str:
    pieces = [_md(house(note.source))]
    if note.source.url:
        pieces.append(f"<{note.source.url}>")
    if note.source.archived:
        pieces.append(f"([archived](<{note.source.archived}>))")
    return " ".join(pieces)


def _md(text: str) -> str:
    """`text` with everything that Markdown would take for a mark escaped."""
    escaped = re.sub(r"([\\`*_\[\]<>])", r"\\\1", " ".join(text.split()))
    return re.sub(r"^(\d+)([.)])(?=\s|$)", r"\1\\\2", re.sub(r"^([#+\-])", r"\\\1", escaped))


def to_html(narrative: Narrative) -> str:
    """An HTML fragment: sections, sentences that carry their event ids, links to notes and back. All text escaped."""
    sections = []
    for passage in narrative.passages:
        heading = f"<h2>{escape(passage.heading)}</h2>\n" if passage.heading else ""
        sections.append(f"<section>\n{heading}{''.join(_html_sentence(s) for s in passage.sentences)}</section>\n")
    left_out = "".join(f"<p><em>{escape(line)}</em></p>\n" for line in _left_out(narrative))
    notes = "".join(_html_note(note) for note in narrative.notes)
    return (
        f"<article>\n<h1>{escape(narrative.title)}</h1>\n{''.join(sections)}{left_out}"
        f'<ol class="notes">\n{notes}</ol>\n</article>\n'
    )


def _html_sentence(sentence: Sentence) -> str:
    notes = "".join(f'<sup><a href="#note-{n}">{n}</a></sup>' for n in sentence.notes)
    return f'<p data-events="{escape(" ".join(sentence.events))}">{escape(sentence.text)}{notes}</p>\n'


def _html_note(note: Note) -> str:
    label = escape(house(note.source))
    rel = 'rel="noopener noreferrer"'
    if note.source.url:
        label = f'<a href="{escape(note.source.url)}" {rel}>{label}</a>'
    if note.source.archived:
        label += f' (<a href="{escape(note.source.archived)}" {rel}>archived</a>)'
    return f'<li id="note-{note.number}">{label}</li>\n'
