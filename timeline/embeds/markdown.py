"""Markdown for Word (by pandoc), Quarto, LaTeX and GitHub: a picture, the story, the list of events, the notes."""

import re

from ..dates import say
from ..model import Event
from ..narrative import Narrative
from ..prose import to_markdown as prose
from ..store import Store


def to_markdown(store: Store, events: tuple[Event, ...], narrative: Narrative, image: str) -> bytes:
    """The picture at `image` (left out when empty), then the story with footnotes, then every event in one line."""
    head, _, rest = prose(narrative).partition("\n\n")
    story, notes = _parted(rest)
    picture = f"![{_text(store.title)}: {len(events)} events on a timeline]({image})\n\n" if image else ""
    lines = "\n".join(f"- **{_text(say(event.date))}** {_text(event.title)}" for event in events)
    mark = "<!-- sourced-timeline -->"
    story = re.sub(r"(\[\^\d+\])(?=\[\^)", "\\1\u202f", story)  # or 1 and 2 would read as 12
    return f"{head}\n\n{mark}\n\n{picture}{story}\n\n## All events\n\n{lines}\n\n{notes}".rstrip().encode() + b"\n"


def _parted(text: str) -> tuple[str, str]:
    """The story and its footnotes, which every reader of Markdown wants at the end."""
    at = re.search(r"^\[\^1\]:", text, flags=re.M)
    return (text[: at.start()].rstrip(), text[at.start() :]) if at else (text.rstrip(), "")


def _text(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", " ".join(text.split()))
