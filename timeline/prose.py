"""A narrative written out: Markdown with footnotes, HTML, plain text, or JSON with every span."""

import json
import re
from html import escape
from typing import Any

from .cite import Note, house
from .narrative import Narrative, Passage, Sentence, Span


def to_text(narrative: Narrative) -> str:
    """Plain text: headings, sentences with their note numbers in brackets, then the notes with their addresses."""
    blocks = [narrative.title]
    for passage in narrative.passages:
        blocks.extend([passage.heading] if passage.heading else [])
        blocks.extend(" ".join(_plain(s) for s in paragraph) for paragraph in passage.paragraphs)
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
    """Markdown: `## ` headings, paragraphs, `[^n]` footnotes."""
    blocks = [f"# {_md(narrative.title)}"]
    for passage in narrative.passages:
        blocks.extend([f"## {_md(passage.heading)}"] if passage.heading else [])
        blocks.extend(" ".join(_md_sentence(s) for s in paragraph) for paragraph in passage.paragraphs)
    blocks.extend(f"*{line}*" for line in _left_out(narrative))
    blocks.append("\n".join(f"[^{note.number}]: {_note_md(note)}" for note in narrative.notes))
    return "\n\n".join(blocks).rstrip() + "\n"


def _md_sentence(sentence: Sentence) -> str:
    return _md(sentence.text) + "".join(f"[^{n}]" for n in sentence.notes)


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
        paragraphs = (f"<p>{' '.join(_html_sentence(s) for s in paragraph)}</p>\n" for paragraph in passage.paragraphs)
        sections.append(f"<section>\n{heading}{''.join(paragraphs)}</section>\n")
    left_out = "".join(f"<p><em>{escape(line)}</em></p>\n" for line in _left_out(narrative))
    notes = "".join(_html_note(note) for note in narrative.notes)
    return (
        f"<article>\n<h1>{escape(narrative.title)}</h1>\n{''.join(sections)}{left_out}"
        f'<ol class="notes">\n{notes}</ol>\n</article>\n'
    )


def _html_sentence(sentence: Sentence) -> str:
    notes = "".join(f'<sup><a href="#note-{n}">{n}</a></sup>' for n in sentence.notes)
    return f'<span data-events="{escape(" ".join(sentence.events))}">{escape(sentence.text)}{notes}</span>'


def _html_note(note: Note) -> str:
    label = escape(house(note.source))
    rel = 'rel="noopener noreferrer"'
    if note.source.url:
        label = f'<a href="{escape(note.source.url)}" {rel}>{label}</a>'
    if note.source.archived:
        label += f' (<a href="{escape(note.source.archived)}" {rel}>archived</a>)'
    return f'<li id="note-{note.number}">{label}</li>\n'


def to_json(narrative: Narrative) -> str:
    """Everything: passages, paragraphs, sentences with events and notes, and the spans with what each was made from."""
    return json.dumps(as_data(narrative), ensure_ascii=False, indent=2) + "\n"


def as_data(narrative: Narrative) -> dict[str, Any]:
    """The narrative as plain data, for JSON and for whoever shows it."""
    return {
        "title": narrative.title,
        "form": narrative.form,
        "language": narrative.language,
        "left_out": narrative.left_out,
        "passages": [_passage_data(passage) for passage in narrative.passages],
        "notes": [{"number": n.number, "text": house(n.source), "url": n.source.url, "archived": n.source.archived}
                  for n in narrative.notes],
    }  # fmt: skip


def _passage_data(passage: Passage) -> dict[str, Any]:
    view = passage.view
    return {
        "heading": passage.heading,
        "view": {"start": view.start, "end": view.end, "focus": list(view.focus)} if view else None,
        "paragraphs": [[_sentence_data(s) for s in paragraph] for paragraph in passage.paragraphs],
    }


def _sentence_data(sentence: Sentence) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "events": list(sentence.events),
        "notes": list(sentence.notes),
        "rule": sentence.rule,
        "spans": [_span_data(span) for span in sentence.spans],
    }


def _span_data(span: Span) -> dict[str, Any]:
    data = {
        "text": span.text,
        "kind": span.kind,
        "event": span.event,
        "field": span.field,
        "derivation": span.derivation,
        "notes": list(span.notes),
    }
    return {key: value for key, value in data.items() if value}


def explain(narrative: Narrative) -> str:
    """For each sentence the rule and the fields that made it, and what became of one that did not verify."""
    lines: list[str] = []
    for sentence in narrative.sentences:
        notes = ", ".join(map(str, sentence.notes))
        lines.append(f"{sentence.text}\n  rule {sentence.rule}; events {', '.join(sentence.events)}; notes {notes}")
        lines.extend(
            f"  {span.kind:<8} {span.text!r} ← {_origin(span)}" for span in sentence.spans if span.text.strip()
        )
        if sentence.replaced:
            lines.append(f"  its first wording was refused: {sentence.replaced}")
    return "\n".join(lines) + "\n"


def _origin(span: Span) -> str:
    return (
        f"{span.event}.{span.field}{f' ({span.derivation})' if span.derivation else ''}"
        if span.field
        else "the language"
    )
