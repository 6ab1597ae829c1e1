"""A German clause as a sentence: the verb stays second, so the subject steps behind it when the date leads.

In the past perfect the participle goes to the end of the main clause, before what hangs on it after a comma.
"""

from collections.abc import Iterator

from ...clause import Clause, ClauseError, Piece, Reference, Verb, Words, parse_clause
from ...model import Event
from ...verbs import Forms, forms
from ..discourse import Discourse
from ..drafts import Draft, Line, capital
from ..moments import Moment
from ..points import Point
from .words import clock, genitive, join, say_amount, say_moment, standing

# Frames for a store in another language: names and sums alone are told, nothing of its words.
FRAMES = {
    "lawsuit": "verklagte",
    "founding": "gründete",
    "acquisition": "übernahm",
    "departure": "verließ",
    "dismissal": "entließ",
}
SPLIT = set("ab an auf aus bei ein fest frei her hin mit nach statt teil um vor weg wieder zu zurück zusammen".split())
PLURAL = {
    "verklagte": "verklagten",
    "gründete": "gründeten",
    "übernahm": "übernahmen",
    "verließ": "verließen",
    "entließ": "entließen",
}


def parse(event: Event) -> Clause | None:
    try:
        clause = parse_clause(event.clause) if event.clause else None
    except ClauseError:
        return None
    return clause if clause and clause.verbs and not isinstance(clause.pieces[0], Verb) else None


def drafts(point: Point, discourse: Discourse, told: Moment | None) -> Iterator[Draft]:
    """The date in front or after the verb; none where German has no sure words for the date."""
    clause = parse(point.event)
    time = say_moment(told) if told else ""
    if clause is None or time is None:
        return
    known = forms(clause.verbs[0].text, "de")
    if point.background and (known.participle is None or _is_split(clause)):
        return
    for front in (True, False) if told else (False,):
        yield _draft(point, discourse, told, clause, known, time, front)


def _draft(
    point: Point, discourse: Discourse, told: Moment | None, clause: Clause, known: Forms, time: str, front: bool
) -> Draft:
    line = Line(discourse, point.event)
    at = clause.pieces.index(clause.verbs[0])
    subject, rest = _stripped(clause.pieces[:at]), clause.pieces[at + 1 :]
    verb = known.past if not point.background else "war" if known.with_be else "hatte"
    if front:
        line.add(time, "time", "date")
        line.add(" ")
        line.add(verb, "lexical", "clause")
        line.add(" ")
        _pieces(line, subject)
    else:
        _pieces(line, subject)
        line.add(" ")
        line.add(verb, "lexical", "clause")
        if told:
            line.add(" ")
            line.add(time, "time", "date")
    _rest(line, rest, known.participle if point.background else None)
    _hedge(line, point.event)
    line.comma_due = False
    line.add("" if line.spans[-1].text.endswith(".") else ".")
    sole = (
        subject[0].id if len(subject) == 1 and isinstance(subject[0], Reference) and not subject[0].possessive else None
    )
    draft = line.draft("background" if point.background else "clause")
    place = "front" if front else "middle"
    return Draft(capital(draft.spans), draft.rule, draft.mentions, sole, draft.roles, told, place=place)


def _is_split(clause: Clause) -> bool:
    """Whether the verb has a part at the end, as in "legte … vor", whose participle would be one word, "vorgelegt"."""
    last = clause.pieces[-1]
    return isinstance(last, Words) and last.text.rsplit(" ", 1)[-1] in SPLIT


