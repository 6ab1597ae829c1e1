"""What follows an event's own sentence: who else took part, sums compared, a further fact, the sides of a dispute."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...dates import say_in_sentence
from ...model import Event, Side
from ...money import say_amount
from ...sourcing import publisher
from ...verbs.en import TABLE
from ..discourse import Discourse
from ..drafts import Draft, Line, capital
from ..points import Point
from ..ratios import is_long_ago, name_ratio, sum_of
from .embed import CLOSE, OPEN
from .quote import sort_of
from .words import join, number, possessive, say_ratio

_BACKERS = {
    "bid": "bidders",
    "funding": "investors",
    "share-sale": "buyers",
    "founding": "first backers",
    "announcement": "backers",
}
_MOST_NAMES = 3
_LONGEST = 34  # words
_NO_CLAUSE = {"to", "because", "about", "among", "more", "less", "by", "for", "through", "out", "over", "at", "in"}
_FINITE = set("is are was were has have had will would did does do can could wants owe act put belongs keep".split())
_QUESTIONS = ("whether", "why", "what", "who", "how", "when", "where", "which")
_BESIDES = re.compile(r", (?:in|citing|cited|as|per|after|on|before|who|which)\b")
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
        yield Draft(capital(draft.spans), "members", draft.mentions)


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
        yield Draft(capital(draft.spans), "comparison", draft.mentions)


def tellable_fact(event: Event, index: int) -> bool:
    """Whether a fact stands by itself: no pronoun that points at what was not said."""
    text = event.facts[index].text
    return not text.startswith(_DANGLING) and len(text.split()) <= 30


def fact(point: Point, discourse: Discourse) -> Iterator[Draft]:
    """A fact in its own words, after "According to" whoever says so."""
    one = point.event.facts[point.index]
    line = Line(discourse, point.event)
    by = ""
    if one.by and not _TELLS.search(one.text):
        name = discourse.name(one.by, point.event, set(), frozenset())
        by, where = name.text, f"facts.{point.index}.by"
        line.mentions.append(one.by)
    elif one.status in ("reported", "alleged"):
        sources = one.cited or point.event.sources
        by, where = (
            discourse.store.resolve(sources[0]).original or publisher(discourse.store.resolve(sources[0])),
            f"facts.{point.index}.sources",
        )
    text = one.text
    if by:
        line.add("According to ")
        line.add(by, "name", where)
        line.add(", ")
        text = lower(text, discourse)
    else:
        text = _led_by_name(text, line, point)
    line.add(text, "lexical", f"facts.{point.index}")
    if not text.endswith((".", "?", "!", ".”")):
        line.add(".")
    draft = line.draft("fact")
    yield Draft(capital(draft.spans), "fact", draft.mentions)


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


def lower(text: str, discourse: Discourse) -> str:
    """The text for the middle of a sentence: its first word small unless it is a name."""
    first = re.match(r"[\w’'.-]+", text)
    word = first[0] if first else ""
    if word in discourse.world.proper or word.lower() not in discourse.world.small or word[1:] != word[1:].lower():
        return text
    return text[:1].lower() + text[1:]


def issue(point: Point, discourse: Discourse) -> Iterator[Draft]:
    """`The accounts differ on why Musk left.`"""
    dispute = point.event.disputes[point.index]
    words = dispute.issue.split()
    plain = words[0] in _QUESTIONS
    bare = not plain and not any(word in _QUESTIONS for word in words[1:2])  # a noun phrase; "in which year" is neither
    for lead in (*(["Accounts differ on "] if plain or bare else []), *(["It is disputed "] if not bare else [])):
        line = Line(discourse, point.event)
        line.add(lead)
        line.add(dispute.issue, "lexical", f"disputes.{point.index}.issue")
        line.add(".")
        draft = line.draft("issue")
        yield Draft(capital(draft.spans), "issue", ())


def is_clause(claim: str) -> bool:
    """Whether a claim is a clause that can follow "says that"."""
    words = re.findall(r"[\w’'-]+", claim)
    if not words or words[0].casefold() in _NO_CLAUSE:
        return False
    return any(word in _FINITE or word in TABLE or word.endswith("ed") or _acts(word) for word in words[1:])


def _acts(word: str) -> bool:
    return (word.endswith("s") and word[:-1] in _BASES) or word in _BASES


_BASES = {base for base, _ in TABLE.values()}


def is_plural(by: str) -> bool:
    """Whether a side written in words is many: "Nimmo and Kleine", "OpenAI's lawyers", "advocates of a young Moon"."""
    who = _BESIDES.split(by)[0]
    head, of, _ = who.partition(" of ")
    words = head.split()
    if " and " in f" {who} " or words[:1] in (["those"], ["some"], ["others"]):
        return True
    last = words[-1] if words else ""
    return last.endswith("s") and not last.endswith(("'s", "ss")) and (last.islower() or bool(of and len(words) == 1))


def tellable_sides(event: Event, index: int) -> bool:
    """Whether both sides can be told in passing, without naming the matter first."""
    return all(is_clause(one.claim) for one in event.disputes[index].sides)


def side(point: Point, discourse: Discourse) -> Iterator[Draft]:
    """`Musk says that …`; where a side's claim is no clause, every side "gives this answer: …", in equal terms."""
    dispute = point.event.disputes[point.index]
    one = dispute.sides[point.aside]
    all_clauses = all(is_clause(s.claim) for s in dispute.sides)
    line = Line(discourse, point.event)
    _side_name(line, one, point)
    dated = any(re.search(r"\b\d{4}\b", s.by) for s in dispute.sides)  # who said it then says it in the past
    plural = is_plural(one.by) if one.by not in discourse.store.actors else False
    where = f"disputes.{point.index}.sides.{point.aside}"
    if all_clauses:
        contrast = " by contrast" if point.aside == 1 and len(dispute.sides) == 2 else ""
        verb = "said" if dated else "say" if plural else "says"
        line.add(f" {verb}{contrast} that ")
        claim = _said_of_oneself(one, line)
        line.add(lower(claim, discourse).rstrip("."), "lexical", f"{where}.claim")
    else:
        verb = "gave" if dated else "give" if plural else "gives"
        line.add(f" {verb} this answer: ")
        line.add(lower(one.claim, discourse).rstrip("."), "lexical", f"{where}.claim")
    if one.quote and len(one.quote.split()) <= 14 and sort_of(one.quote) in ("sentence", "clause"):
        line.add(" (")
        line.add(OPEN)
        line.add(one.quote.strip(), "quote", f"{where}.quote")
        line.add(CLOSE)
        line.add(")")
    line.add(".")
    draft = line.draft("side")
    yield Draft(capital(draft.spans), "side", draft.mentions, quoted=bool(one.quote))


def _said_of_oneself(one: Side, line: Line) -> str:
    """Mutates the line: a speaker whose claim begins with the own name says "he" or "she"."""
    actor = line.discourse.store.actors.get(one.by)
    if actor and actor.short and actor.pronoun in ("he", "she") and one.claim.startswith(f"{actor.short} "):
        line.add(actor.pronoun, "name", f"actors.{one.by}.pronoun")
        return one.claim[len(actor.short) :]
    return one.claim


def _side_name(line: Line, one: Side, point: Point) -> None:
    where = f"disputes.{point.index}.sides.{point.aside}.by"
    name = line.discourse.name(one.by, point.event, set(line.mentions), frozenset((one.by,)), alone=True)
    line.add(name.text, "name" if one.by in line.discourse.store.actors else "lexical", where)
    if one.by in line.discourse.store.actors:
        line.mentions.append(one.by)
    if name.role:
        line.add(", ")
        line.add(name.role, "name", f"actors.{one.by}.roles")
        line.roles.append((one.by, name.role))
        line.comma_due = True
    elif _BESIDES.search(name.text):
        line.comma_due = True


__all__ = ["compare", "fact", "issue", "join", "members", "number", "side"]
