"""The story pane: what is in view, told in the chosen form, as a text tree."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, cast

from ..dates import civil_from_days
from ..model import Event
from ..narrative import Narrative, NarrativeError, Passage, Sentence, narrate
from ..narrative.request import Form, Length
from ..reading import Manner, html, source_line
from ..reading.attributes import data
from ..reading.links import event_link
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
    ("sides", "Both sides of the chosen event"),
    ("between", "What changed in this window"),
    ("steps", "Steps"),
    ("outlook", "Outlook"),
)
LENGTH_WORDS: tuple[tuple[str, str], ...] = (("short", "Short"), ("standard", "Standard"), ("long", "Long"))
# Forms that are about the chosen event and must be told anew when another is chosen.
OF_EVENT = frozenset(("led-to", "sides"))


def tell(store: Store, events: Sequence[Event], state: ViewState) -> Narrative:
    """The narrative that the state asks for, whose form and length are known ones.

    Raises NarrativeError, in words for the reader, where the form lacks something.
    """
    if state.form in OF_EVENT and state.event is None:
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
        event=state.event if state.form in OF_EVENT else None,
        between=_two_days(state.days) if state.form == "between" and state.days else None,
    )


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
    return [*heading, *(html.P([_sentence(s, sources, manner) for s in p]) for p in passage.paragraphs)]


def _heading(passage: Passage) -> Any:
    """A step's heading shows its stretch of time and its event when it is clicked."""
    if passage.view is None or not passage.view.focus:
        return passage.heading
    window = data(window=f"{passage.view.start},{passage.view.end}", event=passage.view.focus[0])
    return html.A(["▸ ", passage.heading], href="#view", **window)


def _sentence(sentence: Sentence, sources: dict[int, Any], manner: Manner) -> Any:
    event_id = sentence.events[0]
    marks = html.Span([manner.mark(number, sources[number]) for number in sentence.notes], className="marks")
    words = event_link(html.Span(sentence.text, dir="auto"), event_id, manner.address, className="sentence")
    return html.Span([words, marks, " "], className="told", **data(told=event_id))


def _left_out(narrative: Narrative) -> list[Any]:
    count = narrative.left_out
    if not count or narrative.form not in ("chronicle", "explainer", "perspective", "steps"):
        return []
    events = f"{count} lighter event{'' if count == 1 else 's'} of this view"
    return [html.P(f"{events} left out. Zoom in, or choose a longer text, to read more.", className="left-out")]


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
