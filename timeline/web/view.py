"""What is in view: the events that match the query and lie in the window."""

from ..model import Event
from ..query import apply, parse_query
from ..store import Store
from .state import ViewState


def events_in_view(store: Store, state: ViewState) -> list[Event]:
    """In the order of the store."""
    return [event for event in apply(parse_query(state.query), store) if _in_window(event, state.days)]


def _in_window(event: Event, days: tuple[float, float] | None) -> bool:
    return days is None or (event.date.start < days[1] and event.date.end > days[0])


def count_in_words(number: int, store: Store) -> str:
    """How many events are in view; `100 events` when all of them are."""
    total = len(store.events)
    if number == total:
        return f"{total:,} event{'' if total == 1 else 's'}"
    return f"{number:,} of {total:,} events in view"
