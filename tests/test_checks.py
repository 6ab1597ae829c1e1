"""Checks across records: for each, a store that passes and one that fails at an exact place."""

import re
from pathlib import Path

import pytest

from timeline import loads
from timeline.checks import CHECKS

SOURCES = "sources: [https://a.example/1, https://b.example/2]"
HEAD = "actors:\n  ann: {name: Ann Lee, roles: [{role: head of the bank, from: 2019, to: 2021}]}\nsources:\n  one: {url: https://a.example/9, publisher: A, published: 2020-05-01}\n  copy: {url: https://c.example/3, publisher: C, original: A}\nthreads: {money: Money}\nevents:\n"
START = HEAD.count("\n")


def event(date: str, title: str, *lines: str, sources: str = SOURCES) -> str:
    return "".join(
        f"{'- ' if i == 0 else '  '}{line}\n"
        for i, line in enumerate(
            [
                f"id: {title.split()[0].lower()}",
                f"date: {date}",
                f"title: {title}",
                *lines,
                *([sources] if sources else []),
            ]
        )
    )


def found(*events: str) -> list[tuple[int, int, str]]:
    store = loads(HEAD + "".join(events), "x.yaml")
    return [(f.line - START, f.column, f.code) for f in store.findings]


A = event("2020-05-01", "Alpha begins")

CASES = [
    # code, stores that pass, store that fails, place in the failing store
    ("unknown-thread", [event("2020", "A x", "thread: money")], [event("2020", "A x", "thread: mony")], (4, 11)),
    (
        "unknown-actor",
        [event("2020", "A x", "actors: [ann, Bob Dole]")],
        [event("2020", "A x", "actors: [an]")],
        (4, 12),
    ),
    (
        "unknown-source",
        [event("2020", "A x", sources="sources: [one, https://b.example/2]")],
        [event("2020", "A x", sources="sources: [one, tow]")],
        (4, 18),
    ),
    (
        "unknown-event",
        [A, event("2020-06", "B x", "relations: [{responds-to: alpha}]")],
        [A, event("2020-06", "B x", "relations: [{responds-to: alpa}]")],
        (8, 29),
    ),
    ("self-relation", [A], [event("2020", "A x", "relations: [{cites: a}]")], (4, 23)),
    (
        "unknown-reference",
        [event("2020", "A x", 'clause: "{ann} [left]"')],
        [event("2020", "A x", 'clause: "{anne} [left]"')],
        (4, 13),
    ),
    ("bad-clause", [A], [event("2020", "A x", 'clause: "{ann [left]"')], (4, 12)),
    (
        "ids-alike",
        [A],
        [
            event("2020", "A x", sources="sources: [https://a.example/1, https://b.example/2]"),
            event("2021", "B y").replace("id: b", "id: A"),
        ],
        (5, 7),
    ),
    (
        "relation-cycle",
        [A],
        [event("2020", "A x", "relations: [{part-of: b}]"), event("2020", "B y", "relations: [{part-of: a}]")],
        (9, 25),
    ),
    (
        "reply-before-trigger",
        [A, event("2020-05-01", "B x", "relations: [{responds-to: alpha}]")],
        [A, event("2020-04-30", "B x", "relations: [{responds-to: alpha}]")],
        (8, 29),
    ),
    (
        "relation-out-of-time",
        [A, event("2020", "B x", "relations: [{caused-by: alpha}]")],
        [A, event("2019", "B x", "relations: [{caused-by: alpha}]")],
        (8, 27),
    ),
    ("no-source", [A], [event("2020", "A x", sources="")], (3, 10)),
    (
        "one-publisher",
        [event("2020", "A x", "status: reported", sources="sources: [one, copy]")],
        [event("2020", "A x", sources="sources: [one, copy]")],
        (4, 12),
    ),
    ("bare-domain", [A], [event("2020", "A x", sources="sources: [https://a.example/, https://b.example/2]")], (4, 13)),
    (
        "source-before-event",
        [event("2020-05-01", "A x", sources="sources: [one, https://b.example/2]")],
        [event("2020-05-02", "A x", sources="sources: [one, https://b.example/2]")],
        (4, 13),
    ),
    (
        "first-of-month",
        [event(f"2020-0{m}-02", f"E{m} is unlike") for m in range(1, 6)],
        [event(f"2020-0{m}-01", f"E{m} is unlike") for m in range(1, 6)],
        (2, 9),
    ),
    ("season-or-years", [event("2001-35", "A x")], [event("1939-41", "A x"), event("1945", "B y")], (2, 9)),
    (
        "role-out-of-time",
        [event("2020", "Ann is head of the bank", "actors: [ann]")],
        [event("2022", "Ann is head of the bank", "actors: [ann]")],
        (3, 10),
    ),
    (
        "quote-variant",
        [
            event("2020", "A x", "quotes: [{by: ann, text: we will not ever sell this bank}]"),
            event("2021", "B y", "quotes: [{by: ann, text: not ever sell this bank}]"),
        ],
        [
            event("2020", "A x", "quotes: [{by: ann, text: we will not ever sell this bank}]"),
            event("2021", "B y", "quotes: [{by: ann, text: we will never ever sell this bank}]"),
        ],
        (9, 28),
    ),
    (
        "amounts-alike",
        [event("2020", "A x", "amounts: {a: {value: 97.4 billion}, b: {value: 44 billion}}")],
        [event("2020", "A x", "amounts: {a: {value: 97.4 billion}, b: {value: 9.74 billion}}")],
        (4, 50),
    ),
    (
        "amounts-alike",
        [event("2020", "A x", "amounts: {a: {value: 1 billion}, b: {value: 10 billion}}")],
        [event("2020", "A x", "amounts: {a: {value: 97.4 billion}, b: {value: 79.4 billion}}")],
        (4, 50),
    ),
    (
        "titles-alike",
        [
            event("2020-05-01", "The bank sells its gold"),
            event("2020-06-01", "Bank sells its gold").replace("id: bank", "id: b"),
        ],
        [
            event("2020-05-01", "The bank sells its gold"),
            event("2020-05-02", "Bank sells its gold").replace("id: bank", "id: b"),
        ],
        (7, 10),
    ),
    ("cut-by-comment", [event("2020", "A report  # a remark")], [event("2020", "A report #806")], (3, 10)),
    ("long-title", [A], [event("2020", "A " + "very " * 50 + "long title")], (3, 10)),
]


