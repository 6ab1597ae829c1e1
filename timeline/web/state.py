"""What the address bar holds: the query, the window and the selected event, so that a view can be sent to someone."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from ..dates import DateError, civil_from_days, parse
from ..narrative import FORMS, LENGTHS
from ..query import parse_query, window

_FARTHEST = 3.6e13  # days
SCALES = ("linear", "dense", "even")


@dataclass(frozen=True, slots=True)
class ViewState:
    """`query` is a query text, `days` the window from … to … in days, `event` the selected id.

    `form`, `length` and `actor` say how the story is told; `known` is the day, as EDTF, as known on which;
    `show` is what is shown below, `sort` the column that its table is ordered by (a minus before it turns the order
    round), `page` the table's page from 1, and `source` the key of the source that the list of sources marks;
    `scale` and `amounts` say how the timeline is drawn.
    """

    query: str = ""
    days: tuple[float, float] | None = None
    event: str | None = None
    form: str = "chronicle"
    length: str = "standard"
    actor: str | None = None
    known: str | None = None
    show: str = ""
    sort: str = "date"
    page: int = 1
    source: str | None = None
    scale: str = "linear"
    amounts: bool = False


def from_search(search: str) -> ViewState:
    """Read `?q=…&window=…&event=…`; what cannot be read is left out."""
    values = {name: texts[-1] for name, texts in parse_qs((search or "").lstrip("?")).items()}
    text = values.get("window", "")
    return ViewState(
        query=str(parse_query(values.get("q", ""))),
        days=_days(text),
        event=values.get("event") or None,
        form=one_of(FORMS, values.get("form"), "chronicle"),
        length=one_of(LENGTHS, values.get("length"), "standard"),
        actor=values.get("actor") or None,
        known=_known(values.get("known", "")),
        show=values.get("show", ""),
        sort=values.get("sort") or "date",
        page=page_number(values.get("page")),
        source=values.get("source") or None,
        scale=one_of(SCALES, values.get("scale"), "linear"),
        amounts=values.get("amounts") == "1",
    )


def page_number(value: object) -> int:
    """A page of a table, from 1; the first for what is no such number."""
    number = int(value) if isinstance(value, int) or (isinstance(value, str) and re.match(r"[0-9]{1,7}$", value)) else 1
    return max(1, min(number, 10_000_000))


def one_of(known: Sequence[str], value: str | None, otherwise: str) -> str:
    return value if value in known and value is not None else otherwise


def _known(text: str) -> str | None:
    """The day as written, when it is one."""
    try:
        return text if text and parse(text).is_day else None
    except DateError:
        return None


def to_search(state: ViewState) -> str:
    """The search part of an address, or nothing for the plain view."""
    pairs = [
        ("q", state.query),
        ("window", _window_text(state.days)),
        ("event", state.event),
        ("form", state.form if state.form != "chronicle" else ""),
        ("length", state.length if state.length != "standard" else ""),
        ("actor", state.actor),
        ("known", state.known),
        ("show", state.show),
        ("sort", state.sort if state.sort != "date" else ""),
        ("page", str(state.page) if state.page > 1 else ""),
        ("source", state.source),
        ("scale", state.scale if state.scale != "linear" else ""),
        ("amounts", "1" if state.amounts else ""),
    ]
    kept = [(name, text) for name, text in pairs if text]
    return "?" + urlencode(kept, safe=":,/") if kept else ""


def _days(text: str) -> tuple[float, float] | None:
    """Two dates with a slash, or, for windows finer or farther than days, two day numbers as `d1.25..d2.5`."""
    if text.startswith("d") and ".." in text:
        start, _, end = text[1:].partition("..")
        try:
            days = (float(start), float(end.lstrip("d")))
        except ValueError:
            return None
        return bounded(days)
    return window(text) if text else None


def bounded(days: tuple[float, float]) -> tuple[float, float] | None:
    """A window that calendars can say: finite, in order, and within a hundred thousand million years."""
    return days if all(abs(d) < _FARTHEST for d in days) and days[0] < days[1] else None


def _window_text(days: tuple[float, float] | None) -> str:
    if days is None:
        return ""
    start, end = days
    # Wider than two months, a window that snaps to days moves by less than a pixel.
    if end - start >= 60 and start > -3.6e6 and end < 2.9e6:
        return f"{_day(math.floor(start))}/{_day(math.ceil(end) - 1)}"
    digits = max(0, 4 - math.floor(math.log10(max(end - start, 1e-5))))
    return f"d{round(start, digits):.{digits}f}..d{round(end, digits):.{digits}f}"


def _day(number: int) -> str:
    year, month, day = civil_from_days(number)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{day:02d}"
