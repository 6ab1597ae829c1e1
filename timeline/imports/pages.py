"""A folder of Markdown files with front matter, as Jekyll, Hugo and Obsidian keep them: one event a file."""

import re
from pathlib import Path

from ..document import read_document
from .draft import Draft, Foreign, Unreadable
from .rows import HEADINGS, cited

_FRONT = re.compile(r"\A---\s*\n(.*?)\n---\s*(?:\n|\Z)(.*)\Z", re.S)
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\((https?://[^)\s]+)\)")


def read_folder(folder: Path) -> Foreign:
    """Files in order of their names; a date that the front matter lacks is taken from the name, as Jekyll does."""
    files = sorted(p for p in folder.rglob("*") if p.suffix.lower() in (".md", ".markdown") and p.is_file())
    if not files:
        raise Unreadable("the folder has no Markdown files")
    drafts, remarks = [], []
    for path in files:
        name = str(path.relative_to(folder))
        draft = _draft(path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n"), name)
        if isinstance(draft, str):
            remarks.append(f"{name}: {draft}")
        else:
            drafts.append(draft)
    return Foreign(tuple(drafts), remarks=tuple(remarks))


def _draft(text: str, name: str) -> Draft | str:
    match = _FRONT.match(text)
    front, body = (match[1], match[2].strip()) if match else ("", text.strip())
    found = read_document(front.encode(), name)
    errors = [f for f in found.findings if f.severity == "error"]
    if front and errors:
        return f"the front matter is not read: {errors[0].sentence}"
    root = found.root if isinstance(found.root, dict) else {}
    fields = {str(k).lower(): v for k, v in root.items()}
    dated = re.match(r"(\d{4}-\d\d-\d\d)-?(.*)", Path(name).stem)
    get = {field: next((fields[h] for h in heads if h in fields), "") for field, heads in HEADINGS.items()}
    used = {h for heads in HEADINGS.values() for h in heads}
    rest = tuple((k, _flat(v)) for k, v in fields.items() if k not in used and v)
    heading = re.match(r"#\s+(.+)", body)
    stem = (dated[2] if dated else Path(name).stem).replace("-", " ")
    links = tuple((url, words) for words, url in _LINK.findall(body))
    sources = (*(s for item in _many(get["sources"]) for s in cited(item)), *links)
    flat = {f: _flat(get[f]) for f in ("end", "thread", "kind", "place", "note", "status", "weight")}
    summary = re.sub(r"\A#\s+.+\n*", "", body).strip() or _flat(get["summary"])
    title = _flat(get["title"]) or (heading[1].strip() if heading else stem)
    date = _flat(get["date"]) or (dated[1] if dated else "")
    return Draft(
        name, date, title, summary=summary, actors=tuple(_many(get["actors"])), sources=sources, rest=rest, **flat
    )


def _many(value: object) -> list[str]:
    return [_flat(v) for v in value] if isinstance(value, list) else [_flat(value)] if value else []


def _flat(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_flat(v) for v in value)
    if isinstance(value, dict):
        return "; ".join(f"{k}: {_flat(v)}" for k, v in value.items())
    return "" if value is None else str(value)
