"""Several events of one actor in one sentence: a chain behind the story, or two of its deeds one after the other."""

from collections.abc import Iterator
from dataclasses import replace

from ...verbs import forms
from ..discourse import Discourse
from ..drafts import Draft, Line, capital
from ..moments import Moment, moment, year_shown
from ..points import Point
from . import embed
from .attribution import attribution
from .clause import add_pieces
from .parted import Parted, part
from .words import say_moment

_LONGEST = 32  # words
_FAR = 200.0  # days


def chain(point: Point, discourse: Discourse) -> Iterator[Draft]:
    """`Musk had sued OpenAI in February 2024, dropped the suit in June and filed a new one in August.`"""
    events = (point.event, *point.others)
    line = Line(discourse, point.event)
    year = discourse.year
    for i, event in enumerate(events):
        parted = part(event.clause or "", True)
        participle = forms(parted.verb.text, "en").participle if parted else None
        if parted is None or participle is None:
            return
        line.event = event
        if i == 0:
            add_pieces(line, parted.subject, embed.Quoted())
            line.add("had ")
        else:
            line.add(" and " if i == len(events) - 1 else ", ")
        line.add(participle, "lexical", "clause")
        add_pieces(line, (*parted.object, *parted.rest), embed.Quoted(), background=True)
        line.add(" ")
        told = Moment("month" if event.date.is_day else "absolute", event.date, year)
        line.add(say_moment(told), "time", "date")
        year = year_shown(event.date) or year
    line.comma_due = False
    line.add(".")
    draft = line.draft("chain", moment=Moment("absolute", events[-1].date, None))
    yield Draft(capital(draft.spans), "chain", draft.mentions, draft.mentions[0], draft.roles, draft.moment)


def merge(draft: Draft, point: Point, following: Point, discourse: Discourse) -> Draft | None:
    """`Musk dropped his state suit on 11 June, and on 5 August he filed a new suit in federal court.`"""
    first, second = (part(p.event.clause or "", p.short) for p in (point, following))
    if draft.rule != "clause" or draft.quoted or draft.moment is None or not first or not second:
        return None
    sole = second.sole_subject
    if sole is None or first.sole_subject != sole or not _belong(point, following, discourse):
        return None
    merged = _merged(draft, following, second, sole, discourse)
    fits = merged.length <= _LONGEST and not merged.quoted
    return merged if fits else None


def _belong(point: Point, following: Point, discourse: Discourse) -> bool:
    """Both are plain facts, not long apart, of one thread or one hanging on the other."""
    a, b = point.event, following.event
    tied = a.thread == b.thread or any(a.id in r.targets for r in b.relations)
    plain = a.status == b.status == "established" and not any(attribution(e, discourse)[0] for e in (a, b))
    return tied and plain and b.date.start - a.date.end < _FAR and a.date.is_day and b.date.is_day


def _merged(draft: Draft, following: Point, parted: Parted, sole: str, discourse: Discourse) -> Draft:
    event, told = following.event, draft.moment
    assert told is not None
    shown = year_shown(told.when) if told.mode == "absolute" else discourse.year
    then = moment(event.date, told.when, shown, discourse.relatives + (told.mode in ("next-day", "days", "weeks")))
    line = Line(discourse, event, mentions=list(draft.mentions))
    line.add(", and ")
    line.add(say_moment(then), "time", "date")
    line.add(" ")
    pronoun = _pronoun(sole, draft, following, discourse)
    if pronoun:
        line.add(pronoun, "name", f"actors.{sole}.pronoun")
        line.add(" ")
    line.add(forms(parted.verb.text, "en").past, "lexical", "clause")
    add_pieces(line, (*parted.object, *parted.rest), embed.quotes_in(event))
    line.comma_due = False
    line.add(".")
    quoted = any(span.kind == "quote" for span in line.spans)
    spans, roles = (*draft.spans[:-1], *line.spans), (*draft.roles, *line.roles)
    return replace(
        draft, spans=spans, rule="clause-two", mentions=tuple(line.mentions), roles=roles, then=then, quoted=quoted
    )


def _pronoun(sole: str, draft: Draft, following: Point, discourse: Discourse) -> str:
    """The subject's pronoun, where nobody else in the sentence has the same; where not, the subject is understood."""
    actors = discourse.store.actors
    pronoun = actors[sole].pronoun if sole in actors else None
    refs = {*draft.mentions, *(p.ref for p in following.event.actors)} - {sole}
    alone = pronoun in ("he", "she") and not any(r in actors and actors[r].pronoun == pronoun for r in refs)
    return pronoun or "" if alone else ""
