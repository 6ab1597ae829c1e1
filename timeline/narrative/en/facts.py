"""Facts in their own words, in the name of whoever says so."""

import re
from collections.abc import Iterator

from ...model import Event
from ...sourcing import publisher
from ..discourse import Discourse
from ..drafts import Draft, Line
from ..points import Point
from . import embed
from .extras import lower

_TELLS = re.compile(r"\b(accounts?|said|says|declared|announced|wrote|told)\b")
_DANGLING = ("He ", "She ", "It ", "They ", "His ", "Her ", "Its ", "Their ", "This ", "That ", "These ")
_LONGEST = 30
_LONGEST_BEFORE = 20  # words that may stand before who says so
_STOPPED = (".", "?", "!", ".”")
_OWN = {"he": "his", "she": "her", "it": "its", "they": "their"}


def tellable(event: Event, index: int) -> bool:
    """Whether a fact stands by itself: no pronoun that points at what was not said."""
    text = event.facts[index].text
    return not text.startswith(_DANGLING) and len(text.split()) <= _LONGEST


def drafts(point: Point, discourse: Discourse) -> Iterator[Draft]:
    """`According to Semafor, …`, `…, according to Semafor.`, of oneself `…, by its own account.`, or the bare fact."""
    text = point.event.facts[point.index].text
    if not _voice(Line(discourse, point.event), point):
        yield _bare(point, discourse)
        return
    own = _own_account(point, discourse)
    may_lead = not own and (lower(text, discourse) != text or text.split()[0] in discourse.world.proper)
    short = len(text.split()) <= _LONGEST_BEFORE and not text.endswith(("?", "!", "”"))
    if may_lead or not short:
        yield _led(point, discourse)
    if short:
        yield _followed(point, discourse, own)


def _led(point: Point, discourse: Discourse) -> Draft:
    line = Line(discourse, point.event)
    text = point.event.facts[point.index].text
    line.add("According to ")
    _voice(line, point)
    line.add(", ")
    _text(line, lower(text, discourse), point)
    return _finished(line, text)


def _followed(point: Point, discourse: Discourse, own: str) -> Draft:
    line = Line(discourse, point.event)
    text = point.event.facts[point.index].text.rstrip(".")
    _text(line, _led_by_name(text, line, point), point)
    if own:
        line.add(f", by {own} own account", "lexical", f"facts.{point.index}.by")
    else:
        line.add(", according to ")
        _voice(line, point)
    return _finished(line, "")


def _bare(point: Point, discourse: Discourse) -> Draft:
    line = Line(discourse, point.event)
    text = point.event.facts[point.index].text
    _text(line, _led_by_name(text, line, point), point)
    return _finished(line, text)


def _text(line: Line, text: str, point: Point) -> None:
    embed.add_marked(line, text, f"facts.{point.index}")


def _finished(line: Line, text: str) -> Draft:
    if not text.endswith(_STOPPED) and not line.spans[-1].text.endswith("."):
        line.add(".")
    return line.draft("fact", quoted=any(span.kind == "quote" for span in line.spans))


def _voice(line: Line, point: Point) -> bool:
    """Mutates the line: the name of whoever says so; gives whether anybody has to be named."""
    one = point.event.facts[point.index]
    if one.by and not _TELLS.search(one.text):
        name = line.discourse.name(one.by, point.event, set(line.mentions), frozenset())
        line.mentions.append(one.by)
        line.add(name.text, "name", f"facts.{point.index}.by")
    elif one.status in ("reported", "alleged"):
        whole = line.discourse.store.resolve((one.cited or point.event.sources)[0])
        line.add(whole.original or publisher(whole), "name", f"facts.{point.index}.sources")
    return bool(line.spans)


def _own_account(point: Point, discourse: Discourse) -> str:
    """`its` where the fact begins with the name of the very actor who says so."""
    one = point.event.facts[point.index]
    actor = discourse.store.actors.get(one.by or "")
    if actor is None or _TELLS.search(one.text):
        return ""
    begins = any(name and re.match(rf"{re.escape(name)}\b", one.text) for name in (actor.name, actor.short))
    return _OWN.get(actor.pronoun or "", "") if begins else ""


def _led_by_name(text: str, line: Line, point: Point) -> str:
    """Mutates the line: a surname that opens the fact is a full name where the reader does not know it yet."""
    for part in point.event.actors:
        actor = line.discourse.store.actors.get(part.ref)
        if actor and actor.short and re.match(rf"{re.escape(actor.short)}\b(?!['’])", text):
            name = line.discourse.name(part.ref, point.event, set(), frozenset())
            line.add(name.text, "name", f"actors.{part.ref}.{name.field}")
            line.mentions.append(part.ref)
            return text[len(actor.short) :]
    return text
