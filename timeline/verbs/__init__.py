"""The forms of verbs that news is told with, a table for each language.

Apart from the language packs and below them, because the checks ask it too: a clause whose verb has no known forms
is told at load, with its place, and not found out in the middle of a story.
"""

from dataclasses import dataclass
from functools import lru_cache

from . import de, en


@dataclass(frozen=True, slots=True)
class Forms:
    """One verb: `past` as a clause has it, `base` and `participle` where known."""

    past: str
    base: str | None
    participle: str | None
    with_be: bool = False  # German verbs of motion and change: "war gegangen"


_TABLES = {"en": en.TABLE, "de": de.TABLE}
_WITH_BE = {"de": de.WITH_BE}
_REGULAR = {"en": en.regular, "de": de.regular}


def knows(language: str) -> bool:
    """Whether there is a table for the language; without one, verbs stay as they are written."""
    return language in _TABLES


@lru_cache(maxsize=4096)
def forms(marked: str, language: str) -> Forms:
    """The forms of a marked verb: `offered`, `struck|strike`, `strove|strive|striven`, `[set] up` marked as `set`."""
    past, _, rest = marked.partition("|")
    base, _, participle = rest.partition("|")
    table = _TABLES.get(language, {})
    word, _, particle = past.strip().partition(" ")  # "laid off": the first word bends, the rest stays
    entry = table.get(word) or _of_base(base, language)
    if entry is None:
        entry = _REGULAR[language](word) if language in _REGULAR else (None, None)
    base = base or _join(entry[0], particle) or ""
    participle = participle or _join(entry[1], particle) or ""
    return Forms(past.strip(), base or None, participle or None, word in _WITH_BE.get(language, ()))


def _of_base(base: str, language: str) -> tuple[str | None, str | None] | None:
    return next((e for e in _TABLES.get(language, {}).values() if base and e[0] == base), None)


def _join(word: str | None, particle: str) -> str | None:
    return None if word is None else f"{word} {particle}".strip()
