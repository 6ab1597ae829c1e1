"""Rows with headings, from CSV, Excel or a JSON list: which column is what, by its name or by order of the caller."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from ..cells import HEAD
from . import own
from .draft import Draft, Foreign, Unclear, Unreadable
from .markup import words_and_links

# Field → headings that mean it, in lower case, the likeliest first.
HEADINGS: dict[str, tuple[str, ...]] = {
    "date": tuple(
        "date,start,start date,start_date,startdate,dateopen,from,begin,timestamp,when,datum,year,time".split(",")
    ),
    "end": ("end", "end date", "end_date", "enddate", "dateclose", "to", "until", "finish"),
    "title": ("title", "headline", "name", "event", "label", "subject", "detail", "titel"),
    "summary": ("summary", "description", "text", "details", "body", "content", "abstract"),
    "thread": ("thread", "group", "lane", "track", "category", "series", "system", "company"),
    "kind": ("kind", "type"),
    "place": ("place", "location", "where", "city"),
    "sources": ("sources", "source", "url", "link", "reference", "references", "citation", "giturl", "href"),
    "actors": ("actors", "actor", "who", "people", "character"),
    "id": ("id", "unique_id", "uid", "slug", "customid"),
    "note": ("note", "notes", "comment", "remark"),
    "status": ("status",),
    "weight": ("weight", "importance"),
}
_KEPT = ("display date", "media", "media credit", "media caption", "media thumbnail", "background")
_TIMELINEJS = {"year", "headline"}


def from_csv(data: bytes, mapping: Mapping[str, str]) -> Foreign:
    """UTF-8 (with or without byte order mark) or, where that fails, Windows-1252; any of the usual separators.

    Our own export is read back as it went.
    """
    if data.startswith(HEAD):
        return own.read(data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    try:
        dialect: Any = csv.Sniffer().sniff(text[:20000], ",;\t|")
    except csv.Error:
        dialect = csv.excel
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), dialect))
    except csv.Error as error:
        raise Unreadable(f"this is not CSV: {error}") from error
    return _table(table, mapping)


def from_xlsx(data: bytes, mapping: Mapping[str, str]) -> Foreign:
    """The first sheet; cells that Excel holds as dates become ISO dates."""
    try:
        import openpyxl
    except ImportError:
        raise Unreadable("Excel files need openpyxl: pip install 'sourced-timeline[xlsx]'") from None
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises what the zip and XML readers below it raise
        raise Unreadable(f"this is not an Excel file: {error}") from error
    return _table(
        [[cell_text(cell) for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)], mapping
    )


def from_json(data: bytes, mapping: Mapping[str, str]) -> Foreign:
    """A list of objects, under whatever key it stands; lists within objects take the other fields of theirs along."""
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except ValueError as error:
        raise Unreadable(f"this is not JSON: {error}") from error
    if isinstance(value, dict):
        value = next((v for v in value.values() if isinstance(v, list)), None)
    if not isinstance(value, list):
        raise Unreadable("this JSON holds no list of objects")
    rows = [row for item in value if isinstance(item, dict) for row in _unnested(item)]
    return _rows([{k: cell_text(v) for k, v in row.items()} for row in rows], mapping, 1)


def _unnested(item: dict[str, Any]) -> list[dict[str, Any]]:
    for key, value in item.items():
        if isinstance(value, list) and value and all(isinstance(v, dict) for v in value):
            shared = {k: v for k, v in item.items() if k != key}
            return [{**shared, **inner} for inner in value]
    return [item]


def cell_text(value: Any) -> str:
    """A cell as a person would write it: 1500 and not 1500.0, a day and not a midnight."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return str(value).strip()


def _table(table: Sequence[Sequence[str]], mapping: Mapping[str, str]) -> Foreign:
    filled = [(n, row) for n, row in enumerate(table, 1) if any(cell.strip() for cell in row)]
    if not filled:
        raise Unreadable("the table is empty")
    at, names = filled[0]
    heads = [name.strip() or f"column {i}" for i, name in enumerate(names, 1)]
    rows = [{h: row[i].strip() if i < len(row) else "" for i, h in enumerate(heads)} for _, row in filled[1:]]
    return _rows(rows, mapping, at + 1, [n for n, _ in filled[1:]])


def _rows(
    rows: Sequence[dict[str, str]], mapping: Mapping[str, str], first: int, numbers: Sequence[int] | None = None
) -> Foreign:
    heads = list(dict.fromkeys(name for row in rows for name in row))
    found = guess(heads, mapping)
    if {h.lower() for h in heads} >= _TIMELINEJS:
        return _timelinejs_rows(rows, numbers or range(first, first + len(rows)))
    if "title" not in found and "summary" in found:
        found["title"] = found.pop("summary")
    for need in ("date", "title"):
        if need not in found:
            said = f"no column looks like the {need}; say which: --map {need}=… (there are: {', '.join(heads)})"
            raise Unclear(said, need, [head for head in heads if head not in found.values()])
    places = numbers or range(first, first + len(rows))
    drafts = tuple(_draft(row, found, f"row {n}") for n, row in zip(places, rows, strict=True))
    said = ", ".join(f"{field} from '{head}'" for field, head in found.items())
    return Foreign(drafts, remarks=(f"columns: {said}",))


