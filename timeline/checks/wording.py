"""Texts and sums that look like slips of one another."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from ..collected import Reading
from ..findings import Finding
from ..model import Amount, Event, Quote

_WORD = re.compile(r"\w+")


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("’", "'"))


def quote_variants(reading: Reading) -> Iterator[Finding]:
    """The same words of one speaker are quoted in two ways. One quote inside the other is no variant."""
    shingles: dict[tuple[str, ...], list[int]] = defaultdict(list)
    quotes = [(e, i, q, _words(q.text)) for e in reading.events for i, q in enumerate(e.quotes)]
    for number, (event, index, quote, words) in enumerate(quotes):
        seen: set[int] = set()
        for start in range(len(words) - 2):
            shingle = (quote.by, *words[start : start + 3])
            seen.update(shingles[shingle])
            shingles[shingle].append(number)
        for other in sorted(seen):
            if _variant(words, quotes[other][3]):
                yield _variant_finding(reading, event, index, quote, quotes[other][0])
                break


def _variant(a: list[str], b: list[str]) -> bool:
    if a == b or min(len(a), len(b)) < 5:
        return False
    joined_a, joined_b = f" {' '.join(a)} ", f" {' '.join(b)} "
    if joined_a in joined_b or joined_b in joined_a:
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.75


def _variant_finding(reading: Reading, event: Event, index: int, quote: Quote, other: Event) -> Finding:
    where = "in this event" if other.id == event.id else f"in event '{other.id}'"
    return reading.finding(
        "event",
        event.id,
        ("quotes", index, "text"),
        "quote-variant",
        f"the same words of {quote.by} stand differently {where}",
        severity="warning",
    )


def amounts_alike(reading: Reading) -> Iterator[Finding]:
    """Two amounts of one event differ by a factor of ten, or by two digits that changed places."""
    for event in reading.events:
        for (_, a), (second, b) in combinations(event.amounts.items(), 2):
            fault = _alike(a, b)
            if fault:
                yield reading.finding(
                    "event",
                    event.id,
                    ("amounts", second, "value"),
                    "amounts-alike",
                    f"{b.value.text} and {a.value.text} differ {fault}",
                    severity="warning",
                )


def _alike(a: Amount, b: Amount) -> str | None:
    if a.currency != b.currency or a.unit != b.unit or a.value.low is None or b.value.low is None:
        return None
    x, y = _digits(a), _digits(b)
    if a.value.low == b.value.low or len(x) < 2:
        return None
    ratio = max(a.value.low, b.value.low) / min(a.value.low, b.value.low) if a.value.low and b.value.low else 0
    if x == y and ratio == 10:
        return "by a factor of ten"
    swapped = len(x) == len(y) and 0.1 < ratio < 10 and sum(p != q for p, q in zip(x, y, strict=True)) == 2
    return "by two digits that changed places" if swapped and sorted(x) == sorted(y) else None


def _digits(amount: Amount) -> str:
    return "".join(str(d) for d in amount.value.low.as_tuple().digits).strip("0") if amount.value.low else ""


def titles_alike(reading: Reading) -> Iterator[Finding]:
    """Two events within three days have nearly the same title: perhaps one event entered twice."""
    bags = [frozenset(_words(e.title)) for e in reading.events]
    common = Counter(word for bag in bags for word in bag)
    near: dict[str, list[int]] = defaultdict(list)
    for number in sorted(range(len(bags)), key=lambda n: reading.events[n].date.start):
        # Two titles that share three quarters of their words share one of either's rarest third.
        rare = sorted(bags[number], key=lambda w: (common[w], w))[: max(1, len(bags[number]) // 3 + 1)]
        other = next((o for w in rare for o in reversed(near[w][-8:]) if _same_story(reading, bags, number, o)), None)
        if other is not None:
            yield reading.finding(
                "event",
                reading.events[number].id,
                ["title"],
                "titles-alike",
                f"nearly the title of event '{reading.events[other].id}'",
                hint="is it the same event?",
                severity="warning",
            )
        for word in rare:
            near[word].append(number)


def _same_story(reading: Reading, bags: list[frozenset[str]], a: int, b: int) -> bool:
    if abs(reading.events[a].date.start - reading.events[b].date.start) > 3 or len(bags[a]) < 3:
        return False
    return len(bags[a] & bags[b]) >= 0.75 * len(bags[a] | bags[b])


def cut_by_comment(reading: Reading) -> Iterator[Finding]:
    """A text ends where ` #` begins a comment, and what follows looks like a part of it: `report #806`."""
    documents = {id(document): document for document, _ in reading.nodes.values()}
    suspect = {key for key, document in documents.items() if re.search(r"\s#\w", document.text)}
    for event in reading.events:
        if id(reading.nodes["event", event.id][0]) not in suspect:
            continue
        for name in ("title", "summary", "clause", "place", "note"):
            text = getattr(event, name)
            at = reading.place("event", event.id, [name]) if text else None
            if at and at.plain:
                line = at.document.lines[at.line - 1]
                rest = line[at.column - 1 + len(text) :]
                if re.match(r"\s+#\w", rest) and line[at.column - 1 :].startswith(text):
                    yield reading.finding(
                        "event",
                        event.id,
                        [name],
                        "cut-by-comment",
                        f"everything from '{rest.strip()[:20]}' on is a comment",
                        hint="put the whole text in quotation marks if it belongs to it",
                        severity="warning",
                    )


def long_title(reading: Reading) -> Iterator[Finding]:
    """A title is longer than 200 characters."""
    for event in reading.events:
        if len(event.title) > 200:
            yield reading.finding(
                "event",
                event.id,
                ["title"],
                "long-title",
                f"the title has {len(event.title)} characters",
                hint="move the rest to 'summary'",
                severity="warning",
            )
