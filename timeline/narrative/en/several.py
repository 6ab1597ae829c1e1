"""Several events of one actor in one sentence: a chain behind the story, or two of its deeds one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from ...model import Event
from ...verbs import forms
from ..discourse import Discourse
from ..drafts import Draft, Line, capital
from ..moments import Moment, moment, year_shown
from ..points import Point
from ..spans import Span
from . import embed
from .attribution import attribution
from .clause import add_pieces
from .parted import Parted, part
from .titles import sentences
from .words import say_moment

_LONGEST = 32  # words
_FAR = 200.0  # days
_SHORT = 9  # words of a title
_SHORT_CLAUSE = 17  # words of a clause that another may stand beside
_TIES = ("responds-to", "continues", "withdraws", "modifies", "part-of")
_RELATIVE = ("next-day", "days", "weeks", "minutes")


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
    """`Musk dropped his state suit on 11 June, and on 5 August he filed a new suit in federal court.`

    Of another actor, what a relation ties to the first: `Rome burned; two days later the senate met.`
    """
    if draft.moment is None or draft.quoted or draft.spans[-1].text != ".":
        return None
    made = (_made(way, draft, point, following, discourse) for way in (_alike, _after))
    return next((merged for merged in made if merged and merged.length <= _LONGEST and not merged.quoted), None)


Maker = Callable[[Draft, Point, Point, Discourse], Draft | None]


def _made(way: Maker, draft: Draft, point: Point, following: Point, discourse: Discourse) -> Draft | None:
    return way(draft, point, following, discourse) if _are_plain(point, following, discourse) else None


def _alike(draft: Draft, point: Point, following: Point, discourse: Discourse) -> Draft | None:
    """What the same actor did, or a further headline of the same hour."""
    if not _belong(point, following):
        return None
    if draft.rule == "headline":
        return _headlines(draft, following, discourse)
    first, second = (part(p.event.clause or "", p.short) for p in (point, following))
    sole = second.sole_subject if second else None
    like = first and second and sole and first.sole_subject == sole and draft.rule in ("clause", "clause-two")
    return _merged(draft, following, second, sole, discourse) if like and second and sole else None


def _joined(draft: Draft, event: Event, told: Moment, joint: str, discourse: Discourse) -> tuple[Moment, Line]:
    """When the event happened, told from the moment before it, and the line that goes on behind the joint with it."""
    shown = year_shown(told.when) if told.mode == "absolute" else discourse.year
    then = moment(event.date, told.when, shown, discourse.relatives + (told.mode in _RELATIVE))
    line = Line(discourse, event, mentions=list(draft.mentions))
    line.add(joint)
    line.add(say_moment(then), "time", "date")
    line.add(" ")
    return then, line


def _after(draft: Draft, point: Point, following: Point, discourse: Discourse) -> Draft | None:
    """What is recorded to hang on the event, behind a semicolon, where both are short."""
    event, told = following.event, draft.moment
    tied = any(point.event.id in r.targets for r in event.relations if r.type in _TIES)
    if told is None or not tied or draft.rule not in ("clause", "headline") or draft.length > _SHORT_CLAUSE:
        return None
    then, line = _joined(draft, event, told, "; ", discourse)
    parted = part(event.clause or "", following.short)
    if parted:
        quotes = embed.quotes_in(event)
        add_pieces(line, parted.subject, quotes)
        line.add(forms(parted.verb.text, "en").past, "lexical", "clause")
        add_pieces(line, (*parted.object, *parted.rest), quotes)
    elif not event.clause:
        made = (d for d in sentences(event, discourse, then) if d.rule == "headline" and d.place == "front")
        second = next(made, None)
        line.spans.extend(second.spans[2:-1] if second else ())
    if len(line.spans) < 4 or len("".join(span.text for span in line.spans).split()) > _SHORT_CLAUSE:
        return None
    line.comma_due = False
    line.add("" if line.spans[-1].text.endswith(".") else ".")
    quoted = any(span.kind == "quote" for span in line.spans)
    spans, roles = (*draft.spans[:-1], *line.spans), (*draft.roles, *line.roles)
    return replace(
        draft, spans=spans, rule="then", mentions=tuple(line.mentions), roles=roles, then=then, quoted=quoted
    )


def _headlines(draft: Draft, following: Point, discourse: Discourse) -> Draft | None:
    """`At 03:14 the pager goes off, and at 03:29 an incident lead takes over.`"""
    event, told = following.event, draft.moment
    assert told is not None
    then = moment(event.date, told.when, told.year, discourse.relatives + (told.mode in _RELATIVE))
    second = next((d for d in sentences(event, discourse, then) if d.rule == "headline" and d.place == "front"), None)
    short = second is not None and len(event.title.split()) <= _SHORT and draft.length <= _SHORT + 4
    if second is None or not short or then.mode not in ("clock", "minutes"):
        return None
    small = replace(second.spans[0], text=say_moment(then))
    spans = (*draft.spans[:-1], Span(", and "), small, *second.spans[1:])
    return replace(draft, spans=spans, rule="headline-two", then=then)


def _are_plain(point: Point, following: Point, discourse: Discourse) -> bool:
    """Both are facts without a hedge, and the second is no result, which is said in a sentence of its own."""
    a, b = point.event, following.event
    plain = a.status == b.status == "established" and not any(attribution(e, discourse)[0] for e in (a, b))
    return plain and not any(r.type == "caused-by" and a.id in r.targets for r in b.relations)


def _belong(point: Point, following: Point) -> bool:
    """Not long apart, of one thread or one hanging on the other."""
    a, b = point.event, following.event
    tied = a.thread == b.thread or any(a.id in r.targets for r in b.relations)
    return tied and b.date.start - a.date.end < _FAR and a.date.is_day and b.date.is_day


def _merged(draft: Draft, following: Point, parted: Parted, sole: str, discourse: Discourse) -> Draft:
    event, told = following.event, draft.then or draft.moment
    assert told is not None
    then, line = _joined(draft, event, told, ", and ", discourse)
    third = draft.then is not None
    pronoun = "" if third else _pronoun(sole, draft, following, discourse)
    if pronoun:
        line.add(pronoun, "name", f"actors.{sole}.pronoun")
        line.add(" ")
    line.add(forms(parted.verb.text, "en").past, "lexical", "clause")
    add_pieces(line, (*parted.object, *parted.rest), embed.quotes_in(event))
    line.comma_due = False
    line.add(".")
    quoted = any(span.kind == "quote" for span in line.spans)
    before = _listed(draft.spans[:-1]) if third else draft.spans[:-1]
    spans, roles = (*before, *line.spans), (*draft.roles, *line.roles)
    rule = "clause-three" if third else "clause-two"
    return replace(draft, spans=spans, rule=rule, mentions=tuple(line.mentions), roles=roles, then=then, quoted=quoted)


def _listed(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The second of three deeds: a comma before it, and no subject of its own."""
    at = next(i for i, span in enumerate(spans) if span.text == ", and " and not span.field)
    rest = spans[at + 1 :]
    if len(rest) > 2 and rest[2].field.endswith(".pronoun"):
        rest = (*rest[:2], *rest[4:])
    return (*spans[:at], Span(", "), *rest)


def _pronoun(sole: str, draft: Draft, following: Point, discourse: Discourse) -> str:
    """The subject's pronoun, where nobody else in the sentence has the same; where not, the subject is understood."""
    actors = discourse.store.actors
    pronoun = actors[sole].pronoun if sole in actors else None
    refs = {*draft.mentions, *(p.ref for p in following.event.actors)} - {sole}
    alone = pronoun in ("he", "she") and not any(r in actors and actors[r].pronoun == pronoun for r in refs)
    return pronoun or "" if alone else ""