@pytest.mark.parametrize(("code", "passes", "fails", "place"), CASES, ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)])
def test_check(code, passes, fails, place):
    """The sound store has no finding at all; the other has this one, at this place."""
    assert found(*passes) == []
    assert found(*fails) == [(*place, code)]


def test_after_as_of():
    """An event after the store's own day is planned, or a slip."""
    text = "timeline: {as_of: 2020-06-01}\nevents:\n- {id: a, date: 2020-07, title: A, %s " + SOURCES + "}\n"
    assert [f.code for f in loads(text % "").findings] == ["after-as-of"]
    assert [f.code for f in loads(text % "status: planned,").findings] == []


def test_a_warning_is_taken_back_with_a_reason():
    """At the end of the line or alone above it; without a reason it stays; errors stay."""
    allowed = event("2020", "A x", sources="sources: [one]  # allow one-publisher: the only record")
    above = event("2020", "A x", sources="# allow one-publisher, bare-domain: the only record\n  sources: [one]")
    bare = event("2020", "A x", sources="sources: [one]  # allow one-publisher")
    error = event("2020", "A x", "thread: mony  # allow unknown-thread: no")
    assert (found(allowed), found(above)) == ([], [])
    assert [c for _, _, c in found(bare)] == ["one-publisher"]
    assert [c for _, _, c in found(error)] == ["unknown-thread"]


def test_every_check_is_documented():
    """Each has a docstring, and each code stands in docs/checks.md."""
    text = Path(__file__).parent.parent.joinpath("docs/checks.md").read_text()
    documented = set(re.findall(r"^\| `([\w-]+)`", text, re.M))
    sources = Path(__file__).parent.parent.joinpath("timeline").rglob("*.py")
    assert all(check.__doc__ for check in CHECKS)
    assert {code for code, *_ in CASES} <= documented
    told = {code for path in sources for code in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', path.read_text())}
    assert documented <= told | {"empty", "unreadable"}
