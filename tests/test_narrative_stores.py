"""Invented stores: whatever is written in them, the prose is whole, cites, and reads back."""

import json
import random

import pytest

from timeline import loads, narrate, verify
from timeline.narrative import FORMS

PEOPLE = {"ann": ("Ann Lee", "she"), "bob": ("Bob Stone", "he"), "cy": ("Cy Burr", "he"), "dot": ("Dot Ames", "she")}
BODIES = {"acme": "Acme", "board": "the Board of Trade", "x": "xCorp", "sa": "Ñandú S.A."}
DATES = (
    "2020-01-05 2020-01-05 2020-01-06 2020-01-08 2020-01-12 2020-02 2020-02-10~ 2020? 2019 201X 2020-01-05T10:00 "
    "2020-01-05T10:07:30 2020-03-01/2020-03-05 2021-21 -0043-03-15 ../2020 2020-05/.. Y-66e6 [2020-01-02,2020-01-05] "
    "2020-12-31 2021-01-01"
).split()
TITLES = (
    "Ann sues Bob",
    "A “new” day begins",
    "Is it over?",
    "What a night!",
    "Bob: “we never did that”",
    "Unbalanced “quote here",
    "XR-7 arrives; all is well",
    "'Odd' titles (here) [too]",
)
CLAUSES = (
    "{%s} [%s] {%s}",
    "{%s} [%s] {%s} for a sum",
    "{%s} and others [%s] {%s's} house in May",
    "{%s's} lawyers [%s] {%s}, the “great” one",
    "{%s} [%s] {%s} | without a reason",
)
VERBS = ("sued", "told", "dropped", "struck", "wrote", "founded", "quit", "accused")
KINDS = ("reply", "lawsuit", "bid", "statement", "funding", "founding", "thing")
STATUSES = ("established",) * 4 + ("reported", "alleged", "disputed", "denied", "planned")
QUOTES = ("I did not do it.", "We “never” met", "no, we will not go", "slow and steady", "Who, me?", "It's “fine”.")
FACTS = ("Lee was there.", "The price fell by 3%.", "It rained “hard”.", "Nobody came")
RELATIONS = ("responds-to", "continues", "withdraws", "modifies", "part-of", "contradicts")


def invented(rng: random.Random) -> str:
    """A store of anything that people may write: odd dates, marks in titles, any status, sums that are none."""
    roles = [{"role": "chair of Acme", "from": "2010"}]
    actors = {
        ref: {
            "name": name,
            "short": name.split()[1],
            "kind": "person",
            "pronoun": pronoun,
            "roles": roles[: rng.randrange(2)],
        }
        for ref, (name, pronoun) in PEOPLE.items()
    } | {ref: {"name": name, "kind": "organisation"} for ref, name in BODIES.items()}
    events = [_event(i, rng) for i in range(rng.randint(2, 14))]
    return json.dumps({"timeline": {"title": "T"}, "actors": actors, "events": events}, ensure_ascii=False)


def _event(i: int, rng: random.Random) -> dict:
    a, b = rng.sample([*PEOPLE, *BODIES], 2)
    event = {
        "id": f"e{i}",
        "date": rng.choice(DATES),
        "title": rng.choice(TITLES),
        "weight": rng.choice([0.3, 0.5, 0.8, 0.9, 1]),
        "kind": rng.choice(KINDS),
        "actors": [{"ref": a, "role": "agent"}, {"ref": b, "role": rng.choice(["patient", "backer"])}],
        "status": rng.choice(STATUSES),
        "sources": [
            {"title": f"S{rng.randrange(6)}", "publisher": rng.choice("PQR")} for _ in range(rng.randint(1, 3))
        ],
    }
    by = rng.choice([a, b, "the minutes"])
    via = rng.choice(["X", "a letter", "a statement", "the hearing"])
    claims = ("because of rain", "The rain was “bad”")
    further = {
        "clause": rng.choice(CLAUSES) % (a, rng.choice(VERBS), b),
        "quotes": [{"by": by, "text": rng.choice(QUOTES), "via": via}],
        "facts": [{"text": rng.choice(FACTS), **rng.choice([{}, {"by": a}, {"status": "reported"}])}],
        "disputes": [
            {
                "issue": rng.choice(["who began it", "the price", "in which year it was"]),
                "sides": [
                    {"by": a, "claim": "It was never said"},
                    {"by": "some others, in 2020", "claim": rng.choice(claims)},
                ],
            }
        ],
        "amounts": {
            "m": {
                "value": rng.choice(["5 million", "undisclosed", "1 to 3 billion", "12"]),
                "currency": "USD",
                "of": "Acme as a whole",
            }
        },
        "reported": "2022-05-05",
        "relations": [{rng.choice(RELATIONS): f"e{rng.randrange(i or 1)}"}] if i else [],
    }
    shares = {"clause": 0.75, "relations": 0.5, "quotes": 0.4, "facts": 0.4, "reported": 0.2}
    return event | {key: value for key, value in further.items() if rng.random() < shares.get(key, 0.3)}


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
