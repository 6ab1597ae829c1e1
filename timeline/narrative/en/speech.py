"""What a quotation is by itself, where it was said or written, and whether it is the whole of a reply."""

import re
from typing import Literal

from ...model import Event, Quote
from ...verbs.en import TABLE
from .embed import OPEN

_WRITTEN = set(
    "X Twitter post letter email e-mail message filing complaint motion "
    "order blog countersuit brief report book paper memo note chronicle article".split()
)
_AT = (
    "the hearing",
    "the presentation",
    "the White House event",
    "the trial",
    "a summit",
    "the summit",
    "a press conference",
)
_FINITE = {
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "will",
    "would",
    "can",
    "could",
    "may",
    "must",
    "not",
    "also",
}
_BARE = {base for base, _ in TABLE.values()} | {"rest", "attach", "slow", "preserve", "want", "hate", "constantly"}
_SPOKEN = re.compile(r"\b(I|you|we|he|she|they|it|is|are|was|were|will|would|has|have|had|can|must|should)\b")
SPEECH = {
    "said",
    "wrote",
    "replied",
    "answered",
    "refused",
    "responded",
    "told",
    "asked",
    "warned",
    "announced",
    "declared",
}
_LONGEST = 30
Sort = Literal["sentence", "clause", "noun", "verb"]


def sort_of(text: str) -> Sort:
    """What a quotation is by itself: a sentence, a clause without its capital, a noun phrase, or a bare predicate."""
    words = re.findall(r"[\w’'-]+", text)
    first = words[0] if words else ""
    if (
        first.casefold() in _FINITE
        or first in _BARE
        or (first.islower() and (first in TABLE or first.endswith("ed") or _third_person(first)))
    ):
        return "verb"
    if text[:1].isupper():
        return "sentence"
    return "clause" if len(words) >= 2 and _SPOKEN.search(text) else "noun"


def _third_person(word: str) -> bool:
    return word.endswith("s") and word[:-1] in _BARE


def is_tellable(quote: Quote) -> bool:
    """Whether the words stand in a sentence of their own: no bare predicates, no headlines, nothing endless."""
    length = len(quote.told.split())
    if any(mark in quote.told for mark in "“”„"):
        return False  # marks within marks would need others, and the bytes are not ours to change
    return (
        sort_of(quote.told) in ("sentence", "clause")
        and length <= _LONGEST
        and "headline" not in (quote.via or "")
        and not quote.lang
    )


def echoes(quote: Quote, event: Event) -> bool:
    """Whether the clause says already what the quotation says; what its author has cut out is meant to be told."""
    if quote.excerpt:
        return False
    words = {w.casefold()[:6] for w in re.findall(r"[A-Za-z]{4,}", quote.text)}
    told = {w.casefold()[:6] for w in re.findall(r"[A-Za-z]{4,}", event.clause or "")}
    return bool(words) and len(words & told) / len(words) >= 0.4


def verb_of(quote: Quote, in_present: bool = False) -> str:
    """`wrote` of what was written, else `said`; in a store that tells in the present `writes` and `says`."""
    words = re.findall(r"\w+", quote.via or "")
    if any(word in _WRITTEN for word in words) and not _is_paper(quote):
        return "writes" if in_present else "wrote"
    return "says" if in_present else "said"


def _is_paper(quote: Quote) -> bool:
    """A letter says; only people write."""
    return any(word in quote.by.split() for word in ("letter", "complaint", "motion", "filing", "order"))


def via_phrase(quote: Quote) -> str:
    """`on X`, `in a letter to Musk's lawyer`, `at the hearing`; nothing where the speaker's name says it already."""
    via = quote.via or ""
    if not via or via.split()[-1].casefold() in quote.by.casefold().split():
        return ""
    if via.startswith(_AT):
        return f"at {via}"
    proper = via[:1].isupper()
    return f"on {via}" if proper else f"in {via}"


def replies(event: Event) -> int | None:
    """The quotation that is the whole of a reply: its speaker is the agent, and it has the sums that the clause has."""
    clause = event.clause or ""
    answers = (
        event.kind == "reply"
        and event.status == "established"
        and any(r.type == "responds-to" for r in event.relations)
    )
    if not answers or not clause or " that " in clause or OPEN in clause:
        return None
    agents = {p.ref for p in event.actors if p.role in ("agent", "speaker")}
    sums = [str(a.value.text) for n, a in event.amounts.items() if f"{{{n}}}" in clause]
    for i, quote in enumerate(event.quotes):
        whole = all(s.partition(" ")[0] in quote.told for s in sums)
        if whole and agents == {quote.by} and via_phrase(quote) and sort_of(quote.told) in ("sentence", "clause"):
            return i if is_tellable(quote) else None
    return None