def guess(heads: Iterable[str], mapping: Mapping[str, str]) -> dict[str, str]:
    """Field → heading: those that were named, then the likeliest of the others; a heading serves once."""
    left = {h.lower(): h for h in heads}
    found: dict[str, str] = {}
    for field, wanted in mapping.items():
        if wanted.lower() not in left:
            raise Unreadable(f"--map {field}={wanted}: there is no such column (there are: {', '.join(left.values())})")
        found[field] = left.pop(wanted.lower())
    for field, names in HEADINGS.items():
        name = next((n for n in names if n in left), None)
        if field not in found and name:
            found[field] = left.pop(name)
    return found


def _draft(row: Mapping[str, str], found: Mapping[str, str], place: str) -> Draft:
    got = {field: row.get(head, "") for field, head in found.items()}
    rest = tuple((h, v) for h, v in row.items() if v and h not in found.values())
    summary, links = words_and_links(got.get("summary", ""))
    title, _ = words_and_links(got.get("title", ""))
    sources = (*cited(got.get("sources", "")), *links)
    names = tuple(n.strip() for n in re.split(r"[\n;|]", got.get("actors", "")) if n.strip())
    kept = {f: got.get(f, "") for f in ("date", "end", "id", "thread", "kind", "place", "note", "status", "weight")}
    return Draft(
        place,
        title=" ".join(title.split()),
        summary=summary,
        sources=sources,
        actors=names,
        rest=rest,
        amounts={},
        **kept,
    )


def cited(text: str) -> tuple[tuple[str, str], ...]:
    """A cell of sources, a line each: an address alone, words with an address, or a title."""
    return tuple(source for line in text.splitlines() for source in _line(line.strip()))


def _line(line: str) -> list[tuple[str, str]]:
    if re.fullmatch(r"https?://[^\s\"<>]+", line) and not re.search(r"[,;]https?:", line):
        return [(line, "")]
    found = [url.rstrip(".,;)") for url in re.findall(r"https?://[^\s\"<>,;]+", line)]
    words = re.sub(r"https?://[^\s\"<>,;]+", " ", line)
    words = " ".join(words.split()).strip(" .,;:()-–—") if re.search(r"\w", words) else ""
    if len(found) == 1:
        return [(found[0], words)]
    return [*((url, "") for url in found), *([("", words)] if words else [])]


def _timelinejs_rows(rows: Sequence[Mapping[str, str]], places: Iterable[int]) -> Foreign:
    """The spreadsheet columns of TimelineJS: parts of dates in columns of their own, a title slide among the rows."""
    drafts, title, subtitle, remarks = [], "", "", []
    for n, given in zip(places, rows, strict=True):
        row = {k.lower(): v for k, v in given.items()}
        kind = row.get("type", "").lower()
        text, links = words_and_links(row.get("text", ""))
        if kind == "title":
            title, subtitle = words_and_links(row.get("headline", ""))[0], " ".join(text.split())
            continue
        if kind == "era":
            remarks.append(f"row {n}: the era '{row.get('headline', '')}' becomes an event")
        media = row.get("media", "")
        rest = tuple((h, words_and_links(row[h])[0]) for h in _KEPT if row.get(h))
        drafts.append(
            Draft(
                f"row {n}",
                _joined(row, ""),
                words_and_links(row.get("headline", ""))[0].replace("\n", " ") or text[:80] or media,
                _joined(row, "end "),
                summary=text,
                thread=row.get("group", ""),
                kind=kind,
                sources=links,
                rest=rest,
            )
        )
    return Foreign(tuple(drafts), title, subtitle, remarks=tuple(remarks))


def _joined(row: Mapping[str, str], prefix: str) -> str:
    parts = [row.get(f"{prefix}{p}", "").removesuffix(".0") for p in ("year", "month", "day", "time")]
    return joined_date(*parts)


def joined_date(year: str, month: str = "", day: str = "", clock: str = "") -> str:
    """Year, month, day, time in fields of their own as one text; years before 1 as −44 for 44 BC."""
    if not re.fullmatch(r"-?\d+", year):
        return year
    if not (month.isdigit() and int(month)) or year.startswith("-"):
        return year
    text = f"{int(year):04d}-{int(month):02d}"
    if not (day.isdigit() and int(day)):
        return text
    text += f"-{int(day):02d}"
    return f"{text}T{clock}" if re.fullmatch(r"\d\d:\d\d(:\d\d)?", clock) else text
