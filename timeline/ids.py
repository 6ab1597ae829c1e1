"""Ids of events that were given none: made from the title, so that they stay the same as the file grows."""

import re
import unicodedata
from collections.abc import Callable


def made_id(title: str, date: str, number: int, is_taken: Callable[[str], bool]) -> str:
    """The title as a slug; with the date, and then a number, where an event before it took that.

    `number` is the event's place in its file, for one that has no title at all.
    """
    base = slug(title)
    dated = f"{base}-{slug(date)}" if date else base
    candidates = [base, dated, *(f"{dated}-{n}" for n in range(2, number + 2))] if base else []
    return next((c for c in candidates if not is_taken(c)), f"event-{number}")


def slug(text: str, most: int = 60) -> str:
    """Letters and digits of `text` in lower case without accents, joined by hyphens, cut at a word."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    words = re.findall(r"[^\W_]+", re.sub(r"['’]|[\u0300-\u036f]", "", plain))
    out = ""
    for word in words:
        if out and len(out) + 1 + len(word) > most:
            break
        out = f"{out}-{word[:most]}" if out else word[:most]
    return out
