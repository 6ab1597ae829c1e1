"""From points to sentences: one of the pack's drafts for each, by a hash of its event, mended against its neighbours.

The hash keeps a sentence's wording when other events come and go; only a clash with the sentence before changes it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from zlib import crc32

from .discourse import Discourse
from .drafts import Draft, Way
from .moments import Moment
from .pack import Pack
from .points import Point

_MERGED = 2  # events told in the sentence of another


def turn(event: str, slot: str, language: str, count: int) -> int:
    """A stable choice among `count`: the same in every process, on every machine."""
    return crc32(f"{event}\x00{slot}\x00{language}".encode()) % count if count > 1 else 0


def sentences(
    points: Sequence[Point], discourse: Discourse, pack: Pack
) -> Iterator[tuple[Point, Draft, tuple[Point, ...]]]:
    """Each point with its draft and the points that the draft says besides; mutates the discourse."""
    waiting = list(points)
    while waiting:
        point = waiting.pop(0)
        told = _moment(point, discourse)
        found = list(pack.drafts(point, discourse, told))
        if not found:
            continue
        draft = _best(point, found, discourse, pack)
        if draft.rule == "result":
            point = replace(point, cause=discourse.cause(point.event))
        also: list[Point] = []
        while waiting and waiting[0].event.id == point.event.id and (joined := pack.join(draft, waiting[0], discourse)):
            draft = joined
            also.append(waiting.pop(0))
        last = point
        while (not also or last is not point) and len(also) < _MERGED and _may_merge(last, waiting):
            merged = pack.merge(draft, last, waiting[0], discourse)
            if merged is None:
                break
            draft, last = merged, waiting.pop(0)
            also.append(last)
        _commit(draft, point, also, discourse)
        yield point, draft, tuple(also)


def _may_merge(point: Point, waiting: Sequence[Point]) -> bool:
    """Whether the next point is another event's clause of which no more is said, in the same time as this one."""
    if not waiting or point.part != "clause" or waiting[0].part != "clause" or waiting[0].event.id == point.event.id:
        return False
    alone = len(waiting) == 1 or waiting[1].event.id != waiting[0].event.id
    plain = all(p.timed and p.reply is None and not p.background and not p.short for p in (point, waiting[0]))
    return alone and plain and point.behind is None


def _moment(point: Point, discourse: Discourse) -> Moment | None:
    """No time at all for an answer on the same day to what was told just before: it follows by itself."""
    if not point.timed:
        return None
    told = discourse.moment(point.event.date, point.background)
    answers = any(discourse.told in r.targets for r in point.event.relations if r.type == "responds-to")
    return None if told.mode == "same-day" and answers and discourse.relatives_same else told


def _best(point: Point, found: list[Draft | Way], discourse: Discourse, pack: Pack) -> Draft:
    """The draft whose turn it is, or the next that does not begin like the sentence before; a bare title last.

    Drafts are made as they come to be looked at: the first will mostly do.
    """
    plain = [draft for draft in found if draft.rule != "title"] or found
    first = _first(point, plain, discourse, pack)
    ordered = [*plain[first:], *plain[:first]]
    last = discourse.openings[-1][0] if discourse.openings else ""
    seen: list[Draft] = []
    for way in ordered:
        draft = way.make() if isinstance(way, Way) else way
        if draft.opening[0] != last and draft.opening not in discourse.openings:
            return draft
        seen.append(draft)
    return next((draft for draft in seen if draft.opening[0] != last), seen[0])


def _first(point: Point, found: list[Draft | Way], discourse: Discourse, pack: Pack) -> int:
    """Relative times lead their sentence, beside the day they count from; a passage opens on its date."""
    moment = found[0].moment
    if moment is not None and (moment.mode in ("next-day", "days", "weeks", "minutes") or discourse.index == 0):
        return 0
    if moment is not None and moment.mode == "same-day":
        return next((i for i, draft in enumerate(found) if draft.place == "middle"), 0)
    return turn(point.event.id, f"{point.part}{point.index}{point.aside}", pack.code, len(found))


def _commit(draft: Draft, point: Point, also: Sequence[Point], discourse: Discourse) -> None:
    discourse.roles.update(draft.roles)
    if draft.moment is not None:
        discourse.timed(draft.moment, point.background)
    if draft.then is not None:
        discourse.timed(draft.then, False)
    discourse.told = (also[-1] if also else point).event.id
    discourse.relatives_same = (draft.moment is not None and draft.moment.mode == "same-day") or (
        discourse.relatives_same and draft.moment is None
    )
    discourse.commit(draft.mentions, draft.subject, draft.quoted, draft.opening)
