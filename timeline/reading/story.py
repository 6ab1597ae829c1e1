"""A sentence of the story as a text tree: a link to its event, and its numbers links to sources."""

from typing import Any

from ..model import Source
from ..narrative import Sentence
from .attributes import data
from .links import Manner, event_link
from .tree import html


def sentence_of(sentence: Sentence, sources: dict[int, Source], manner: Manner) -> Any:
    """One sentence: a link to its event, then the numbers of its notes."""
    event_id = sentence.events[0]
    dated = sentence.spans[0].kind == "time"
    date = sentence.spans[0].text if dated else ""
    words = [html.Span(date, className="date"), html.Span(sentence.text[len(date) :], dir="auto")]
    marks = html.Span([manner.mark(number, sources[number]) for number in sentence.notes], className="marks")
    link = event_link(words, event_id, manner.address, className="sentence")
    return html.Span([link, marks], className="told", **data(told=event_id))
