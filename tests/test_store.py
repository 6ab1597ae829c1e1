"""The store's indexes, and what rests on what."""

import textwrap

from timeline import apply, loads, parse_query

TEXT = """
actors: {ann: Ann Lee}
sources:
  one: {url: https://a.example/1, publisher: A}
  copy: {url: https://c.example/3, publisher: C, original: a}
events:
- {id: late, date: 2021, title: Late, relations: [{responds-to: early}], sources: [one]}
- id: early
  date: 2020-05
  title: Early
  quotes: [{by: ann, text: Words., source: "https://d.example/4"}]
  sources: [one, copy, "https://www.a.example/1/#part", {ref: one, at: p. 3}]
- {id: also, date: 2020-05-07, title: Also, sources: [one]}
"""


def store():
    return loads(textwrap.dedent(TEXT))


def test_events_are_in_order_of_time():
    """By start; of two that begin together the finer first."""
    assert [e.id for e in store().events] == ["early", "also", "late"]


def test_replies_are_found_from_the_other_side():
    """What answers an event."""
    assert [(kind, e.id) for kind, e in store().replies["early"]] == [("responds-to", "late")]


def test_a_page_is_one_source_however_it_is_written():
    """With and without www, fragment and closing slash, by id or in place."""
    assert [s.publisher or s.url for s in store().sources_of(store().by_id["early"])] == [
        "A",
        "C",
        "https://d.example/4",
    ]


def test_copies_count_as_their_original():
    """A, its copy in C, and d.example."""
    assert store().publishers(store().by_id["early"]) == ("A", "d.example")


def test_queries_choose_events():
    """Keys, negation and text."""
    chosen = lambda text: [e.id for e in apply(parse_query(text), store())]  # noqa: E731
    assert chosen("before:2021") == ["early", "also"]
    assert chosen("-id:early -id:also") == ["late"]
    assert chosen('words "EARLY"') == ["early"]
