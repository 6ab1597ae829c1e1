"""Our own CSV, read back as it went."""

import csv
import io

from ..cells import amounts_of, unsafe
from .draft import Draft, Foreign

_SAME = ("id", "date", "title", "thread", "kind", "status", "weight", "place", "summary", "note")


def read(data: bytes) -> Foreign:
    """A draft a row. The column `when` only says the date again."""
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return Foreign(tuple(_draft({k: unsafe(v or "") for k, v in row.items() if k}, n) for n, row in enumerate(rows, 2)))


def _draft(row: dict[str, str], number: int) -> Draft:
    same = {name: row[name] for name in _SAME}
    actors = tuple(row["actors"].split("\n")) if row["actors"] else ()
    sources = tuple(_source(line) for line in row["sources"].split("\n") if line)
    return Draft(f"row {number}", actors=actors, sources=sources, amounts=amounts_of(row["amounts"]), rest=(), **same)


def _source(line: str) -> tuple[str, str]:
    return (line, "") if line.startswith(("http://", "https://")) else ("", line)
