"""Both sides of a dispute: the matter, then what each says, with one verb for all of them."""

import re
from collections.abc import Iterator

from ...model import Event, Side
from ...verbs.en import TABLE
from ..discourse import Discourse
from ..drafts import Draft, Line, capital
from ..points import Point
from .embed import CLOSE, OPEN
from .extras import lower
from .quote import sort_of

_NO_CLAUSE = {"to", "because", "about", "among", "more", "less", "by", "for", "through", "out", "over", "at", "in"}
_FINITE = set("is are was were has have had will would did does do can could wants owe act put belongs keep".split())
_QUESTIONS = ("whether", "why", "what", "who", "how", "when", "where", "which")
_BESIDES = re.compile(r", (?:in|citing|cited|as|per|after|on|before|who|which)\b")
_BASES = {base for base, _ in TABLE.values()}


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
