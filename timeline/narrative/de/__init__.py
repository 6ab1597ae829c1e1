"""The German language pack: brief and chronicle from German clauses; of another language, names and titles."""

from collections.abc import Iterable, Iterator

from ...cite import NoteWords
from ...model import Event
from ..discourse import Discourse
from ..drafts import Draft, Line, capital
from ..moments import Moment
from ..pack import Pack
from ..points import Point
from . import clause
from .reading import read
from .words import standing


def drafts(point: Point, discourse: Discourse, told: Moment | None) -> Iterable[Draft]:
    """Ways to say a point in German. Words of another language are never told as German ones."""
    foreign = _foreign(discourse)
    if point.part == "quote":
        return _quote(point, discourse)
    if point.part == "title" and not (told and point.timed):
        return (clause.headline(point.event),)
    if point.part not in ("clause", "title"):
        return ()
    if point.part == "clause" and point.event.status != "planned":
        found = list(clause.frame(point, discourse, told) if foreign else clause.drafts(point, discourse, told))
        if found:
            return found
    return (clause.title(point.event, told, foreign),)


def _foreign(discourse: Discourse) -> str:
    language = discourse.store.timeline.language.split("-")[0].lower()
    return "" if language == "de" else language


def _quote(point: Point, discourse: Discourse) -> Iterator[Draft]:
    """`„…“, sagte Schabowski.` and `Schabowski sagte: „…“.`"""
    quote = point.event.quotes[point.index]
    text = quote.told
    for front in (False, True):
        line = Line(discourse, point.event)
        name = discourse.name(quote.by, point.event, set(), frozenset())
        if front:
            line.add("„")
            line.add(text.removesuffix("."), "quote", f"quotes.{point.index}")
            line.add("“, sagte ")
        line.add(name.text, "name", f"quotes.{point.index}.by")
        line.mentions.append(quote.by)
        if front:
            line.add(".")
        else:
            line.add(" sagte: „")
            line.add(text, "quote", f"quotes.{point.index}")
            line.add("“" if text[-1:] in ".?!" else "“.")
        draft = line.draft("quote")
        yield Draft(capital(draft.spans), "quote", draft.mentions, quoted=True)


def join(draft: Draft, point: Point, discourse: Discourse) -> Draft | None:
    return None


def merge(draft: Draft, point: Point, following: Point, discourse: Discourse) -> Draft | None:
    return None


def tellable(point: Point) -> bool:
    """Quotations that are sentences, in the language that they were said in."""
    if point.part != "quote":
        return False
    quote = point.event.quotes[point.index]
    if any(mark in quote.told for mark in "“”„"):
        return False
    return quote.told[:1].isupper() and 3 <= len(quote.told.split()) <= 30 and (quote.lang or "de") == "de"


def safe(event: Event, discourse: Discourse) -> Draft:
    return clause.title(event, None, "")


WORDS = {
    "steps": "Schritt {n}",
    "left_out": "{n} weitere Ereignisse werden hier nicht erzählt.",
    "left_out_one": "Ein weiteres Ereignis wird hier nicht erzählt.",
    "archived": "archiviert",
    "side": "Seite",
    "account": "Darstellung",
    "words": "Im Wortlaut",
    "sources": "Quellen",
    "uneven": "Die Seiten dieses Streits kommen in den Angaben ungleich zu Wort: mit {low} bis {high} Wörtern.",
}
PACK = Pack(
    "de",
    drafts,
    safe,
    join,
    merge,
    tellable,
    lambda event: None,
    lambda event, founding, store: False,
    read,
    WORDS,
    NoteWords(lambda when: standing(when, None), "nach", ("„", "“")),
)
