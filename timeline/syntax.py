"""Mistakes in the YAML itself, told in plain words with the corrected line.

Knows how people really get YAML wrong: a colon in a headline, an apostrophe inside single quotes, a quoted phrase
with a tail, a tab, merge markers. Works on the text and the parser's position alone; reads no YAML itself.
"""

import re
from dataclasses import dataclass

_ENTRY = re.compile(r"^(?P<head>\s*(?:-\s+)*(?:[\w.-]+:\s+)?)(?P<value>\S.*?)\s*$")
_ITEM = re.compile(r"^(\s*)-(\s|$)")


@dataclass(frozen=True, slots=True)
class Explained:
    """Place (line and column from 1), what is wrong, what would be right, and the text to read on with."""

    place: tuple[int, int]
    message: str
    hint: str
    repaired: str | None


def explain(text: str, problem: str, line: int, column: int, context_line: int | None) -> Explained:
    """Say in plain words what the parser's `problem` at `line`, `column` (from 0) means.

    `context_line` is where the construct began that the parser was reading. `repaired` is the text with the line as
    it was probably meant, or with the record left blank when nothing better is known; lines keep their numbers.
    """
    lines = text.split("\n")
    line = min(line, len(lines) - 1)
    suspects = [line] if context_line is None or context_line == line else [line, context_line]
    for number in [*suspects, line - 1]:
        if 0 <= number < len(lines):
            known = _known_slip(lines[number], problem)
            if known:
                message, at, mended = known
                hint = f"write: {mended.strip()}" if mended is not None else ""
                repaired = _with_line(lines, number, mended) if mended is not None else _without_record(lines, number)
                return Explained((number + 1, at + 1), message, hint, repaired)
    return Explained((line + 1, column + 1), _plain(problem), _general_hint(lines, line), _without_record(lines, line))


def _known_slip(line: str, problem: str) -> tuple[str, int, str | None] | None:
    if re.match(r"^(<{7}|={7}|>{7})( |$)", line):
        return "an unresolved merge: two versions of these lines stand in the file", 0, None
    indent = re.match(r"^[ -]*\t", line)
    if indent:
        mended = line.replace("\t", "  ")
        return "a tab indents this line; YAML takes spaces only", indent.end() - 1, mended
    entry = _ENTRY.match(line)
    if not entry:
        return None
    head, value = entry["head"], entry["value"]
    for slip in (_apostrophe, _tail, _colon, _reserved):
        found = slip(head, value, problem)
        if found:
            message, at = found
            return message, at, head + _quoted(_meant(value))
    return None


def _apostrophe(head: str, value: str, problem: str) -> tuple[str, int] | None:
    """`'Musk's bid'`: the second apostrophe ends the text."""
    match = re.match(r"^'(?:[^']|'')*'(?=[^\s,\]}#:'])", value)
    if not match:
        return None
    return "an apostrophe inside single quotes ends the text there", len(head) + match.end() - 1


def _tail(head: str, value: str, problem: str) -> tuple[str, int] | None:
    """`"Swindler", he said`: the closing quotation mark ends the text and the rest is left over."""
    match = re.match(r"""^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*[^\s#:])""", value)
    if not match or (head.rstrip().endswith(("[", "{")) or value[match.end() :].lstrip().startswith(("]", "}"))):
        return None
    return "the text goes on after its closing quotation mark", len(head) + match.end()


def _colon(head: str, value: str, problem: str) -> tuple[str, int] | None:
    """`title: Musk: the bid`: a colon and a space make a key of what stands before."""
    if not head.rstrip().endswith(":") or value[0] in "'\"[{|>&*!":
        return None
    at = value.find(": ")
    if at < 0 and value.endswith(":"):
        at = len(value) - 1
    return ("a colon inside this text reads as another key", len(head) + at) if at >= 0 else None


def _reserved(head: str, value: str, problem: str) -> tuple[str, int] | None:
    if value[0] in "@`" or (value[0] == "%" and "token" in problem):
        return f"a text cannot begin with {value[0]} unless it is quoted", len(head)
    return None


def _meant(value: str) -> str:
    """The text the person had in mind, quotation marks of a whole text taken off."""
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value


def _quoted(text: str) -> str:
    """`text` as a YAML scalar that cannot be misread: single quotes, or double ones where it holds apostrophes."""
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _with_line(lines: list[str], number: int, mended: str) -> str:
    return "\n".join([*lines[:number], mended, *lines[number + 1 :]])


def _without_record(lines: list[str], number: int) -> str | None:
    """The text with the list item around line `number` blanked, or only that line when it is in no item."""
    start = number
    while start >= 0 and not _ITEM.match(lines[start]):
        start -= 1
    item = _ITEM.match(lines[start]) if start >= 0 else None
    if item is None:
        return _with_line(lines, number, "") if lines[number].strip() else None
    # The innermost item may be a source in a list of an event: go out to the item that stands least indented.
    while start > 0 and item and len(item[1]) > 2:
        outer = _outer_item(lines, start, len(item[1]))
        if outer is None:
            break
        start, item = outer, _ITEM.match(lines[outer])
    indent = len(item[1]) if item else 0
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > indent):
        end += 1
    end = max(end, number + 1)
    return "\n".join([*lines[:start], *[""] * (end - start), *lines[end:]])


def _outer_item(lines: list[str], start: int, indent: int) -> int | None:
    for number in range(start - 1, -1, -1):
        item = _ITEM.match(lines[number])
        if item and len(item[1]) < indent:
            return number
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_PLAIN = (
    ("mapping values are not allowed", "a key stands where none can stand"),
    (
        "did not find expected key",
        "the line does not fit the lines around it: check its indentation and quotation marks",
    ),
    ("did not find expected '-'", "the line does not fit the list around it: check its indentation"),
    ("could not find expected ':'", "a key is not followed by a colon and a space"),
    ("did not find expected ',' or", "a list or map in brackets is not closed, or a comma is missing"),
    ("found unexpected end of stream", "a text or a list was opened and never closed"),
    ("found unexpected document indicator", "a text was opened and never closed"),
    ("found character that cannot start", "this character cannot begin a text unless it is quoted"),
    ("found undefined alias", "no anchor of this name stands before this alias"),
    (
        "found unknown escape character",
        "this backslash means nothing in double quotes: write two, or use single quotes",
    ),
)


def _plain(problem: str) -> str:
    return next(
        (plain for start, plain in _PLAIN if problem.startswith(start)), f"not readable as YAML: {problem[:120]}"
    )


def _general_hint(lines: list[str], number: int) -> str:
    entry = _ENTRY.match(lines[number]) if lines[number].strip() else None
    return "compare the line with the one above it" if entry else ""
