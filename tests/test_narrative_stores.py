"""Invented stores: whatever is written in them, the prose is whole, cites, and reads back."""

import json
import random

import pytest

from timeline import loads, narrate, verify
from timeline.narrative import FORMS

PEOPLE = {"ann": ("Ann Lee", "she"), "bob": ("Bob Stone", "he"), "cy": ("Cy Burr", "he"), "dot": ("Dot Ames", "she")}
BODIES = {"acme": "Acme", "board": "the Board of Trade", "x": "xCorp", "sa": "Ñandú S.A."}
DATES = (
    "2020-01-05T10:00Z 2020-01-05T10:03 2020-01-05T10:05~ 2020-01-05T11:00/2020-01-05T11:30 Y-372e6~/Y-359e6~ -0263/-0145 "
    "0325-05~/0325-08~ 0018/0027-07 2020-01-05 2020-01-05 2020-01-06 2020-01-08 2020-01-12 2020-02 2020-02-10~ 2020? 2019 201X 2020-01-05T10:00 "
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
    "The ice melts, slowly",
    "Acme is sold to Bob",
    "Rivers flood the old town",
)
CLAUSES = (
    "{%s} [%s] {%s}",
    "{%s} [%s] {%s} for a sum",
    "{%s} and others [%s] {%s's} house in May",
    "{%s's} lawyers [%s] {%s}, the “great” one",
    "{%s} [%s] {%s} | without a reason",
    "{%s} [%s] {%s} over a “slow and” word |, saying “never”",
    "{%s} [%s] {%s}",
)
VERBS = ("sued", "told", "dropped", "struck", "wrote", "founded", "quit", "accused")
KINDS = ("appointment", "founding", "acquisition", "reply", "lawsuit", "bid", "statement", "funding", "founding", "thing")
STATUSES = ("established",) * 4 + ("reported", "alleged", "disputed", "denied", "planned")
QUOTES = ("I did not do it.", "We “never” met", "no, we will not go", "slow and steady", "Who, me?", "It's “fine”.")
FACTS = ("Lee was there.", "A vote is due on 3 May 2025.", "The price fell by 3%.", "It rained “hard”.", "Nobody came")
SUMMARIES = ("It went on for days. Burr saw it.", "Nobody had seen that coming, 3 in all.", "The rest is “unknown”. So be it.")
RELATIONS = ("responds-to", "caused-by", "continues", "withdraws", "modifies", "part-of", "contradicts")


def invented(rng: random.Random) -> str:
    """A store of anything that people may write: odd dates, marks in titles, any status, sums that are none."""
    roles = [
        {"role": "the chair of the Board of Trade", "from": "2010", "to": rng.choice(["2020-01-05", "2020-02", "2030"])},
        {"role": "governor of Acme", "from": "2020-01-06"},
    ]
    actors = {
        ref: {
            "name": name,
            "short": name.split()[1],
            "kind": "person",
            "pronoun": pronoun,
            "roles": roles[: rng.randrange(3)],
        }
        for ref, (name, pronoun) in PEOPLE.items()
    } | {ref: {"name": name, "kind": "organisation", "pronoun": "it"} for ref, name in BODIES.items()}
    events = [_event(i, rng) for i in range(rng.randint(2, 14))]
    if rng.random() < 0.25:
        for event in events:
            event.pop("clause", None)
    zone = {"time_zone": "Europe/Berlin"} if rng.random() < 0.3 else {}
    timeline = {"title": "T", "as_of": rng.choice(["2020-01-06", "2031-01-01"]), **zone}
    return json.dumps({"timeline": timeline, "actors": actors, "events": events}, ensure_ascii=False)


def _event(i: int, rng: random.Random) -> dict:
    a, b = rng.sample([*PEOPLE, *BODIES], 2)
    a = "ann" if b != "ann" and rng.random() < 0.4 else a
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
        "quotes": [_quote(by, via, rng)],
        "facts": [{"text": rng.choice(FACTS), **rng.choice([{}, {"by": a}, {"status": "reported"}, {"status": "planned"}])}],
        "summary": rng.choice(SUMMARIES),
        "disputes": [
            {
                "issue": rng.choice(["who began it", "the price", "in which year it was"]),
                "sides": [
                    {"by": rng.choice([a, "Lee, in 2019"]), "claim": rng.choice(["It was never said", "Lee was “never” told"])},
                    {"by": rng.choice(["some others, in 2020", b]), "claim": rng.choice(claims), "quote": "I never said it"},
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
        "relations": [_relation(i, rng)] if i else [],
    }
    shares = {"clause": 0.75, "relations": 0.5, "quotes": 0.4, "facts": 0.4, "reported": 0.2}
    return event | {key: value for key, value in further.items() if rng.random() < shares.get(key, 0.3)}


def _quote(by: str, via: str, rng: random.Random) -> dict:
    text = rng.choice(QUOTES)
    cut = {"excerpt": text[: text.index(",")]} if "," in text and rng.random() < 0.5 else {}
    return {"by": by, "text": text, "via": via, **cut}


def _relation(i: int, rng: random.Random) -> dict:
    kind = rng.choice(RELATIONS)
    asserted = {"asserted-by": {"title": "S1", "publisher": "P"}} if kind == "caused-by" and rng.random() < 0.7 else {}
    return {kind: f"e{rng.choice([i - 1, rng.randrange(i)])}", **asserted}


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
