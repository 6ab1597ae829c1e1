"""A line at the head of a text by which we know it again, as long as nobody has changed a letter below it."""

import hashlib
import re

_SEAL = re.compile(rb"# Made by sourced-timeline\. [^\n]*\(([0-9a-f]{16})\)\n")


def sealed(text: str) -> str:
    """The text below a comment with its fingerprint."""
    said = "Yours to edit: it is overwritten only while it is unchanged"
    return f"# Made by sourced-timeline. {said} ({_print(text.encode())})\n{text}"


def seal_holds(data: bytes) -> bool:
    """Whether the text below a seal is still the one that was sealed."""
    match = _SEAL.match(data)
    return bool(match) and match[1].decode() == _print(data[match.end() :])  # type: ignore[index,union-attr]


def _print(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
