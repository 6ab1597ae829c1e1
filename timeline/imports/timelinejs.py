"""TimelineJS3 JSON, and the older form of version 2."""

import json
from collections.abc import Mapping
from typing import Any

from .draft import Draft, Foreign, Unreadable
from .markup import words_and_links
from .rows import joined_date

_USED = frozenset("start_date end_date startDate endDate text headline media asset group tag unique_id".split())


def read(data: bytes, _: Mapping[str, str]) -> Foreign:
    """Slides and eras; the title slide becomes title and subtitle."""
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except ValueError as error:
        raise Unreadable(f"this is not JSON: {error}") from error
    if isinstance(whole, dict) and isinstance(whole.get("timeline"), dict):
        whole = whole["timeline"]
    if not isinstance(whole, dict):
        raise Unreadable("this is not a TimelineJS file: it is not an object")
    slides = next((whole[k] for k in ("events", "slides", "date") if isinstance(whole.get(k), list)), None)
    if slides is None:
        raise Unreadable("this is not a TimelineJS file: it has no list 'events'")
    title = whole.get("title") or {"text": {"headline": whole.get("headline", ""), "text": whole.get("text", "")}}
    head, under, _links = _text(title)
    eras = whole.get("eras") or whole.get("era") or []
    drafts = [_slide(s, f"slide {n}") for n, s in enumerate(slides, 1) if isinstance(s, dict)]
    drafts += [_slide(e, f"era {n}", "era") for n, e in enumerate(eras, 1) if isinstance(e, dict)]
    remarks = tuple(f"{d.row}: the era '{d.title}' becomes an event" for d in drafts if d.kind == "era")
    return Foreign(tuple(drafts), head, " ".join(under.split()), remarks=remarks)


def _slide(slide: dict[str, Any], place: str, kind: str = "") -> Draft:
    head, text, links = _text(slide)
    media = slide.get("media") or slide.get("asset") or {}
    media = media if isinstance(media, dict) else {}
    rest = [(f"media {k}" if k != "url" else "media", v) for k, v in media.items() if isinstance(v, str) and v]
    rest += [
        (k, v if isinstance(v, str) else json.dumps(v, ensure_ascii=False))
        for k, v in slide.items()
        if k not in _USED and v
    ]
    return Draft(
        place,
        _date(slide.get("start_date", slide.get("startDate"))),
        head or text[:80] or str(media.get("caption") or media.get("url") or ""),
        _date(slide.get("end_date", slide.get("endDate"))),
        id=str(slide.get("unique_id") or ""),
        summary=text,
        thread=str(slide.get("group") or slide.get("tag") or ""),
        kind=kind,
        sources=links,
        rest=tuple((k, words_and_links(v)[0]) for k, v in rest),
    )


def _text(slide: Any) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    text = slide.get("text") if isinstance(slide, dict) else None
    head, body = (text.get("headline"), text.get("text")) if isinstance(text, dict) else (slide.get("headline"), text)
    words, links = words_and_links(str(body or ""))
    return " ".join(words_and_links(str(head or ""))[0].split()), words, links


def _date(value: Any) -> str:
    """Version 3 has an object of parts, version 2 a text with commas: `2011,12,10`."""
    if isinstance(value, dict):
        get = {k: str(v).strip().removesuffix(".0") for k, v in value.items() if v is not None}
        clock = f"{int(get['hour']):02d}:{int(get.get('minute') or 0):02d}" if get.get("hour", "").isdigit() else ""
        return joined_date(get.get("year", ""), get.get("month", ""), get.get("day", ""), clock)
    if isinstance(value, str) and value.count(",") in (1, 2):
        return joined_date(*[part.strip() for part in value.split(",")])
    return str(value or "")
