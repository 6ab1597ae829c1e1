"""How a story shows itself as the last expression of a notebook cell."""

from dataclasses import dataclass
from typing import Any

from ..narrative import Narrative
from ..query import apply, parse_query, window
from ..store import Store


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of a store to look at in a notebook: the events that match `query`, opened at `days` from … to …."""

    store: Store
    query: str = ""
    days: tuple[float, float] | None = None
    height: int = 480

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        from .forms import bundle

        return bundle(self.store, apply(parse_query(self.query), self.store), self.days, self.height)

    def _repr_html_(self) -> str:
        return str(self._repr_mimebundle_()["text/html"])


def show(store: Store, query: str = "", during: str = "", *, height: int = 480) -> Shown:
    """A view of the store as the last expression of a cell: what matches `query`, opened at a stretch of time.

    `during` is a date or an interval such as `2025-02` or `2024/2026`; `height` is the picture's, in pixels.
    Raises ValueError for what is no stretch of time.
    """
    days = window(during) if during else None
    if during and days is None:
        raise ValueError(f"'{during}' is no date or interval with two ends, such as 2025-02 or 2024/2026")
    return Shown(store, query, days, height)


def register() -> None:
    """Teach stores and narratives to show themselves.

    Called once, by the package itself: a store lies floors below the page and cannot import it. What draws them is
    imported when one is shown.
    """
    for kind, name in ((Store, "bundle"), (Narrative, "story_bundle")):
        setattr(kind, "_repr_mimebundle_", lambda self, name=name, **_: _forms(name, self))  # noqa: B010
        setattr(kind, "_repr_html_", lambda self, name=name: _forms(name, self)["text/html"])  # noqa: B010


def _forms(name: str, shown: Any) -> dict[str, Any]:
    from . import forms

    made: dict[str, Any] = getattr(forms, name)(shown)
    return made
