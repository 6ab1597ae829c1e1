"""YAML's parsing events to a tree, with a stack of its own.

`yaml.load` and `yaml.compose` recurse (200 kB of brackets end the process), guess types, keep the last of two equal
keys and expand merge bombs; nothing of PyYAML is used but the events.
"""

import re
from collections.abc import Callable
from typing import Any, NoReturn, cast

import yaml

from ..findings import Finding
from .nodes import Limits, Map, Node, Seq, Text, text_at

SyntaxProblem = yaml.YAMLError
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# The limit of the libyaml that PyYAML 6.0.4 brings along.
_LIBYAML_DEPTH = 1000
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_SURROGATE = re.compile("[\ud800-\udfff]")


class Stop(Exception):
    """A finding after which the file cannot be read on."""


class Composer:
    """Builds the tree from the event stream with a stack of its own, so that depth cannot exhaust Python's."""

    def __init__(self, make_finding: Callable[..., Finding], limits: Limits) -> None:
        self.make_finding, self.limits = make_finding, limits
        self.found: list[Finding] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.nodes = 0
        self.aliases = 0

    def report(self, mark: Any, code: str, message: str, **more: Any) -> None:
        self.found.append(self.make_finding(mark.line + 1, mark.column + 1, code, message, **more))

    def stop(self, mark: Any, code: str, message: str, setting: str) -> NoReturn:
        self.report(mark, code, message, hint=f"--limit {setting}=N raises the limit")
        raise Stop

    def run(self, text: str) -> Node:
        """The first document of `text`. Raises yaml.YAMLError at a syntax error and Stop at an exceeded limit."""
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
        except yaml.MarkedYAMLError as error:
            # A row of brackets meets libyaml's own limit before any event comes.
            if error.problem == "exceeded maximum nesting depth":
                self._too_deep(error.problem_mark, min(self.limits.depth, _LIBYAML_DEPTH))
            raise
        finally:
            loader.dispose()

    def _too_deep(self, mark: Any, depth: int) -> NoReturn:
        self.stop(mark, "too-deep", f"lists and maps are nested deeper than {depth}", "depth")

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
        return text_at(value, event.start_mark, not event.style)

    def _open(self, event: Any, depth: int) -> Map | Seq:
        self.nodes += 1
        self._tag(event)
        if depth > self.limits.depth:
            self._too_deep(event.start_mark, self.limits.depth)
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
        return text_at("null", event.start_mark, True)

    def _repeated(self, key: Text, holder: Map) -> None:
        first = next(k for k in holder if k == key)
        self.found.append(
            self.make_finding(
                key.line,
                key.column,
                "repeated-key",
                f"'{key}' stands here a second time",
                hint=f"it was first written in line {first.line}",
                length=len(key),
            )
        )
