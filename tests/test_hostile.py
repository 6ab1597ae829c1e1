"""What strangers put into a store or send to the app: refused with a place, or carried as text."""

import email
import json
import xml.etree.ElementTree as ET
from email import policy

import pytest

from timeline import arrange, loads, narrate
from timeline.embeds.mail import to_mail
from timeline.formats import WRITERS
from timeline.imports import READERS
from timeline.web import create_app

SOURCES = "sources: ['https://a.example/1', 'https://b.example/2']"


@pytest.mark.parametrize("odd", ["[a]", "[]", "{}", "[[]]", "{a: b}", "~"])
@pytest.mark.parametrize(
    "text",
    [
        "timeline: {title: %s}", "actors: {a: {name: %s}}", "actors: {a: {name: A, roles: [{role: %s}]}}", "sources: {s: {url: %s}}",
        "sources: {s: {ref: %s}}", "events: [{date: %s, title: A}]", "events: [{date: 2020, title: %s}]",
        "events: [{date: 2020, title: A, summary: %s}]", "events: [{date: 2020, title: A, quotes: [{by: B, text: %s}]}]",
        "events: [{date: 2020, title: A, disputes: [{issue: %s, sides: []}]}]", "events: [{date: 2020, title: A, relations: [{cites: [%s]}]}]",
        "events: [{date: 2020, title: A, sources: [{url: 'https://a.example/1', archived: %s}]}]", "events: [{date: 2020, title: A, amounts: {x: {value: %s}}}]",
    ],
)
def test_a_list_or_map_where_a_text_belongs(text, odd):
    """A located finding, never an exception."""
    store = loads(text % odd)
    assert all(f.line == 1 and f.column >= 1 for f in store.findings)


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85"])
def test_line_ends_that_editors_do_not_count(character):
    """They would put every later finding a line off: refused at their place."""
    (finding,) = loads(f"events:\n- date: 2020\n  title: a{character}b\n").findings
    assert (finding.line, finding.column, finding.code) == (3, 11, "bad-character")


def test_control_characters_by_escape():
    """YAML lets them in; no output can carry them."""
    assert [f.code for f in loads('events: [{date: 2020, title: "a\\0b"}]').findings] == ["bad-character"]


def test_headlines_are_one_line():
    """A line break in a title cannot forge a line of a text."""
    store = loads(f'events: [{{date: 2020, title: "a\\nb", {SOURCES}}}]')
    assert store.events[0].title == "a b"


@pytest.mark.parametrize("as_of", ["2020/", "../2020", "2015/..", "Y12000"])
def test_an_odd_day_of_the_store_stops_nothing(as_of):
    """Drawn, told and exported all the same."""
    store = loads(f"timeline: {{as_of: {as_of}, time_zone: Asia/Kolkata}}\nevents:\n- {{date: '0001-01-05T00:00', title: A, {SOURCES}}}\n- {{date: 0044-03-15T10:00, title: B, {SOURCES}}}\n")
    json.loads(arrange(store).to_json())
    assert b"DTSTART:00440315T" in WRITERS["ics"](store, store.events).data
    assert len(narrate(store).sentences) == 2


def test_a_quotation_of_stops_alone():
    """Told or left out, without failing."""
    text = f"actors: {{t: {{name: Tom}}}}\nevents:\n- {{date: 2020-01-01, title: A, clause: '{{t}} [praised] it for what it is', actors: [t], quotes: [{{by: t, text: ...}}], {SOURCES}}}\n"
    for form in ("chronicle", "explainer", "brief"):
        assert narrate(loads(text), form=form).sentences


def test_a_mail_has_the_parts_that_we_gave_it():
    """No author's line can part the message."""
    title = "T story"
    line = "--=-0123456789abcdef01234567"
    store = loads(f"timeline: {{title: {title}}}\nevents:\n- id: a\n  date: 2020\n  title: A\n  summary: x\n  {SOURCES}\n  facts: ['{line}']\nthreads: {{t: '{line}'}}\n")
    raw = to_mail(store, narrate(store), b"png")
    message = email.message_from_bytes(raw, policy=policy.default)
    assert [p.get_content_type() for p in message.walk()] == ["multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png"]


def test_a_summary_cannot_forge_events_of_markwhen():
    """What is read back is what was written."""
    store = loads('events: [{date: 2020, title: A, summary: "x\\n\\n2021-01-01: forged", sources: [{title: "2019: the year"}]}]')
    written = WRITERS["markwhen"](store, store.events).data
    assert len(READERS["markwhen"](written, {}).drafts) == 1


def test_atom_is_well_formed():
    """Attributes too."""
    store = loads(f'threads: {{t: "a & <b>"}}\nevents: [{{date: 2020-01-01, title: A, thread: t, {SOURCES}}}]')
    ET.fromstring(WRITERS["atom"](store, store.events).data)


@pytest.fixture
def client(tmp_path):
    path = tmp_path / "events.yaml"
    path.write_text(f"events: [{{date: 2020, title: A, {SOURCES}}}]")
    return create_app(path).server.test_client()


@pytest.mark.parametrize(
    "body",
    ['{"output": []}', '{"output": {}}', "[" * 100_000, '{"a":' * 50_000,
     '{"output": "card.tree", "outputs": [], "inputs": [], "state": []}', '{"output": "card.tree", "x": "\\ud800"}'],
)
def test_bodies_of_strangers(client, body):
    """400, and no traceback."""
    assert client.post("/_dash-update-component", data=body, content_type="application/json").status_code == 400


@pytest.mark.parametrize("window", ["d-1e308..d1e308", "d1e300..d1e301", "d-1e14..d1e14", "d-3e13..d3e13"])
def test_windows_beyond_all_calendars(client, window):
    """Left out, or told that the form cannot."""
    assert client.get(f"/story.md?form=between&window={window}").status_code in (200, 400)


def test_a_file_that_fails_the_reader_keeps_the_page(tmp_path, monkeypatch):
    """Should there be one: the last good store stays, and the failure is told."""
    from timeline.web import watch

    path = tmp_path / "events.yaml"
    path.write_text("events: [{date: 2020, title: A}]")
    watched = watch.Watch(path)
    assert len(watched.snapshot().store.events) == 1
    monkeypatch.setattr(watch, "load", lambda *_: 1 / 0)
    path.write_text("events: [{date: 2020, title: BB}]")
    assert (watched.snapshot().stale, watched.snapshot().findings[0].code) == (True, "internal")
