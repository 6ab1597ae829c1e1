"""Whether a title is a sentence: only then can it take a date in."""

import re

from ...verbs.en import COMMON, TABLE, present

_BASES = {base for base, _ in TABLE.values()} | set(COMMON)
_PRESENT = {present(base) for base in _BASES if " " not in base}
_BE = {"is", "are", "has", "have", "does", "do"}
_NOUN_BEFORE = {"a", "an", "the", "of", "in", "on", "to", "for", "and", "or", "its", "his", "her", "their", "no",
                "first", "by", "from", "with"}  # fmt: skip
_NOUN_AFTER = {"of", "and", "or", "between"}  # "traces of life" is none of somebody who traces


def is_sentence(title: str) -> bool:
    """Whether a verb in the present tense stands in it before any comma. Unsure means no, and sets the title apart."""
    if any(mark in title for mark in '?!:“”"') or title[:1].isdigit():
        return False
    words = re.findall(r"[\w’'-]+", title.split(",")[0])
    return any(_is_verb(words, i) for i in range(1, len(words)))


def _is_verb(words: list[str], at: int) -> bool:
    word, before = words[at], words[at - 1]
    if before.lower() in _NOUN_BEFORE or word != word.lower():
        return False
    if word in _BE:
        return True
    after = words[at + 1] if at + 1 < len(words) else ""
    if word in _PRESENT:
        return after not in _NOUN_AFTER and not (
            before.endswith("s") and before.islower() and not before.endswith("ss")
        )
    many = any(w.endswith("s") and not w.endswith(("ss", "'s", "’s")) for w in words[:at])
    return word in _BASES and many and after != "of"
