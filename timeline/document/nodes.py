"""What a YAML file is read into: texts, lists and maps that know their places."""

from dataclasses import dataclass
from typing import Any


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


def text_at(value: str, mark: Any, plain: bool) -> Text:
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
