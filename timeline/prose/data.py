"""A narrative as data: every sentence with its spans and what each was made from."""

import json
from typing import Any

from ..cite import Note, house
from ..narrative import Narrative, Passage, Sentence, Span
from .common import note_words


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
        "notes": [_note_data(note, narrative) for note in narrative.notes],
    }


def _note_data(note: Note, narrative: Narrative) -> dict[str, Any]:
    source = note.source
    text = house(source, note_words(narrative))
    return {"number": note.number, "text": text, "url": source.url, "archived": source.archived}


def _passage_data(passage: Passage) -> dict[str, Any]:
    view = passage.view
    data: dict[str, Any] = {
        "heading": passage.heading,
        "view": {"start": view.start, "end": view.end, "focus": list(view.focus)} if view else None,
        "paragraphs": [[_sentence_data(s) for s in paragraph] for paragraph in passage.paragraphs],
    }
    if passage.table:
        data["table"] = [
            {"side": row.side, "account": row.account, "words": row.words, "notes": list(row.notes)}
            for row in passage.table
        ]
    return data | ({"remark": passage.remark} if passage.remark else {})


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
