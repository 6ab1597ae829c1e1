"""The web app without a browser: headers, routes, strangers' requests, a file that changes under it."""

import gzip
import json
from pathlib import Path

import pytest

from timeline.reading import card, in_full
from timeline.web import create_app
from timeline.web.state import ViewState, from_search, to_search
from timeline.web.watch import Watch

GOOD = """
timeline: {title: "</title><script>alert(1)</script>"}
events:
- {id: a, date: 2020-05-01, title: First, sources: ["https://a.example/1", "https://b.example/2"]}
- {id: b, date: 2020-05-02, title: Second, relations: [{responds-to: a}], sources: ["https://a.example/1", "https://b.example/2"]}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "events.yaml"
    path.write_text(GOOD)
    return path


@pytest.fixture
def client(path: Path):
    return create_app(path).server.test_client()


ADDRESSES = [
    "/",
    "/scene.json",
    "/_dash-layout",
    "/_dash-dependencies",
    "/_dash-component-suites/x/y.js",
    "/%2e%2e/etc/passwd",
    "/assets/timeline.css",
    "/assets/nope",
    "/anything",
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["get", "post", "put", "options"])
def test_every_answer_has_the_headers_and_none_is_a_traceback(client, address, method):
    """Content policy, no sniffing, no referrer; never a 5xx for a strange address."""
    answer = getattr(client, method)(address)
    assert answer.status_code < 500
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe-eval" not in policy
    assert "script-src 'self' 'sha256-" in policy and "'unsafe-inline'" not in policy.split("style-src")[0]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert b"Traceback" not in answer.data


def test_the_title_cannot_break_out_of_the_head(client):
    """A store's title is text, in the page's title too."""
    assert b"<script>alert" not in client.get("/").data


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"output": 1}',
        b'{"output": "nope.x", "inputs": []}',
        b'{"output": "card.tree", "outputs": {"id": "card", "property": "tree"}, "inputs": []}',
        b'{"output": "card.tree", "outputs": 1, "inputs": [1, 2], "state": 3}',
    ],
)
def test_malformed_callbacks_are_refused(client, body):
    """400 in one line."""
    answer = client.post("/_dash-update-component", data=body, content_type="application/json")
    assert (answer.status_code, b"Traceback" in answer.data) == (400, False)


STATE = [
    ("view", "window"),
    ("view", "selected"),
    ("view", "filter"),
    ("form", "value"),
    ("length", "value"),
    ("actor", "value"),
    ("known", "value"),
    ("show", "value"),
    ("sort", "data"),
    ("page", "data"),
    ("source", "data"),
    ("view", "scale"),
    ("view", "amounts"),
]


@pytest.mark.parametrize(
    "odd",
    [
        None,
        3,
        "nope",
        [1, 0],
        ["a", "b"],
        [0, 1e308],
        {"type": "Div", "namespace": "dash_html_components", "props": {}},
    ],
)
def test_odd_values_in_callbacks_do_not_fail(client, odd):
    """Whatever a browser claims the window, the query, the form, the day and the rest to be."""
    inputs = [
        {"id": i, "property": p, "value": odd}
        for i, p in (("view", "selected"), ("known", "value"), ("pulse", "version"))
    ]
    state = [{"id": i, "property": p, "value": odd} for i, p in STATE]
    body = {
        "output": "card.tree",
        "outputs": {"id": "card", "property": "tree"},
        "inputs": inputs,
        "state": state,
        "changedPropIds": ["view.selected"],
    }
    answer = client.post("/_dash-update-component", data=json.dumps(body), content_type="application/json")
    assert answer.status_code == 200, answer.data


@pytest.mark.parametrize(
    "address",
    [
        "/story.md",
        "/story.html",
        "/story.md?form=brief&length=long&known=2020-05-01&q=first",
        "/scene.json?known=2020-05-01",
        "/scene.json?known=nonsense",
    ],
)
def test_texts_and_scenes_of_a_view(client, address):
    """What the copy buttons and the picture ask for; what cannot be read in the address is left out."""
    answer = client.get(address)
    assert answer.status_code == 200 and b"First" in answer.data
    assert answer.mimetype in ("text/plain", "application/json")


@pytest.mark.parametrize(
    "address",
    [
        "/story.pdf",
        "/story.md?form=perspective&actor=nobody",
        "/story.md?form=led-to&event=nobody",
        "/story.md?form=between",
    ],
)
def test_texts_that_cannot_be_told(client, address):
    """A plain line and 4xx."""
    assert client.get(address).status_code in (400, 404)


def test_a_large_body_is_refused(client):
    """More than a megabyte is not a callback of ours."""
    answer = client.post("/_dash-update-component", data=b"x" * 1_000_001, content_type="application/json")
    assert answer.status_code in (400, 413)


def test_the_scene_is_served_packed_and_once(client):
    """gzip for those who take it; an ETag answers the second request with 304."""
    plain = client.get("/scene.json")
    packed = client.get("/scene.json", headers={"Accept-Encoding": "gzip"})
    assert json.loads(gzip.decompress(packed.data)) == json.loads(plain.data)
    again = client.get("/scene.json", headers={"If-None-Match": plain.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_broken_file_keeps_the_last_good_store(path):
    """Broken, empty, gone, a folder, and mended again."""
    watch = Watch(path)
    assert len(watch.snapshot().store.events) == 2
    for states, write in enumerate(
        [
            lambda: path.write_text(GOOD + "- {date: nope, title: Third}\n"),
            lambda: path.write_text("events: [\n" * 3),
            lambda: path.write_text("[" * 100_000),
            path.unlink,
            path.mkdir,
        ]
    ):
        write()
        snapshot = watch.snapshot()
        assert (len(snapshot.store.events), snapshot.stale, bool(snapshot.findings)) == (2, True, True), states
    path.rmdir()
    path.write_text(GOOD + "- {id: c, date: 2021, title: Third, status: reported, sources: ['https://a.example/1']}\n")
    assert (len(watch.snapshot().store.events), watch.snapshot().stale) == (3, False)


def test_a_file_broken_from_the_start_shows_what_is_sound(path):
    """There is no last good store yet: the sound events are shown beside the findings."""
    path.write_text(GOOD + "- {date: nope, title: Third}\n")
    snapshot = Watch(path).snapshot()
    assert (len(snapshot.store.events), snapshot.stale, snapshot.store.broken) == (2, False, 1)


@pytest.mark.parametrize(
    ("search", "state"),
    [
        ("", ViewState()),
        (
            "?q=thread:a+%22x+y%22&window=2025-02-01/2025-04-30&event=bid",
            ViewState('thread:a "x y"', (20120.0, 20209.0), "bid"),
        ),
        ("?window=d20129.25..d20129.5", ViewState("", (20129.25, 20129.5))),
        ("?window=nonsense&event=", ViewState()),
        ("?window=d2..d1", ViewState()),
        ("?window=dnan..dinf", ViewState()),
        (
            "?form=brief&length=long&actor=ann&known=2025-02-11",
            ViewState(form="brief", length="long", actor="ann", known="2025-02-11"),
        ),
        (
            "?sort=-weight&page=3&show=sources&source=a.example/1",
            ViewState(sort="-weight", page=3, show="sources", source="a.example/1"),
        ),
        ("?scale=even&amounts=1", ViewState(scale="even", amounts=True)),
        ("?page=-1&sort=&scale=sideways&amounts=x", ViewState()),
        ("?page=99999999999999", ViewState()),
        ("?form=epic&length=endless&known=someday", ViewState()),
    ],
)
def test_the_address_holds_the_view(search, state):
    """Read, and read again after writing."""
    assert from_search(search) == state
    assert from_search(to_search(state)) == state


def test_a_card_links_sources_and_replies(path):
    """Only http(s) addresses are links, with their host said; the reply is one click away."""
    text = str(card(Watch(path).snapshot().store, "a", in_full(lambda event: f"?event={event}")))
    assert "https://a.example/1" in text and "noopener" in text
    assert "Replies to it" in text and "event=b" in text


def test_oembed_answers_with_a_frame(client):
    """The iframe of a view of ours, within the room that is asked for; other addresses and forms are refused."""
    page = client.get("/?q=title")
    assert 'type="application/json+oembed"' in page.headers["Link"]
    found = page.headers["Link"].split(">")[0].lstrip("<")
    answer = client.get(found.removeprefix("http://localhost") + "&maxwidth=500&maxheight=1").get_json()
    assert (answer["version"], answer["type"], answer["width"], answer["height"]) == ("1.0", "rich", 500, 240)
    assert "&lt;script&gt;" in answer["html"] and "<script" not in answer["html"] and "allow-same-origin" not in answer["html"]
    assert 'src="http://localhost/frame?q=title"' in answer["html"]
    for bad, status in (("url=https://evil.example/", 404), ("", 404), ("url=http://localhost/&format=xml", 501), ("url=http://[x", 404)):
        assert client.get(f"/oembed?{bad}").status_code == status


def test_only_the_frame_may_be_framed(client):
    """It has no origin there, and runs what its own head allows."""
    frame = client.get("/frame?q=title:first")
    policy = frame.headers["Content-Security-Policy"]
    assert policy.startswith("frame-ancestors *; sandbox allow-scripts") and "same-origin" not in policy
    assert "X-Frame-Options" not in frame.headers and frame.headers["X-Content-Type-Options"] == "nosniff"
    assert b"http-equiv" in frame.data and b"default-src 'none'" in frame.data
    assert client.get("/").headers["X-Frame-Options"] == "DENY"
