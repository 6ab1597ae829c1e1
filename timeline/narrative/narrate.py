"""The whole way: view → plan → drafts → sentences, each read back and checked before it stands."""

from collections.abc import Iterable, Iterator, Sequence

from ..cite import Notes
from ..dates import When, parse
from ..known import as_known_on
from ..model import Event
from ..store import Store
from . import tabular
from .discourse import Discourse
from .drafts import Draft
from .forms import FORMS
from .noting import events_of, noted
from .packs import pack_for
from .phrase import sentences
from .points import Point, Section
from .request import Form, Length, NarrativeError, Request
from .scan import State
from .spans import Narrative, Passage, Sentence
from .verify import check
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
        store = as_known_on(store, _day(day))
        events = None if events is None else [store.by_id[e.id] for e in events if e.id in store.by_id]
    view = tuple(store.events if events is None else events)
    request = Request(
        store,
        view,
        pack_for(language or store.timeline.language),
        form,
        length,
        _actor(store, actor),
        _event(store, event),
        (_day(between[0]), _day(between[1])) if between else None,
        most,
    )
    return tell(request)


def tell(request: Request) -> Narrative:
    """Plan, phrase and check one request."""
    if request.form not in FORMS:
        raise NarrativeError(f"there is no form '{request.form}'; there are {', '.join(FORMS)}")
    plan = FORMS[request.form](request)
    notes, roles = Notes(request.store), set[tuple[str, str]]()
    passages = tuple(_passage(section, request, notes, roles) for section in plan.sections)
    kept = tuple(passage for passage in passages if passage.sentences)
    return Narrative(request.store.title, kept, notes.notes, plan.left_out, request.form, request.pack.code)


def _passage(section: Section, request: Request, notes: Notes, roles: set[tuple[str, str]]) -> Passage:
    if request.form in ("steps", "card"):
        roles = set()
    discourse = Discourse(world_of(request.store), roles)
    state = State(request.store)
    paragraphs = tuple(tuple(_sentences(p, discourse, state, request, notes)) for p in section.paragraphs)
    kept = tuple(p for p in paragraphs if p)
    if section.dispute is None:
        return Passage(section.heading, kept, section.view)
    rows = tabular.rows(section.dispute, request.store, notes)
    return Passage(section.heading, kept, section.view, rows, tabular.remark(section.dispute, request.pack.words))


def _sentences(
    points: Sequence[Point], discourse: Discourse, state: State, request: Request, notes: Notes
) -> Iterator[Sentence]:
    """Sentences that verify; one that does not is replaced by its event's date and title, if that does."""
    pack, store = request.pack, request.store
    for point, draft, also in sentences(points, discourse, pack):
        told = tuple(dict.fromkeys(e.id for p in (point, *also) for e in events_of(p)))
        problem = check(draft.text, (store.by_id[e] for e in told), state, pack)
        if not problem:
            yield _finished(draft, (point, *also), told, store, notes)
            continue
        discourse.forget()
        for one in (point, *(p for p in also if p.part == "clause")):
            safe = pack.safe(one.event, discourse)
            if not check(safe.text, (one.event,), state, pack):
                yield _finished(safe, (one,), (one.event.id,), store, notes, f"{problem}: {draft.text}")


def _finished(
    draft: Draft, points: Sequence[Point], told: tuple[str, ...], store: Store, notes: Notes, refused: str = ""
) -> Sentence:
    spans = noted(draft.spans, points, store, notes)
    numbers = tuple(sorted({number for span in spans for number in span.notes}))
    return Sentence(spans, told, numbers, draft.rule, refused)


def _actor(store: Store, actor: str | None) -> str | None:
    if (
        actor is not None
        and actor not in store.actors
        and not any(p.ref == actor for e in store.events for p in e.actors)
    ):
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
