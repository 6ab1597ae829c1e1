"""One record at a time: a located node to a model, every fault told with its place."""

from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, TypeAdapter, ValidationError

from .collected import Reading
from .document import Document, Map
from .faults import Fault, translate_all
from .findings import Finding
from .places import key_place, locate

R = TypeVar("R", bound=BaseModel)


def validate(
    reading: Reading, kind: str, record: str, adapter: TypeAdapter[R], node: Any, zone: ZoneInfo | None
) -> R | None:
    """The record, or None when it cannot stand; what is wrong with it is among the findings."""
    document, at = reading.nodes[kind, record]
    empty = [key for key, value in node.items() if value is None] if isinstance(node, Map) else []
    faults = [Fault((key,), "empty", f"'{key}' has no value", "write one or delete the line") for key in empty]
    if empty:
        # An empty line is a mistake, but no reason to lose the record that it stands in.
        node = {key: value for key, value in node.items() if value is not None}
    found: R | None = None
    try:
        found = adapter.validate_python(node, context={"zone": zone})
    except ValidationError as error:
        told = {f"'{key}' is missing" for key in empty}
        faults += [f for f in translate_all(error.errors(include_url=False), kind) if f.path or f.message not in told]
        if kind != "event":
            found = _without(node, {str(e["loc"][0]) for e in error.errors() if e["loc"]}, adapter, zone)
    for fault in faults:
        reading.findings.append(_placed(fault, document, at, f"{kind} '{record}'" if record else kind))
    return found


def _without(node: Any, keys: set[str], adapter: TypeAdapter[R], zone: ZoneInfo | None) -> R | None:
    """A shared record without its faulty keys: an actor with a bad `kind` still has a name, and is told by it."""
    if not isinstance(node, dict):
        return None
    try:
        return adapter.validate_python({k: v for k, v in node.items() if k not in keys}, context={"zone": zone})
    except ValidationError:
        return None


def _placed(fault: Fault, document: Document, node: Any, label: str) -> Finding:
    where = key_place(document, node, fault.path) if fault.at_key else locate(document, node, fault.path)
    offset, length = fault.span(where.length)
    column = where.column + (offset + (0 if where.plain else 1) if fault.length else 0)
    return document.finding(where.line, column, fault.code, fault.message, record=label, hint=fault.hint, length=length)
