"""YAML to located trees: places, limits, encodings, and mistakes told with the corrected line."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.document import Limits, Map, Seq, Text, read_document


def findings(data: bytes | str, **limits: int) -> list[tuple[int, int, str]]:
    raw = data.encode() if isinstance(data, str) else data
    return [(f.line, f.column, f.code) for f in read_document(raw, "x.yaml", Limits(**limits)).findings]


def test_scalars_stay_text_as_written():
    """Nothing of YAML's guesses reaches the tree."""
    text = "a: NO\nb: 1.10\nc: 12:30\nd: 2024-02-30\ne: 0755\nf: ~\ng: 'null'\n"
    root = read_document(text.encode(), "x.yaml").root
    assert root == {"a": "NO", "b": "1.10", "c": "12:30", "d": "2024-02-30", "e": "0755", "f": None, "g": "null"}


def test_every_value_knows_its_place():
    """Lines and columns count from 1, in characters, also behind letters beyond ASCII."""
    root = read_document("é: [日本, 'x']\n".encode(), "x.yaml").root
    assert isinstance(root, Map)
    ((key, value),) = root.items()
    assert isinstance(value, Seq)
    assert (key.line, key.column, value.line, value.column) == (1, 1, 1, 4)
    assert [(t.column, t.plain) for t in value if isinstance(t, Text)] == [(5, True), (9, False)]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"a: \xff", (1, 4, "bad-encoding")),
        ("a: b".encode("utf-16"), (1, 1, "bad-encoding")),
        (b"a: b\nc: \x01", (2, 4, "bad-character")),
        (b'a: "\\ud800"', (1, 7, "yaml-syntax")),
        (b"a: 1\nb: 2\na: 3\n", (3, 1, "repeated-key")),
        (b"a: !!int 3\n", (1, 4, "tag")),
        (b"a: !!python/object/apply:os.system [x]\n", (1, 4, "tag")),
        (b"a: 1\n---\nb: 2\n", (2, 1, "several-documents")),
        (b"a: *b\n", (1, 4, "unknown-alias")),
        (b"? [a]\n: b\n", (1, 5, "bad-key")),
    ],
)
def test_refused(data, place):
    """One finding, at the exact place."""
    assert findings(data) == [place]


def test_utf8_with_a_byte_order_mark_is_read():
    """Windows editors write one; columns do not count it."""
    root = read_document(b"\xef\xbb\xbfa: b\r\n", "x.yaml").root
    assert root == {"a": "b"}


@pytest.mark.parametrize(
    ("data", "limits", "code"),
    [
        ("[" * 100_000, {}, "too-deep"),
        ("- " * 100_000, {}, "too-deep"),
        ("a: &x [1]\n" + "b: [" + "*x," * 101 + "]", {}, "too-many-aliases"),
        ("a: " + "x" * 50, {"scalar": 49}, "text-too-long"),
        ("a: b", {"file_bytes": 3}, "file-too-large"),
        ("a: [1, 2, 3]", {"nodes": 4}, "too-many-nodes"),
    ],
)
def test_limits(data, limits, code):
    """Each limit stops the reading with a finding that names the setting."""
    assert [c for _, _, c in findings(data, **limits)] == [code]


def test_alias_bomb_is_counted_as_if_written_out():
    """Nine levels of nine aliases would be 387 million values."""
    levels = "\n".join(f"l{i}: &l{i} [{','.join([f'*l{i - 1}'] * 9) if i else 'x'}]" for i in range(9))
    tracemalloc.start()
    assert [c for _, _, c in findings(levels)] == ["too-many-nodes"]
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("line", "column", "hint"),
    [
        ("title: Musk: the bid", 14, "write: - title: 'Musk: the bid'"),
        ("title: 'Musk's bid'", 15, 'write: - title: "Musk\'s bid"'),
        ('title: "Swindler", he said', 20, "write: - title: '\"Swindler\", he said'"),
        ("title: @handle", 10, "write: - title: '@handle'"),
        ("title: `x`", 10, "write: - title: '`x`'"),
    ],
)
def test_quoting_slips_are_told_with_the_corrected_line(line, column, hint):
    """The three mistakes that people really make, and two characters that cannot begin a text."""
    document = read_document(f"events:\n- {line}\n  date: 2025\n".encode(), "x.yaml")
    (finding,) = document.findings
    assert (finding.line, finding.column, finding.hint) == (2, column, hint)
    assert [event["date"] for event in document.root["events"]] == ["2025"]


def test_every_mistake_of_the_yaml_is_told_in_one_run():
    """After a mistake the line is mended, or its record left out, and the reading goes on."""
    text = """events:
  - title: one: two
    date: 2020
  - title: [a, b
    date: 2021
  -\ttitle: three
  - title: 'it's'
    date: 2022
  - title: last
    date: 2023
"""
    document = read_document(text.encode(), "x.yaml")
    assert [f.line for f in document.findings] == [2, 5, 6, 7]
    assert [e["title"] for e in document.root["events"]] == ["one: two", "three", "it's", "last"]


def test_merge_markers_are_recognised():
    """An unresolved merge names itself."""
    document = read_document(b"events:\n<<<<<<< HEAD\n- a: 1\n=======\n", "x.yaml")
    assert "unresolved merge" in document.findings[0].message


@given(st.binary(max_size=300))
def test_no_bytes_make_it_raise(data):
    """Whatever comes in, the outcome is a document."""
    read_document(data, "x.yaml")


@given(st.text(alphabet="ab:-'\"[]{}&*!|>#,?@`%\n \t", max_size=60))
def test_no_punctuation_makes_it_raise(text):
    """The characters of YAML's grammar, in any order."""
    read_document(text.encode(), "x.yaml")
