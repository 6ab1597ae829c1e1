"""Plain records as YAML that people can go on with: quoted wherever any reader could take a text for something else."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

# Begins with a letter, holds nothing that YAML knows; or is a date as the format writes it.
_BARE = re.compile(r"[A-Za-z][\w .,()/'’–-]*[\w.)]|[A-Za-z]|\d{4}(-\d\d){0,2}(/(\d{4}(-\d\d){0,2}|\.\.))?", re.ASCII)
_WORDS = {"null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf"}
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def to_yaml(value: Mapping[str, Any]) -> str:
    """Block style, two spaces; keys in the order given."""
    return "".join(_map(value, 0))


def writable(text: str) -> str:
    """The text without the characters that no YAML file may hold."""
    return _UNWRITABLE.sub("", text)


def scalar(text: str) -> str:
    """One text. What is not plainly a word or a date stands in double quotes, escaped as JSON has it."""
    text = writable(text)
    if _BARE.fullmatch(text) and text.lower() not in _WORDS:
        return text
    # Line separators that are not JSON's business are YAML's.
    return re.sub("[\x85\u2028\u2029]", lambda m: f"\\u{ord(m[0]):04x}", json.dumps(text, ensure_ascii=False))


def _map(value: Mapping[str, Any], indent: int) -> list[str]:
    lines = []
    for key, item in value.items():
        lines += _entry(f"{' ' * indent}{scalar(key)}:", item, indent)
    return lines


def _entry(head: str, item: Any, indent: int) -> list[str]:
    if isinstance(item, Mapping):
        return [f"{head}\n", *_map(item, indent + 2)]
    if isinstance(item, Sequence) and not isinstance(item, str):
        return [f"{head}\n", *(line for one in item for line in _item(one, indent + 2))]
    return [f"{head} {scalar(str(item))}\n"]


def _item(item: Any, indent: int) -> list[str]:
    if not isinstance(item, Mapping):
        return [f"{' ' * indent}- {scalar(str(item))}\n"]
    lines = _map(item, indent + 2)
    return [f"{' ' * indent}- {lines[0].lstrip()}", *lines[1:]]
