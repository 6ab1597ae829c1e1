"""What follows an event's own sentence: who else took part, sums compared, a further fact, the sides of a dispute."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...dates import say_in_sentence
from ...model import Event
from ...money import say_amount
from ..discourse import Discourse
from ..drafts import Draft, Line
from ..points import Point
from ..ratios import is_long_ago, name_ratio, sum_of
from .words import possessive, say_ratio

_BACKERS = {
    "bid": "bidders",
    "funding": "investors",
    "share-sale": "buyers",
    "founding": "first backers",
    "announcement": "backers",
}
_MOST_NAMES = 3
_LONGEST = 34  # words
_TELLS = re.compile(r"\b(accounts?|said|says|declared|announced|wrote|told)\b")
_DANGLING = ("He ", "She ", "It ", "They ", "His ", "Her ", "Its ", "Their ", "This ", "That ", "These ")


def members_of(event: Event) -> list[str]:
    """The backers that the clause does not name; a list is told only for kinds that have a word for them."""
    refs = [p.ref for p in event.actors if p.role == "backer"]
    told = any(f"{{{ref}" in (event.clause or "") for ref in refs)
    return refs if event.kind in _BACKERS and len(refs) >= 2 and not told else []


def members(point: Point, discourse: Discourse) -> Iterator[Draft]:
    """`xAI, Valor Equity Partners and Baron Capital were among the bidders.`"""
    noun = _BACKERS[point.event.kind or ""]
    for inverted in (False, True):
        line = Line(discourse, point.event)
        line.add(f"Among the {noun} were " if inverted else "")
        _list(line, members_of(point.event))
        line.add("." if inverted else f" were among the {noun}.")
        draft = line.draft("members", subject=None)
        yield draft


def _list(line: Line, refs: list[str]) -> None:
    """Mutates the line: three names at most; "among" says that there may be more."""
    few = refs[:_MOST_NAMES]
    for i, ref in enumerate(few):
        if i:
            line.add(" and " if i == len(few) - 1 else ", ")
        name = line.discourse.name(ref, line.event, set(line.mentions), frozenset())
        line.mentions.append(ref)
        line.add(name.text, "name", f"actors.{ref}.{name.field}")


def with_members(draft: Draft, point: Point, discourse: Discourse) -> Draft | None:
    """`…; among the bidders were xAI, Valor Equity Partners and Baron Capital.`, where both together stay short."""
    line = Line(discourse, point.event, mentions=list(draft.mentions))
    line.add(f"; among the {_BACKERS[point.event.kind or '']} were ")
    _list(line, members_of(point.event))
    line.add(".")
    spans = (*draft.spans[:-1], *line.spans)
    joined = replace(draft, spans=spans, rule="clause-members", mentions=tuple(line.mentions))
    return joined if draft.spans[-1].text == "." and not draft.quoted and joined.length <= _LONGEST else None


def compare(point: Point, discourse: Discourse) -> Iterator[Draft]:
    """`The sum was about 62% of the $157 billion at which OpenAI as a whole had been valued in October 2024.`"""
    found = point.comparison
    if found is None:
        return
    event, other = point.event, found.other
    mine, theirs = event.amounts[found.amount], other.amounts[found.other_amount]
    a, b = sum_of(mine), sum_of(theirs)
    if not a or not b:
        return
    ratio = say_ratio(name_ratio(a, b))
    derivation = f"{event.id}.amounts.{found.amount} / {other.id}.amounts.{found.other_amount}"
    several = (
        sum(f"{{{name}}}" in (event.clause or "") and a.currency is not None for name, a in event.amounts.items()) > 1
    )
    for lead in ("The ",) if several else ("That was ", "The sum was "):
        line = Line(discourse, event)
        line.add(lead)
        if several:
            line.add(say_amount(mine), "value", f"amounts.{found.amount}")
            line.add(" was ")
        line.add(ratio, "derived", f"amounts.{found.amount}", derivation)
        if found.basis == "figure":
            agent = next((p.ref for p in other.actors if p.role == "agent"), None)
            if agent is None:
                return
            name = discourse.name(agent, event, set(), frozenset())
            line.mentions.append(agent)
            line.add(" ")
            line.add(possessive(name.text), "name", f"actors.{agent}.{name.field}")
            line.add(" figure")
        else:
            line.add(" the ")
            line.add(say_amount(theirs), "value", f"amounts.{found.other_amount}", event=other)
            line.add(" at which ")
            line.add(theirs.of or "", "lexical", f"amounts.{found.other_amount}.of", event=other)
            line.add(" had been valued ")
            line.add(say_in_sentence(other.date, discourse.year), "time", "date", event=other)
        if is_long_ago(event, other):
            line.add(", in nominal terms")
        line.add(".")
        draft = line.draft("comparison")
        yield draft


def lower(text: str, discourse: Discourse) -> str:
    """The text for the middle of a sentence: its first word small unless it is a name."""
    first = re.match(r"[\w’'.-]+", text)
    word = first[0] if first else ""
    if word in discourse.world.proper or word.lower() not in discourse.world.small or word[1:] != word[1:].lower():
        return text
    return text[:1].lower() + text[1:]
