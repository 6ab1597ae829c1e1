"""The static page as text: its policy, its size, what is in it without script. tests/browser opens it."""

import base64
import gzip
import hashlib
import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline import PageOptions, load, loads, render_page
from timeline.cli import main
from timeline.page import MANY
from timeline.page.picture import as_html, picture
from timeline.reading.tree import html, write

ROOT = Path(__file__).parent.parent
NASTY = "</script><script>alert(1)</script> & \"x\" 'y' <!-- [a](javascript:b)"


class Inline(HTMLParser):
    """Gathers what a browser would run, style or fetch."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.runs, self.styles, self.fetched, self.ids, self.links = [], [], [], [], []
        self._in = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self._in = tag if tag in ("script", "style") and given.get("type") in (None, "text/javascript") else None
        self.fetched += [v for k, v in attrs if k in ("src", "srcset", "poster", "data") and v]
        self.fetched += [given["href"]] if tag == "link" and given.get("rel") != "canonical" else []
        assert not [k for k, _ in attrs if k.startswith("on") or k == "style"], (tag, attrs)
        self.ids += [given["id"]] if given.get("id") else []
        self.links += [given["href"]] if tag == "a" and given.get("href") else []

    def handle_data(self, data):
        if self._in:
            (self.runs if self._in == "script" else self.styles).append(data)
            self._in = None


def payload(text: str, name: str) -> bytes:
    """A block of the page, unpacked."""
    size, packed = re.search(rf'id="{name}" data-bytes="(\d+)">([^<]*)<', text).groups()
    plain = packed.encode().translate(bytes.maketrans(b",/.", b"<>&"))
    return gzip.decompress(base64.b85decode(plain)[: int(size)])


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.fixture(scope="module")
def story() -> str:
    return render_page(load(ROOT / "events.yaml")).decode()


def test_the_policy_allows_what_is_there_and_nothing_else(story):
    """Each script and style by its hash, the compressed engine among them; nothing is fetched."""
    page = Inline(story)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', story)[1]
    allowed = set(re.findall(r"'sha256-[^']+'", policy))
    packed = [payload(story, name).decode() for name in ("engine", "style")]
    assert allowed == {digest(t) for t in [*page.runs, *page.styles, *packed]}
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy and page.fetched == []


def test_the_worked_story_is_small_and_whole(story):
    """Under 250 kB; story, events and sources are text of the page, and every link inside it leads somewhere."""
    assert len(story.encode()) < 250_000
    page, store = Inline(story), load(ROOT / "events.yaml")
    assert all(f"ev-{event.id}" in page.ids for event in store.events)
    assert [link for link in page.links if link.startswith("#") and link[1:] not in page.ids] == []
    sources = {source.url for event in store.events for source in store.sources_of(event) if source.url}
    assert sources <= set(page.links)
    assert len(page.ids) == len(set(page.ids))


def test_the_same_store_gives_the_same_bytes(story):
    """No clock, no chance."""
    assert render_page(load(ROOT / "events.yaml")).decode() == story


def test_author_text_cannot_leave_its_place():
    """Title, thread, summary, source: shown as written, run nowhere."""
    text = json.dumps(NASTY)
    store = loads(
        f"timeline: {{title: {text}, subtitle: {text}, description: {text}, author: {text}}}\nthreads: {{t: {text}}}\n"
        f"events:\n- {{id: a, date: 2020, title: {text}, thread: t, summary: {text}, sources: [{{title: {text}}}]}}\n"
    )
    page = render_page(store, options=PageOptions(query=NASTY)).decode()
    assert len(Inline(page).runs) == 1 and "alert(1)</script>" not in page
    assert "&lt;/script&gt;" in page
    data = json.loads(payload(page, "data"))
    assert data["cards"] == [0] and data["story"]["sentences"][0][0] == f"2020: {NASTY}."


def test_many_events_have_their_cards_in_blocks():
    """A list in noscript, blocks of cards for the script; no event is lost."""
    rows = "".join(f"- {{id: e{i}, date: {1900 + i % 100}, title: T{i}, sources: ['https://a.example/{i}']}}\n" for i in range(MANY + 10))
    page = render_page(loads(f"events:\n{rows}")).decode()
    trees = [t for n in range(10) if f'id="cards-{n}"' in page for t in json.loads(payload(page, f"cards-{n}"))]
    assert len(trees) == MANY + 10 and page.count("https://a.example/") >= MANY + 10
    assert "<noscript><p" in page


def test_the_picture_is_xml_with_links():
    """Marks link to cards, shapes stand once, dark colours come by rule."""
    from timeline import arrange
    from timeline.engine import View

    svg, dark = picture(arrange(load(ROOT / "events.yaml")), View(width=1200, height=600))
    root = ET.fromstring(svg)
    links = [e.get("href") for e in root.iter() if e.tag.endswith("}a")]
    assert "#ev-musk-zero-percent-email" in links and '[fill="#ffffff"]' in dark


def test_numbers_in_titles_stay_as_they_are():
    """What shortens the drawing's own numbers does not touch the author's."""
    from timeline import arrange
    from timeline.engine import View

    svg, _ = picture(arrange(loads("events:\n- {date: 2020, title: Sales reach 97.45 million}\n")), View(width=1200, height=400))
    assert "97.45" in svg and "97.45" in as_html(svg)


def test_a_small_store_reads_whole_without_script():
    """Its cards are elements that open by themselves; a link to what the page does not have is words only."""
    store = loads(
        "events:\n- {id: a, date: 2020-01-01, title: A, summary: Long, sources: ['https://a.example/1']}\n"
        "- {id: b, date: 2020-02-01, title: B, quotes: [{by: Ann, text: We did it, source: 'https://b.example/'}],"
        " relations: [{responds-to: a}], disputes: [{issue: how, sides: [{by: X, claim: so}, {by: Y, claim: not so}]}]}\n"
    )
    page = render_page(store).decode()
    assert page.count("<details class=ev>") == 2 and "“We did it”" in page and "not so" in page
    alone = Inline(render_page(store, store.events[1:]).decode())
    assert [link for link in alone.links if link.startswith("#") and link[1:] not in alone.ids] == []


def test_the_page_has_every_form_and_length(story):
    """Chronicle and threads in three lengths, the texts about actors and events, and every event told by itself."""
    told = json.loads(payload(story, "data"))["story"]
    kinds = {(form, length) for form, length, *_ in told["texts"]}
    assert kinds >= {("chronicle", "short"), ("chronicle", "long"), ("explainer", "standard"), ("sides", "standard"), ("led-to", "standard"), ("outlook", "")}
    assert len(told["alone"]) == 100 and all(numbers for _row, numbers in told["alone"])
    for _form, _length, _about, passages, _left in told["texts"]:
        assert all(told["sentences"][n][3] for passage in passages for paragraph in passage[1] for n in paragraph)


def test_optional_end_tags():
    """Left out where HTML closes by itself, never of others."""
    assert write([html.Ul([html.Li("a<"), html.Li("b")])], short=True) == "<ul><li>a&lt;<li>b</ul>"
    assert write([html.A("x", href="https://a.example/?b=1&c")], short=True) == '<a href="https://a.example/?b=1&amp;c">x</a>'
    assert write([html.A("x", href="#s1"), html.A("y", href="https://a.example/")], short=True) == '<a href=#s1>x</a><a href="https://a.example/">y</a>'
    assert write([html.Ul([html.Li("a"), html.Br()])]) == "<ul><li>a</li><br></ul>"


@pytest.fixture
def run(tmp_path):
    (tmp_path / "good.yaml").write_text("events:\n- {id: a, date: 2020, title: A, sources: ['https://a.example/1']}\n")
    (tmp_path / "bad.yaml").write_text("events:\n- {date: 2020-13, title: A}\n- {date: 2020, title: B}\n")
    return lambda *words: CliRunner().invoke(main, [str(tmp_path / w) if "." in w and "/" not in w else w for w in words])


def test_the_verb(run, tmp_path):
    """Writes to a file or standard output; head as asked; over its own work, but over nothing else."""
    made = run("page", "good.yaml", "--title", "Mine", "--lang", "de", "--url", "https://a.example/s.html", "-o", "out.html", "--card", "card.png")
    assert made.exit_code == 0, made.output
    text = (tmp_path / "out.html").read_text()
    assert '<html lang="de">' in text and "<title>Mine</title>" in text
    assert '<link rel="canonical" href="https://a.example/s.html">' in text and "https://a.example/card.png" in text
    assert (tmp_path / "card.png").read_bytes().startswith(b"\x89PNG")
    assert run("page", "good.yaml", "-o", "out.html").exit_code == 0
    (tmp_path / "other.html").write_text("mine")
    assert "--force" in run("page", "good.yaml", "-o", "other.html").output
    assert (tmp_path / "other.html").read_text() == "mine"
    assert run("page", "good.yaml", "-o", "other.html", "--force").exit_code == 0
    assert run("page", "good.yaml").stdout_bytes.startswith(b"<!DOCTYPE html>")


def test_nothing_is_published_from_a_store_with_errors(run, tmp_path):
    """Unless told to, and then it is said what is left out."""
    refused = run("page", "bad.yaml", "-o", "out.html")
    assert refused.exit_code == 1 and "--despite-errors" in refused.output and not (tmp_path / "out.html").exists()
    assert "1 event left out" in run("page", "bad.yaml", "-o", "out.html", "--despite-errors").output
    assert run("page", "good.yaml", "--url", "javascript:x").exit_code == 2


def test_progress_is_told_where_it_is_asked_for(run, tmp_path):
    """Nothing in a pipe; a line a stage with --progress; standard output holds the page alone."""
    assert run("page", "good.yaml", "-o", "out.html").stderr == ""
    told = run("page", "good.yaml", "--progress")
    assert told.stdout_bytes == (tmp_path / "out.html").read_bytes()
    assert told.stderr.splitlines() == ["cards: 0 of 1", "story …", "packing …"]


def test_the_options_of_the_page(run, tmp_path):
    """Form, length, window, query, day: each in what is written."""
    (tmp_path / "two.yaml").write_text(
        "events:\n- {id: a, date: 2020-01-05, title: Alpha, sources: ['https://a.example/1']}\n"
        "- {id: b, date: 2020-02-01, title: Beta, sources: [{url: 'https://b.example/1', published: 2021-03-01}]}\n"
    )
    settings = json.loads(re.search(r'id="options">([^<]*)<', run("page", "two.yaml", "--form", "brief", "--window", "2020-01").stdout)[1])
    assert settings["form"] == "brief" and settings["window"][1] - settings["window"][0] == 31
    assert json.loads(re.search(r'id="options">([^<]*)<', run("page", "two.yaml", "--length", "long").stdout)[1])["length"] == "long"
    assert "Alpha" not in run("page", "two.yaml", "-q", "beta").stdout
    assert "Beta" not in run("page", "two.yaml", "--as-known-on", "2020-12-31").stdout
    assert "there is no form" in run("page", "two.yaml", "--form", "poem").output
