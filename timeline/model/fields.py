"""The kinds of text a field may hold, each with its check and what editors are told of it."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

from ..amounts import AmountError, Quantity, parse_quantity
from ..dates import DateError, When, parse, suggest
from ..urls import looks_like_url, url_problem

_ID = re.compile(r"^[^\W_][\w-]{0,79}$|^_[\w-]{1,79}$")


# What YAML's escapes can bring in and no output can carry.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_BREAK = re.compile("[\n\r\t\x85\u2028\u2029]")


class Shorthand:
    """Lets a record be written as one text: `Musk v. OpenAI` for `{title: Musk v. OpenAI}`."""

    def __init__(self, key: str, url_key: str | None = None) -> None:
        self.key, self.url_key = key, url_key

    def expand(self, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if self.url_key and looks_like_url(value):
            return {self.url_key: value}
        return {self.key: value}

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return core_schema.no_info_before_validator_function(self.expand, handler(source))

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> Any:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


class OneOrMany:
    """Lets a list of one be written without its brackets."""

    @staticmethod
    def wrap(value: Any) -> Any:
        return [value] if isinstance(value, str | dict) else value

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return core_schema.no_info_before_validator_function(self.wrap, handler(source))

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> Any:
        many = handler(schema)
        return {"anyOf": [many["items"], many]}


def _id(value: Any) -> Any:
    if not isinstance(value, str):
        return value  # pydantic says that it is no text
    if not _ID.match(value):
        raise PydanticCustomError("bad-id", "an id has letters, digits, '-' and '_', at most 80 of them")
    return value


def _line(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not value.strip():
        raise PydanticCustomError("empty", "this text is empty")
    bad = _CONTROL.search(value)
    if bad:
        code = f"U+{ord(bad.group()):04X}"
        raise PydanticCustomError("bad-character", "the control character {code} cannot be shown", {"code": code})
    return value


def _words(value: Any) -> Any:
    """A headline or a name is one line, however it was folded in the file."""
    value = _line(value)
    return " ".join(value.split()) if isinstance(value, str) and _BREAK.search(value) else value


def _url(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    problem = url_problem(value)
    if problem:
        raise PydanticCustomError("bad-url", "{problem}", {"problem": problem})
    return value


def _date(value: Any, info: ValidationInfo) -> When:
    if isinstance(value, list):
        value = "[" + ",".join(str(v) for v in value) + "]"
    if not isinstance(value, str):
        raise PydanticCustomError("bad-date", "a date is written as text, such as 2025-02-10")
    try:
        return parse(str(value), (info.context or {}).get("zone"))
    except DateError as error:
        context = {"problem": error.message, "offset": error.offset, "length": error.length}
        meant = suggest(str(value))
        if meant and not error.message.endswith(f"as {meant}"):
            context["hint"] = f"did you mean {meant}?"
        raise PydanticCustomError("bad-date", "{problem}", context) from None


def _quantity(value: Any) -> Quantity:
    try:
        return parse_quantity(str(value))
    except AmountError as error:
        raise PydanticCustomError("bad-amount", "{problem}", {"problem": str(error)}) from None


# Editors read 1984 as a number; here every scalar is text.
Line = Annotated[str, BeforeValidator(_line), WithJsonSchema({"type": ["string", "number"]})]
Words = Annotated[str, BeforeValidator(_words), WithJsonSchema({"type": ["string", "number"]})]
Id = Annotated[str, BeforeValidator(_id)]
Url = Annotated[str, BeforeValidator(_url), WithJsonSchema({"type": "string", "format": "uri"})]
Date = Annotated[
    When,
    PlainValidator(_date),
    WithJsonSchema({"type": ["string", "integer", "array"], "description": "EDTF: 2025-02-10, 2018-02~, 2015/.."}),
]
Value = Annotated[
    Quantity,
    PlainValidator(_quantity),
    WithJsonSchema(
        {"type": ["string", "number"], "description": "97.4 billion; 79 billion to 134 billion; undisclosed"}
    ),
]
