"""markwhen text."""

import re
from collections.abc import Mapping

from .draft import Draft, Foreign

_ENTRY = re.compile(
    r"^(?!- )(?P<date>[^\s:#/\[][^:]*?(?:T?\d\d:\d\d[^:]*?)?(?: ?[/–] ?[^:]+?)?)\s*:\s+(?P<title>\S.*)$"
)
_SECTION = re.compile(r"^(?:section|group|#+)\s+(?P<name>.+)$", re.I)
_LINK = re.compile(r"\[([^\]]*)\]\((https?://[^)\s]+)\)")


def read(data: bytes, _: Mapping[str, str]) -> Foreign:
    """An entry begins with a date and a colon; the lines below it are its text, links in it are its sources."""
    head: dict[str, str] = {}
    drafts: list[Draft] = []
    section = ""
    entry: list[str] = []
    place = 0
    for number, line in enumerate([*data.decode("utf-8-sig", "replace").splitlines(), "endGroup"], 1):
        begins = _ENTRY.match(line) if any(c.isdigit() for c in line.split(":")[0]) else None
        opens = _SECTION.match(line)
        if begins or opens or re.match(r"end(group|section)\b", line, re.I):
            if entry:
                drafts.append(_draft(entry, section, f"line {place}"))
            entry, place = ([line] if begins else []), number
            section = opens["name"].strip() if opens else section if begins else ""
        elif entry:
            entry.append(line)
        elif match := re.match(r"(title|description)\s*:\s*(.+)", line, re.I):
            head[match[1].lower()] = match[2].strip()
    return Foreign(tuple(drafts), head.get("title", ""), head.get("description", ""))


def _draft(entry: list[str], section: str, place: str) -> Draft:
    match = _ENTRY.match(entry[0])
    assert match is not None  # only such lines begin an entry
    start, _, end = re.sub(r"\s*[/–]\s*|\s+-\s+", "\0", match["date"].strip(), count=1).partition("\0")
    body = "\n".join(entry[1:]).strip()
    title = match["title"].replace("\\#", "\0")
    tags = re.findall(r"#(\w[\w-]*)", title)
    title = re.sub(r"\s*#\w[\w-]*", "", title).replace("\0", "#")
    links = [(url, name) for name, url in _LINK.findall(f"{title}\n{body}")]
    words = "\n".join(line for line in _LINK.sub(r"\1", body).splitlines() if line.strip() not in {n for _, n in links})
    rest = (("tags", ", ".join(tags)),) if tags else ()
    return Draft(
        place,
        start,
        _LINK.sub(r"\1", title).strip(),
        end,
        summary=words.strip(),
        thread=section,
        sources=tuple(links),
        rest=rest,
    )
