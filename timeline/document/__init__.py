"""YAML text to a tree of text, lists and maps, each knowing its line and column.

Scalars stay text; the reader types them. The only room that knows PyYAML.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..findings import Finding
from ..syntax import Explained, explain
from .composer import Composer, Stop, SyntaxProblem
from .nodes import Limits, Map, Node, Seq, Text

__all__ = ["Document", "Limits", "Map", "Node", "Seq", "Text", "read_document"]

# What YAML 1.1 calls non-printable, and the three line ends that editors do not count: behind one of those every
# later place would be a line off. Found here so that it has a line and column.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass
class Document:
    """One file, read: its tree (None when there is nothing to read) and what was wrong with its YAML."""

    name: str
    text: str = ""
    root: Node = None
    findings: list[Finding] = field(default_factory=list)

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def finding(self, line: int, column: int, code: str, message: str, **more: Any) -> Finding:
        """A finding in this file, with the line it stands in."""
        excerpt = self.lines[line - 1].rstrip("\r") if 0 < line <= len(self.lines) else ""
        return Finding(self.name, line, column, code, message, excerpt=excerpt, **more)

    def report(self, line: int, column: int, code: str, message: str, **more: Any) -> None:
        """Add a finding."""
        self.findings.append(self.finding(line, column, code, message, **more))


def read_document(data: bytes, name: str, limits: Limits | None = None) -> Document:
    """Read the bytes of one file. Never raises for bad data: what is wrong stands in the document's findings.

    After a mistake in the YAML itself the line is read as it was probably meant, or the record it stands in is left
    out, so that one run tells every mistake of the file and the sound records stay usable.
    """
    limits = limits or Limits()
    document = Document(name)
    if len(data) > limits.file_bytes:
        size = f"{len(data):,} bytes; the limit is {limits.file_bytes:,} (--limit file_bytes=N raises it)"
        document.report(1, 1, "file-too-large", f"the file has {size}")
        return document
    text = _decode(data, document)
    if text is not None and _printable(document):
        _compose_repairing(document, text, limits)
    return document


def _decode(data: bytes, document: Document) -> str | None:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        document.report(1, 1, "bad-encoding", "the file is UTF-16", hint="save it as UTF-8")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        document.text = data.decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        message = f"byte 0x{data[error.start]:02X} is not UTF-8"
        document.report(line, column, "bad-encoding", message, hint="save the file as UTF-8")
        return None
    # A lone carriage return ends a line in YAML; from here on lines end in \n only.
    document.text = text.replace("\r\n", "\n").replace("\r", "\n")
    return document.text


def _printable(document: Document) -> bool:
    bad = _UNPRINTABLE.search(document.text)
    if bad:
        before = document.text[: bad.start()]
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        message = f"the character U+{ord(bad.group()):04X} cannot stand in a YAML file"
        document.report(line, column, "bad-character", message, hint="delete it")
    return bad is None


def _compose_repairing(document: Document, text: str, limits: Limits) -> None:
    """Compose; at a syntax error, note it, mend or blank the place, and compose again."""
    for _ in range(limits.repairs):
        composer = Composer(document.finding, limits)
        try:
            document.root = composer.run(text)
        except SyntaxProblem as error:
            explained = _explain(error, text)
            document.report(*explained.place, "yaml-syntax", explained.message, hint=explained.hint)
            if explained.repaired is None or explained.repaired == text:
                return
            text = explained.repaired
            continue
        except Stop:
            pass
        document.findings.extend(composer.found)
        return


def _explain(error: Exception, text: str) -> Explained:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    context = getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or error)
    return explain(text, problem, line, column, context.line if context else None)
