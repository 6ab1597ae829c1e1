"""Data out: each format read back by somebody else's reader, and what it loses told."""

import csv
import io
import json
import re
import sqlite3
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from timeline import load, loads
from timeline.cells import safe, unsafe
from timeline.cli import main
from timeline.cli_exchange import FORMATS_IN, FORMATS_OUT
from timeline.formats import WRITERS
from timeline.formats.ics import _fold, _text
from timeline.imports import READERS

ROOT = Path(__file__).parent.parent
STORES = ["events.yaml", "seeds/deep-time.yaml", "seeds/antiquity.yaml", "seeds/incident.yaml"]
SMALL = """
timeline: {title: A story, time_zone: America/New_York, as_of: 2026-01-01}
threads: {t: A thread}
actors: {m: {name: Ms M}}
sources: {s: {url: "https://a.example/1", title: "=Title & {braces}", publisher: P, published: 2020-05}}
events:
- {id: a, date: 2020-05-01, title: "=HYPERLINK(1)", thread: t, actors: [m], summary: "Some *text*", sources: [s]}
- {id: b, date: 2020-06-02T14:30, title: Noon, status: alleged, sources: ["https://b.example/2"]}
- {id: c, date: 2019/.., title: Going on, sources: [s], disputes: [{issue: i, sides: [{by: m, claim: no}]}]}
- {id: d, date: -0043-03-15, title: Ides, relations: [{cites: a}]}
"""


@pytest.fixture(scope="module")
def small():
    return loads(SMALL)


def test_the_command_offers_all_formats():
    """The verbs name them without importing them."""
    assert tuple(WRITERS) == FORMATS_OUT and tuple(READERS) == FORMATS_IN


def written(store, form):
    return WRITERS[form](store, store.events)


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("name", STORES)
def test_every_format_takes_every_store(form, name):
    """Something for each, the same bytes twice."""
    store = load(ROOT / name)
    assert written(store, form).data and written(store, form) == written(store, form)


@pytest.mark.parametrize("name", STORES)
def test_json_comes_back_whole(name):
    """The format's own keys: our reader takes it as it is, and nothing is lost."""
    store = load(ROOT / name)
    back = loads(written(store, "json").data.decode(), "x.json")
    assert back.events == store.events and back.actors == store.actors and back.shared == store.shared
    assert (back.timeline, back.threads) == (store.timeline, store.threads)


def test_csv_runs_no_formula(small):
    """Cells that begin like one have an apostrophe, a date before Christ too."""
    rows = list(csv.DictReader(io.StringIO(written(small, "csv").data.decode("utf-8-sig"))))
    cells = {row["id"]: row for row in rows}
    assert cells["a"]["title"] == "'=HYPERLINK(1)" and cells["d"]["date"] == "'-0043-03-15"
    assert cells["a"]["sources"] == "https://a.example/1"
    assert "1 event loses its disputes" in written(small, "csv").losses


@given(st.text())
def test_no_cell_begins_as_a_formula(text):
    """Whatever the author wrote."""
    assert unsafe(safe(text)) == text and unsafe(safe(f"'{text}")) == f"'{text}"
    assert safe(text)[:1] not in ("=", "+", "-", "@", "\t", "\r")


def test_ics_days_moments_and_what_it_leaves_out(small):
    """Days as days, a time in the store's zone as UTC, BC and open ends told."""
    made = written(small, "ics")
    text = made.data.decode()
    assert "DTSTART;VALUE=DATE:20200501\r\nDTEND;VALUE=DATE:20200502" in text
    assert "DTSTART:20200602T183000Z" in text
    assert next(loss for loss in made.losses if "left out" in loss).startswith("'d' is left out: 15 March 44 BC")


@given(st.text(max_size=300))
def test_ics_lines_are_folded_and_nothing_breaks_out(text):
    """At most 75 octets; unfolded it is what was given; no raw line end."""
    folded = _fold(_text(text))
    assert all(len(line.encode("utf-8", "surrogatepass")) <= 75 for line in folded.split("\r\n")) if text.isprintable() else True
    assert folded.replace("\r\n ", "") == _text(text) and not re.search(r"[\r\n]", _text(text))


