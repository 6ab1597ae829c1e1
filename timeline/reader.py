"""Located trees to records, gathering findings; never raises for bad data.

Each record is validated on its own, so that a fault in one leaves the others usable, and every fault is told with
the place where it stands.
"""

from collections.abc import Sequence
from typing import Any, cast
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from .collected import Reading
from .document import Document, Map, Seq, Text
from .ids import made_id
from .model import Era, Event, File, Timeline
from .nearest import nearest
from .places import key_place, locate
from .validating import validate


def read(documents: Sequence[Document]) -> Reading:
    """All records of the documents, which together are one store."""
    reading = Reading()
    for document in documents:
        reading.findings.extend(document.findings)
    tops = [(d, d.root) for d in documents if isinstance(d.root, Map)]
    for document in documents:
        _check_top(reading, document)
    _read_timeline(reading, tops)
    zone = _zone(reading)
    for document, top in tops:
        for section, kind, adapter in _SECTIONS:
            _read_map(reading, document, top, section, kind, adapter, zone)
    for document, top in tops:
        _read_eras(reading, document, top, zone)
        _read_events(reading, document, top, zone)
    return reading


def _check_top(reading: Reading, document: Document) -> None:
    root = document.root
    if root is None or isinstance(root, Map):
        known = [field.alias or name for name, field in File.model_fields.items()]
        for key in root or ():
            if key not in known:
                guess = nearest(key, known)
                hint = f"did you mean '{guess}'?" if guess else f"known are {', '.join(known)}"
                message = f"'{key}' is not a part of a store"
                reading.findings.append(
                    document.finding(key.line, key.column, "unknown-key", message, hint=hint, length=len(key))
                )
        return
    what = "a list" if isinstance(root, Seq) else "one text"
    reading.findings.append(
        document.finding(1, 1, "not-a-store", f"the file is {what}", hint="a store begins with 'events:'")
    )


def _read_timeline(reading: Reading, tops: Sequence[tuple[Document, Map]]) -> None:
    for document, top in tops:
        node = top.get(cast(Text, "timeline"))
        if node is None:
            continue
        if ("timeline", "") in reading.nodes:
            first = reading.nodes["timeline", ""][0]
            at = key_place(document, top, ["timeline"])
            reading.findings.append(
                document.finding(
                    at.line,
                    at.column,
                    "repeated-key",
                    "'timeline' stands in two files",
                    hint=f"it was first written in {first.name}",
                    length=8,
                )
            )
            continue
        reading.nodes["timeline", ""] = (document, node)
        found = validate(reading, "timeline", "", TypeAdapter(Timeline), node, None)
        reading.timeline = found or reading.timeline


def _zone(reading: Reading) -> ZoneInfo | None:
    name = reading.timeline.time_zone
    if name is None:
        return None
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        message = f"'{name}' is not a known time zone"
        reading.findings.append(
            reading.finding(
                "timeline",
                "",
                ["time_zone"],
                "bad-zone",
                message,
                hint="write an IANA name such as America/Los_Angeles",
            )
        )
        return None


_FILE = {name: info.annotation for name, info in File.model_fields.items()}
_SECTIONS: tuple[tuple[str, str, TypeAdapter[Any]], ...] = tuple(
    (section, kind, TypeAdapter(_FILE[section].__args__[1]))  # type: ignore[union-attr]
    for section, kind in (("threads", "thread"), ("actors", "actor"), ("sources", "source"))
)
_ID = TypeAdapter(_FILE["threads"].__args__[0])  # type: ignore[union-attr]
_EVENT = TypeAdapter(Event)
_ERA = TypeAdapter(Era)


def _read_map(
    reading: Reading,
    document: Document,
    top: Map,
    section: str,
    kind: str,
    adapter: TypeAdapter[Any],
    zone: ZoneInfo | None,
) -> None:
    node = top.get(cast(Text, section))
    if node is None:
        return
    if not isinstance(node, Map):
        _wrong_shape(reading, document, top, section, "a map of ids")
        return
    target: dict[str, Any] = getattr(reading, section)
    for key, value in node.items():
        if (kind, str(key)) in reading.nodes:
            _repeated(reading, document, key, kind)
            continue
        reading.nodes[kind, str(key)] = (document, value if isinstance(value, Map | Text) else key)
        if _valid_id(reading, document, key, kind):
            record = validate(reading, kind, str(key), adapter, value, zone)
            if record is not None:
                target[str(key)] = record


