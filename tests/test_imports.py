"""Data in: small samples in the shapes of real files; whatever comes, the store that is written has no errors."""

import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import load, loads
from timeline.cli import main
from timeline.document import read_document
from timeline.formats import WRITERS
from timeline.imports import READERS, Draft, Foreign, Unclear, Unreadable, build, read_folder
from timeline.imports.dating import read_date
from timeline.imports.rows import cited
from timeline.imports.wikidata import edtf
from timeline.imports.yaml_text import scalar, to_yaml

ROOT = Path(__file__).parent.parent


def taken(form, text, mapping=None):
    """The store of a sample, and the report."""
    made = build(READERS[form](text if isinstance(text, bytes) else text.encode(), mapping or {}), "sample")
    store = loads(made.text)
    assert [f.sentence for f in store.findings if f.severity == "error"] == []
    assert len(store.events) == made.taken
    return store, made


@pytest.mark.parametrize(
    ("start", "end", "date"),
    [
        ("2013-07-24", "2024-08-06", "2013-07-24/2024-08-06"),
        ("Nov 14 1840 00:00:00 GMT", "", "1840-11-14"),
        ("Fri Nov 22 1963 12:30:00 GMT-0600", "", "1963-11-22T12:30-06:00"),
        ("2017-08-22T00:00", "", "2017-08-22"),
        ("310", "350", "0310/0350"),
        ("-44", "", "-0043"),
        ("-65000000", "", "Y-65000000"),
        ("2015", "present", "2015/.."),
        ("06/07/1914", "", "1914"),
        ("2020-05-01", "2019-05-01", "2020-05-01"),
        ("soon", "", ""),
    ],
)
def test_dates(start, end, date):
    """Exact, or as vague as can be without a guess; a remark whenever something was decided."""
    found, said = read_date(start, end)
    assert found == date
    assert bool(said) == (start in ("06/07/1914", "soon") or end == "2019-05-01")


def test_csv_with_any_headings():
    """Columns by their names or as told; the ambiguous is reported and kept, the unmapped is in the note."""
    sample = "Datum;Titel;Link;Colour\n06/07/1914;=Eins: zwei;https://a.example/1;red\n1915-01-02;Drei;kein Link;\n;Nichts;;\n"
    store, made = taken("csv", sample)
    one, two = store.events
    assert (one.date.text, one.title) == ("1914", "=Eins: zwei") and "06/07/1914" in one.note and "Colour: red" in one.note
    assert two.sources[0].title == "kein Link" and made.read == 3
    assert any(r.startswith("row 2: '06/07/1914'") for r in made.remarks) and "# Not taken" in made.text
    assert taken("csv", "a,b\n2020,X\n", {"date": "a", "title": "b"})[0].events[0].title == "X"
    with pytest.raises(Unreadable, match="--map title"):
        READERS["csv"](b"date,x\n2020,1\n", {})


