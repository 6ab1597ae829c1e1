"""Texts and pictures that people take away: escaped, safe, the same each time."""

import base64
import itertools
import json
import math
import struct
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import arrange, load, loads, narrate
from timeline.amounts import AmountError, parse_quantity
from timeline.engine import View, draw_svg
from timeline.model import Amount
from timeline.money import say_amount
from timeline.packing import pack_bytes
from timeline.prose import to_html, to_markdown, to_text
from timeline.still import to_png
from timeline.text import to_html as field_html
from timeline.text import to_plain
from timeline.urls import host, url_problem

ROOT = Path(__file__).parent.parent
NASTY = "<script>alert(1)</script> & \"x\" 'y' [a](javascript:b) *b* `c`"


def nasty():
    text = json.dumps(NASTY)
    return loads(
        f"timeline: {{title: {text}, as_of: 2026-01-01}}\nthreads: {{t: {text}}}\nactors: {{m: {text}}}\nevents:\n"
        f"- id: a\n  date: 2020\n  title: {text}\n  thread: t\n  actors: [m]\n  summary: {text}\n"
        f"  sources: [{{title: {text}, publisher: {text}}}]\n"
    )


def test_html_escapes_every_field():
    """No tag of the author's survives, and the text is there to read."""
    html = to_html(narrate(nasty()))
    assert "<script" not in html and "&lt;script&gt;" in html


def test_markdown_escapes_marks():
    """What the author wrote is what the reader sees."""
    assert "\\<script\\>" in to_markdown(narrate(nasty()))


def test_every_sentence_cites():
    """The worked story: each sentence has notes, numbered from 1 in order of appearance."""
    story = narrate(load(ROOT / "events.yaml"))
    assert all(sentence.notes for sentence in story.sentences)
    seen: list[int] = []
    for sentence in story.sentences:
        seen.extend(n for n in sentence.notes if n not in seen)
    assert seen == sorted(seen) == list(range(1, len(story.notes) + 1))
    assert to_text(story).count("\n[") == len(story.notes)


def test_svg_is_well_formed_and_escaped():
    """A standalone picture that XML can read, with the event marked; the same bytes twice."""
    scene = arrange(nasty())
    svg = draw_svg(scene, View(width=900, height=400))
    root = ET.fromstring(svg)
    assert root.tag.endswith("svg") and draw_svg(scene, View(width=900, height=400)) == svg
    assert not [e for e in root.iter() if e.tag.endswith("script")]


def test_the_whole_story_draws_as_a_picture():
    """SVG of each theme and of a window; PNG of the asked size."""
    scene = arrange(load(ROOT / "events.yaml"))
    light, dark = draw_svg(scene), draw_svg(scene, View(theme="dark"))
    assert light != dark and 'data-event="musk-bid-97bn"' in light
    png = to_png(light)
    assert int.from_bytes(png[16:20], "big") == 2400


def test_a_picture_has_its_words():
    """Whatever fonts the machine has: ours come with us."""
    words = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text x="5" y="20" font-family="system-ui, sans-serif">Words</text></svg>'
    assert to_png(words) != to_png(words.replace("Words", ""))
    bold = words.replace("<text", '<text font-weight="600"')
    assert to_png(bold) != to_png(words.replace("Words", ""))


def test_scene_is_json_without_infinities():
    """Open ends are null; columns have one entry an event."""
    scene = arrange(loads("events:\n- {date: 2015/.., title: A}\n- {date: ../1950, title: B}\n"))
    data = json.loads(scene.to_json())
    assert data["columns"]["end"] == [data["columns"]["end"][0], None]
    assert {len(column) for column in data["columns"].values()} == {data["count"]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("97.4 billion", "$97.4 billion"),
        ("97,400,000,000", "$97.4 billion"),
        ("9.74e10", "$97.4 billion"),
        ("79 billion to 134 billion", "$79 billion to $134 billion"),
        ("65.5 to 109.4 billion", "$65.5 billion to $109.4 billion"),
        ("undisclosed", "an undisclosed sum"),
        ("1.25 trillion", "$1.25 trillion"),
        ("12500", "$12,500"),
        ("0.5 million", "$500,000"),
        ("-3 million", "−$3 million"),
        ("1000000", "$1 million"),
    ],
)
def test_amounts_in_words(text, words):
    """Exact as written, scaled to the largest word."""
    assert say_amount(Amount(value=text, currency="USD")) == words


@pytest.mark.parametrize("text", ["", "much", "3bn", "1 to 2 to 3", "5 to 3", "$5", "1,00", "1.2.3", "3 dozen"])
def test_what_is_no_amount(text):
    """Refused in plain words."""
    with pytest.raises(AmountError):
        parse_quantity(text)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        ("[x](https://a.example/1)", '<p><a href="https://a.example/1" rel="noopener noreferrer">x</a></p>'),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](//evil.example)", "<p>[x](//evil.example)</p>"),
        ("![x](https://a.example/t.png)", None),
    ],
)
def test_field_markdown(markdown, html):
    """The subset, and nothing beyond it."""
    rendered = field_html(markdown)
    assert "<img" not in rendered and (html is None or rendered == html)


