"""What stands beside the timeline, without a browser: table, sources, palette, days, empty views, the store's text."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from timeline import loads
from timeline.figures import figure
from timeline.reading import card, write
from timeline.scene import arrange
from timeline.web import create_app
from timeline.web.charts import chart
from timeline.web.empty import nothing
from timeline.web.find import Finder
from timeline.web.go import manner_of
from timeline.web.known import known_days
from timeline.web.lines import MOST, lines_page
from timeline.web.sources import sources
from timeline.web.state import ViewState, from_search
from timeline.web.table import ROWS, table

TEXT = """
timeline: {title: Two bids}
threads: {board: The board, money: Money}
actors: {ann: Ann Lee, bo: Bo Ray}
sources:
  first: {url: "https://a.example/1", publisher: Daily, title: A bid is made, published: 2020-05-02}
  copy: {url: "https://b.example/1", publisher: Herald, original: Daily, published: 2020-05-03}
  last: {url: "https://c.example/1", publisher: Post, title: The board says no, published: 2020-05-09, archived: "https://d.example/1"}
events:
- {id: bid, date: 2020-05-01, thread: money, kind: bid, actors: [ann], weight: 0.9, title: Ann bids for the works, sources: [first, copy]}
- {id: no, date: 2020-05-08, thread: board, kind: reply, actors: [bo], title: The board declines, status: reported, sources: [last], relations: [{responds-to: bid}]}
- {id: again, date: 2021-01, thread: money, kind: bid, actors: [ann], weight: 0.2, title: A second offer, sources: [first, last]}
"""


@pytest.fixture(scope="module")
def store():
    store = loads(TEXT)
    assert [f for f in store.findings if f.severity == "error"] == []
    return store


def rows(tree) -> list[list[str]]:
    html = write(tree)
    return [re.findall(r"<td[^>]*>(?:<a[^>]*>)?(?:<span[^>]*>)?([^<]*)", row) for row in html.split("<tr")[2:]]


def test_a_card_leads_to_the_whole_chain_of_its_event(store):
    """With query and window of just that; an event that stands alone has no such link, and a page without views none."""
    state = from_search("?form=brief")
    asked = re.search(r'data-go="([^"]*)"[^>]*>Show the whole chain, 2 events', write(card(store, "no", manner_of(state, store))))
    go = json.loads(unescape(asked[1]))
    assert go["query"] == "chain:no"
    assert go["window"][0] < store.by_id["bid"].date.start and go["window"][1] > store.by_id["no"].date.end
    assert "chain" not in write(card(store, "again", manner_of(state, store)))
    assert "chain" not in write(card(store, "no", manner_of(state)))


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        ("date", ["bid", "no", "again"]),
        ("-date", ["again", "no", "bid"]),
        ("title", ["again", "bid", "no"]),
        ("thread", ["no", "bid", "again"]),
        ("kind", ["bid", "again", "no"]),
        ("status", ["bid", "again", "no"]),
        ("-publishers", ["again", "bid", "no"]),
        ("-weight", ["bid", "no", "again"]),
        ("nonsense", ["bid", "no", "again"]),
    ],
)
def test_every_column_orders_the_table(store, sort, ids):
    """Ties stay in the order of date; the head says which column and which way."""
    state = ViewState(sort=sort)
    html = write(table(store, store.events, state, manner_of(state)))
    assert re.findall(r'data-told="(\w+)"', html) == ids
    assert html.count("aria-sort=") == 1
    assert ('aria-sort="descending"' in html) == sort.startswith("-")


def test_a_row_of_the_table(store):
    """Date, title, thread, kind, status, how many independent publishers (a copy counts as its original), weight."""
    state = ViewState()
    first = rows(table(store, store.events, state, manner_of(state)))[0]
    assert first == ["1 May 2020", "Ann bids for the works", "Money", "bid", "established", "1", "0.9"]


def test_a_long_table_comes_in_pages():
    """Each page says which rows it has of how many; a page beyond the last is the last."""
    events = "\n".join(f"- {{id: e{i}, date: 2020-01-01, title: Event {i}}}" for i in range(ROWS * 2 + 5))
    store = loads(f"events:\n{events}\n")

    def page(number: int) -> str:
        state = ViewState(page=number)
        return write(table(store, store.events, state, manner_of(state)))

    assert "Events 1 to 100 of 205" in page(1) and "More rows" in page(1) and "Earlier rows" not in page(1)
    assert page(2).count("data-told=") == ROWS
    assert "Events 201 to 205 of 205" in page(3) and "More rows" not in page(3)
    assert "Events 201 to 205 of 205" in page(99)


def test_sources_with_what_rests_on_them(store):
    """Under their publishers, the most used first; archived copies; how many independent publishers there are."""
    state = ViewState()
    html = write(sources(store, store.events, manner_of(state)))
    text = re.sub(r"<[^>]+>", " ", html)
    assert "3 sources of 2 independent publishers. Of the 3 events, 2 rest on one of them alone." in text
    assert [re.sub(r"<[^>]+>", "", head) for head in re.findall(r"<h3>(.*?)</h3>", html)] == [
        "Daily 2 events",
        "Post 2 events",
        "Herald 1 event",
    ]
    assert 'href="https://d.example/1"' in html and html.count('data-event="again"') == 2


def test_a_source_asked_for_is_listed_even_beyond_the_most(monkeypatch, store):
    """What is left out is counted; the one that was asked for is not left out."""
    monkeypatch.setattr("timeline.web.sources.MOST", 1)
    state = ViewState()
    plain = write(sources(store, store.events, manner_of(state)))
    asked = write(sources(store, store.events, manner_of(state), "b.example/1"))
    assert "2 more sources" in plain and "b.example" not in plain and "b.example" in asked


def found(store, text: str, query: str = ""):
    groups, meant = Finder(store, arrange(store)).find(text, query)
    return {group.id: [(e.words, e.detail, e.go) for e in group.entries] for group in groups}, meant


def test_the_palette_finds_events_by_words_in_any_order(store):
    """Of title and date; the beginning of a word counts more than its middle."""
    groups, meant = found(store, "may bid")
    assert [e[0] for e in groups["event"]] == ["Ann bids for the works"] and meant == ""
    assert groups["event"][0][1:] == ("1 May 2020", {"event": "bid"})


def test_the_palette_finds_actors_threads_sources_and_forms(store):
    """With how many events each has, and what going there changes of the view."""
    assert found(store, "lee")[0]["actor"] == [("Ann Lee", "2 events", {"query": "actor:ann"})]
    assert found(store, "money")[0]["thread"] == [("Money", "2 events", {"query": "thread:money"})]
    ((words, detail, go),) = found(store, "post no")[0]["source"]
    assert "The board says no" in words and detail == "2 events"
    assert go == {"show": "sources", "source": "c.example/1", "query": ""}
    assert found(store, "brief")[0]["form"] == [("Brief", "", {"form": "brief"})]


def test_the_palette_forgives_a_slip(store):
    """The nearest words are looked for instead, and named; what is near to nothing finds nothing."""
    groups, meant = found(store, "declimes")
    assert ([e[0] for e in groups["event"]], meant) == (["The board declines"], "declines")
    assert found(store, "xyzzyplugh") == ({}, "")


def test_an_event_outside_the_query_takes_it_away(store):
    """Only then."""
    assert found(store, "declines", "thread:money")[0]["event"][0][2] == {"event": "no", "query": ""}
    assert found(store, "declines", "thread:board")[0]["event"][0][2] == {"event": "no"}


def test_days_on_which_something_became_known(store):
    """Days of events and of their sources, each once, with how much became known on it; a month is no day."""
    assert known_days(store) == [
        ["2020-05-01", "1 May 2020", 1],
        ["2020-05-02", "2 May 2020", 2],
        ["2020-05-03", "3 May 2020", 1],
        ["2020-05-08", "8 May 2020", 1],
        ["2020-05-09", "9 May 2020", 2],
    ]


@pytest.mark.parametrize(
    ("search", "told"),
    [
        ("?q=thread:bord", ["No event matches thread:bord .", "No thread is called 'bord'; did you mean 'board'?"]),
        (
            "?window=2020-07-01/2020-07-31",
            ["Last before: 8 May 2020,  The board declines", "Next after: January 2021,  A second offer"],
        ),
        ("?window=2030-01-01/2030-02-01", ["Last before: January 2021,  A second offer"]),
    ],
)
def test_an_empty_view_says_why_and_where_to_go(store, search, told):
    """Every sentence, and links that lead somewhere."""
    html = write(nothing(store, from_search(search)))
    text = re.sub(r"<[^>]+>", " ", html)
    assert [line for line in told if re.sub(r"\s+", " ", line) not in re.sub(r"\s+", " ", text)] == []
    assert html.count("<a ") == len(re.findall(r"data-go=", html)) >= 1


def test_the_store_as_text():
    """Every line with its number, hostile text as text, findings under their line; long files in pages that say so."""
    text = "a: <script>alert(1)</script>\n" + "b: 1\n" * (MOST + 10)
    first, last = lines_page("s.yaml", text, (), 1), lines_page("s.yaml", text, (), MOST + 3)
    assert "<script>" not in first and "&lt;script&gt;" in first
    assert f"Lines 1 to {MOST:,} of {MOST + 12:,}" in first and "Later lines" in first
    assert f'id="L{MOST + 3}"' in last and 'id="L1"' not in last and "Earlier lines" in last


@pytest.mark.parametrize("name", ["../events.yaml", "..%2f..%2fetc%2fpasswd", "notes.txt", ".env", ""])
def test_only_the_stores_own_files_are_shown(tmp_path: Path, name):
    """A folder's YAML files and nothing beside or above it."""
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / "one.yaml").write_text(TEXT)
    (folder / "notes.txt").write_text("secret")
    (folder / ".env").write_text("secret")
    client = create_app(folder).server.test_client()
    answer = client.get("/store/one.yaml?line=9")
    assert answer.status_code == 200 and b'id="L9"' in answer.data
    assert b"secret" not in client.get(f"/store/{name}").data