def test_excel():
    """The first sheet; whole numbers and days as people write them."""
    openpyxl = pytest.importorskip("openpyxl")
    from datetime import datetime

    book = openpyxl.Workbook()
    for row in (["Date", "Title"], [datetime(2020, 5, 1), "A"], [1500.0, "B"]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    store, _ = taken("xlsx", out.getvalue())
    assert [e.date.text for e in store.events] == ["1500", "2020-05-01"]


def test_timelinejs_both_ways_round():
    """Its JSON, its spreadsheet; HTML becomes words, links become sources, media stay in the note."""
    slide = {
        "start_date": {"year": "1815", "month": "12", "day": "10"}, "end_date": {"year": 1852, "month": "", "day": ""},
        "text": {"headline": "Ada <b>Lovelace</b>", "text": "<p>Wrote <a href='https://a.example/n'>notes</a>.</p><script>x</script>"},
        "media": {"url": "https://a.example/m.jpg", "credit": "C"}, "group": "People",
    }  # fmt: skip
    store, _ = taken("timelinejs", json.dumps({"title": {"text": {"headline": "Women"}}, "events": [slide], "eras": [{"start_date": {"year": 1800}, "text": {"headline": "Era"}}]}))
    event = store.by_id["ada-lovelace"]
    assert (store.title, event.date.text, event.summary) == ("Women", "1815-12-10/1852", "Wrote notes.")
    assert event.sources[0].url == "https://a.example/n" and "media credit: C" in event.note and len(store.events) == 2
    sheet = "Year,Month,Day,Headline,Text,Media,Type,Group\n,,,The Title,,,title,\n-44,3,15,Ides,T,,,\n1815,12,10,Ada,,,,G\n"
    store, _ = taken("csv", sheet)
    assert store.title == "The Title" and [e.date.text for e in store.events] == ["-0043", "1815-12-10"]


def test_simile():
    """XML and JSON; the bounds that have no place are in the note."""
    xml = '<data><event start="Jun 1862" latestStart="Jul 1862" end="1865" title="A &amp; B" link="https://a.example/1">It &lt;p&gt;was</event></data>'
    store, _ = taken("simile", xml)
    (event,) = store.events
    assert (event.date.text, event.title, event.summary) == ("1862-06/1865", "A & B", "It\n\nwas")
    lines = "<data><event start='1862' title='A'>One\n  line and &lt;b&gt;no&lt;/b&gt;\n more</event></data>"
    assert taken("simile", lines)[0].events[0].summary == "One line and no more"
    assert "latestStart: Jul 1862" in event.note
    assert taken("simile", '{"events": [{"title": "X", "start": "2001-06-07"}]}')[0].events[0].date.text == "2001-06-07"
    with pytest.raises(Unreadable):
        READERS["simile"](b'<!DOCTYPE d [<!ENTITY a "b">]><data/>', {})


def test_ics():
    """Folded lines, escapes, days whose end is the day after."""
    text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20200501\r\nDTEND;VALUE=DATE:20200503\r\nSUMMARY:A\\, b\r\n  c\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    store, _ = taken("ics", text)
    assert (store.events[0].date.text, store.events[0].title, store.events[0].note) == ("2020-05-01/2020-05-02", "A, b c", "RRULE: FREQ=DAILY")


def test_markwhen():
    """Sections, ranges, tags, links."""
    text = "title: Mine\n\nsection Early\n2020-05-01: First #tag\nMore [Page](https://a.example/1)\n\n2021 / now: Second\nendSection\n"
    store, _ = taken("markwhen", text)
    first, second = store.events
    assert (store.title, first.title, first.thread, first.sources[0].url) == ("Mine", "First", "early", "https://a.example/1")
    assert second.date.text == "2021/.."


@pytest.mark.parametrize(
    ("time", "precision", "date"),
    [
        ("+1879-03-14T00:00:00Z", 11, "1879-03-14"), ("+1879-03-00T00:00:00Z", 10, "1879-03"), ("+1879-00-00T00:00:00Z", 9, "1879"),
        ("+1870-00-00T00:00:00Z", 8, "187X"), ("-0044-03-00T00:00:00Z", 10, "-0043-03"), ("-66000000-00-00T00:00:00Z", 3, "Y-65999999~"),
    ],
)  # fmt: skip
def test_wikidata_precision(time, precision, date):
    """As fine as it is known; 44 BC is the year −43 of astronomers."""
    assert edtf(time, precision, "Q1985727") == (date, "")


def test_wikidata_keeps_the_calendar():
    """The October Revolution: 25 October of the Julian calendar is 7 November."""
    date, said = edtf("+1917-10-25T00:00:00Z", 11, "http://www.wikidata.org/entity/Q1985786")
    assert date == "1917-11-07" and "1917-10-25" in said
    snak = {"snaktype": "value", "datavalue": {"value": {"time": "+1917-10-25T00:00:00Z", "precision": 11, "calendarmodel": "x/Q1985786"}}}
    entity = {"id": "Q1", "labels": {"en": {"value": "Revolution"}}, "claims": {"P585": [{"mainsnak": snak}]}}
    store, _ = taken("wikidata", json.dumps({"entities": {"Q1": entity}}))
    assert store.events[0].title == "Revolution" and "Julian" in store.events[0].note


def test_a_folder_of_markdown(tmp_path):
    """Front matter, or Jekyll's file names; a broken front matter is told and the others are taken."""
    (tmp_path / "2020-05-01-first-post.md").write_text("---\ntags: [x]\nsource: https://a.example/1\n---\nBody [b](https://b.example/2)\n")
    (tmp_path / "b.md").write_text("---\ndate: 2021-02\ntitle: 'Second: one'\n---\n")
    (tmp_path / "c.md").write_text('---\ntitle: "x\n---\n')
    made = build(read_folder(tmp_path), "posts")
    store = loads(made.text)
    assert store.sound and [(e.date.text, e.title) for e in store.events] == [("2020-05-01", "first post"), ("2021-02", "Second: one")]
    assert len(store.events[0].sources) == 2 and any(r.startswith("c.md") for r in made.remarks)


def test_numbers_that_count_back_are_asked_about():
    """115 to 105 of a list of dinosaurs are millions of years, not years of our era; no date is made of a guess."""
    rows = "".join(f"<event start='{n + 10}' end='{n}.5' title='D{n}'/>" for n in (105, 121, 66))
    data = f"<data>{rows}<event start='230' title='E'/></data>".encode()
    with pytest.raises(Unclear, match="--unit Ma") as asked:
        build(READERS["simile"](data, {}), "x")
    assert asked.value.field == "unit"
    store = loads(build(READERS["simile"](data, {}), "x", "Ma").text)
    assert [e.date.text for e in store.events] == ["Y-230000000", "Y-131000000/Y-121500000", "Y-115000000/Y-105500000", "Y-76000000/Y-66500000"]
    assert loads(build(READERS["simile"](data, {}), "x", "years").text).by_id["e"].date.text == "0230"


def test_a_folder_of_data(tmp_path):
    """YAML and TOML as Hugo and Jekyll keep them; the page of the folder itself is no event."""
    (tmp_path / "_index.md").write_text("---\ntitle: All\n---\n")
    (tmp_path / "a.yml").write_text("date: 2020-01-02\ntitle: A\nsources: ['https://a.example/1']\n")
    (tmp_path / "b.yaml").write_text("- {start: 2021, name: B}\n- {start: 2022, name: C}\n")
    (tmp_path / "c.md").write_text("+++\ndate = 2023-05-06T00:00:00Z\ntitle = 'D'\ntags = ['x', 'y']\n+++\nText\n")
    (tmp_path / "d.toml").write_text("a = ")
    made = build(read_folder(tmp_path), "posts")
    store = loads(made.text)
    assert [(e.date.text, e.title) for e in store.events] == [("2020-01-02", "A"), ("2021", "B"), ("2022", "C"), ("2023-05-06", "D")]
    assert store.by_id["d"].note == "tags: x, y" and [r.split(":")[0] for r in made.remarks] == ["_index.md", "d.toml"]


@pytest.mark.parametrize(
    ("cell", "sources"),
    [
        ("https://a.example/x_(y)", [("https://a.example/x_(y)", "")]),
        ("Annual report 2020\nhttps://a.example/1", [("", "Annual report 2020"), ("https://a.example/1", "")]),
        ("Smith (2020), https://a.example/1.", [("https://a.example/1", "Smith (2020")]),
        ("https://a.example/1, https://b.example/2", [("https://a.example/1", ""), ("https://b.example/2", "")]),
    ],
)
def test_cells_of_sources(cell, sources):
    """Neither a title nor an address is lost."""
    assert list(cited(cell)) == sources


LINE = st.text(max_size=40)


@settings(max_examples=150)
@given(st.lists(st.tuples(LINE, LINE, LINE, st.lists(st.tuples(LINE, LINE), max_size=2)), max_size=4))
def test_whatever_comes_the_store_has_no_errors(rows):
    """Any text in any field."""
    drafts = tuple(
        Draft("row", "2020", title, summary=text, thread=text, kind=title, id=odd, actors=(odd,), note=text, sources=tuple(sources), rest=((odd, text),), status=odd, weight=odd)
        for title, text, odd, sources in rows
    )
    made = build(Foreign(drafts, title="x"), "x")
    store = loads(made.text)
    assert [f.sentence for f in store.findings if f.severity == "error"] == [] and len(store.events) == len(drafts)


@given(st.text())
def test_yaml_keeps_every_text(text):
    """Read back as written, but for characters that YAML cannot hold."""
    document = read_document(to_yaml({"a": text}).encode(), "x")
    assert document.findings == [] and document.root["a"] == json.loads(scalar(text)) if scalar(text)[:1] == '"' else text


@pytest.mark.parametrize(("writer", "reader"), [("timelinejs", "timelinejs"), ("markwhen", "markwhen"), ("csv", "csv"), ("ics", "ics")])
def test_round_trips_keep_titles_and_dates(writer, reader):
    """Out and in again: what both formats hold is the same."""
    store = load(ROOT / "events.yaml")
    events = [e for e in store.events if e.date.is_day and e.date.precision.name == "DAY"]
    data = WRITERS[writer](store, events).data
    back, _ = taken(reader, data, {"title": "title", "date": "date"} if reader == "csv" else {})
    assert sorted((e.date.text, e.title) for e in back.events) == sorted((e.date.text, e.title) for e in events)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
EVENT = st.fixed_dictionaries(
    {"date": st.sampled_from(["2020-05-01", "2020", "-0043-03-15", "Y-66000000", "2018-02~", "2015/..", "2020-05-01T12:30Z", "201X"]), "title": WORDS},
    optional={
        "thread": st.sampled_from(["sums", "two-words", "b"]), "kind": WORDS, "place": WORDS, "note": WORDS, "summary": WORDS.map(lambda t: f"s {t}\n\n{t}"),
        "weight": st.sampled_from(["0.3", "1"]), "status": st.sampled_from(["alleged", "planned"]),
        "amounts": st.just({"bid": {"value": "5 million", "currency": "USD", "of": "all of it"}, "staff": {"value": "12", "unit": "people", "estimate": "true"}}),
        "actors": st.lists(st.sampled_from(["Ann", "-Bob", "@carl"]), min_size=1, max_size=2, unique=True),
        "sources": st.lists(st.sampled_from(["https://a.example/x_(y)", "https://b.example/,a", "https://c.example/?q=1;2"]), min_size=1, max_size=2, unique=True),
    },
)  # fmt: skip


@given(st.lists(EVENT, max_size=5))
def test_our_csv_comes_back_as_it_went(records):
    """Exported, imported and exported again it is the same file: formulas, amounts, deep time and all."""
    threads = {"sums": "=Sums", "two-words": "Two words", "b": "b"}
    store = loads(to_yaml({"threads": threads, "events": records}) if records else "events: []")
    assert store.sound
    data = WRITERS["csv"](store, store.events).data
    made = build(READERS["csv"](data, {}), "x")
    back = loads(made.text)
    assert back.sound and made.taken == len(records)
    assert WRITERS["csv"](back, back.events).data == data


def test_the_story_as_csv_and_back():
    """All hundred events, their amounts and the addresses of their sources."""
    store = load(ROOT / "events.yaml")
    data = WRITERS["csv"](store, store.events).data
    back = loads(build(READERS["csv"](data, {}), "x").text)
    assert back.sound and WRITERS["csv"](back, back.events).data == data
    assert [e.amounts for e in back.events] == [e.amounts for e in store.events]


def test_columns_by_question(tmp_path, monkeypatch):
    """On a terminal it asks what the headings do not say; elsewhere it stops and names the option."""
    (tmp_path / "in.csv").write_text("Wann,Was\n2020-05-01,A\n")
    words = ["import", str(tmp_path / "in.csv"), "-o", str(tmp_path / "out.yaml")]
    assert "--map date=" in CliRunner().invoke(main, words).output
    monkeypatch.setattr("timeline.cli_exchange.on_terminal", lambda: True)
    made = CliRunner().invoke(main, words, input="1\n1\n")
    assert made.exit_code == 0, made.output
    assert [(e.date.text, e.title) for e in load(tmp_path / "out.yaml").events] == [("2020-05-01", "A")]


def test_an_edited_store_is_not_overwritten(tmp_path):
    """What the import wrote it may write again, until a hand has changed it."""
    (tmp_path / "in.csv").write_text("date,title\n2020-05-01,A\n")
    out = tmp_path / "out.yaml"
    words = ["import", str(tmp_path / "in.csv"), "-o", str(out)]
    assert [CliRunner().invoke(main, words).exit_code for _ in range(2)] == [0, 0]
    out.write_text(out.read_text() + "  - {date: 2021, title: Mine}\n")
    refused = CliRunner().invoke(main, words)
    assert refused.exit_code == 1 and "--force" in refused.output and "Mine" in out.read_text()


def test_the_verb(tmp_path):
    """Counts on standard error, row by row; the store checks; what a file is not is said in a line."""
    (tmp_path / "in.csv").write_text("date,title\n2020-05-01,A\n5/6/2020,B\n")
    out = tmp_path / "out.yaml"
    made = CliRunner().invoke(main, ["import", str(tmp_path / "in.csv"), "-o", str(out)])
    assert made.exit_code == 0 and "2 of 2 events taken" in made.output and "row 3" in made.output
    assert load(out).sound
    assert "not JSON" in CliRunner().invoke(main, ["import", str(tmp_path / "in.csv"), "--from", "wikidata"]).output
    assert CliRunner().invoke(main, ["import", str(tmp_path / "in.csv"), "--map", "colour=x"]).exit_code == 2
