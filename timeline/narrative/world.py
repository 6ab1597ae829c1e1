"""What a text needs to know of the whole store: which short names are shared, which words are names."""

import re
from collections import Counter, OrderedDict
from dataclasses import dataclass
from functools import cached_property

from ..model import Source
from ..store import Store

_MID = re.compile(r"(?<=[a-z,;’'] )[A-Z][\w’'.-]*")


@dataclass(frozen=True)
class World:
    """A store as a writer knows it; worked out once and lazily."""

    store: Store

    @cached_property
    def salience(self) -> dict[str, float]:
        """How much the store's events matter, whatever the view, by their ids: filled as it is asked."""
        return {}

    @cached_property
    def leading(self) -> dict[str, tuple[Source, ...]]:
        """The sources that a sentence about an event cites, by its id: filled as they are asked for."""
        return {}

    @cached_property
    def by_short(self) -> dict[str, str]:
        """The actor of each short name of one word that is not the whole name."""
        return {a.short: ref for ref, a in self.store.actors.items() if a.short and a.short != a.name}

    @cached_property
    def doubles(self) -> frozenset[str]:
        """Short names that more than one actor has."""
        counted = Counter(actor.short or actor.name for actor in self.store.actors.values())
        return frozenset(name for name, count in counted.items() if count > 1)

    @cached_property
    def in_present(self) -> bool:
        """Whether the store tells by titles alone, so that its prose is in their tense, the present."""
        return not any(event.clause for event in self.store.events)

    @cached_property
    def proper(self) -> frozenset[str]:
        """Words that keep their capital in a sentence: parts of names, and words that the store writes so."""
        words = {
            w for a in self.store.actors.values() for w in re.findall(r"[A-Z][\w’'.-]*", f"{a.name} {a.short or ''}")
        }
        for event in self.store.events:
            sides = (s.claim for d in event.disputes for s in d.sides)
            for text in (event.title, event.summary or "", event.clause or "", *(f.text for f in event.facts), *sides):
                words.update(_MID.findall(text))
        return frozenset(words | {w.removesuffix("'s").removesuffix("’s") for w in words})

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that the store writes small somewhere: only they may lose a capital."""
        found: set[str] = set(_FUNCTION)
        for event in self.store.events:
            sides = (s.claim for d in event.disputes for s in d.sides)
            for text in (event.title, event.summary or "", event.clause or "", *(f.text for f in event.facts), *sides):
                found.update(_SMALL.findall(text))
        return frozenset(found)


_SMALL = re.compile(r"\b[a-z][\w’'-]*")
_FUNCTION = (
    "a about after all among an and another any as at because before both but by each even every few for from he her "
    "his how if in it its many more most much neither no nobody none not nothing of on one only or other our over she "
    "since so some such than that the their then there these they this those through to too two under until we what "
    "when where which while who whoever why with without"
).split()
_KEPT = 2
_worlds: OrderedDict[int, World] = OrderedDict()


def world_of(store: Store) -> World:
    """The world of a store; the last two are kept, since an app narrates one store again and again."""
    known = _worlds.get(id(store))
    if known is not None and known.store is store:
        return known
    fresh = World(store)
    _worlds[id(store)] = fresh
    while len(_worlds) > _KEPT:
        _worlds.popitem(last=False)
    return fresh
