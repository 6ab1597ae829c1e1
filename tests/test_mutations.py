"""The power of the check: planted errors of more than sixty kinds, and how many of them it catches."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from timeline import load, narrate
from timeline.narrative.packs import pack_for
from timeline.narrative.scan import State
from timeline.narrative.verify import check, verify

from .mutations import KINDS, Kind

ROOT = Path(__file__).parent.parent
STORY = load(ROOT / "events.yaml")
BID = STORY.by_id["musk-bid-97bn"].date.start
EPISODE = [e for e in STORY.events if e.thread in ("control", "courts") and BID <= e.date.start < BID + 60]
FORMS = (
    {"length": "long"},
    {"form": "brief"},
    {"form": "perspective", "actor": "musk"},
    {"form": "sides", "length": "long"},
    {"form": "explainer"},
    {"form": "between", "between": ("2024-10-02", "2025-04-01")},
    {"form": "between", "between": ("2017-12-01", "2023-12-01")},
    {"form": "led-to", "event": "musk-leaves-openai-board"},
    {"form": "outlook"},
    {"events": EPISODE},
    {"day": "2025-02-11"},
)
SEEDS = tuple(
    (load(ROOT / "seeds" / f"{name}.yaml"), asked)
    for name in ("incident", "deep-time", "antiquity")
    for asked in ({"length": "long"}, {"form": "outlook"})
)
TEXTS = (*((STORY, form) for form in FORMS), *SEEDS)
# From `docs`: wrong tokens, and wrong polarity, roles and manner.
BARS = {"token": 0.99, "polarity": 0.97, "role": 0.97, "manner": 0.97}


def plant() -> tuple[Counter[Kind], Counter[Kind], list[str]]:
    """Every kind planted into every sentence of the forms; what was made, what was caught, what was not."""
    made, caught, missed = Counter[Kind](), Counter[Kind](), []
    pack = pack_for("en")
    for store, asked in TEXTS:
        for passage in narrate(store, **asked).passages:
            state = State(store)
            for i, sentence in enumerate(passage.sentences):
                events = tuple(store.by_id[e] for e in sentence.events)
                for kind in KINDS:
                    text = kind.change(sentence.text, events, store) if not (kind.first_only and i) else None
                    if text is None or text == sentence.text:
                        continue
                    made[kind] += 1
                    if check(text, events, replace(state, seen=set(state.seen)), pack):
                        caught[kind] += 1
                    else:
                        missed.append(f"{kind.name}: {text}")
                assert check(sentence.text, events, state, pack) == ""
    return made, caught, missed


@pytest.fixture(scope="module")
def planted():
    return plant()


def test_there_are_enough_kinds(planted):
    """At least sixty kinds, each of which the texts gave room for."""
    made, _, _ = planted
    assert len(KINDS) >= 60
    assert [kind.name for kind in KINDS if not made[kind]] == []


@pytest.mark.parametrize("group", BARS)
def test_planted_errors_are_caught(planted, group):
    """The share caught of each group of kinds is above its bar."""
    made, caught, missed = planted
    kinds = [kind for kind in KINDS if kind.group == group]
    share = sum(caught[k] for k in kinds) / sum(made[k] for k in kinds)
    assert share >= BARS[group], "\n".join(missed)


def test_a_sentence_that_cites_another_event_is_caught():
    """The words must be those of the events cited."""
    story = narrate(STORY, form="brief")
    pack = pack_for("en")
    others = [STORY.by_id[s.events[0]] for s in story.sentences]
    for i, sentence in enumerate(story.sentences):
        wrong = (others[(i + 1) % len(others)],)
        assert check(sentence.text, wrong, State(STORY), pack)


def test_sentences_out_of_order_are_caught():
    """A relative date or a short name hangs on what stands before it."""
    story = narrate(STORY, form="brief")
    passage = story.passages[0]
    turned = replace(passage, paragraphs=(tuple(reversed(passage.sentences)),))
    assert verify(replace(story, passages=(turned,)), STORY)


def test_a_sentence_without_a_note_is_caught():
    """Nothing stands without a source, and every number has its note."""
    story = narrate(STORY, form="brief")
    passage = story.passages[0]
    for notes in ((), (99,)):
        bare = (replace(passage.sentences[0], notes=notes), *passage.sentences[1:])
        assert verify(replace(story, passages=(replace(passage, paragraphs=(bare,)),)), STORY)


if __name__ == "__main__":
    made, caught, missed = plant()
    for kind in KINDS:
        print(f"| {kind.name} | {kind.group} | {caught[kind]} / {made[kind]} |")
    for group in BARS:
        kinds = [k for k in KINDS if k.group == group]
        print(f"| **{group}** | | {sum(caught[k] for k in kinds)} / {sum(made[k] for k in kinds)} |")
    print("\n".join(missed))
