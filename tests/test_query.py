"""Queries: the cases that the client runs too, and the round trip of text and value."""

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import Event, Store, apply, loads, parse_query
from timeline.dates import parse
from timeline.model import Actor, Part, Relation
from timeline.query import unknown_in

GOLDEN = json.loads((Path(__file__).parent / "golden" / "queries.json").read_text())


def golden_store() -> Store:
    """The golden scene as a store of the same events."""
    scene = GOLDEN["scene"]
    columns = scene["columns"]
    names = ("start", "start_latest", "end_earliest", "end")
    events = []
    for i in range(scene["count"]):
        instants = [columns[name][i] for name in names]
        outer = (-math.inf, -math.inf, math.inf, math.inf)
        date = replace(
            parse("2000"), **{n: o if v is None else v for n, v, o in zip(names, instants, outer, strict=True)}
        )
        thread, kind = columns["thread"][i], columns["kind"][i]
        events.append(
            Event.model_construct(
                id=columns["id"][i],
                title=columns["title"][i],
                date=date,
                status=scene["statuses"][columns["status"][i]],
                thread=scene["threads"][thread]["id"] if thread >= 0 else None,
                kind=scene["kinds"][kind] if kind >= 0 else None,
                actors=tuple(Part(ref=scene["actors"][a]["id"]) for a in scene["event_actors"][i]),
                summary=columns["text"][i],
                quotes=(),
                relations=tuple(
                    Relation(**{"responds-to": (columns["id"][to],)}) for a, to, _ in scene["relations"] if a == i
                ),
            )
        )
    # Names are part of `text` already; an actor without a name adds nothing to it.
    nameless = {actor["id"]: Actor.model_construct(name="") for actor in scene["actors"]}
    return Store("golden", actors=nameless, events=tuple(events))


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda case: case["query"] or "everything")
def test_the_cases_of_the_client(case):
    """The same query finds the same events here and in the browser."""
    assert [e.id for e in apply(parse_query(case["query"]), golden_store())] == case["ids"]


@given(st.text(max_size=40))
def test_printing_and_reading_agree(text):
    """A query printed and read again is the same query."""
    query = parse_query(text)
    assert parse_query(str(query)) == query


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("thread:control", "thread:control"),
        ("  a   b ", "a b"),
        ('"not for sale"', '"not for sale"'),
        ("-kind:product", "-kind:product"),
        ("actor:musk,altman", "actor:musk,altman"),
        ("thread:", ""),
        ("colour:red", '"colour:red"'),
        ("during:someday", '"during:someday"'),
    ],
)
def test_printed(text, printed):
    """The normal form."""
    assert str(parse_query(text)) == printed


def test_what_names_nothing_is_said():
    """A slip in a filter is told, with the nearest name; plain words never are."""
    store = loads("threads: {control: C}\nactors: {musk: M}\nevents: [{date: 2020, title: A, thread: control, actors: [musk]}]")
    told = unknown_in(parse_query("thread:contol actor:musk during:2025-13 date:2025 word https://a.example/1"), store)
    assert told == (
        "no thread is called 'contol'; did you mean 'control'?",
        "'during:2025-13' is no date, and is looked for as text: write during:2025, during:2025-02 or a day",
        "'date:' is no key of a query, and is looked for as text",
    )
