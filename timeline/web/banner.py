"""Findings where people look: above the timeline, each with its code frame."""

from typing import Any

from ..findings import Finding, code_frame, summary
from ..reading.tree import html
from .lines import line_address
from .watch import Snapshot

_SHOWN, _OPEN = 20, 3


def banner(snapshot: Snapshot) -> list[Any]:
    """Nothing for a clean store; else what is wrong, where, and what the page shows meanwhile."""
    errors = [f for f in snapshot.findings if f.severity == "error"]
    if not snapshot.findings:
        return []
    if not errors:
        inner = [html.Summary(summary(snapshot.findings)), _list(list(snapshot.findings))]
        return [html.Details(inner, className="banner banner-warning")]
    title = html.Strong(f"{summary(snapshot.findings)} in {snapshot.store.name}.")
    # Few errors are read at once; many would push the timeline out of sight.
    inner = [html.Summary([title, f" {_meanwhile(snapshot)}"]), _list(errors)]
    return [html.Details(inner, className="banner banner-error", open=len(errors) <= _OPEN)]


def _meanwhile(snapshot: Snapshot) -> str:
    if snapshot.stale:
        return "The page shows the last version without errors and follows as soon as the file is mended."
    broken = snapshot.store.broken
    lost = f"{broken} event{' has' if broken == 1 else 's have'} errors and cannot be shown." if broken else ""
    return f"{lost} The page shows what is sound.".strip()


def _list(findings: list[Finding]) -> Any:
    more = len(findings) - _SHOWN
    rest = [html.Li(f"… and {more} more; timeline check lists them all.")] if more > 0 else []
    return html.Ul([*(_item(finding) for finding in findings[:_SHOWN]), *rest])


def _item(finding: Finding) -> Any:
    """The finding with its place, which is a link to the line."""
    place = html.Code(f"{finding.path}:{finding.line}:{finding.column}")
    return html.Li(
        [
            html.A(place, href=line_address(finding.path, finding.line), target="_blank", title="Opens the line"),
            f" {finding.sentence} ",
            html.Code(f"[{finding.code}]", className="code"),
            html.Pre(code_frame(finding)) if finding.excerpt else None,
        ]
    )
