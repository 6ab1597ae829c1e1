"""Invented stores: whatever is written in them, the prose is whole, cites, and reads back."""

import json
import random

import pytest

from timeline import loads, narrate, verify
from timeline.narrative import FORMS


def invented(rng: random.Random) -> str:
    """A store of anything that people may write: odd dates, marks in titles, any status, sums that are none."""
    people = [
        ("ann", "Ann Lee", "Lee", "she"),
        ("bob", "Bob Stone", "Stone", "he"),
        ("cy", "Cy Burr", "Burr", "he"),
        ("dot", "Dot Ames", "Ames", "she"),
    ]
    orgs = ["Acme", "the Board of Trade", "xCorp", "Ñandú S.A."]
    acts = {}
    for i, n, s, p in people:
        acts[i] = {
            "name": n,
            "short": s,
            "kind": "person",
            "pronoun": p,
            "roles": [{"role": "chair of Acme", "from": "2010"}] if rng.random() < 0.5 else [],
        }
    for k, o in enumerate(orgs):
        acts[f"o{k}"] = {"name": o, "kind": "organisation"}
    evs = []
    n = rng.randint(2, 14)
    dates = [
        "2020-01-05",
        "2020-01-05",
        "2020-01-06",
        "2020-01-08",
        "2020-01-12",
        "2020-02",
        "2020-02-10~",
        "2020?",
        "2019",
        "201X",
        "2020-01-05T10:00",
        "2020-01-05T10:07:30",
        "2020-03-01/2020-03-05",
        "2021-21",
        "-0043-03-15",
        "../2020",
        "2020-05/..",
        "Y-66e6",
        "[2020-01-02,2020-01-05]",
        "2020-12-31",
        "2021-01-01",
    ]
    verbs = ["sued", "told", "dropped", "[v] struck"[4:], "wrote", "founded", "quit", "accused"]
    for i in range(n):
        a, b = rng.sample(list(acts), 2)
        e = {
            "id": f"e{i}",
            "date": rng.choice(dates),
            "title": rng.choice(
                [
                    "Ann sues Bob",
                    "A “new” day begins",
                    "Is it over?",
                    "What a night!",
                    "Bob: “we never did that”",
                    "Unbalanced “quote here",
                    "XR-7 arrives; all is well",
                    "'Odd' titles (here) [too]",
                ]
            ),
            "weight": rng.choice([0.3, 0.5, 0.8, 0.9, 1]),
            "kind": rng.choice(["reply", "lawsuit", "bid", "statement", "funding", "founding", "thing"]),
            "actors": [{"ref": a, "role": "agent"}, {"ref": b, "role": rng.choice(["patient", "backer"])}],
            "status": rng.choice(["established"] * 4 + ["reported", "alleged", "disputed", "denied", "planned"]),
            "sources": [
                {"title": f"S{rng.randint(0, 5)}", "publisher": rng.choice(["P", "Q", "R"])}
                for _ in range(rng.randint(1, 3))
            ],
        }
        if rng.random() < 0.75:
            e["clause"] = rng.choice(
                [
                    "{%s} [%s] {%s}",
                    "{%s} [%s] {%s} for a sum",
                    "{%s} and others [%s] {%s's} house in May",
                    "{%s's} lawyers [%s] {%s}, the “great” one",
                    "{%s} [%s] {%s} | without a reason",
                ]
            ) % (a, rng.choice(verbs), b)
        if rng.random() < 0.4:
            e["quotes"] = [
                {
                    "by": rng.choice([a, b, "the minutes"]),
                    "text": rng.choice(
                        [
                            "I did not do it.",
                            "We “never” met",
                            "no, we will not go",
                            "slow and steady",
                            "Who, me?",
                            "It's “fine”.",
                        ]
                    ),
                    "via": rng.choice(["X", "a letter", "a statement", "the hearing", None]) or "X",
                }
            ]
        if rng.random() < 0.4:
            e["facts"] = [
                {
                    "text": rng.choice(["Lee was there.", "The price fell by 3%.", "It rained “hard”.", "Nobody came"]),
                    **({"by": a} if rng.random() < 0.4 else {}),
                    **({"status": "reported"} if rng.random() < 0.3 else {}),
                }
            ]
        if rng.random() < 0.3:
            e["disputes"] = [
                {
                    "issue": rng.choice(["who began it", "the price", "in which year it was"]),
                    "sides": [
                        {"by": a, "claim": "It was never said"},
                        {"by": "some others, in 2020", "claim": rng.choice(["because of rain", "The rain was “bad”"])},
                    ],
                }
            ]
        if rng.random() < 0.5 and i:
            e["relations"] = [
                {
                    rng.choice(
                        ["responds-to", "continues", "withdraws", "modifies", "part-of", "contradicts"]
                    ): f"e{rng.randrange(i)}"
                }
            ]
        if rng.random() < 0.3:
            e["amounts"] = {
                "m": {
                    "value": rng.choice(["5 million", "undisclosed", "1 to 3 billion", "12"]),
                    "currency": "USD",
                    "of": "Acme as a whole",
                }
            }
        if rng.random() < 0.2:
            e["reported"] = "2022-05-05"
        evs.append(e)
    return json.dumps({"timeline": {"title": "T"}, "actors": acts, "events": evs}, ensure_ascii=False)


@pytest.mark.parametrize("seed", range(60))
def test_any_store_in_any_form(seed):
    """Nothing fails, nothing that stands does not verify, and no event that was chosen is lost."""
    rng = random.Random(seed)
    store = loads(invented(rng))
    for form in FORMS:
        about = {"perspective": {"actor": "ann"}, "between": {"between": ("2000", "2030")}}.get(form, {})
        if form == "led-to":
            about = {"event": store.events[-1].id}
        view = [e for e in store.events if rng.random() < 0.8] or list(store.events)
        language = "de" if rng.random() < 0.2 else None
        length = rng.choice(["short", "standard", "long"])
        story = narrate(store, view, form=form, length=length, language=language, **about)
        assert verify(story, store) == ()
        assert all("Unbalanced" in s.replaced for s in story.replaced)
        if form == "chronicle":
            told = {e for s in story.sentences for e in s.events} & {e.id for e in view}
            assert len(told) >= len(view) - story.left_out
