"""The store's indexes, and what rests on what."""

import textwrap

from timeline import apply, arrange, loads, parse_query

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


ERAS = """
eras:
- {date: 2010/2020-01-05, title: After}
- {date: 2000/2010, title: Before, description: Ten years.}
- {date: 2001-13, title: Never}
- {title: Undated}
- just words
events: [{date: 2005, title: Something}]
"""


def test_eras_are_read_in_order_and_their_faults_told():
    """A sound era stands however many others are broken; each fault has its place."""
    found = loads(ERAS, "x.yaml")
    assert [(era.title, era.date.text) for era in found.eras] == [("Before", "2000/2010"), ("After", "2010/2020-01-05")]
    assert [(f.line, f.column, f.code, f.record) for f in found.findings if f.severity == "error"] == [
        (5, 15, "bad-date", "era '3'"),
        (6, 3, "missing-key", "era '4'"),
        (7, 3, "wrong-type", "era 5"),
    ]


DATED = """
timeline: {as_of: 2020}
actors: {ann: Ann Lee}
eras: [{date: 2000/.., title: Our time}]
events:
- date: 2001-02-03
  title: The gate opens
  amounts: {small: {value: 3 million, currency: USD}, large: {value: 5 million to 7 million, currency: USD}}
  disputes:
    - issue: when
      sides:
        - {by: ann, claim: in May, date: 2001-05}
        - {by: others, claim: in February, date: 2001-02-03}
- {date: 2002, title: Paid in euros, amounts: {a: {value: 9 million, currency: EUR}}}
- {date: 2003, title: A jest, amounts: {a: {value: 9 billion, currency: USD, tone: joke}}}
"""


def test_a_scene_tells_eras_other_dates_and_sums():
    """Another date only where it differs; of an event's sums the greatest, of all currencies the commonest."""
    data = arrange(loads(DATED)).data
    assert [(e["title"], e["when"], e["end"]) for e in data["eras"]] == [("Our time", "since 2000", None)]
    assert [(a["event"], a["by"], a["when"]) for a in data["alternatives"]] == [(0, "Ann Lee", "May 2001")]
    assert data["sums"] == {
        "currency": "USD",
        "events": [0],
        "least": [5e6],
        "most": [7e6],
        "words": ["$5 million to $7 million"],
    }
    assert not {"eras", "alternatives", "sums"} & arrange(loads("events: [{date: 2001, title: Plain}]")).data.keys()
