"""Syllables of English words, counted by rule: near enough for a reading ease, and without a corpus to download."""

import re

_GROUPS = re.compile(r"[aeiouy]+")


def syllables(word: str) -> int:
    """At least one; a silent "e" at the end and "-ed" after most consonants do not count."""
    plain = re.sub(r"[^a-z]", "", word.casefold())
    if not plain:
        return max(1, len(re.findall(r"\d", word)))  # digits are spoken
    count = len(_GROUPS.findall(plain))
    if plain.endswith("e") and not plain.endswith(("le", "ee", "ye")) and count > 1:
        count -= 1
    if re.search(r"[^td]ed$", plain) and count > 1:
        count -= 1
    return max(1, count)