def test_plain_text_of_markdown():
    """Marks go, words stay."""
    assert to_plain("*a* [b](https://a.example/)\n\nc") == "a b\n\nc"


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("https://example.com/a?b=c#d", True),
        ("http://[::1]/x", True),
        ("https://münchen.example/ü", True),
        ("javascript:alert(1)", False),
        ("java\tscript:x", False),
        ("//example.com", False),
        ("https://", False),
        ("https://user:pass@example.com/", False),
        ("data:text/html,x", False),
        ("https://a b.example/", False),
        ("https://exa\u202emple.com/", False),
        ("feed:javascript:x", False),
        ("https://a.example:0/", False),
        ("ftp://a.example/", False),
    ],
)
def test_the_url_rule(url, good):
    """Absolute http(s) without user names, spaces or direction marks."""
    assert (url_problem(url) is None) is good


def test_hosts_show_look_alikes():
    """A host beyond ASCII is told as punycode."""
    assert (host("https://www.example.com/x"), host("https://ехample.com/")) == ("example.com", "xn--ample-ywe6i.com")


@settings(max_examples=200)
@given(st.text(max_size=40))
def test_no_url_makes_the_rule_fail(text):
    """An answer for every text; what passes is an http(s) address."""
    if url_problem(text) is None:
        assert text.lower().startswith(("http://", "https://"))


def test_binary_columns_draw_the_same_picture():
    """Plain and packed scenes mean the same; large ones travel packed."""
    import dataclasses

    scene = arrange(load(ROOT / "events.yaml"))
    packed = json.loads(scene.to_json(binary=True))
    assert set(packed["columns"]) == set(scene.data["columns"]) and packed["columns"]["start"]["dtype"] == "i4"

    class Packed(type(scene)):
        def to_json(self, *, binary: bool = True) -> str:
            return super().to_json(binary=True)

    same = Packed(**{f.name: getattr(scene, f.name) for f in dataclasses.fields(scene)})
    assert draw_svg(same, View(filter="actor:musk")) == draw_svg(scene, View(filter="actor:musk"))
    assert scene.to_wire() == scene.to_json().encode()


def opened(body: bytes) -> dict:
    """A body of bytes read by docs/scene.md alone: columns as lists, infinities as null."""
    assert body[:8] == b"TLSCENE1" and body[12:16] == bytes(4)
    (length,) = struct.unpack("<I", body[8:12])
    head, base = json.loads(body[16 : 16 + length]), 16 + length
    codes = {"f8": "d", "i4": "i", "u1": "B"}

    def column(place: dict) -> list:
        raw = body[base + place["at"] :][: place["bytes"]]
        assert (base + place["at"]) % 8 == 0
        if "dtype" in place:
            size = struct.calcsize(codes[place["dtype"]])
            values = struct.unpack(f"<{len(raw) // size}{codes[place['dtype']]}", raw)
            return [v if math.isfinite(v) else None for v in values]
        ends = column(place["offsets"])
        return [raw[a:b].decode() for a, b in itertools.pairwise(ends)]

    actors = {name: column(place) for name, place in head["event_actors"].items()}
    lists = [actors["codes"][a:b] for a, b in itertools.pairwise(actors["from"])]
    return {**head, "columns": {n: column(p) for n, p in head["columns"].items()}, "event_actors": lists}


@pytest.mark.parametrize("name", ["events.yaml", "seeds/deep-time.yaml", "seeds/incident.yaml"])
def test_a_body_of_bytes_says_what_the_json_says(name):
    """Every column, whole days in half the room, unknown bounds as null."""
    scene = arrange(load(ROOT / name))
    assert opened(pack_bytes(scene.data)) == json.loads(scene.to_json())


def test_large_scenes_travel_as_bytes():
    """From a few thousand events on."""
    text = "events:\n" + "".join(f"- {{date: {1000 + i % 900}, title: e{i}, id: e{i}}}\n" for i in range(4000))
    scene = arrange(loads(text))
    assert opened(scene.to_wire()) == json.loads(scene.to_json())


def test_open_and_unknown_ends_survive_packing():
    """Null becomes the infinity that it stands for."""
    text = "events:\n" + "".join(f"- {{date: {d!r}, title: {d}}}\n" for d in ("2015/..", "../1950", "2001/", "/1999"))
    scene = arrange(loads(text))
    packed = json.loads(scene.to_json(binary=True))["columns"]
    ends = struct.unpack("<4d", base64.b64decode(packed["end"]["b64"]))
    assert [e if math.isfinite(e) else None for e in ends] == scene.data["columns"]["end"]
    assert draw_svg(scene)
