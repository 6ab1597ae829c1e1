"""Both sides of a dispute: the matter, then what each says, with one verb for all of them."""

import re
from collections.abc import Iterator

from ...model import Dispute, Event, Side
from ...store import Store
from ...verbs.en import TABLE
from ..discourse import Discourse
from ..drafts import Draft, Line
from ..points import Point
from . import embed
from .extras import lower
from .speech import verb_of as quote_verb

_NO_CLAUSE = {"to", "because", "among", "by", "for", "through", "out", "at", "in"}
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
        yield draft


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
    """`Musk said in 2019 that …`; where a side's claim is no clause, `According to Musk, it was …`, in equal terms."""
    dispute = point.event.disputes[point.index]
    one = dispute.sides[point.aside]
    line = Line(discourse, point.event)
    if all(is_clause(s.claim) for s in dispute.sides):
        _name(line, one, point)
        _add_time(line, f" {verb_of(point.event, dispute, one)}", one, point)
        line.add(" that ")
        claim = _said_of_oneself(one, line)
    else:
        line.add("According to ")
        _name(line, one, point)
        _add_time(line, "", one, point)
        line.add(", " if is_clause(one.claim) else ", it was ")
        claim = one.claim
    embed.add_marked(line, lower(claim, discourse).rstrip("."), f"disputes.{point.index}.sides.{point.aside}.claim")
    line.add(".")
    yield line.draft("side", quoted=any(span.kind == "quote" for span in line.spans))


_WHEN = re.compile(r"^(?P<who>[^,]+), (?P<how>in )?(?P<year>\d{4})(?P<rest>, .+)?$")


def speaker_of(one: Side) -> tuple[str, str, str]:
    """Who speaks, when (`in 2019`, `of 2024`), and what else stands with them: `, citing people familiar`."""
    match = _WHEN.match(one.by)
    if match is None:
        who, comma, rest = one.by.partition(", ")
        aside = bool(comma) and _BESIDES.search(one.by) is not None
        return (who, "", f", {rest}") if aside else (one.by, "", "")
    return match["who"], f"{'in' if match['how'] else 'of'} {match['year']}", match["rest"] or ""


def verb_of(event: Event, dispute: Dispute, one: Side) -> str:
    """`said` or `wrote` of what was said at the time or in a year that is named, `says` of what is held still."""
    own = {quote.by: quote for quote in event.quotes}
    past = any(speaker_of(s)[1] for s in dispute.sides) or all(s.by in own for s in dispute.sides)
    if past:
        return quote_verb(own[one.by]) if one.by in own else "said"
    return "say" if is_plural(speaker_of(one)[0]) else "says"


def _add_time(line: Line, verb: str, one: Side, point: Point) -> None:
    """Mutates the line: the verb with its year, `said in 2019`; a paper has its year before: `of 2024 said`."""
    _, when, rest = speaker_of(one)
    where = f"disputes.{point.index}.sides.{point.aside}.by"
    before = when if when.startswith("of ") or not verb else ""
    if before:
        line.add(" ")
        line.add(before, "lexical", where)
    line.add(verb)
    if when and not before:
        line.add(" ")
        line.add(when, "lexical", where)
    if rest:
        line.add(rest, "lexical", where)
        line.comma_due = bool(verb)


def _said_of_oneself(one: Side, line: Line) -> str:
    """Mutates the line: a speaker whose claim begins with the own name says "he" or "she"."""
    ref = ref_of(speaker_of(one)[0], line.discourse.store)
    actor = line.discourse.store.actors.get(ref)
    if actor and actor.short and actor.pronoun in ("he", "she") and one.claim.startswith(f"{actor.short} "):
        line.add(actor.pronoun, "name", f"actors.{ref}.pronoun")
        return one.claim[len(actor.short) :]
    return one.claim


def ref_of(who: str, store: Store) -> str:
    """The actor whose id, name or short name the words are; else the words themselves."""
    if who in store.actors:
        return who
    return next((ref for ref, actor in store.actors.items() if who in (actor.name, actor.short)), who)


def _name(line: Line, one: Side, point: Point) -> None:
    where = f"disputes.{point.index}.sides.{point.aside}.by"
    who = speaker_of(one)[0]
    ref = ref_of(who, line.discourse.store)
    if ref not in line.discourse.store.actors:
        line.add(who, "lexical", where)
        return
    roles = frozenset[str]() if speaker_of(one)[1] else frozenset((ref,))
    name = line.discourse.name(ref, point.event, set(line.mentions), roles, alone=True)
    line.add(name.text, "name", where)
    line.mentions.append(ref)
    if name.role:
        line.add(", ")
        line.add(name.role, "name", f"actors.{ref}.roles")
        line.roles.append((ref, name.role))
        line.comma_due = True
