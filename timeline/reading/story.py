"""A sentence of the story as a text tree: a link to its event, and its numbers links to sources."""

from typing import Any

from ..model import Source
from ..narrative import Sentence
from .attributes import data
from .links import Manner, event_link
from .tree import html


def paragraph(sentence: Sentence, sources: dict[int, Source], manner: Manner) -> Any:
    """One sentence as a paragraph: a link to its event, then the numbers of its notes."""
    event_id = sentence.events[0]
    dated = sentence.spans[0].kind == "time"
    date = sentence.spans[0].text if dated else ""
    rest = sentence.text[len(date) :]
    return html.P(
        [
            event_link(
                [html.Span(date, className="date"), html.Span(rest, dir="auto")],
                event_id,
                manner.address,
                className="sentence",
            ),
            html.Span([manner.mark(number, sources[number]) for number in sentence.notes], className="marks"),
        ],
        className="told",
        **data(told=event_id),
    )
