"""A folder of files as Jekyll, Hugo and Obsidian keep them: Markdown with front matter, or data in YAML."""

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ..document import read_document
from .draft import Draft, Foreign, Unreadable
from .rows import HEADINGS, cell_text, cited

_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|\Z)(.*)\Z", re.S)
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\((https?://[^)\s]+)\)")
_SUFFIXES = {".md", ".markdown", ".yaml", ".yml", ".toml", ".json"}


class _Bad(ValueError):
    """The front matter or the data of one file cannot be read."""


def read_folder(folder: Path) -> Foreign:
    """Files in order of their names; a date that the front matter lacks is taken from the name, as Jekyll does.

    Hugo's `_index` files describe the folder and not an event.
    """
    files = sorted(p for p in folder.rglob("*") if p.suffix.lower() in _SUFFIXES and p.is_file())
    if not files:
        raise Unreadable("the folder has no Markdown or YAML files")
    drafts: list[Draft] = []
    remarks = []
    for path in files:
        name = str(path.relative_to(folder))
        if path.stem == "_index":
            remarks.append(f"{name}: describes the folder, and is left out")
            continue
        try:
            drafts.extend(_drafts(path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n"), name))
        except _Bad as error:
            remarks.append(f"{name}: {error}")
    return Foreign(tuple(drafts), remarks=tuple(remarks))


def _drafts(text: str, name: str) -> Iterator[Draft]:
    """The one event of a page, or those of a data file."""
    suffix = Path(name).suffix.lower()
    if suffix in (".md", ".markdown"):
        match = _FRONT.match(text)
        kind = "" if not match else ".toml" if match[1] == "+++" else ".yaml"
        front = _data(match[2], kind, name) if match else {}
        yield _draft(front if isinstance(front, dict) else {}, match[3].strip() if match else text.strip(), name)
        return
    value = _data(text, suffix, name)
    listed = value.get("events", [value]) if isinstance(value, dict) else value if isinstance(value, list) else []
    for n, one in enumerate(listed, 1):
        if isinstance(one, dict):
            yield _draft(one, "", name if len(listed) == 1 else f"{name} item {n}")


def _data(text: str, suffix: str, name: str) -> Any:
    if suffix == ".toml":
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise _Bad(f"is not read: {error}") from error
    if suffix == ".json":
        try:
            return json.loads(text)
        except ValueError as error:
            raise _Bad(f"is not read: {error}") from error
    found = read_document(text.encode(), name)
    errors = [f for f in found.findings if f.severity == "error"]
    if errors:
        raise _Bad(f"is not read: {errors[0].sentence}")
    return found.root


def _draft(front: dict[Any, Any], body: str, name: str) -> Draft:
    fields = {str(k).lower(): v for k, v in front.items()}
    dated = re.match(r"(\d{4}-\d\d-\d\d)-?(.*)", Path(name).stem)
    get = {field: next((fields[h] for h in heads if h in fields), "") for field, heads in HEADINGS.items()}
    used = {h for heads in HEADINGS.values() for h in heads}
    rest = tuple((k, _flat(v)) for k, v in fields.items() if k not in used and v)
    heading = re.match(r"#\s+(.+)", body)
    stem = (dated[2] if dated else Path(name.split(" item ")[0]).stem).replace("-", " ")
    links = tuple((url, words) for words, url in _LINK.findall(body))
    sources = (*(s for item in _many(get["sources"]) for s in cited(item)), *links)
    flat = {f: _flat(get[f]) for f in ("id", "end", "thread", "kind", "place", "note", "status", "weight")}
    summary = re.sub(r"\A#\s+.+\n*", "", body).strip() or _flat(get["summary"])
    title = _flat(get["title"]) or (heading[1].strip() if heading else stem)
    when = _flat(get["date"]) or (dated[1] if dated else "")
    actors = tuple(_many(get["actors"]))
    return Draft(name, when, title, summary=summary, actors=actors, sources=sources, rest=rest, amounts={}, **flat)


def _many(value: object) -> list[str]:
    return [_flat(v) for v in value] if isinstance(value, list) else [_flat(value)] if value else []


def _flat(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_flat(v) for v in value)
    if isinstance(value, datetime | date):
        return cell_text(value)
    if isinstance(value, dict):
        return "; ".join(f"{k}: {_flat(v)}" for k, v in value.items())
    return "" if value is None else str(value)
