"""YAML text to a tree of text, lists and maps, each knowing its line and column.

The only room that knows PyYAML, and it uses nothing of it but the stream of parsing events: `yaml.load` and
`yaml.compose` recurse (200 kB of brackets end the process), guess types, keep the last of two equal keys and expand
merge bombs. Scalars stay text; the reader types them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NoReturn, cast

import yaml

from .findings import Finding
from .syntax import Explained, explain

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SURROGATE = re.compile("[\ud800-\udfff]")
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
# What YAML 1.1 calls non-printable; found here so that it has a line and column.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost. Every number is a setting; the defaults are far above what people write by hand."""

    file_bytes: int = 64_000_000
    depth: int = 32
    aliases: int = 100
    nodes: int = 2_000_000
    scalar: int = 400_000
    repairs: int = 20
    printed: int = 50


class Text(str):
    """A scalar as written, with the place of its first character. `plain` is False when it was quoted."""

    __slots__ = ("at",)
    # Line, column and quoting in one number: a large file has a million of these.
    at: int

    @property
    def line(self) -> int:
        return self.at >> 33

    @property
    def column(self) -> int:
        return (self.at >> 1) & 0xFFFFFFFF

    @property
    def plain(self) -> bool:
        return bool(self.at & 1)


def _text(value: str, mark: Any, plain: bool) -> Text:
    node = Text(value)
    node.at = (mark.line + 1) << 33 | (mark.column + 1) << 1 | plain
    return node


class Map(dict[Text, Any]):
    """A mapping; its keys are Text and so have places of their own."""

    __slots__ = ("column", "line")
    line: int
    column: int


class Seq(list[Any]):
    """A list."""

    __slots__ = ("column", "line")
    line: int
    column: int


Node = Text | Map | Seq | None


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


class _Stop(Exception):
    """A finding after which the file cannot be read on."""


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
        composer = _Composer(document, limits)
        try:
            document.root = composer.run(text)
        except yaml.YAMLError as error:
            explained = _explain(error, text)
            document.report(*explained.place, "yaml-syntax", explained.message, hint=explained.hint)
            if explained.repaired is None or explained.repaired == text:
                return
            text = explained.repaired
            continue
        except _Stop:
            pass
        document.findings.extend(composer.found)
        return


def _explain(error: yaml.YAMLError, text: str) -> Explained:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    context = getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or error)
    return explain(text, problem, line, column, context.line if context else None)


