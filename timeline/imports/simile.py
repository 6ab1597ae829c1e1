"""SIMILE Timeline: XML and JSON."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from typing import Any

from .draft import Draft, Foreign, Unreadable
from .markup import words_and_links

_USED = {"start", "end", "title", "text", "description", "link", "caption", "isDuration", "durationEvent", "_text"}


def read(data: bytes, _: Mapping[str, str]) -> Foreign:
    """Events with start and end; the inner bounds of a vague range, which EDTF cannot write, are kept in the note."""
    text = data.decode("utf-8-sig", "replace")
    found = _from_xml(text) if text.lstrip().startswith("<") else _from_json(text)
    drafts = tuple(_draft(event, f"event {n}") for n, event in enumerate(found, 1))
    return Foreign(drafts)


def _from_xml(text: str) -> list[dict[str, Any]]:
    # No declared entity is taken: the one attack that the standard parser leaves open is a bomb made of them.
    if re.search(r"<!(DOCTYPE|ENTITY)", text):
        raise Unreadable("XML with a document type is not read")
    try:
        root = ET.fromstring(text)  # noqa: S314
    except ET.ParseError as error:
        raise Unreadable(f"this is not XML: {error}") from error
    return [{**e.attrib, "_text": "".join(e.itertext())} for e in root.iter("event")]


def _from_json(text: str) -> list[dict[str, Any]]:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise Unreadable(f"this is not strict JSON: {error}") from error
    events = value.get("events") if isinstance(value, dict) else value
    if not isinstance(events, list):
        raise Unreadable("this is not a SIMILE file: it has no list 'events'")
    return [e for e in events if isinstance(e, dict)]


def _draft(event: Mapping[str, Any], place: str) -> Draft:
    get = {k: str(v) for k, v in event.items() if v is not None}
    words, links = words_and_links(get.get("description") or get.get("text") or get.get("_text", ""), flowing=True)
    title = words_and_links(get.get("title") or get.get("caption") or words[:80], flowing=True)[0]
    link = ((get["link"], ""),) if get.get("link") else ()
    rest = tuple((k, v) for k, v in get.items() if k not in _USED and v)
    return Draft(
        place,
        get.get("start", ""),
        " ".join(title.split()),
        get.get("end", ""),
        summary=words,
        sources=(*link, *links),
        rest=rest,
    )
