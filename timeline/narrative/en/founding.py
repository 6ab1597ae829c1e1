"""Back-story in a clause: `…, which he co-founded in 2015`, behind the name of what was founded."""

from ...clause import ClauseError, Reference, parse_clause
from ...model import Event
from ...store import Store
from ..drafts import Line
from ..moments import year_shown


def fits(event: Event, founding: Event, store: Store) -> bool:
    """Whether the clause ends on the name of what one person in it, whom a pronoun can mean, has founded."""
    return bool(_founder(event, founding, store))


def _founder(event: Event, founding: Event, store: Store) -> str:
    try:
        pieces = parse_clause(event.clause or "").pieces
    except ClauseError:
        return ""
    last = pieces[-1] if pieces else None
    founded = {p.ref for p in founding.actors if p.role == "patient"}
    if not isinstance(last, Reference) or last.possessive or last.id not in founded:
        return ""
    named = [p.id for p in pieces if isinstance(p, Reference)]
    people = [ref for ref in dict.fromkeys(named) if ref in store.actors and store.actors[ref].pronoun in ("he", "she")]
    founders = {p.ref for p in founding.actors if p.role == "agent"}
    plain = founding.kind == "founding" and founding.status == "established" and event.status == "established"
    return people[0] if plain and year_shown(founding.date) and len(people) == 1 and people[0] in founders else ""


def add(line: Line, event: Event, founding: Event) -> None:
    """Mutates the line."""
    ref = _founder(event, founding, line.discourse.store)
    if not ref:
        return
    many = len([p for p in founding.actors if p.role != "patient" and p.role != "backer"]) > 1
    line.comma_due = False
    line.add(", which ")
    line.add(line.discourse.store.actors[ref].pronoun or "", "name", f"actors.{ref}.pronoun")
    line.add(" co-founded" if many else " founded", "lexical", "kind", event=founding)
    line.add(" in ")
    line.add(str(year_shown(founding.date)), "time", "date", event=founding)
