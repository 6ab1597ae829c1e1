"""What pydantic says of a bad record, in plain words: a code, a message, a hint, and where in the record it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from .model import Actor, Era, Event, Source, Thread, Timeline
from .nearest import nearest

_MODELS: dict[str, type[BaseModel]] = {
    "event": Event,
    "era": Era,
    "actor": Actor,
    "source": Source,
    "thread": Thread,
    "timeline": Timeline,
}
# Keys that other tools have and people bring along, with what we have instead.
_ELSEWHERE = {
    ("event", "end"): "write the date as an interval: date: 2025-05-28/2025-06-05",
    ("event", "end_date"): "write the date as an interval: date: 2025-05-28/2025-06-05",
    ("event", "start"): "the key is 'date'",
    ("event", "time"): "write the time in the date: date: 2025-02-10T14:30",
    ("event", "description"): "the key is 'summary'",
    ("event", "text"): "the key is 'summary'",
    ("event", "url"): "put it in 'sources: [https://…]'",
    ("event", "link"): "put it in 'sources: [https://…]'",
    ("event", "source"): "the key is 'sources', a list",
    ("event", "headline"): "the key is 'title'",
    ("event", "category"): "the lane is 'thread', the sort of event is 'kind'",
    ("event", "lane"): "the key is 'thread'",
    ("relations", "replies-to"): "did you mean 'responds-to'?",
    ("relations", "answers"): "did you mean 'responds-to'?",
    ("source", "date"): "the key is 'published'",
    ("source", "name"): "the key is 'publisher' or 'title'",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """`path` leads from the record to the value; `at_key` places the fault at its key; `offset` counts in its text."""

    path: tuple[str | int, ...]
    code: str
    message: str
    hint: str = ""
    at_key: bool = False
    offset: int = 0
    length: int = 0

    def span(self, whole: int) -> tuple[int, int]:
        return (self.offset, self.length) if self.length else (0, whole)


def translate_all(errors: Iterable[Any], kind: str) -> list[Fault]:
    """All of `ValidationError.errors()`; a key that is only missing because it is misspelt is not told twice."""
    faults = [translate(error, kind) for error in errors]
    guessed = {(f.path[:-1], f.hint) for f in faults if f.code == "unknown-key"}
    return [f for f in faults if (f.path, f"did you mean {f.message.removesuffix(' is missing')}?") not in guessed]


def translate(error: dict[str, Any], kind: str) -> Fault:
    """One entry of `ValidationError.errors()` for a record of `kind`."""
    path = tuple(step for step in error["loc"] if step != "[key]")
    name, value, context = error["type"], error.get("input"), error.get("ctx") or {}
    last = str(path[-1]) if path else kind
    if name == "extra_forbidden":
        return _unknown_key(path, kind)
    if name == "missing":
        return Fault(path[:-1], "missing-key", f"'{last}' is missing")
    if value is None:
        return Fault(path, "empty", f"'{last}' has no value", hint="write one or delete the line")
    if name == "bad-date":
        return Fault(
            path,
            name,
            error["msg"],
            context.get("hint", ""),
            offset=context.get("offset", 0),
            length=context.get("length", 0),
        )
    if name == "literal_error":
        return _not_one_of(path, last, value, str(context["expected"]))
    code, message = _MESSAGES.get(name, (name, ""))
    return Fault(path, code, f"'{last}' {message}" if message else _first_lower(error["msg"]))


def _first_lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _unknown_key(path: tuple[str | int, ...], kind: str) -> Fault:
    key = str(path[-1])
    known = _keys_at(path[:-1], kind)
    told = _ELSEWHERE.get((kind, key)) if len(path) == 1 else _ELSEWHERE.get((str(path[0]), key))
    guess = nearest(key, known)
    hint = told or (f"did you mean '{guess}'?" if guess else f"known are {', '.join(known)}")
    holder = kind if len(path) == 1 else f"'{next(s for s in reversed(path[:-1]) if isinstance(s, str))}'"
    return Fault(path, "unknown-key", f"'{key}' is not a key of {holder}", hint, at_key=True)


def _keys_at(path: tuple[str | int, ...], kind: str) -> list[str]:
    """The keys known where `path` leads inside a record of `kind`."""
    model: Any = _MODELS[kind]
    for step in path:
        if isinstance(step, str) and model is not None:
            field = next((f for n, f in model.model_fields.items() if (f.alias or n) == step), None)
            model = _model_in(field.annotation) if field else model
    return [f.alias or n for n, f in model.model_fields.items()] if model else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The record type inside an annotation such as `tuple[Annotated[Quote, …], ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _model_in(argument)
        if found:
            return found
    origin = getattr(annotation, "__origin__", None)
    return _model_in(origin) if origin is not None and origin is not annotation else None


def _not_one_of(path: tuple[str | int, ...], last: str, value: Any, expected: str) -> Fault:
    words = [w.strip("'") for w in expected.replace(" or ", ", ").split(", ")]
    guess = nearest(str(value), words)
    hint = f"did you mean '{guess}'?" if guess else f"write one of {', '.join(words)}"
    return Fault(path, "bad-value", f"'{str(value)[:60]}' is not a {last}", hint)


_MESSAGES = {
    "string_type": ("wrong-type", "is text, not a list or a map"),
    "tuple_type": ("wrong-type", "is a list"),
    "list_type": ("wrong-type", "is a list"),
    "dict_type": ("wrong-type", "is a map of ids"),
    "model_type": ("wrong-type", "is a map"),
    "model_attributes_type": ("wrong-type", "is a map"),
    "float_parsing": ("bad-number", "is a number"),
    "float_type": ("bad-number", "is a number"),
    "greater_than_equal": ("bad-number", "lies between 0 and 1"),
    "less_than_equal": ("bad-number", "lies between 0 and 1"),
    "finite_number": ("bad-number", "is a number"),
    "bool_parsing": ("bad-value", "is true or false"),
    "bool_type": ("bad-value", "is true or false"),
    "too_short": ("empty", "is empty"),
    "string_pattern_mismatch": ("bad-value", "does not have the right form (currency: USD; language: en)"),
}
