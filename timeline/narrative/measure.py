"""Figures of a text: how well it is grounded, how much it repeats, how easily it reads. Own tokeniser and counters."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log
from statistics import mean, pstdev

from ..model import Event
from ..store import Store
from .en.syllables import syllables
from .quoted import plain
from .spans import Narrative
from .verify import verify

_TOKEN = re.compile(r"[\w’'$%.,]*\w|\w")
_CONNECTIVES = (
    "in reply",
    "by contrast",
    "as a result",
    "meanwhile",
    "in addition",
    "then",
    "however",
    "but",
    "finally",
)
_PRONOUNS = ("he", "she", "it", "they")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure with its value, what it should be, and whether it is."""

    name: str
    value: float
    target: str
    reached: bool


def tokens(text: str) -> list[str]:
    return [t.casefold().strip(".,") for t in _TOKEN.findall(text)]


def figures(narrative: Narrative, store: Store, view: Sequence[Event]) -> list[Figure]:
    """All figures of one narrative of a view."""
    sentences = narrative.sentences
    if not sentences:
        return []
    texts = [s.text for s in sentences]
    lengths = [len(text.split()) for text in texts]
    grounded = 1 - len(verify(narrative, store)) / len(sentences)
    spread = pstdev(lengths) / mean(lengths) if len(lengths) > 1 else 0.0
    return [
        _figure("sentences that verify", grounded, "1", grounded == 1),
        _figure("sentences as first worded", 1 - len(narrative.replaced) / len(sentences), "1", not narrative.replaced),
        _figure("sentences that cite", mean(bool(s.notes) for s in sentences), "1", all(s.notes for s in sentences)),
        _at_least("weight told of the view", _coverage(narrative, view), 0.9),
        _at_least("of what so many events can carry", _of_the_best(narrative, view), 0.9),
        _at_least("distinct-2", distinct(texts, 2), 0.95),
        _at_most("self-BLEU-4", self_bleu(texts), 0.05),
        _at_most("self-BLEU-4 in each dozen", self_bleu_near(texts), 0.05),
        _at_most("neighbours that begin alike", _alike(texts), 0.07),
        _within("Flesch reading ease", flesch(texts), 50, 70),
        _within("words a sentence", mean(lengths), 15, 21),
        _within("spread of lengths (CV)", spread, 0.35, 0.50),
        _at_most("longest sentence", max(lengths), 34),
        _at_most("initial connectives", mean(t.casefold().startswith(_CONNECTIVES) for t in texts), 0.12),
        _at_most("pronoun subjects", mean(t.split()[0].casefold() in _PRONOUNS for t in texts), 0.05),
    ]


def _figure(name: str, value: float, target: str, reached: bool) -> Figure:
    return Figure(name, round(value, 4), target, reached)


def _at_least(name: str, value: float, bar: float) -> Figure:
    return _figure(name, value, f"≥ {bar}", value >= bar)


def _at_most(name: str, value: float, bar: float) -> Figure:
    return _figure(name, value, f"≤ {bar}", value <= bar)


def _within(name: str, value: float, low: float, high: float) -> Figure:
    return _figure(name, value, f"{low} to {high}", low <= value <= high)


def _coverage(narrative: Narrative, view: Sequence[Event]) -> float:
    told = {event for s in narrative.sentences for event in s.events}
    whole = sum(event.weight for event in view)
    return sum(event.weight for event in view if event.id in told) / whole if whole else 1.0


def _of_the_best(narrative: Narrative, view: Sequence[Event]) -> float:
    """The weight told beside the greatest that as many events of the view could have."""
    told = {event for s in narrative.sentences for event in s.events}
    weights = [event.weight for event in view if event.id in told]
    best = sum(sorted((event.weight for event in view), reverse=True)[: len(weights)])
    return sum(weights) / best if best else 1.0


def distinct(texts: Sequence[str], n: int, most: int = 200) -> float:
    """The share of different n-grams among those of the first tokens, so that texts of different length compare."""
    words = [t for text in texts for t in tokens(text)][:most]
    grams = [tuple(words[i : i + n]) for i in range(len(words) - n + 1)]
    return len(set(grams)) / len(grams) if grams else 1.0


def self_bleu(texts: Sequence[str], n: int = 4) -> float:
    """The mean BLEU-4 of each sentence against all others, counts smoothed by 0.1."""
    bags = [[Counter(_grams(tokens(text), k)) for k in range(1, n + 1)] for text in texts]
    return mean(_bleu(bags, i, n) for i in range(len(texts))) if len(texts) > 1 else 0.0


def self_bleu_near(texts: Sequence[str], size: int = 12) -> float:
    """The same within each dozen sentences: human norms are of texts of that length, and the more sentences there are,
    the more alike the nearest of them is."""
    count = max(1, round(len(texts) / size))
    edges = [round(i * len(texts) / count) for i in range(count + 1)]
    return mean(self_bleu(texts[a:b]) for a, b in pairwise(edges))


def _grams(words: list[str], n: int) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + n]) for i in range(len(words) - n + 1)]


def _bleu(bags: list[list[Counter[tuple[str, ...]]]], i: int, n: int) -> float:
    total = 0.0
    for k in range(n):
        mine = bags[i][k]
        count = sum(mine.values())
        if not count:
            return 0.0
        best = [max((bags[j][k][g] for j in range(len(bags)) if j != i), default=0) for g in mine]
        hits = sum(min(c, b) for (_, c), b in zip(mine.items(), best, strict=True))
        total += log((hits or 0.1) / count)
    return exp(total / n)


def _alike(texts: Sequence[str]) -> float:
    firsts = [(tokens(text) or [""])[0] for text in texts]
    pairs = list(pairwise(firsts))
    return mean(a == b for a, b in pairs) if pairs else 0.0


def flesch(texts: Sequence[str]) -> float:
    """Flesch reading ease; quotations are the speakers' own and are left out."""
    told = [_without_quotes(text) for text in texts]
    words = [w for text in told for w in text.split() if re.search(r"\w", w)]
    count = len([t for t in told if t.strip(" .:")]) or 1
    if not words:
        return 0.0
    return 206.835 - 1.015 * len(words) / count - 84.6 * sum(map(syllables, words)) / len(words)


def _without_quotes(text: str) -> str:
    bare, _, places = plain(text)
    for start, stop in reversed(places):
        bare = bare[:start] + bare[stop:]
    return bare
