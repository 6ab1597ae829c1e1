"""HTML: sentences that carry their events, marks that link to the notes and back. All text is escaped."""

from collections.abc import Sequence
from html import escape

from ..cite import Note, house
from ..narrative import Narrative, Passage, Row, Sentence
from .common import cells, left_out, note_words, words_of


def to_html(narrative: Narrative) -> str:
    """An HTML fragment: sections, sentences that carry their event ids, links to notes and back. All text escaped."""
    first = _first_marks(narrative)
    sections = "".join(_html_section(passage, narrative, first) for passage in narrative.passages)
    missing = "".join(f"<p><em>{escape(line)}</em></p>\n" for line in left_out(narrative))
    notes = "".join(_html_note(note, narrative) for note in narrative.notes)
    return (
        f'<article lang="{escape(narrative.language)}">\n<h1>{escape(narrative.title)}</h1>\n{sections}{missing}'
        f'<ol class="notes">\n{notes}</ol>\n</article>\n'
    )


def _first_marks(narrative: Narrative) -> dict[int, Sentence]:
    """The sentence that cites a note first: there the note links back to."""
    first: dict[int, Sentence] = {}
    for sentence in narrative.sentences:
        for number in sentence.notes:
            first.setdefault(number, sentence)
    return first


def _html_section(passage: Passage, narrative: Narrative, first: dict[int, Sentence]) -> str:
    heading = f"<h2>{escape(passage.heading)}</h2>\n" if passage.heading else ""
    paragraphs = (f"<p>{' '.join(_html_sentence(s, first) for s in p)}</p>\n" for p in passage.paragraphs)
    table = _html_table(passage.table, words_of(narrative)) if passage.table else ""
    remark = f"<p><em>{escape(passage.remark)}</em></p>\n" if passage.remark else ""
    return f"<section>\n{heading}{''.join(paragraphs)}{table}{remark}</section>\n"


def _html_sentence(sentence: Sentence, first: dict[int, Sentence]) -> str:
    notes = "".join(_html_mark(n, first.get(n) is sentence) for n in sentence.notes)
    return f'<span data-events="{escape(" ".join(sentence.events))}">{escape(sentence.text)}{notes}</span>'


def _html_mark(number: int, is_first: bool) -> str:
    anchor = f' id="mark-{number}"' if is_first else ""
    return f'<sup><a{anchor} href="#note-{number}">{number}</a></sup>'


def _html_table(rows: Sequence[Row], words: dict[str, str]) -> str:
    heads, texts_of = cells(rows, words)
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    lines = []
    for row, (side, *texts) in zip(rows, texts_of, strict=True):
        notes = "".join(_html_mark(n, False) for n in row.notes)
        data = "".join(f"<td>{escape(text)}</td>" for text in texts)
        lines.append(f'<tr><th scope="row">{escape(side)}</th>{data}<td>{notes}</td></tr>\n')
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{''.join(lines)}</tbody>\n</table>\n"


def _html_note(note: Note, narrative: Narrative) -> str:
    label = escape(house(note.source, note_words(narrative)))
    rel = 'rel="noopener noreferrer"'
    if note.source.url:
        label = f'<a href="{escape(note.source.url)}" {rel}>{label}</a>'
    if note.source.archived:
        word = escape(words_of(narrative)["archived"])
        label += f' (<a href="{escape(note.source.archived)}" {rel}>{word}</a>)'
    return f'<li id="note-{note.number}">{label} <a href="#mark-{note.number}">↩</a></li>\n'
