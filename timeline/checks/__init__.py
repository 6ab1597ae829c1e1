"""Rules that need more than one record: one function each, in a tuple.

Each is a function from a `Reading` to findings; its docstring is its documentation and `docs/checks.md` lists them.
A warning is taken back by a comment that says why, at the end of its line or alone on the line above:
`# allow one-publisher: known from the complaint only`.
"""

import re
from collections.abc import Callable, Iterator

from ..collected import Reading
from ..findings import Finding, in_order
from .clauses import unknown_verb, words_not_said
from .dating import after_as_of, first_of_month, role_out_of_time, season_or_years, source_before_event
from .references import ids_alike, unknown_actor, unknown_event, unknown_in_clause, unknown_source, unknown_thread
from .relations import relation_cycle, relation_out_of_time
from .sourcing import bare_domain, no_source, one_publisher
from .wording import amounts_alike, cut_by_comment, long_title, quote_variants, titles_alike

Check = Callable[[Reading], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    unknown_thread,
    unknown_actor,
    unknown_source,
    unknown_event,
    unknown_in_clause,
    unknown_verb,
    words_not_said,
    ids_alike,
    relation_cycle,
    relation_out_of_time,
    no_source,
    one_publisher,
    bare_domain,
    source_before_event,
    first_of_month,
    season_or_years,
    role_out_of_time,
    after_as_of,
    quote_variants,
    amounts_alike,
    titles_alike,
    long_title,
    cut_by_comment,
)

_ALLOW = re.compile(r"#\s*allow\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s*:\s*\S")


def check(reading: Reading) -> tuple[Finding, ...]:
    """All findings of a reading: what the reader found, then what the checks find, in order of place."""
    found = [finding for rule in CHECKS for finding in rule(reading)]
    lines = {at.name: at.lines for at, _ in reading.nodes.values()}
    return in_order([*reading.findings, *(f for f in found if not _allowed(f, lines.get(f.path, [])))])


def _allowed(finding: Finding, lines: list[str]) -> bool:
    """Whether a comment beside the line, or alone above it, takes this warning back and says why."""
    if finding.severity != "warning":
        return False
    above = lines[finding.line - 2].strip() if 1 < finding.line <= len(lines) + 1 else ""
    for line in (finding.excerpt, above if above.startswith("#") else ""):
        match = _ALLOW.search(line)
        if match and finding.code in re.split(r"\s*,\s*", match[1]):
            return True
    return False
