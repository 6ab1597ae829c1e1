"""What the command palette finds: events, actors, threads, sources, forms of the story and parts of the page, by words.

Every word typed must begin or lie in a word of what is found, in any order. Events are looked for in their titles and
dates first, then in what else a search looks into.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..cite import house
from ..model import Source
from ..nearest import nearest
from ..query import apply, parse_query
from ..scene import Scene
from ..store import Store
from .sources import Resting
from .telling import FORM_WORDS

MOST = 8
_SHOWS = (
    ("", "Table of events"),
    ("sources", "Sources"),
    ("amounts", "Chart of amounts"),
    ("activity", "Chart of activity"),
)
_WORD = re.compile(r"[^\W_]+", re.UNICODE)


@dataclass(frozen=True)
class Entry:
    """Something to go to: its words, a detail beside them, and what going there changes of the view."""

    words: str
    detail: str
    go: dict[str, Any]


@dataclass(frozen=True)
class Group:
    """Entries of one kind, the best first, and how many there are in all."""

    id: str
    words: str
    total: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Finder:
    """Finds in one store. What it looks into is made when it is first asked for, and kept."""

    store: Store
    scene: Scene
    _texts: dict[str, list[str]] = field(default_factory=dict)

    def find(self, text: str, query: str = "") -> tuple[tuple[Group, ...], str]:
        """Groups for `text` and, where nothing is called that, what was probably meant and is shown instead.

        `query` is the view's: an event that it leaves out takes it away when it is gone to.
        """
        words = _words(text)
        groups = self._groups(words, query)
        if groups or not words:
            return groups, ""
        meant = [word if self._known(word) else nearest(word, self._near(word)) or word for word in words]
        return (self._groups(meant, query), " ".join(meant)) if meant != words else ((), "")

    def _groups(self, words: Sequence[str], query: str) -> tuple[Group, ...]:
        made = [self._events(words, query)] if words else []
        made += [self._actors(words), self._threads(words)]
        made += [
            _listed("form", "Tell the story as", [Entry(w, "", {"form": i}) for i, w in FORM_WORDS], words),
            _listed("show", "Show below", [Entry(w, "", {"show": i}) for i, w in _SHOWS], words),
        ]
        made += [self._sources(words)] if words else []
        return tuple(group for group in made if group.total)

    def _events(self, words: Sequence[str], query: str) -> Group:
        columns = self.scene.data["columns"]
        rows = range(len(self._titles))
        scores = [(score, columns["weight"][row], -row) for row in rows if (score := self._score(row, words))]
        best = sorted(scores, reverse=True)[:MOST]
        events = [self.store.events[-row] for _, _, row in best]
        inside = {event.id for event in apply(parse_query(query), self.store, events)}
        entries = [
            Entry(e.title, columns["when"][-row], {"event": e.id, **({} if e.id in inside else {"query": ""})})
            for e, (_, _, row) in zip(events, best, strict=True)
        ]
        return Group("event", _heading("Events", len(entries), len(scores)), len(scores), tuple(entries))

    def _score(self, row: int, words: Sequence[str]) -> float:
        """0 where a word is missing; a word of title or date counts more than one of the rest, a beginning most."""
        title, score = self._titles[row], 0.0
        for word in words:
            if word in title:
                score += 3 if f" {word}" in title else 2
            elif word in self.scene.data["columns"]["text"][row]:
                score += 1
            else:
                return 0
        return score

    @cached_property
    def _titles(self) -> list[str]:
        columns = self.scene.data["columns"]
        named = zip(columns["title"], columns["when"], columns["id"], strict=True)
        return [f" {title} {when} {name}".lower() for title, when, name in named]

    def _actors(self, words: Sequence[str]) -> Group:
        return _listed("actor", "Only events with", self._actor_entries, words)

    @cached_property
    def _actor_entries(self) -> list[Entry]:
        counts = Counter(code for codes in self.scene.data["event_actors"] for code in codes)
        actors = self.scene.data["actors"]
        return [
            Entry(actors[code]["name"], _counted(number), {"query": _term("actor", actors[code]["id"])})
            for code, number in counts.most_common()
        ]

    def _threads(self, words: Sequence[str]) -> Group:
        threads = self.scene.data["threads"]
        counts = Counter(self.scene.data["columns"]["thread"])
        entries = [
            Entry(thread["title"], _counted(counts[i]), {"query": _term("thread", thread["id"])})
            for i, thread in enumerate(threads)
        ]
        return _listed("thread", "Only the thread", entries, words)

    def _sources(self, words: Sequence[str]) -> Group:
        found = [key for text, key in self._source_texts if all(word in text for word in words)]
        entries = [
            Entry(house(self._resting.whole[key]), _counted(len(self._resting.events[key])), _source_view(key))
            for key in found[:MOST]
        ]
        return Group("source", _heading("Sources", len(entries), len(found)), len(found), tuple(entries))

    @cached_property
    def _resting(self) -> Resting:
        return Resting(self.store, self.store.events)

    @cached_property
    def _source_texts(self) -> list[tuple[str, str]]:
        """What a source is called, with its key; those on which most rests first."""
        whole, events = self._resting.whole, self._resting.events
        ranked = sorted(whole, key=lambda key: -len(events[key]))
        return [(_called(whole[key]), key) for key in ranked]

    @cached_property
    def _vocabulary(self) -> dict[str, list[str]]:
        """Every word that something is called by, under its first letter."""
        texts = [*self._titles, *(e.words.lower() for e in self._actor_entries), *(t for t, _ in self._source_texts)]
        every = sorted({word for text in texts for word in _WORD.findall(text) if word.isalpha()})
        under: dict[str, list[str]] = {}
        for word in every:
            under.setdefault(word[0], []).append(word)
        return under

    def _known(self, word: str) -> bool:
        return any(known.startswith(word) for known in self._vocabulary.get(word[0], ()))

    def _near(self, word: str) -> Iterable[str]:
        return (known for known in self._vocabulary.get(word[0], ()) if abs(len(known) - len(word)) <= 2)


def as_json(groups: Sequence[Group], meant: str) -> dict[str, Any]:
    """What the palette draws."""
    drawn = [
        {
            "id": group.id,
            "words": group.words,
            "entries": [
                {"id": f"{group.id}-{i}", "words": e.words, "detail": e.detail, "go": e.go}
                for i, e in enumerate(group.entries)
            ],
        }
        for group in groups
    ]
    return {"groups": drawn, "meant": meant}


def _listed(kind: str, words: str, entries: Sequence[Entry], asked: Sequence[str]) -> Group:
    found = [entry for entry in entries if all(word in f" {entry.words.lower()}" for word in asked)]
    if asked:
        found.sort(key=lambda e: -sum(f" {word}" in f" {e.words.lower()}" for word in asked))
    most = MOST if asked or kind in ("form", "show") else 5
    most = len(FORM_WORDS) if kind == "form" and not asked else most
    return Group(kind, _heading(words, min(most, len(found)), len(found)), len(found), tuple(found[:most]))


def _heading(words: str, shown: int, total: int) -> str:
    return f"{words} — {shown} of {total:,}; more words narrow it" if total > shown else words


def _called(source: Source) -> str:
    said = (source.publisher, source.original, source.author, source.title, source.url, str(source.published or ""))
    return " ".join(piece for piece in said if piece).lower()


def _source_view(key: str) -> dict[str, Any]:
    return {"show": "sources", "source": key, "query": ""}


def _counted(number: int) -> str:
    return f"{number:,} event{'' if number == 1 else 's'}"


def _term(key: str, value: str) -> str:
    return f'{key}:"{value}"' if " " in value else f"{key}:{value}"


def _words(text: str) -> list[str]:
    return text.lower().split()[:12]
