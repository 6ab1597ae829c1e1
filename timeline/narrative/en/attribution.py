"""Who says so: the source of what is only claimed or reported, and when a thing of the past came to light."""

from ...dates import say_in_sentence
from ...model import Event
from ...sourcing import publisher
from ..discourse import Discourse
from ..drafts import Line
from ..memo import once
from ..points import Point

# A clause that tells who says it needs no other attribution.
_TELLS = ("reports [said]", "[reported]", "filing by", "[said] that", "complaint [")


def tail_of(line: Line, point: Point, discourse: Discourse) -> None:
    """Mutates the line: ", according to …", or ", it emerged on …"; one of them at most, and none where none is due."""
    text, kind, derivation = attribution(point.event, discourse)
    if text:
        line.comma_due = False
        line.add(", ")
        line.add(text, "time" if kind == "reported" else "name", kind, derivation)


def result_of(line: Line, event: Event, cause: int) -> None:
    """Mutates the line: `As a result, according to Inc., `, of the event told last; somebody has asserted it."""
    source = event.relations[cause].asserted_by
    assert source is not None
    whole = line.discourse.store.resolve(source)
    line.add("as a result, according to ", "lexical", f"relations.{cause}")
    line.add(whole.original or publisher(whole), "name", f"relations.{cause}.asserted_by")
    line.add(", ")


def attribution(event: Event, discourse: Discourse) -> tuple[str, str, str]:
    """The words, the field they come from, and how."""
    if tells(event) and event.status != "disputed":
        return "", "", ""
    hedged = hedge(event, discourse)
    if not hedged[0] and event.reported and emerged_late(event):
        return f"it emerged {say_in_sentence(event.reported)}", "reported", ""
    return hedged


@once
def tells(event: Event) -> bool:
    """Whether the clause itself tells who says it."""
    return any(mark in (event.clause or "") for mark in _TELLS)


def hedge(event: Event, discourse: Discourse) -> tuple[str, str, str]:
    """What the status of an event asks for, whatever its words."""
    if event.status in ("reported", "alleged"):
        return f"according to {asserter(event, discourse)}", "sources", "status"
    if event.status == "disputed":
        return "though that is disputed", "status", ""
    if event.status == "denied":
        return "though that has been denied", "status", ""
    return "", "", ""


def asserter(event: Event, discourse: Discourse) -> str:
    """Whoever stands behind it: the one publisher or original, or else "press reports", or "several sources"."""
    names = discourse.store.publishers(event)
    if len(names) == 1:
        return names[0]
    kinds = {discourse.store.resolve(source).kind for source in event.sources}
    return "press reports" if kinds <= _PRESS else "several sources"


_PRESS = {"press", "agency", None}


def emerged_late(event: Event) -> bool:
    """Known more than a month after it happened."""
    return event.reported is not None and event.reported.start - event.date.end > 31
