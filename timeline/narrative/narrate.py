"""The whole way: view → plan → drafts → sentences, each read back and checked before it stands."""

from collections.abc import Iterable

from ..cite import Notes
from ..dates import When, parse
from ..model import Event
from ..store import Store
from .discourse import Discourse
from .forms import FORMS
from .pack import Pack
from .packs import pack_for
from .phrase import cited, events_of, sentences
from .points import Section
from .request import Form, Length, NarrativeError, Request
from .spans import Narrative, Passage, Sentence
from .world import world_of


def narrate(
    store: Store,
    events: Iterable[Event] | None = None,
    most: int | None = None,
    *,
    form: Form = "chronicle",
    length: Length = "standard",
    actor: str | None = None,
    event: str | None = None,
    between: tuple[str | When, str | When] | None = None,
    day: str | When | None = None,
    language: str | None = None,
) -> Narrative:
    """Tell the store's events, or the given ones, in a form and a length, as far as they were known on `day`.

    `actor` is whose perspective, `event` what a card, both sides or the way that led to it are of, `between` two days.
    `most` is how many events are told at most; what is left out is counted in `left_out`. Raises NarrativeError where
    a form lacks what it is about.
    """
    if day is not None:
        store = store.as_known_on(day)
        events = None if events is None else [store.by_id[e.id] for e in events if e.id in store.by_id]
    view = tuple(store.events if events is None else events)
    request = Request(
        store, view, pack_for(language or store.timeline.language), form, length, _actor(store, actor), _event(store, event),
        (_day(between[0]), _day(between[1])) if between else None, most,
    )  # fmt: skip
    return tell(request)


def tell(request: Request) -> Narrative:
    """Plan, phrase and check one request."""
    plan = FORMS[request.form](request)
    notes, roles = Notes(request.store), set[tuple[str, str]]()
    passages = tuple(_passage(section, request, notes, roles) for section in plan.sections)
    kept = tuple(passage for passage in passages if passage.sentences)
    return Narrative(request.store.title, kept, notes.notes, plan.left_out, request.form, request.pack.code)


def _passage(section: Section, request: Request, notes: Notes, roles: set[tuple[str, str]]) -> Passage:
    if request.form in ("steps", "card"):
        roles = set()
    discourse = Discourse(world_of(request.store), roles)
    paragraphs = tuple(
        tuple(_sentences(points, discourse, request.pack, notes)) for points in section.paragraphs
    )
    return Passage(section.heading, tuple(p for p in paragraphs if p), section.view)


def _sentences(points, discourse: Discourse, pack: Pack, notes: Notes) -> Iterable[Sentence]:
    for point, draft, also in sentences(points, discourse, pack):
        ids = dict.fromkeys(e.id for p in (point, *also) for e in events_of(p))
        yield Sentence(draft.spans, tuple(ids), cited(point, also, discourse.store, notes), draft.rule)


def _actor(store: Store, actor: str | None) -> str | None:
    if actor is not None and actor not in store.actors and not any(p.ref == actor for e in store.events for p in e.actors):
        raise NarrativeError(f"there is no actor '{actor}'")
    return actor


def _event(store: Store, event: str | None) -> Event | None:
    if event is None:
        return None
    if event not in store.by_id:
        raise NarrativeError(f"there is no event '{event}'")
    return store.by_id[event]


def _day(day: str | When) -> When:
    return parse(day) if isinstance(day, str) else day
