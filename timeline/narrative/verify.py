"""The independent check: every sentence is read back from its plain text against the events that it cites.

Always on, and it fails closed: a sentence that does not read back is replaced by its date and title, which must read
back themselves.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Event, Source
from ..store import Store
from .pack import Pack
from .packs import pack_for
from .scan import State
from .spans import Narrative, Passage, Sentence


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence that does not verify, and why."""

    text: str
    events: tuple[str, ...]
    reason: str


def check(text: str, events: Iterable[Event], state: State, pack: Pack) -> str:
    """Empty if the words say what the events say; else what is wrong. A sound sentence moves `state` on."""
    told = tuple(events)
    return pack.reader(text, told, state) if told else "it cites no event"


def verify(narrative: Narrative, store: Store) -> tuple[Problem, ...]:
    """Read a finished narrative again from its text, its event ids and the store alone."""
    pack = pack_for(narrative.language)
    problems: list[Problem] = []
    notes = {note.number: note.source for note in narrative.notes}
    for passage in narrative.passages:
        state = State(store)
        for sentence in passage.sentences:
            problems.extend(_problems(sentence, store, state, pack, notes))
        problems.extend(_misset(passage, store))
    return tuple(problems)


def _uncited(sentence: Sentence, told: list[Event], store: Store, notes: dict[int, Source]) -> str:
    """Quoted words whose own sources are not among the notes."""
    cited = {store.library.key(notes[number]) for number in sentence.notes}
    for words in re.findall("“([^“”]+)”", sentence.text):
        said = [q.cited for e in told for q in e.quotes if words in q.text]
        said += [s.cited for e in told for d in e.disputes for s in d.sides if words in (s.quote or "")]
        if said and not any(not own or cited.intersection(map(store.library.key, own)) for own in said):
            return f"the source of “{words}” is not cited"
    return ""


def _misset(passage: Passage, store: Store) -> Iterable[Problem]:
    """The rows of a table that are no side of a dispute that the passage tells, or cite nothing."""
    told = {event: None for sentence in passage.sentences for event in sentence.events}
    sides = [side for e in told if e in store.by_id for d in store.by_id[e].disputes for side in d.sides]
    sound = {(store.name_of(s.by), s.claim.rstrip("."), (s.quote or "").strip()) for s in sides}
    for row in passage.table:
        if (row.side, row.account, row.words) not in sound or not row.notes:
            yield Problem(f"{row.side}: {row.account}", tuple(told), "no side of the dispute says this")


def _problems(
    sentence: Sentence, store: Store, state: State, pack: Pack, notes: dict[int, Source]
) -> Iterable[Problem]:
    unknown = [e for e in sentence.events if e not in store.by_id]
    reason = f"there is no event '{unknown[0]}'" if unknown else ""
    if not reason and not sentence.notes:
        reason = "it cites no source"
    if not reason and not set(notes).issuperset(sentence.notes):
        reason = "it cites a note that is not there"
    told = [store.by_id[e] for e in sentence.events if e in store.by_id]
    reason = reason or check(sentence.text, told, state, pack) or _uncited(sentence, told, store, notes)
    if reason:
        yield Problem(sentence.text, sentence.events, reason)
