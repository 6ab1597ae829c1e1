"""The store's text, to read: every line with its number, and under it what is wrong there.

A page of its own without any script; what an event's card and a finding link to.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

from ..findings import Finding, visible
from ..reading.tree import Node, html, write

# A longer file comes in pages, so that a store of a million lines can be looked into.
MOST = 5000


def store_files(path: Path) -> dict[str, Path]:
    """The files of the store at `path`, by name: the only ones that are shown."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name: file for file in files if file == path or file.suffix in (".yaml", ".yml")}


def line_address(path: str, line: int) -> str:
    """Where a line of a file of the store can be read."""
    return f"/store/{quote(Path(path).name, safe='')}?line={line}#L{line}"


def lines_page(name: str, text: str, findings: Iterable[Finding], line: int) -> str:
    """The file as an HTML page; of a long one the lines around `line`."""
    lines = text.split("\n")
    first = (max(1, min(line, len(lines))) - 1) // MOST * MOST
    last = min(first + MOST, len(lines))
    under: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        under[finding.line].append(finding)
    rows = [node for n in range(first + 1, last + 1) for node in _line(n, lines[n - 1], under.get(n, ()))]
    body = [html.H1(name, dir="auto"), *_ways(name, first, last, len(lines), under), html.Div(rows, className="lines")]
    return _PAGE.format(title=escape(name), body=write(body))


def _line(number: int, text: str, findings: Sequence[Finding]) -> list[Node]:
    """The line, marked when something is wrong in it, and the findings below."""
    label = html.A(str(number), href=f"?line={number}#L{number}", className="no")
    code = html.Code(visible(text.rstrip("\r")) or " ", dir="auto")
    row = html.Div([label, code], id=f"L{number}", className="line faulty" if findings else "line")
    return [row, *(_finding(finding) for finding in findings)]


def _finding(finding: Finding) -> Node:
    said = f", column {finding.column}: {finding.sentence} "
    code = html.Code(f"[{finding.code}]")
    return html.P([html.Strong(finding.severity), said, code], className=f"finding {finding.severity}")


def _ways(name: str, first: int, last: int, total: int, under: dict[int, list[Finding]]) -> list[Node]:
    """What part of the file this is, the parts before and after, and where its findings are."""
    parts: list[Node] = [f"Lines {first + 1:,} to {last:,} of {total:,}. "]
    if first:
        parts += [html.A("Earlier lines", href=line_address(name, first)), " "]
    if last < total:
        parts += [html.A("Later lines", href=line_address(name, last + 1)), " "]
    found = [html.Li(html.A(f"line {n}", href=line_address(name, n))) for n in sorted(under)[:50]]
    more = [html.Li(f"and {len(under) - 50:,} more")] if len(under) > 50 else []
    listed = [html.P(["Findings in"]), html.Ul([*found, *more])] if under else []
    return [html.P([*parts, html.A("Back to the timeline", href="/")]), *listed]


_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><link rel="stylesheet" href="/assets/timeline.css">
<link rel="stylesheet" href="/assets/app/lines.css"></head>
<body><main class="store-text">{body}</main></body></html>
"""
