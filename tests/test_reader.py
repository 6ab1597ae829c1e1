"""Records from trees: every fault at its place, sound records kept."""

import textwrap

import pytest

from timeline import loads

SMALLEST = """
    events:
      - date: 1969-07-20
        title: Apollo 11 lands on the Moon
        sources: [https://www.nasa.gov/mission/apollo-11/]
"""


def one(text: str):
    """The only finding of a store."""
    store = loads(textwrap.dedent(text).lstrip("\n"), "x.yaml")
    (finding,) = [f for f in store.findings if f.severity == "error"]
    return finding


def test_the_smallest_store():
    """Three lines make an event with an id from its title."""
    store = loads(textwrap.dedent(SMALLEST))
    assert [(e.id, e.title, e.date.text) for e in store.events] == [
        ("apollo-11-lands-on-the-moon", "Apollo 11 lands on the Moon", "1969-07-20")
    ]
    assert store.sound


@pytest.mark.parametrize(
    ("line", "place", "code", "sentence"),
    [
        ("titel: X", (3, 3), "unknown-key", "event 'a': 'titel' is not a key of event; did you mean 'title'?"),
        (
            "end: 2021",
            (3, 3),
            "unknown-key",
            "event 'a': 'end' is not a key of event; write the date as an interval: date: 2025-05-28/2025-06-05",
        ),
        ("weight: 2", (3, 11), "bad-number", "event 'a': 'weight' lies between 0 and 1"),
        ("weight: heavy", (3, 11), "bad-number", "event 'a': 'weight' is a number"),
        (
            "status: establishd",
            (3, 11),
            "bad-value",
            "event 'a': 'establishd' is not a status; did you mean 'established'?",
        ),
        ("sources: [javascript:alert(1)]", (3, 13), "bad-url", "event 'a': an address begins with http:// or https://"),
        ("sources: ['https://a.b/c d']", (3, 13), "bad-url", "event 'a': an address cannot contain a space"),
        (
            "amounts: {bid: {value: about 3}}",
            (3, 26),
            "bad-amount",
            "event 'a': 'about 3' does not begin with a number; the currency has a key of its own",
        ),
        (
            "amounts: {bid: {value: 3bn}}",
            (3, 26),
            "bad-amount",
            "event 'a': '3bn' is short for something; write thousand, million, billion or trillion",
        ),
        (
            "amounts: {bid: {value: 3, currency: dollars}}",
            (3, 39),
            "bad-value",
            "event 'a': 'currency' does not have the right form (currency: USD; language: en)",
        ),
    ],
)
def test_faults_of_an_event(line, place, code, sentence):
    """Line, column, code and the whole sentence."""
    body = f"- id: a\n  {line}\n  date: '2020'\n  title: A\n"
    finding = one("events:\n" + body)
    assert ((finding.line, finding.column), finding.code, finding.sentence) == (place, code, sentence)


@pytest.mark.parametrize(
    ("date", "column", "code", "part"),
    [
        ("2025-13-12", 14, "bad-date", "did you mean 2025-12-13?"),
        ("2023-02-29", 17, "bad-date", "2023"),
        ("Feb 10, 2025", 9, "bad-date", "did you mean 2025-02-10?"),
        ("'10.02.2025'", 10, "bad-date", "did you mean 2025-02-10?"),
        ("circa 1850", 9, "bad-date", "did you mean 1850~?"),
    ],
)
def test_bad_dates_propose_what_was_meant(date, column, code, part):
    """The fault stands under the wrong digits; the hint is a date that reads."""
    finding = one(f"events:\n- id: a\n  date: {date}\n  title: A\n")
    assert (finding.line, finding.code) == (3, code)
    assert part in finding.sentence
    assert finding.column >= 9


def test_sound_records_stay_beside_broken_ones():
    """One bad event of three is left out, counted and told; the others are there."""
    store = loads("events:\n- {date: 2020, title: A}\n- {date: nope, title: B}\n- {date: 2021, title: C}\n")
    assert ([e.title for e in store.events], store.broken, store.sound) == (["A", "C"], 1, False)


def test_repeated_ids_name_both_places():
    """Events and shared records alike; the first stays."""
    text = """
    actors: {a: Ann}
    events:
      - {id: x, date: '2020', title: A}
      - {id: x, date: '2021', title: B}
    """
    finding = one(text)
    assert (finding.line, finding.column, finding.code) == (4, 10, "repeated-id")
    assert finding.hint == "the first stands in line 3"


def test_shorthands():
    """Texts stand for records where one key says it all."""
    text = """
    threads: {t: A thread}
    actors: {m: Musk}
    sources: {s: 'https://example.com/a'}
    events:
      - date: 2020
        title: A
        thread: t
        actors: [m, {ref: m, role: agent}]
        facts: [One., {text: Two., source: s}]
        sources: s
    """
    store = loads(textwrap.dedent(text))
    event = store.events[0]
    assert store.findings == () or {f.severity for f in store.findings} == {"warning"}
    assert (store.threads["t"].title, store.actors["m"].name) == ("A thread", "Musk")
    assert [f.text for f in event.facts] == ["One.", "Two."]
    assert [s.url for s in store.sources_of(event)] == ["https://example.com/a"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- a\n- b\n", "not-a-store"),
        ("hello\n", "not-a-store"),
        ("evnts: []\n", "unknown-key"),
        ("events: {a: b}\n", "wrong-type"),
        ("events: [x]\n", "wrong-type"),
        ("timeline: {time_zone: Mars/Base}\nevents: []\n", "bad-zone"),
        ("actors: {'a b': X}\n", "bad-id"),
    ],
)
def test_faults_of_a_file(text, code):
    """What is wrong above the events."""
    assert code in [f.code for f in loads(text).findings]


def test_ids_are_made_from_titles():
    """Accents go, words are whole; a second event of the same title takes its date."""
    store = loads("events:\n- {date: '2020', title: Élan’s “first” day}\n- {date: '2021', title: Élan’s “first” day}\n")
    assert [e.id for e in store.events] == ["elans-first-day", "elans-first-day-2021"]


def test_a_folder_is_one_store(tmp_path):
    """Files in the order of their names; an id in two files is an error that names the other file."""
    (tmp_path / "b.yaml").write_text("events:\n- {id: x, date: 2021, title: B, thread: t}\n")
    (tmp_path / "a.yml").write_text("threads: {t: T}\nevents:\n- {id: x, date: 2020, title: A}\n")
    (tmp_path / "notes.txt").write_text("not read")
    from timeline import load

    store = load(tmp_path)
    assert [e.title for e in store.events] == ["A"]
    (finding,) = [f for f in store.findings if f.code == "repeated-id"]
    assert finding.path.endswith("b.yaml") and finding.hint.endswith("a.yml")


def test_a_shared_record_keeps_what_is_sound():
    """An actor with a kind that is none is an error, and still has its name in the prose."""
    store = loads("actors: {wsl: {name: White Star Line, kind: company}}\nevents: [{date: 2020, title: A, actors: [wsl]}]")
    assert ([f.code for f in store.findings if f.severity == "error"], store.name_of("wsl")) == (["bad-value"], "White Star Line")