def test_a_line_link_of_a_finding_leads_to_the_finding(tmp_path: Path):
    """The address of the banner, answered by the page that it names."""
    path = tmp_path / "events.yaml"
    path.write_text("events:\n- {date: 2020-13-01, title: X}\n")
    app = create_app(path)
    banner = str(app.layout().to_plotly_json())
    (address,) = set(re.findall(r"/store/[^']+", banner))
    page = app.server.test_client().get(address.split("#")[0]).text
    row, under = page.split(f'id="{address.split("#")[1]}"')[1].split('<p class="finding error">')[:2]
    assert "2020-13-01" in row and "month 13 does not exist" in under


def test_the_chart_of_amounts_is_by_kind():
    """The commonest kind first; a jest and another currency stay out; kinds beyond the colours share the last one."""
    kinds = [*"aabcdefghij"]
    events = "\n".join(
        f"- {{id: e{i}, date: 2020-01-{i + 1:02d}, kind: kind-{k}, title: T, amounts: {{s: {{value: {i + 1} million, currency: USD}}}}}}"
        for i, k in enumerate(kinds)
    )
    odd = "- {id: euro, date: 2020-02-01, kind: kind-a, title: T, amounts: {s: {value: 5, currency: EUR}}}"
    store = loads(f"events:\n{events}\n{odd}\n")
    drawn = figure(store, store.events, kind="amounts")
    assert [trace.name for trace in drawn.data] == [*(f"kind {k}" for k in "abcdefg"), "other kinds"]
    assert [len(trace.x) for trace in drawn.data] == [2, 1, 1, 1, 1, 1, 1, 3]
    assert chart("amounts", store, ()).children == "No event is in view."
    none = loads("events:\n- {date: 2020, title: T}\n")
    assert chart("amounts", none, none.events).children == "No event in view has an amount of money."
