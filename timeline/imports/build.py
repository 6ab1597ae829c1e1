"""From drafts to the text of a store, with a report row by row."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from ..model import STATUSES
from ..urls import url_problem
from .dating import UNITS, ago, counts_backwards, read_date
from .draft import Draft, Foreign, Unclear
from .yaml_text import to_yaml, writable

_ID = re.compile(r"[^\W_][\w-]{0,79}|_[\w-]{1,79}")


@dataclass(frozen=True, slots=True)
class Imported:
    """The YAML text, how many events were read and how many of them are in it, and what was decided on the way."""

    text: str
    read: int
    taken: int
    remarks: tuple[str, ...]


def build(foreign: Foreign, origin: str, unit: str = "") -> Imported:
    """A store of the drafts. What has no date at all is not taken, and stands as a comment at the end.

    `unit` says what bare numbers count: "years" of our era, "Ma" or "Ga" ago. Raises Unclear where it is not given
    and the numbers run backwards, as ages do.
    """
    if not unit and counts_backwards((draft.date, draft.end) for draft in foreign.drafts):
        said = "most of its events would end before they begin: its numbers seem to count back from today"
        raise Unclear(f"{said}; say in what: --unit Ma (millions of years), Ga or years", "unit", ("years", *UNITS))
    builder = _Builder(unit)
    events = [event for draft in foreign.drafts if (event := builder.event(draft))]
    head = {"title": foreign.title, "subtitle": foreign.subtitle}
    store: dict[str, Any] = {"timeline": {k: _line(v) for k, v in head.items() if _line(v)} or {"title": origin}}
    if builder.threads:
        store["threads"] = {name: title for title, name in builder.threads.items()}
    if builder.actors:
        store["actors"] = {name: {"name": title} for title, name in builder.actors.items()}
    store["events"] = events
    text = to_yaml(store) if events else "events: []\n"
    left = "".join(f"#   {_line(line)}\n" for line in builder.undated)
    if left:
        text += f"\n# Not taken, because no date could be read:\n{left}"
    return Imported(text, len(foreign.drafts), len(events), (*foreign.remarks, *builder.remarks))


def _line(text: str) -> str:
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())


class _Builder:
    """Gives ids to events, threads and actors as they come, and gathers remarks."""

    def __init__(self, unit: str) -> None:
        self.unit = unit
        self.threads: dict[str, str] = {}
        self.actors: dict[str, str] = {}
        self.remarks: list[str] = []
        self.undated: list[str] = []
        self._ids: set[str] = set()

    def event(self, draft: Draft) -> dict[str, Any] | None:
        """One event as plain record; None when it has no date."""
        title = _line(draft.title) or _line(draft.summary)[:80] or "Untitled"
        date, said = read_date(ago(draft.date, self.unit), ago(draft.end, self.unit))
        if said:
            self.remarks.append(f"{draft.row}: {said}")
        if not date:
            self.undated.append(f"{draft.row}: {title} ({_line(draft.date) or 'no date'})")
            return None
        sources, odd = _sources(draft)
        status, weight, more = _checked(draft)
        kept = [f"{name}: {text}" for name, text in (*draft.rest, *odd, *more)]
        if said:
            kept.insert(0, f"date as given: {draft.date}{f' to {draft.end}' if draft.end else ''}")
        made = {
            "id": self._free(draft.id if _ID.fullmatch(draft.id) else _slug(title)),
            "date": date,
            "title": title,
            "thread": self._named(self.threads, draft.thread),
            "kind": _line(draft.kind),
            "place": _line(draft.place),
            "summary": writable(draft.summary).strip() if _line(draft.summary) != title else "",
            "actors": [self._named(self.actors, name) for name in dict.fromkeys(draft.actors) if _line(name)],
            "amounts": draft.amounts,
            "status": status,
            "weight": weight,
            "note": writable("\n".join([draft.note, *kept])).strip(),
            "sources": sources,
        }
        return {key: value for key, value in made.items() if value}

    def _free(self, name: str) -> str:
        n, free = 2, name
        while free.casefold() in self._ids:
            free, n = f"{name}-{n}", n + 1
        self._ids.add(free.casefold())
        return free

    def _named(self, names: dict[str, str], name: str) -> str:
        """The id that stands for a name; the same name has the same."""
        name = _line(name)
        if name and name not in names:
            base, n = _slug(name), 2
            free = base
            while free in names.values():
                free, n = f"{base}-{n}", n + 1
            names[name] = free
        return names.get(name, "")


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:60].strip("-") or "event"


def _sources(draft: Draft) -> tuple[list[Any], list[tuple[str, str]]]:
    """Sources that the format takes, each page once; and addresses that cannot be linked to, for the note."""
    taken: dict[str, Any] = {}
    odd = []
    for url, title in draft.sources:
        url, title = url.strip(), _line(title)
        if url and url_problem(url):
            odd.append(("source", f"{url} {title}".strip()))
        elif url:
            taken.setdefault(url, {"url": url, "title": title} if title and title != url else url)
        elif title:
            taken.setdefault(title, {"title": title})
    return list(taken.values()), odd


def _checked(draft: Draft) -> tuple[str, str, list[tuple[str, str]]]:
    """Status and weight where they are what the format means by them, else for the note."""
    more = []
    status = draft.status.strip().lower()
    if status not in STATUSES:
        more += [("status", draft.status)] if status else []
        status = ""
    good = re.fullmatch(r"0(\.\d+)?|1(\.0+)?|\.\d+", draft.weight.strip())
    if draft.weight.strip() and not good:
        more.append(("weight", draft.weight))
    return status, draft.weight.strip() if good else "", more