def test_a_feed_tells_when_it_was_told(small):
    """First and last day of sources and report, no clock; what has no dated source counts from the store's own day."""
    space = {"a": "http://www.w3.org/2005/Atom"}
    store = loads(
        "timeline: {as_of: 2024-06-01}\nsources: {s: {url: 'https://a.example/1', published: 2024-02-03}}\nevents:\n"
        "- {id: a, date: 2020-01-01, title: A, sources: [s], quotes: [{by: B, text: We did it, source: {url: 'https://b.example/', published: 2024-05-06}}]}\n"
        "- {id: b, date: -0043-03-15, title: B}\n- {id: c, date: 2025-01-01, title: C, status: planned, reported: 2023-01-02}\n"
    )
    feed = ET.fromstring(written(store, "atom").data)
    told = [tuple(e.find(f"a:{n}", space).text[:10] for n in ("title", "published", "updated")) for e in feed.findall("a:entry", space)]
    assert told == [("B", "2024-06-01", "2024-06-01"), ("A", "2024-02-03", "2024-05-06"), ("C", "2023-01-02", "2023-01-02")]
    assert feed.find("a:updated", space).text == "2024-06-01T00:00:00Z"


def test_atom_is_xml_with_stable_ids(small):
    """The same id when the title of the event changes; newest first."""
    space = {"a": "http://www.w3.org/2005/Atom"}
    ids = [e.text for e in ET.fromstring(written(small, "atom").data).findall("a:entry/a:id", space)]
    other = loads(SMALL.replace("title: Noon", "title: Changed"))
    assert ids == [e.text for e in ET.fromstring(written(other, "atom").data).findall("a:entry/a:id", space)]
    assert len(set(ids)) == 4 and all(i.startswith("urn:uuid:") for i in ids)


def test_jsonld_events_cite_works(small):
    """schema.org: ISO dates where the date is one, a citation for each source."""
    graph = {item["@id"]: item for item in json.loads(written(small, "jsonld").data)["@graph"]}
    event = graph["#event-a"]
    assert (event["@type"], event["startDate"]) == ("Event", "2020-05-01")
    assert graph[event["subjectOf"][0]["@id"]]["url"] == "https://a.example/1"
    assert graph["#event-c"]["temporalCoverage"] == "2019/.."


def test_sources_as_csl_and_bibtex(small):
    """Each once, dates as far as known; nothing of the author's can end an entry."""
    items = json.loads(written(small, "csl").data)
    assert items[0]["issued"] == {"date-parts": [[2020, 5]]} and len(items) == 2
    assert r"=Title \& \{braces\}" in written(small, "bibtex").data.decode()


def test_sqlite_opens(small, tmp_path):
    """Tables with rows, foreign keys that hold."""
    (tmp_path / "x.db").write_bytes(written(small, "sqlite").data)
    base = sqlite3.connect(tmp_path / "x.db")
    assert base.execute("select count(*) from events").fetchone() == (4,)
    assert base.execute("select title, sources from story where id = 'c'").fetchone() == ("Going on", 1)
    assert base.execute("pragma foreign_key_check").fetchall() == []


def test_timelinejs_escapes_and_keeps_dates():
    """Headlines are HTML there."""
    store = loads("events:\n- {id: a, date: -0043-03, title: '<b>x</b>', sources: ['https://a.example/1']}\n")
    (slide,) = json.loads(written(store, "timelinejs").data)["events"]
    assert slide["start_date"] == {"year": -44, "month": 3} and slide["text"]["headline"] == "&lt;b&gt;x&lt;/b&gt;"


def test_markwhen_says_what_it_cannot_write(small):
    """Dates that it has no form for."""
    made = written(small, "markwhen")
    assert "2019 / now: Going on" in made.data.decode() and any(loss.startswith("'d' is left out") for loss in made.losses)


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_a_second_run_writes_over_the_first(form, tmp_path):
    """Every format is known again as ours; another file with the same name is left alone."""
    store = tmp_path / "s.yaml"
    store.write_text("events:\n- {id: a, date: 2020-01-01, title: A, sources: [{title: T, url: 'https://a.example/1'}, 'https://b.example/']}\n")
    out = tmp_path / "out"
    words = ["export", str(store), "--to", form, "-o", str(out)]
    assert [CliRunner().invoke(main, words).exit_code for _ in range(2)] == [0, 0]
    for other in (b'{"title": 1, "events": []}', b"date,title\n2020,mine\n", b"events: []\n", b"SQLite format 3\0" + bytes(200)):
        out.write_bytes(other)
        assert CliRunner().invoke(main, words).exit_code == 1 and out.read_bytes() == other
