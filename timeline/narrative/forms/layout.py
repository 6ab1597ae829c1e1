"""Events into paragraphs and sections: by stretches of years and by what hangs together."""

from collections.abc import Callable, Sequence
from itertools import groupby

from ...dates import Precision
from ...model import Event
from ..points import Point, Section
from ..spans import View

_FEWEST = 3  # events to a section
_FULL = 5  # sentences to a paragraph
_LONG_GAP = 14.0
_HEAVY, _GREAT = 0.8, 0.95


def year_of(event: Event) -> int | None:
    """The one year an event lies in; none where dates are coarser or beyond what four digits tell."""
    years = {part.year for part in event.date.parts}
    plain = (
        event.date.precision <= Precision.YEAR
        and len(years) == 1
        and not (event.date.open_start or event.date.open_end)
    )
    year = next(iter(years)) if plain else None
    return year if year is not None and 1000 <= year <= 9999 else None


def by_years(events: Sequence[Event]) -> list[tuple[str, list[Event]]]:
    """Stretches of whole years with a few events at least, under `2025` or `2015–2018`; all else without a heading."""
    groups: list[tuple[list[int | None], list[Event]]] = []
    for year, found in groupby(events, key=year_of):
        if groups and len(groups[-1][1]) < _FEWEST and (year is None) == (groups[-1][0][0] is None):
            groups[-1][0].append(year)
            groups[-1][1].extend(found)
        else:
            groups.append(([year], list(found)))
    if len(groups) > 1 and len(groups[-1][1]) < 2 and (groups[-1][0][0] is None) == (groups[-2][0][0] is None):
        years, rest = groups.pop()
        groups[-1][0].extend(years)
        groups[-1][1].extend(rest)
    return [(_heading(years) if len(groups) > 1 else "", found) for years, found in groups]


def _heading(years: list[int | None]) -> str:
    if years[0] is None:
        return ""
    return str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"


def paragraphs(groups: Sequence[list[Point]]) -> tuple[tuple[Point, ...], ...]:
    """Points of events into paragraphs: a new one where one is full, or where time or thread moves on."""
    out: list[list[Point]] = []
    for found in groups:
        if not out or _breaks(out[-1], found):
            out.append([])
        out[-1].extend(found)
    if len(out) > 1 and len(out[-1]) == 1 and len(out[-2]) <= _FULL:
        out[-2:] = [[*out[-2], *out[-1]]]  # no sentence stands by itself at the end
    return tuple(tuple(p) for p in out if p)


def _breaks(open_one: list[Point], found: list[Point]) -> bool:
    count = len(open_one)
    last, first = open_one[-1].event, found[0].event
    apart = first.date.start - last.date.end > _LONG_GAP or first.thread != last.thread
    heavy = (count >= 3 and (len(found) >= 3 or first.weight >= _HEAVY)) or (count == 2 and first.weight >= _GREAT)
    return count + len(found) > _FULL + 1 or heavy or (count >= 3 and apart)


def section(heading: str, groups: Sequence[list[Point]], view: View | None = None) -> Section:
    return Section(heading, paragraphs(groups), view)


Grouper = Callable[[Event], list[Point]]
