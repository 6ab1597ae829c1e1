"""One located problem in a person's file, as a value, and its text, GitHub, JSON and SARIF forms."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, and what would be right.

    `line` and `column` count from 1; `column` and `length` count characters. `record` names the record by its
    own id (`event 'bid'`). `excerpt` is the line of the file as it stands there, for the code frame.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    record: str = ""
    hint: str = ""
    severity: Severity = "error"
    excerpt: str = ""
    length: int = 1

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        return (self.path, self.line, self.column, self.code, self.message)

    @property
    def sentence(self) -> str:
        """Record, message and hint in one line: `event 'bid': month 13 does not exist; did you mean …?`"""
        head = f"{self.record}: " if self.record else ""
        tail = f"; {self.hint}" if self.hint else ""
        return f"{head}{self.message}{tail}"


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By file, line and column; the same problem told twice is told once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda f: f.sort_key))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding is an error, not only a warning."""
    return any(f.severity == "error" for f in findings)


def visible(text: str) -> str:
    """`text` in one line with everything unprintable shown as an escape: safe for a terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def as_text(finding: Finding) -> str:
    """The form for people: `path:line:column: severity[code] sentence`, then the line with the place marked."""
    head = (
        f"{visible(finding.path)}:{finding.line}:{finding.column}: "
        f"{finding.severity}[{finding.code}] {visible(finding.sentence)}"
    )
    return head + ("\n" + code_frame(finding) if finding.excerpt else "")


def code_frame(finding: Finding, width: int = 120) -> str:
    """The file's line with carets under the fault; a long line is cut around it and the cut is shown."""
    start = max(0, finding.column - 1 - width // 2) if len(finding.excerpt) > width else 0
    piece = finding.excerpt[start : start + width]
    piece = visible(("…" if start else "") + piece + ("…" if start + width < len(finding.excerpt) else ""))
    offset = finding.column - 1 - start + (1 if start else 0)
    carets = "^" * max(1, min(finding.length, len(piece) - offset))
    gutter = f"{finding.line:>5}"
    return f"{gutter} | {piece}\n{' ' * len(gutter)} | {' ' * offset}{carets}"


def summary(findings: Sequence[Finding]) -> str:
    """`2 errors, 1 warning`, or `no findings`."""
    errors = sum(f.severity == "error" for f in findings)
    warnings = len(findings) - errors
    parts = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in ((errors, "error"), (warnings, "warning")) if n]
    return ", ".join(parts) or "no findings"


def text_report(findings: Sequence[Finding], printed: int = 50) -> str:
    """At most `printed` findings in full, then how many more there are, then the summary."""
    shown = [as_text(f) for f in findings[:printed]]
    if len(findings) > printed:
        shown.append(f"… and {len(findings) - printed} more (--limit printed=N shows more)")
    return "\n".join([*shown, summary(findings)])


def github_report(findings: Sequence[Finding]) -> str:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""

    def escape(text: str, *, in_property: bool = False) -> str:
        text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        return text.replace(":", "%3A").replace(",", "%2C") if in_property else text

    return "\n".join(
        f"::{f.severity} file={escape(f.path, in_property=True)},line={f.line},col={f.column},"
        f"title={escape(f.code, in_property=True)}::{escape(f.sentence)}"
        for f in findings
    )


def json_report(findings: Sequence[Finding]) -> str:
    """A JSON list, one object a finding, its keys the fields of `Finding`."""
    return json.dumps([asdict(f) for f in findings], ensure_ascii=False, indent=2)


def sarif_report(findings: Sequence[Finding], version: str) -> str:
    """SARIF 2.1.0, which code-scanning services read. `version` is that of the tool."""
    rules = sorted({f.code for f in findings})
    driver = {"name": "timeline", "version": version, "rules": [{"id": code} for code in rules]}
    run = {"tool": {"driver": driver}, "results": [_sarif_result(f, rules) for f in findings]}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _sarif_result(finding: Finding, rules: list[str]) -> dict[str, object]:
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endColumn": finding.column + max(1, finding.length),
    }
    place = {"artifactLocation": {"uri": finding.path}, "region": region}
    return {
        "ruleId": finding.code,
        "ruleIndex": rules.index(finding.code),
        "level": finding.severity,
        "message": {"text": finding.sentence},
        "locations": [{"physicalLocation": place}],
    }
