"""An event's own clause as an English sentence: tense, place of the date, names with their roles, source of a claim."""

from collections.abc import Iterator
from functools import partial

from ...clause import Piece, Reference, Verb, Words
from ...money import say_amount
from ...verbs import forms
from ..discourse import Discourse
from ..drafts import Draft, Line, Way
from ..moments import Moment
from ..points import Point
from . import embed, founding
from .attribution import result_of, tail_of
from .parted import Parted, part
from .words import possessive, say_moment


def drafts(point: Point, discourse: Discourse, told: Moment | None) -> Iterator[Draft | Way]:
    """The clause with its date in front, after the object, or at the end, as far as each reads well."""
    parted = part(point.event.clause or "", point.short)
    if parted is None:
        return
    places = _places(parted, told)
    cause = None if point.background else discourse.cause(point.event)
    if cause is not None:
        yield _draft(point, parted, discourse, told, places[-1], cause)
        return
    rule = "background" if point.background else "clause"
    for place in places:
        yield Way(rule, told, place, partial(_draft, point, parted, discourse, told, place))


def _places(parted: Parted, told: Moment | None) -> list[str]:
    if told is None:
        return ["none"]
    phrase = say_moment(told).split(maxsplit=1)[0]
    rest = next((p.text for p in parted.rest if isinstance(p, Words)), "")
    clash = rest.split()[:1] == [phrase]
    last = "bar" if parted.bar else "end" if parted.end else ""
    return [place for place in ("front", "middle" if parted.middle and not clash else "", last) if place]


def _draft(
    point: Point, parted: Parted, discourse: Discourse, told: Moment | None, place: str, cause: int | None = None
) -> Draft:
    event = point.event
    line = Line(discourse, event)
    time = say_moment(told) if told else ""
    quotes = embed.quotes_in(event)
    if cause is not None:
        result_of(line, event, cause)
    if place == "front":
        line.add(time, "time", "date")
        line.add(" ")
    sole = _subject(line, parted, quotes)
    line.add(_verb(parted.verb, point.background), "lexical", "clause")
    add_pieces(line, parted.object, quotes, point.background)
    if place == "middle":
        line.add(" ")
        line.add(time, "time", "date")
    add_pieces(line, parted.rest[: parted.bar], quotes, point.background)
    if place == "bar":
        line.add(" ")
        line.add(time, "time", "date")
    add_pieces(line, parted.rest[parted.bar :], quotes, point.background)
    if place == "end":
        line.add(" ")
        line.add(time, "time", "date")
    if point.behind is not None:
        founding.add(line, event, point.behind)
    tail_of(line, point, discourse)
    line.comma_due = False
    if not "".join([span.text for span in line.spans[-2:]]).endswith(embed.ENDED):
        line.add(".")
    quoted = any(span.kind == "quote" for span in line.spans)
    rule = "background" if point.background else "clause" if cause is None else "result"
    return line.draft(rule, subject=sole, moment=told, quoted=quoted, place=place)


def _subject(line: Line, parted: Parted, quotes: embed.Quoted) -> str | None:
    """Mutates the line: what stands before the verb, or a pronoun for it; gives the one actor that it is."""
    sole = parted.sole_subject
    if sole and line.discourse.may_be_pronoun(sole, line.event):
        line.mentions.append(sole)
        line.add(line.discourse.store.actors[sole].pronoun or "", "name", f"actors.{sole}.pronoun")
        line.add(" ")
    else:
        add_pieces(line, parted.subject, quotes)
    return sole


def _verb(verb: Verb, background: bool) -> str:
    known = forms(verb.text, "en")
    return f"had {known.participle}" if background and known.participle else known.past.split("|")[0]


def add_pieces(line: Line, pieces: tuple[Piece, ...], quotes: embed.Quoted, background: bool = False) -> None:
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
