"""What the reader knows at a place in a passage: who was named, which day and year were said, how sentences began."""

from dataclasses import dataclass, field

from ..dates import When
from ..model import Actor, Event
from ..store import Store
from .moments import Moment, is_plain_day, moment, year_shown
from .world import World

_FORGOTTEN_AFTER = 5
_NEAR = 31  # days
_WORN = 4  # an opening, or a "two days later", is fresh again after so many others


@dataclass(frozen=True, slots=True)
class Name:
    """How an actor is called at this place."""

    text: str
    role: str = ""
    field: str = "name"


@dataclass
class Discourse:
    """Grows sentence by sentence; one for each passage, `roles` shared by the whole text."""

    world: World
    roles: set[tuple[str, str]]
    index: int = 0
    named: dict[str, int] = field(default_factory=dict)
    recent: tuple[frozenset[str], ...] = ()
    subject: str | None = None
    quoted: bool = False
    anchor: When | None = None
    year: int | None = None
    relatives: int = 0
    last_relatives: dict[tuple[str, int], int] = field(default_factory=dict)
    told: str = ""
    relatives_same: bool = False  # the reader has just been told "the same day"
    openings: tuple[tuple[str, str], ...] = ()

    @property
    def store(self) -> Store:
        return self.world.store

    def moment(self, when: When, background: bool) -> Moment:
        if background:
            return Moment("month" if is_plain_day(when) else "absolute", when, self.year)
        told = moment(when, self.anchor, self.year, self.relatives)
        worn = self.index - self.last_relatives.get((told.mode, told.count), -_WORN) < _WORN
        return Moment("absolute", when, self.year) if worn else told

    def name(
        self, ref: str, event: Event, now: frozenset[str] | set[str], may_have_role: frozenset[str], alone: bool = False
    ) -> Name:
        """Full name at first and after long silence, with the role of that day if asked for; the short name between.

        `alone` says that the sentence has nothing of the event's clause, so that a role repeats nothing of it.
        """
        actor = self.store.actors.get(ref)
        if actor is None:
            return Name(ref)
        former = next((a.name for a in actor.aka if (a.start or a.end) and a.holds_on(event.date)), None)
        if former:
            return Name(former, field="aka")
        if ref in now or self.index - self.named.get(ref, -99) <= _FORGOTTEN_AFTER:
            return Name(self._short(actor), field="short")
        if actor.part_of and actor.part_of not in now and self._alone_near(actor.part_of, event):
            return Name(self._short(actor), field="short")
        return Name(actor.name, self._role(ref, actor, event, alone) if ref in may_have_role else "")

    def _alone_near(self, parent: str, event: Event) -> bool:
        """Whether a body of `parent` can be called by its short name: no other body was named of late."""
        if self.anchor is None or event.date.start - self.anchor.start > _NEAR:
            return False
        near = frozenset[str]().union(*self.recent)
        known = (self.store.actors.get(ref) for ref in near if ref != parent)
        return parent in near and not any(a and a.kind != "person" and a.part_of != parent for a in known)

    def _role(self, ref: str, actor: Actor, event: Event, alone: bool) -> str:
        """The first role of that day, unless it names what the sentence is about anyway, or was said before.

        Never the next one instead: what somebody does besides is not what the story knows them for.
        """
        beside = (
            []
            if alone
            else [
                self.store.name_of(p.ref) for p in event.actors if p.ref != ref and f"{{{p.ref}" in (event.clause or "")
            ]
        )
        role = next((r.role for r in actor.roles if r.holds_on(event.date)), "")
        return "" if (ref, role) in self.roles or any(name in role for name in beside) else role

    def office_of_subject(self, role: str) -> str:
        """`chair` for "the chair of OpenAI's board", where that board was the subject of the sentence before."""
        body = self.store.actors.get(self.subject or "")
        if body is None or body.pronoun != "it" or not role.startswith("the ") or not role.endswith(f" of {body.name}"):
            return ""
        near = self.recent[-1] if self.recent else frozenset()
        known = (self.store.actors.get(ref) for ref in near if ref != self.subject)
        alone = not any(actor is None or actor.kind != "person" for actor in known)
        return role[len("the ") : -len(f" of {body.name}")] if alone else ""

    def cause(self, event: Event) -> int | None:
        """The relation by which somebody has asserted that the event told last caused this one."""
        causes = (
            i
            for i, r in enumerate(event.relations)
            if r.type == "caused-by" and r.asserted_by is not None and self.told in r.targets
        )
        return next(causes, None) if self.told and event.status == "established" else None

    def may_be_pronoun(self, ref: str, event: Event) -> bool:
        """Only for the subject of the sentence before, with nobody else near whom the pronoun could mean."""
        actor = self.store.actors.get(ref)
        if actor is None or actor.pronoun not in ("he", "she") or self.subject != ref or self.quoted:
            return False
        near = frozenset().union(*self.recent) if self.recent else frozenset()
        others = [self.store.actors.get(other) for other in near | {p.ref for p in event.actors} if other != ref]
        return not any(other and other.pronoun == actor.pronoun for other in others)

    def commit(self, mentions: tuple[str, ...], subject: str | None, quoted: bool, opening: tuple[str, str]) -> None:
        """Mutates: a sentence has been written."""
        for ref in mentions:
            self.named[ref] = self.index
        self.recent = (*self.recent, frozenset(mentions))[-2:]
        self.subject, self.quoted = subject, quoted
        self.openings = (*self.openings, opening)[-_WORN:]
        self.index += 1

    def forget(self) -> None:
        """Mutates: what was to be said was not; names and dates start afresh."""
        self.named, self.recent, self.subject = {}, (), None
        self.anchor = self.year = None
        self.relatives_same = False

    def timed(self, told: Moment, background: bool) -> None:
        """Mutates: a time has been said. After background the next date is told in full."""
        relative = told.mode in ("next-day", "days", "weeks", "minutes")
        self.relatives = self.relatives + 1 if relative else 0
        if relative:
            self.last_relatives[(told.mode, told.count)] = self.index
        if told.mode != "clock" or told.when.is_day:  # "around 04:02" leaves the day where it was
            self.anchor = None if background else told.when
        if told.mode in ("absolute", "month"):
            self.year = year_shown(told.when) or (None if told.when.parts else self.year)

    def _short(self, actor: Actor) -> str:
        """The short name, unless another actor has the same."""
        short = actor.short or actor.name
        return actor.name if short in self.world.doubles else short