class _Composer:
    """Builds the tree from the event stream with a stack of its own, so that depth cannot exhaust Python's."""

    def __init__(self, document: Document, limits: Limits) -> None:
        self.document, self.limits = document, limits
        self.found: list[Finding] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.nodes = 0
        self.aliases = 0

    def report(self, mark: Any, code: str, message: str, **more: Any) -> None:
        self.found.append(self.document.finding(mark.line + 1, mark.column + 1, code, message, **more))

    def stop(self, mark: Any, code: str, message: str, setting: str) -> NoReturn:
        self.report(mark, code, message, hint=f"--limit {setting}=N raises the limit")
        raise _Stop

    def run(self, text: str) -> Node:
        """The first document of `text`. Raises yaml.YAMLError at a syntax error and _Stop at an exceeded limit."""
        loader = _LOADER(text)
        try:
            while type(event := loader.get_event()) is not yaml.StreamEndEvent:
                if type(event) is yaml.DocumentStartEvent:
                    root = self._build(loader.get_event)
                    break
            else:
                return None
            extra = loader.get_event()
            if type(extra) is yaml.DocumentStartEvent:
                self.report(
                    extra.start_mark,
                    "several-documents",
                    "the file holds a second document",
                    hint="keep one store in one file, without '---' in the middle",
                )
            return root
        finally:
            loader.dispose()

    def _build(self, get_event: Callable[[], Any]) -> Node:
        """One document. Long and plain on purpose: its body runs for every value of a file."""
        stack: list[tuple[Any, Any, Any, int]] = []
        holder: Any = None  # the open list or map
        key: Any = None  # the key of the open map that waits for its value
        anchor: Any = None
        before = 0  # nodes counted when it opened
        node: Any = None
        most_nodes, most_text = self.limits.nodes, self.limits.scalar
        scalar, end_map, end_seq = yaml.ScalarEvent, yaml.MappingEndEvent, yaml.SequenceEndEvent
        while True:
            event = get_event()
            kind = type(event)
            if kind is scalar:
                self.nodes += 1
                value = event.value
                if event.tag is not None or event.anchor is not None or len(value) > most_text:
                    node = self._odd_scalar(event)
                elif event.style:
                    node = self._quoted(event)
                elif value in _NULLS:
                    node = None
                else:
                    mark = event.start_mark
                    node = Text(value)
                    node.at = (mark.line + 1) << 33 | (mark.column + 1) << 1 | 1
            elif kind is end_map or kind is end_seq:
                node = holder
                if anchor:
                    self.anchors[anchor] = (node, self.nodes - before)
                holder, key, anchor, before = stack.pop()
            elif kind is yaml.AliasEvent:
                node = self._alias(event)
            elif kind is yaml.DocumentEndEvent:
                return cast(Node, node)
            else:
                stack.append((holder, key, anchor, before))
                before = self.nodes
                holder, key, anchor = self._open(event, len(stack)), None, event.anchor
                continue
            if self.nodes > most_nodes:
                self.stop(event.start_mark, "too-many-nodes", f"the file has more than {most_nodes:,} values", "nodes")
            if type(holder) is Map:
                if key is None:
                    key = node if type(node) is Text else self._odd_key(node, event)
                elif key in holder:
                    self._repeated(key, holder)
                    key = None
                else:
                    holder[key] = node
                    key = None
            elif holder is not None:
                holder.append(node)

    def _tag(self, event: Any) -> None:
        if event.tag is not None and event.tag != "!":
            self.report(event.start_mark, "tag", f"tags such as {event.tag} have no meaning here", hint="remove it")

    def _odd_scalar(self, event: Any) -> Text | None:
        """A scalar with a tag or an anchor, or a very long one."""
        value = event.value
        if len(value) > self.limits.scalar:
            message = f"this text has {len(value):,} characters; the limit is {self.limits.scalar:,}"
            self.stop(event.start_mark, "text-too-long", message, "scalar")
        self._tag(event)
        plain = not event.style  # None, or '' from libyaml
        node = None if plain and value in _NULLS else self._quoted(event)
        if event.anchor:
            self.anchors[event.anchor] = (node, 1)
        return node

    def _quoted(self, event: Any) -> Text | None:
        value = event.value
        if not value.isascii() and _SURROGATE.search(value):
            self.report(event.start_mark, "bad-character", "half of a character pair (a surrogate) cannot be written")
            return None
        return _text(value, event.start_mark, not event.style)

    def _open(self, event: Any, depth: int) -> Map | Seq:
        self.nodes += 1
        self._tag(event)
        if depth > self.limits.depth:
            message = f"lists and maps are nested deeper than {self.limits.depth}"
            self.stop(event.start_mark, "too-deep", message, "depth")
        node: Map | Seq = Map() if type(event) is yaml.MappingStartEvent else Seq()
        node.line, node.column = event.start_mark.line + 1, event.start_mark.column + 1
        return node

    def _alias(self, event: Any) -> Node:
        self.aliases += 1
        if self.aliases > self.limits.aliases:
            self.stop(event.start_mark, "too-many-aliases", f"more than {self.limits.aliases} aliases", "aliases")
        if event.anchor not in self.anchors:
            self.report(event.start_mark, "unknown-alias", f"no anchor &{event.anchor} stands before this alias")
            return None
        node, size = self.anchors[event.anchor]
        # What an alias repeats counts again, so that aliases of aliases cannot explode when they are walked.
        self.nodes += size
        return node

    def _odd_key(self, node: Node, event: Any) -> Text:
        if node is not None or type(event) is not yaml.ScalarEvent:
            self.report(event.start_mark, "bad-key", "a key is a word, not a list or a map")
        return _text("null", event.start_mark, True)

    def _repeated(self, key: Text, holder: Map) -> None:
        first = next(k for k in holder if k == key)
        self.found.append(
            self.document.finding(
                key.line,
                key.column,
                "repeated-key",
                f"'{key}' stands here a second time",
                hint=f"it was first written in line {first.line}",
                length=len(key),
            )
        )
