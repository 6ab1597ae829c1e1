"""An event's own clause as an English sentence: tense, place of the date, names with their roles, source of a claim."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...clause import Clause, ClauseError, Piece, Reference, Verb, Words, parse_clause
from ...model import Event
from ...money import say_amount
from ...verbs import forms
from ..discourse import Discourse
from ..drafts import Draft, Line, capital
from ..moments import Moment, year_shown
from ..points import Point
from . import embed
from .attribution import tail_of
from .words import possessive, say_moment

_AFTER_OBJECT = ("in", "over", "for", "at", "from", "with", "under", "into", "without", "by", "against")
_HOLDS_ON = (" that ", " which ", " who ", " whose ", " because ", " if ", " whether ", " until ", " when ", " where ",
             " after ", " before ", " to ", " and ", " but ", ",")  # fmt: skip
_SHORT_TAIL = 8


@dataclass(frozen=True, slots=True)
class Parted:
    """A clause at its joints: what stands before the verb, the verb, the nearest object, the rest."""

    subject: tuple[Piece, ...]
    verb: Verb
    object: tuple[Piece, ...]
    rest: tuple[Piece, ...]
    middle: bool  # whether a date may stand between object and rest
    end: bool  # whether it may stand at the end

    @property
    def sole_subject(self) -> str | None:
        """The one actor that is the whole subject."""
        if len(self.subject) in (1, 2) and isinstance(self.subject[0], Reference) and not self.subject[0].possessive:
            return (
                self.subject[0].id
                if not "".join(p.text for p in self.subject[1:] if isinstance(p, Words)).strip()
                else None
            )
        return None


@lru_cache(maxsize=4096)
def part(text: str, short: bool = False) -> Parted | None:
    """Take a clause apart; None where its marks are broken or it marks no verb (both are told as findings)."""
    try:
        clause: Clause = parse_clause(text)
    except ClauseError:
        return None
    pieces = clause.core if short else clause.pieces
    at = next((i for i, piece in enumerate(pieces) if isinstance(piece, Verb)), None)
    if at is None or at == 0:
        return None
    verb = pieces[at]
    assert isinstance(verb, Verb)
    tail = pieces[at + 1 :]
    cut = _object_end(tail)
    plain = "".join(p.text if isinstance(p, Words) else "X" for p in tail)
    return Parted(
        pieces[:at], verb, tail[:cut], tail[cut:], _middle(tail, cut),
        len(plain.split()) <= _SHORT_TAIL and not any(mark in f"{plain} " for mark in _HOLDS_ON),
    )  # fmt: skip


def _object_end(tail: tuple[Piece, ...]) -> int:
    """How many pieces the nearest object has: names one after another, joined by commas and "and"."""
    at = 0
    while at + 1 < len(tail):
        words, following = tail[at], tail[at + 1]
        joined = isinstance(words, Words) and words.text in ((" ",) if at == 0 else (", ", " and "))
        if not joined or not isinstance(following, Reference) or following.possessive:
            break
        at += 2
    return at


def _middle(tail: tuple[Piece, ...], cut: int) -> bool:
    following = tail[cut] if cut < len(tail) else None
    if not isinstance(following, Words):
        return False
    first = following.text.split(maxsplit=1)[0] if following.text.startswith(" ") and following.text.strip() else ""
    return first in (_AFTER_OBJECT if cut else ("that", "over"))


def drafts(point: Point, discourse: Discourse, told: Moment | None) -> Iterator[Draft]:
    """The clause with its date in front, after the object, or at the end, as far as each reads well."""
    parted = part(point.event.clause or "", point.short)
    if parted is None:
        return
    for place in _places(parted, told):
        yield from _drafts(point, parted, discourse, told, place)


def _places(parted: Parted, told: Moment | None) -> list[str]:
    if told is None:
        return ["none"]
    phrase = say_moment(told).split(maxsplit=1)[0]
    rest = next((p.text for p in parted.rest if isinstance(p, Words)), "")
    clash = rest.split()[:1] == [phrase]
    between = parted.sole_subject is not None and told.mode == "absolute" and told.when.is_day
    return ["front", *(["middle"] if parted.middle and not clash else []), *(["end"] if parted.end else []),
            *(["subject"] if between else [])]  # fmt: skip


def _drafts(point: Point, parted: Parted, discourse: Discourse, told: Moment | None, place: str) -> Iterator[Draft]:
    sole = parted.sole_subject
    pronoun = bool(sole) and place != "subject" and discourse.may_be_pronoun(sole or "", point.event)
    yield _draft(point, parted, discourse, told, place, sole, pronoun)


def _draft(
    point: Point, parted: Parted, discourse: Discourse, told: Moment | None, place: str, sole: str | None, pronoun: bool
) -> Draft:
    event = point.event
    line = Line(discourse, event)
    time = say_moment(told) if told else ""
    quotes = embed.quotes_in(event)
    if place == "front":
        line.add(time, "time", "date")
        line.add(" ")
    if pronoun and sole:
        line.mentions.append(sole)
        line.add(discourse.store.actors[sole].pronoun or "", "name", f"actors.{sole}.pronoun")
        line.add("" if place == "subject" else " ")
    else:
        _add_pieces(line, parted.subject[:1] if place == "subject" else parted.subject, parted, quotes)
    if place == "subject":
        line.add(" ")
        line.add(time, "time", "date")
        line.add(" ")
    verb = _verb(parted.verb, point.background, event, discourse)
    line.add(verb, "lexical", "clause")
    _add_pieces(line, parted.object, parted, quotes)
    if place == "middle":
        line.add(" ")
        line.add(time, "time", "date")
    _add_pieces(line, parted.rest, parted, quotes, point.background)
    if place == "end":
        line.add(" ")
        line.add(time, "time", "date")
    tail_of(line, point, discourse)
    line.comma_due = False
    if not "".join(span.text for span in line.spans[-2:]).endswith(embed.ENDED):
        line.add(".")
    quoted = any(span.kind == "quote" for span in line.spans)
    rule = "background" if point.background else "clause"
    draft = line.draft(
        "clause-repair" if place == "subject" else rule, subject=sole, moment=told, quoted=quoted, place=place
    )
    return Draft(
        capital(draft.spans),
        *[getattr(draft, f) for f in ("rule", "mentions", "subject", "roles", "moment", "quoted", "place")],
    )


def _verb(verb: Verb, background: bool, event: Event, discourse: Discourse) -> str:
    known = forms(verb.text, "en")
    return f"had {known.participle}" if background and known.participle else known.past.split("|")[0]


def _add_pieces(
    line: Line, pieces: tuple[Piece, ...], parted: Parted, quotes: embed.Quoted, background: bool = False
) -> None:
    """Mutates the line. Further marked verbs follow the first into the past perfect, without its auxiliary."""
    for i, piece in enumerate(pieces):
        if isinstance(piece, Words):
            embed.add_words(line, piece.text, quotes)
        elif isinstance(piece, Verb):
            known = forms(piece.text, "en")
            line.add((known.participle if background else None) or known.past, "lexical", "clause")
        else:
            _add_reference(line, piece, _may_have_role(pieces, i, piece))


def _may_have_role(pieces: tuple[Piece, ...], at: int, piece: Reference) -> bool:
    """A role in commas would break a list of names, and stand badly after a possessive."""
    before = pieces[at - 1].text if at and isinstance(pieces[at - 1], Words) else ""  # type: ignore[union-attr]
    after = pieces[at + 1].text if at + 1 < len(pieces) and isinstance(pieces[at + 1], Words) else ""  # type: ignore[union-attr]
    listed = before.endswith((", ", " and ", "the Chinese laboratory ")) or after.startswith((",", " and "))
    return not piece.possessive and not listed


def _add_reference(line: Line, piece: Reference, role_fits: bool) -> None:
    event, discourse = line.event, line.discourse
    if piece.id in event.amounts:
        line.add(say_amount(event.amounts[piece.id]), "value", f"amounts.{piece.id}")
        return
    name = discourse.name(piece.id, event, set(line.mentions), frozenset((piece.id,)) if role_fits else frozenset())
    line.mentions.append(piece.id)
    line.add(possessive(name.text) if piece.possessive else name.text, "name", f"actors.{piece.id}.{name.field}")
    if name.role:
        line.add(", ")
        line.add(name.role, "name", f"actors.{piece.id}.roles")
        line.roles.append((piece.id, name.role))
        line.comma_due = True


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
            _add_pieces(line, parted.subject, parted, embed.Quoted())
            line.add("had ")
        else:
            line.add(" and " if i == len(events) - 1 else ", ")
        line.add(participle, "lexical", "clause")
        _add_pieces(line, (*parted.object, *parted.rest), parted, embed.Quoted(), background=True)
        line.add(" ")
        told = Moment("month" if event.date.is_day else "absolute", event.date, year)
        line.add(say_moment(told), "time", "date")
        year = year_shown(event.date) or year
    line.comma_due = False
    line.add(".")
    draft = line.draft("chain", moment=Moment("absolute", events[-1].date, None))
    yield Draft(capital(draft.spans), "chain", draft.mentions, draft.mentions[0], draft.roles, draft.moment)
