"""Reading back both sides of a dispute: who speaks, when, with the verb that is due to all of them."""

import re
from collections.abc import Callable, Iterator

from ...model import Dispute, Event, Side
from ..quoted import unmarked
from ..scan import State, Taker, alt, lit, opt, seq
from .sides import is_clause, is_plural
from .speech import verb_of as quote_verb

Namer = Callable[..., Taker]
_YEAR = re.compile(r", (in )?(\d{4})(?=,|$)")


def disputes(event: Event, state: State, name: Namer) -> Iterator[Taker]:
    for dispute in event.disputes:
        yield seq(alt(lit("Accounts differ on "), lit("It is disputed ")), lit(dispute.issue), lit("."))
        clauses = all(is_clause(s.claim) for s in dispute.sides)
        for side in dispute.sides:
            yield _said(event, dispute, side, state, name) if clauses else _according(event, side, state, name)


def _said(event: Event, dispute: Dispute, side: Side, state: State, name: Namer) -> Taker:
    who, year, is_paper, rest = _parts(side.by)
    verb = lit(f" {_verb(event, dispute, side)}")
    when = lit(f" {'of' if is_paper else 'in'} {year}") if year else lit("")
    dated = [when, verb] if is_paper else [verb, when]
    behind = seq(lit(rest), lit(",")) if rest else lit("")
    claim = alt(_claim(side, event, state), *_of_oneself(who, side.claim, event, state))
    return seq(_speaker(who, event, state, name), *dated, behind, lit(" that "), claim, lit("."))


def _according(event: Event, side: Side, state: State, name: Namer) -> Taker:
    who, year, is_paper, rest = _parts(side.by)
    when = lit(f" {'of' if is_paper else 'in'} {year}") if year else lit("")
    link = lit(", " if is_clause(side.claim) else ", it was ")
    speaker = _speaker(who, event, state, name)
    return seq(lit("According to "), speaker, when, lit(rest), link, _claim(side, event, state), lit("."))


def _parts(by: str) -> tuple[str, str, bool, str]:
    """Who, the year, whether it is a paper of that year, and what stands beside."""
    dated = _YEAR.search(by)
    if dated and "," not in by[: dated.start()]:
        return by[: dated.start()], dated[2], not dated[1], by[dated.end() :]
    beside = re.search(r", (?:in|citing|cited|as|per|after|on|before|who|which)\b", by)
    first = by.find(", ")
    return (by[:first], "", False, by[first:]) if beside else (by, "", False, "")


def _verb(event: Event, dispute: Dispute, side: Side) -> str:
    spoken = {quote.by for quote in event.quotes}
    past = any(_parts(s.by)[1] for s in dispute.sides) or spoken.issuperset(s.by for s in dispute.sides)
    if not past:
        return "say" if is_plural(_parts(side.by)[0]) else "says"
    own = [quote for quote in event.quotes if quote.by == side.by]
    return quote_verb(own[-1]) if own else "said"


def _speaker(who: str, event: Event, state: State, name: Namer) -> Taker:
    actors = state.store.actors
    refs = [who] if who in actors else [r for r, a in actors.items() if who in (a.name, a.short)][:1]
    return name(refs[0], event, state) if refs else seq(lit(who), opt(lit(",")))


def _claim(side: Side, event: Event, state: State) -> Taker:
    text = side.claim.rstrip(".")
    bare = unmarked(text, event) if state.all_quotes else text
    return alt(lit(bare), lit(bare[:1].lower() + bare[1:]))


def _of_oneself(who: str, claim: str, event: Event, state: State) -> list[Taker]:
    """The speaker's pronoun for the speaker's own name at the head of the claim."""
    actors = state.store.actors
    actor = next((a for r, a in actors.items() if who in (r, a.name, a.short)), None)
    if not actor or not actor.short or actor.pronoun not in ("he", "she") or not claim.startswith(f"{actor.short} "):
        return []
    rest = claim.rstrip(".")[len(actor.short) :]
    return [lit(f"{actor.pronoun}{unmarked(rest, event) if state.all_quotes else rest}")]
