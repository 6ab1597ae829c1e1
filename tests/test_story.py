"""The worked story and the seeds: sound, complete, and sourced."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from timeline import load
from timeline.dates import Precision
from timeline.document import read_document
from timeline.model import citations

ROOT = Path(__file__).parent.parent
STORY = load(ROOT / "events.yaml")
SEEDS = sorted(p for p in (ROOT / "seeds").glob("*.yaml") if p.stem != "claims")


def test_the_story_is_clean():
    """No finding at all, warnings included."""
    assert [f.sentence for f in STORY.findings] == []


def test_the_story_is_whole():
    """At least 90 events and 250 source links; every event sourced, every lane used."""
    links = sum(1 for event in STORY.events for _ in citations(event))
    assert (len(STORY.events) >= 90, links >= 250) == (True, True)
    assert {e.thread for e in STORY.events} == set(STORY.threads)
    assert all(STORY.sources_of(event) for event in STORY.events)


def test_the_story_has_its_turning_points():
    """Founding, departure, bid, counteroffer, Stargate: dates as the sources give them."""
    dates = {e.id: e.date.text for e in STORY.events}
    wanted = {
        "openai-founded": "2015-12-11",
        "musk-leaves-openai-board": "2018-02-20~",
        "musk-bid-97bn": "2025-02-10",
        "altman-counteroffer-twitter": "2025-02-10",
        "stargate-announced": "2025-01-21",
        "openai-board-rejects-bid": "2025-02-14",
    }
    assert {key: dates.get(key) for key in wanted} == wanted
    assert ("responds-to", "altman-counteroffer-twitter") in [(k, e.id) for k, e in STORY.replies["musk-bid-97bn"]]


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_seeds_are_clean(path):
    """Each small store checks without a finding."""
    store = load(path)
    assert [f.sentence for f in store.findings] == []
    assert len(store.events) >= 12


def test_seeds_show_the_range():
    """Deep time, vague dates, minutes."""
    events = {p.stem: load(p).events for p in SEEDS}
    assert events["deep-time"][0].date.start < -1e12
    assert any(e.date.precision == Precision.MINUTE for e in events["incident"])
    assert {e.date.approximate for e in events["antiquity"]} == {True, False}


def claims():
    return read_document((ROOT / "seeds" / "claims.yaml").read_bytes(), "claims.yaml")


def test_every_claim_rests_on_events():
    """32 claims, each with a verdict, a reason, and events of the story that bear it out."""
    document = claims()
    assert document.findings == []
    records = document.root["claims"]
    assert len(records) == 32 == len({c["id"] for c in records})
    for claim in records:
        assert set(claim) == {"id", "claim", "verdict", "why", "events"}
        assert claim["verdict"] in {"supported", "imprecise", "wrong", "disputed", "opinion"}
        assert claim["claim"] and claim["why"] and claim["events"]
        assert [e for e in claim["events"] if e not in STORY.by_id] == []


def as_an_editor_reads(node):
    """The tree with YAML 1.2's types: what yaml-language-server checks against the schema."""
    if isinstance(node, dict):
        return {str(key): as_an_editor_reads(value) for key, value in node.items()}
    if isinstance(node, list):
        return [as_an_editor_reads(value) for value in node]
    if node is not None and node.plain:
        if node in ("true", "false"):
            return node == "true"
        if re.fullmatch(r"[-+]?\d+(\.\d*)?([eE][-+]?\d+)?", node):
            return float(node)
    return None if node is None else str(node)


@pytest.mark.parametrize("path", [ROOT / "events.yaml", *SEEDS], ids=lambda p: p.stem)
def test_editors_find_nothing_wrong(path):
    """The JSON Schema in the repository takes what the reader takes."""
    schema = json.loads((ROOT / "assets" / "events.schema.json").read_text())
    tree = as_an_editor_reads(read_document(path.read_bytes(), path.name).root)
    errors = jsonschema.Draft7Validator(schema).iter_errors(tree)
    assert [f"{list(e.absolute_path)}: {e.message[:100]}" for e in errors] == []


def test_editors_find_what_is_wrong():
    """A misspelt key, a status that is none."""
    schema = json.loads((ROOT / "assets" / "events.schema.json").read_text())
    tree = {"events": [{"date": "2020", "titel": "A", "status": "sure"}]}
    paths = sorted(str(list(e.absolute_path)) for e in jsonschema.Draft7Validator(schema).iter_errors(tree))
    assert paths == ["['events', 0, 'status']", "['events', 0]", "['events', 0]"]
