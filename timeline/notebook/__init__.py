"""How a story shows itself as the last expression of a notebook cell."""

from typing import Any

from ..narrative import Narrative
from ..store import Store


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
