"""Did you mean …? The nearest known word to one that is not known."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word within two edits (a third of its length, if that is more), the first of the best; else None."""
    folded = word.casefold().replace("_", "-")
    best: tuple[int, str] | None = None
    for candidate in known:
        most = max(2, len(candidate) // 3)
        if len(candidate) <= 2:
            most = 1
        distance = _edits(folded, candidate.casefold().replace("_", "-"), most)
        if distance <= most and (best is None or distance < best[0]):
            best = (distance, candidate)
    return best[1] if best else None


def _edits(a: str, b: str, most: int) -> int:
    """Damerau-Levenshtein distance (optimal string alignment), or `most + 1` once it must exceed `most`."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, last, row = row, before, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
