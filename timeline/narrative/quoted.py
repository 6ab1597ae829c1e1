"""Quotation marks of a sentence and of a field, as the reader sees them: what they enclose, and whose words it is."""

import re

from ..model import Event
from .memo import once

OPEN, CLOSE = "“„", "”“"


def plain(text: str, kept: frozenset[str] = frozenset()) -> tuple[str, tuple[str, ...], tuple[tuple[int, int], ...]]:
    """The sentence without its quotation marks, the quotations, and where they lie in it. Raises on unpaired marks.

    Quotations that are `kept` stay as they are, marks and all: they are the words of a field, and nobody's.
    """
    if "“" not in text and "”" not in text and "„" not in text:
        return text, (), ()
    out: list[str] = []
    quotes: list[str] = []
    places: list[tuple[int, int]] = []
    start, length, at = -1, 0, 0
    for match in _MARK.finditer(text):
        if match.start() < at:
            continue  # within a quotation that stays
        mark = match[0]
        stays = next((k for k in kept if mark in OPEN and start < 0 and text.startswith(f"{k}”", match.end())), None)
        end = match.start() if stays is None else match.end() + len(stays) + 1
        out.append(text[at:end])
        length += end - at
        at = end if stays is not None else match.end()
        if stays is not None:
            continue
        if mark in OPEN and start < 0:
            start = length
        elif mark in CLOSE and start >= 0:
            quotes.append("".join(out)[start:])
            places.append((start, length))
            start = -1
        else:
            raise ValueError("a quotation mark stands alone")
    if start >= 0:
        raise ValueError("a quotation does not end")
    return "".join([*out, text[at:]]), tuple(quotes), tuple(places)


_MARK = re.compile(f"[{OPEN}{CLOSE}]")


def unmarked(text: str, event: Event) -> str:
    """Words of a field without the marks that its author has set about what somebody said."""
    if "“" not in text:
        return text
    said = [one[0] for one in quotations(event)]
    return _MARKED.sub(lambda m: m[1] if any(m[1] in words for words in said) else m[0], text)


_MARKED = re.compile("“([^“”]*)”")


@once
def quotations(event: Event) -> tuple[tuple[str, str, str], ...]:
    """Every verbatim text of an event, who said it, and its field."""
    sides = (
        (s.quote.strip(), s.by, f"disputes.{i}.sides.{j}.quote")
        for i, d in enumerate(event.disputes)
        for j, s in enumerate(d.sides)
        if s.quote
    )
    return (*((q.text.strip(), q.by, f"quotes.{i}") for i, q in enumerate(event.quotes)), *sides)
