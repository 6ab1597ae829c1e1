"""Findings where people look: above the timeline, each with its code frame."""

from typing import Any

from ..findings import Finding, code_frame, summary
from ..reading.tree import html
from .watch import Snapshot

_SHOWN = 20


def banner(snapshot: Snapshot) -> list[Any]:
    """Nothing for a clean store; else what is wrong, where, and what the page shows meanwhile."""
    errors = [f for f in snapshot.findings if f.severity == "error"]
    if not snapshot.findings:
        return []
    if not errors:
        inner = [html.Summary(summary(snapshot.findings)), _list(list(snapshot.findings))]
        return [html.Details(inner, className="banner banner-warning")]
    title = f"{summary(snapshot.findings)} in {snapshot.store.name}"
    inner = [html.Strong(title), html.P(_meanwhile(snapshot)), _list(errors)]
    return [html.Div(inner, className="banner banner-error")]


def _meanwhile(snapshot: Snapshot) -> str:
    if snapshot.stale:
        return "The page shows the last version without errors and follows as soon as the file is mended."
    broken = snapshot.store.broken
    lost = f"{broken} event{' has' if broken == 1 else 's have'} errors and cannot be shown." if broken else ""
    return f"{lost} The page shows what is sound.".strip()


def _list(findings: list[Finding]) -> Any:
    shown = [
        html.Li(
            [
                html.Code(f"{f.path}:{f.line}:{f.column}"),
                f" {f.sentence} ",
                html.Code(f"[{f.code}]", className="code"),
                html.Pre(code_frame(f)) if f.excerpt else None,
            ]
        )
        for f in findings[:_SHOWN]
    ]
    more = len(findings) - _SHOWN
    return html.Ul([*shown, html.Li(f"… and {more} more; timeline check lists them all.") if more > 0 else None])
