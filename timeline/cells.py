"""What our CSV looks like to those who write it and read it back: columns, safe cells, amounts in a cell."""

import re

COLUMNS = (
    "id",
    "date",
    "when",
    "title",
    "thread",
    "kind",
    "status",
    "weight",
    "actors",
    "place",
    "amounts",
    "summary",
    "note",
    "sources",
)
# As the file begins: a byte order mark, which Excel needs, and the columns.
HEAD = ("\ufeff" + ",".join(COLUMNS) + "\r\n").encode()
_RUNS = re.compile(r"'*[=+\-@\t\r\0]")
_AMOUNT = re.compile(r"([\w-]+): (.*?)(?: ([A-Z]{3}))?")


def safe(cell: str) -> str:
    """The cell so that no spreadsheet runs it: an apostrophe before =, +, -, @, tab and line ends."""
    return f"'{cell}" if _RUNS.match(cell) else cell


def unsafe(cell: str) -> str:
    """The cell as it was before `safe`."""
    return cell[1:] if cell[:1] == "'" and _RUNS.match(cell) else cell


def amount_lines(name: str, value: str, currency: str, more: dict[str, str]) -> str:
    """`bid: 97.4 billion USD`, and below it, indented, what else is said of the sum."""
    head = f"{name}: {value}{f' {currency}' if currency else ''}"
    rest = (f"  {key}: {' '.join(text.split())}" for key, text in more.items() if text.strip())
    return "\n".join([head, *rest])


def amounts_of(cell: str) -> dict[str, dict[str, str]]:
    """The amounts of a cell by their names; lines that are none are not taken."""
    found: dict[str, dict[str, str]] = {}
    last: dict[str, str] = {}
    for line in cell.split("\n"):
        if line.startswith("  ") and last:
            key, _, text = line.strip().partition(": ")
            last[key] = text
        elif match := _AMOUNT.fullmatch(line):
            last = {"value": match[2], **({"currency": match[3]} if match[3] else {})}
            found[match[1]] = last
    return found