def _stripped(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    last = pieces[-1]
    if isinstance(last, Words):
        return (*pieces[:-1], *((Words(last.text.rstrip()),) if last.text.strip() else ()))
    return pieces


def _rest(line: Line, rest: tuple[Piece, ...], participle: str | None) -> None:
    """What follows the verb; a participle comes before the first comma of plain words, or at the end."""
    placed = participle is None
    for piece in rest:
        if not placed and isinstance(piece, Words) and "," in piece.text:
            before, comma, after = piece.text.partition(",")
            line.add(before, "lexical", "clause")
            line.add(f" {participle}", "lexical", "clause")
            line.add(comma + after, "lexical", "clause")
            placed = True
        else:
            _pieces(line, (piece,))
    if not placed:
        line.add(f" {participle}", "lexical", "clause")


def _pieces(line: Line, pieces: tuple[Piece, ...]) -> None:
    for piece in pieces:
        if isinstance(piece, Words):
            line.add(piece.text, "lexical", "clause")
        elif isinstance(piece, Verb):
            line.add(forms(piece.text, "de").past, "lexical", "clause")
        elif piece.id in line.event.amounts:
            line.add(say_amount(line.event.amounts[piece.id]), "value", f"amounts.{piece.id}")
        else:
            _name(line, piece)


def _name(line: Line, piece: Reference) -> None:
    may = frozenset[str]() if piece.possessive else frozenset((piece.id,))
    name = line.discourse.name(piece.id, line.event, set(line.mentions), may)
    line.mentions.append(piece.id)
    line.add(genitive(name.text) if piece.possessive else name.text, "name", f"actors.{piece.id}.{name.field}")
    if name.role and not piece.possessive:
        line.add(", ")
        line.add(name.role, "name", f"actors.{piece.id}.roles")
        line.roles.append((piece.id, name.role))
        line.comma_due = True


def _hedge(line: Line, event: Event) -> None:
    text = HEDGES.get(event.status)
    if text:
        line.comma_due = False
        line.add(", ")
        line.add(text, "lexical", "status")


HEDGES = {
    "reported": "wie berichtet wurde",
    "alleged": "wie behauptet wird",
    "disputed": "was umstritten ist",
    "denied": "was bestritten wird",
}


def frame(point: Point, discourse: Discourse, told: Moment | None) -> Iterator[Draft]:
    """A store in another language: who did what to whom, by kind, where all are names that need no article."""
    event = point.event
    verb = FRAMES.get(event.kind or "")
    agents, patients = ([p.ref for p in event.actors if p.role == role] for role in ("agent", "patient"))
    time = say_moment(told) if told else None
    plain = verb and agents and patients and time and not point.background and event.status == "established"
    if not plain or not all(is_name(ref, discourse) for ref in (*agents, *patients)):
        return
    line = Line(discourse, event)
    line.add(time or "", "time", "date")
    line.add(" ")
    line.add((PLURAL[verb] if len(agents) > 1 else verb) if verb else "", "lexical", "kind")
    line.add(" ")
    for i, refs in enumerate((agents, patients)):
        line.add(" " if i else "")
        names = []
        for ref in refs:
            names.append(discourse.name(ref, event, set(line.mentions), frozenset()).text)
            line.mentions.append(ref)
        line.add(join(names), "name", "actors")
    line.add("" if line.spans[-1].text.endswith(".") else ".")
    draft = line.draft("frame")
    yield Draft(capital(draft.spans), "frame", draft.mentions, None, (), told)


def is_name(ref: str, discourse: Discourse) -> bool:
    """A person or organisation whose name is a name: no article, no possessive of another language."""
    actor = discourse.store.actors.get(ref)
    return (
        actor is not None
        and actor.kind in ("person", "organisation")
        and actor.name[:1] != "t"
        and "'" not in actor.name
    )


def title(event: Event, told: Moment | None, foreign: str) -> Draft:
    """`10. Februar 2025: Titel.`; a title in another language stands in quotation marks."""
    line = Line(None, event)  # type: ignore[arg-type]  # no names are asked for
    line.add(clock_or_date(event, told), "time", "date")
    if event.status == "planned":
        line.add(" (geplant)", "lexical", "status")
    _hedge(line, event)
    line.add(": ")
    line.add("„" if foreign else "")
    line.add(event.title, "title", "title")
    line.add("“" if foreign else "")
    if not event.title.rstrip().endswith((".", "?", "!")) or foreign:
        line.add(".")
    by_clock = told is not None and told.mode in ("clock", "minutes") and told.when.is_day
    moment = told if by_clock else Moment("absolute", event.date, told.year if told else None)
    return Draft(capital(tuple(line.spans)), "title", moment=moment)


def headline(event: Event) -> Draft:
    """The title alone, with what its status asks for."""
    line = Line(None, event)  # type: ignore[arg-type]  # no names are asked for
    line.add(event.title, "title", "title")
    _hedge(line, event)
    return Draft(tuple(line.spans), "title")


def clock_or_date(event: Event, told: Moment | None) -> str:
    by_clock = told is not None and told.mode in ("clock", "minutes") and told.when.is_day
    return clock(told) if told and by_clock else standing(event.date, told.year if told else None)
