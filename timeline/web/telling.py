"""The story pane: what is in view, told in the chosen form, as a text tree."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, cast

from ..dates import civil_from_days
from ..model import Event, Source
from ..narrative import Narrative, NarrativeError, Passage, narrate
from ..narrative.request import Form, Length
from ..prose.common import cells, left_out, words_of
from ..reading import Manner, html, sentence_of, source_line
from ..reading.attributes import data
from ..store import Store
from .empty import nothing
from .state import ViewState

FORM_WORDS: tuple[tuple[str, str], ...] = (
    ("chronicle", "Chronicle"),
    ("brief", "Brief"),
    ("standfirst", "Standfirst"),
    ("headline", "Headline"),
    ("explainer", "Thread by thread"),
    ("perspective", "One actor’s part"),
    ("led-to", "What led to the chosen event"),
    ("sides", "Both sides"),
    ("between", "What changed in this window"),
    ("steps", "Steps"),
    ("outlook", "Outlook"),
)
LENGTH_WORDS: tuple[tuple[str, str], ...] = (("short", "Short"), ("standard", "Standard"), ("long", "Long"))
# Forms that can be about the chosen event and must be told anew when another is chosen.
OF_EVENT = frozenset(("led-to", "sides"))


def tell(store: Store, events: Sequence[Event], state: ViewState) -> Narrative:
    """The narrative that the state asks for, whose form and length are known ones.

    Raises NarrativeError, in words for the reader, where the form lacks something.
    """
    if state.form == "led-to" and state.event is None:
        raise NarrativeError("Choose an event in the timeline first.")
    if state.form == "perspective" and state.actor is None:
        raise NarrativeError("Choose whose part to tell.")
    if state.form == "between" and state.days is None:
        raise NarrativeError("Zoom in first: the two ends of the window are the two days.")
    return narrate(
        store,
        events,
        form=cast(Form, state.form),
        length=cast(Length, state.length),
        actor=state.actor if state.form == "perspective" else None,
        event=_about(store, state),
        between=_two_days(state.days) if state.form == "between" and state.days else None,
    )


def _about(store: Store, state: ViewState) -> str | None:
    """The event that the form is about; both sides are of the whole view unless the chosen event has some itself."""
    event = store.by_id.get(state.event or "")
    if state.form == "sides":
        return event.id if event and event.disputes else None
    return state.event if state.form in OF_EVENT else None


def _two_days(days: tuple[float, float]) -> tuple[str, str]:
    first, last = (civil_from_days(int(day // 1)) for day in days)
    if not 0 <= first[0] <= last[0] <= 9999:
        raise NarrativeError("This form tells what changed between two days of our era.")
    return ("{:04d}-{:02d}-{:02d}".format(*first), "{:04d}-{:02d}-{:02d}".format(*last))


def story_tree(store: Store, events: Sequence[Event], state: ViewState, manner: Manner) -> list[Any]:
    """The pane's tree; says what to do when there is nothing to tell."""
    if not events:
        return nothing(store, state)
    try:
        narrative = tell(store, events, state)
    except NarrativeError as error:
        return [html.P(str(error), className="empty")]
    blocks = [node for passage in narrative.passages for node in _passage(passage, narrative, manner)]
    if not blocks:
        return [html.P("This form has nothing to tell of this view.", className="empty")]
    return [*blocks, *_left_out(narrative), _notes(narrative)]


def steps_of(store: Store, events: Sequence[Event], state: ViewState) -> list[list[Any]]:
    """For the form `steps`: the event and the window of each, as [event id, [from, to]]; else nothing."""
    if state.form != "steps" or not events:
        return []
    views = [passage.view for passage in tell(store, events, state).passages]
    return [[view.focus[0], [view.start, view.end]] for view in views if view and view.focus]


def _passage(passage: Passage, narrative: Narrative, manner: Manner) -> list[Any]:
    sources = {note.number: note.source for note in narrative.notes}
    heading = [html.H3(_heading(passage))] if passage.heading else []
    told = [
        html.P([piece for s in paragraph for piece in (sentence_of(s, sources, manner), " ")])
        for paragraph in passage.paragraphs
    ]
    table = [_table(passage, narrative, sources, manner)] if passage.table else []
    remark = [html.P(html.Em(passage.remark), className="left-out")] if passage.remark else []
    return [*heading, *told, *table, *remark]


def _table(passage: Passage, narrative: Narrative, sources: dict[int, Source], manner: Manner) -> Any:
    """The sides of a dispute side by side, each with its notes."""
    heads, rows = cells(passage.table, words_of(narrative))
    drawn = []
    for row, texts in zip(passage.table, rows, strict=True):
        marks = html.Td([manner.mark(number, sources[number]) for number in row.notes], className="marks")
        drawn.append(html.Tr([*(html.Td(text, dir="auto") for text in texts), marks]))
    head = html.Thead(html.Tr([html.Th(text, scope="col") for text in heads]))
    return html.Table([head, html.Tbody(drawn)], className="sides")


def _heading(passage: Passage) -> Any:
    """A step's heading shows its stretch of time and its event when it is clicked."""
    if passage.view is None or not passage.view.focus:
        return passage.heading
    window = data(window=f"{passage.view.start},{passage.view.end}", event=passage.view.focus[0])
    return html.A(["▸ ", passage.heading], href="#view", **window)


def _left_out(narrative: Narrative) -> list[Any]:
    return [html.P(line, className="left-out") for line in left_out(narrative)]


def _notes(narrative: Narrative) -> Any:
    count = len(narrative.notes)
    summary = html.Summary(f"{count} source{'' if count == 1 else 's'}")
    items = [html.Li(source_line(note.source), id=f"note-{note.number}") for note in narrative.notes]
    return html.Details([summary, html.Ol(items, className="notes")], className="notes-box")


def actor_words(store: Store) -> list[list[str]]:
    """The actors who have a part in some event, the busiest first, as [id, name]."""
    counts = Counter(part.ref for event in store.events for part in event.actors)
    busy = sorted(counts, key=lambda ref: (-counts[ref], store.name_of(ref)))
    return [["", "Whose part?"], *([ref, store.name_of(ref)] for ref in busy[:60])]