def _wrong_shape(reading: Reading, document: Document, top: Map, section: str, wanted: str) -> None:
    at = locate(document, top, [section])
    reading.findings.append(document.finding(at.line, at.column, "wrong-type", f"'{section}' is {wanted}"))


def _repeated(reading: Reading, document: Document, key: Text, kind: str) -> None:
    first = reading.place(kind, str(key))
    where = f"line {first.line}" + ("" if first.document is document else f" of {first.document.name}")
    reading.findings.append(
        document.finding(
            key.line,
            key.column,
            "repeated-id",
            f"a second {kind} has the id '{key}'",
            hint=f"the first stands in {where}",
            length=len(key),
        )
    )


def _valid_id(reading: Reading, document: Document, key: Text, kind: str) -> bool:
    try:
        _ID.validate_python(str(key))
    except ValidationError as error:
        message = str(error.errors()[0]["msg"])
        reading.findings.append(
            document.finding(key.line, key.column, "bad-id", message, record=f"{kind} '{key}'", length=len(key))
        )
        return False
    return True


def _read_events(reading: Reading, document: Document, top: Map, zone: ZoneInfo | None) -> None:
    node = _list(reading, document, top, "events", "event")
    for number, item in enumerate(node, 1):
        _read_event(reading, document, node, number, item, zone)


def _read_eras(reading: Reading, document: Document, top: Map, zone: ZoneInfo | None) -> None:
    node = _list(reading, document, top, "eras", "era")
    for number, item in enumerate(node, 1):
        if not isinstance(item, Map):
            _not_a_map(reading, document, node, number, "an era")
            continue
        # Eras have no ids: in a folder each is known by its place in its own file.
        name = str(number) if ("era", str(number)) not in reading.nodes else f"{number} of {document.name}"
        reading.nodes["era", name] = (document, item)
        era = validate(reading, "era", name, _ERA, item, zone)
        if era is not None:
            reading.eras.append(era)


def _list(reading: Reading, document: Document, top: Map, section: str, kind: str) -> Seq:
    """The section's list; empty when there is none, or when it is something else, which is told."""
    node = top.get(cast(Text, section))
    if node is not None and not isinstance(node, Seq):
        _wrong_shape(reading, document, top, section, f"a list: each {kind} begins with '- '")
    return node if isinstance(node, Seq) else Seq()


def _read_event(
    reading: Reading, document: Document, holder: Seq, number: int, item: Any, zone: ZoneInfo | None
) -> None:
    if not isinstance(item, Map):
        _not_a_map(reading, document, holder, number, "an event")
        reading.broken += 1
        return
    written = item.get(cast(Text, "id"))
    event_id = str(written) if isinstance(written, Text) else _id_of(reading, item, number)
    if ("event", event_id) in reading.nodes:
        _repeated(reading, document, written if isinstance(written, Text) else next(iter(item)), "event")
        reading.broken += 1
        return
    reading.nodes["event", event_id] = (document, item)
    event = validate(reading, "event", event_id, _EVENT, item, zone)
    if event is None:
        reading.broken += 1
    else:
        reading.events.append(event if event.id else event.model_copy(update={"id": event_id}))


def _not_a_map(reading: Reading, document: Document, holder: Seq, number: int, what: str) -> None:
    at = locate(document, holder, [number - 1])
    message = f"{what} is a map with a date and a title"
    record = f"{what.split()[1]} {number}"
    reading.findings.append(
        document.finding(at.line, at.column, "wrong-type", message, record=record, length=at.length)
    )


def _id_of(reading: Reading, item: Map, number: int) -> str:
    title, date = (str(item.get(cast(Text, key)) or "") for key in ("title", "date"))
    return made_id(title, date, number, lambda made: ("event", made) in reading.nodes)
