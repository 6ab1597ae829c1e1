"""The verbs, through the command's own door: output, exit codes, files."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli import main

SOUND = """
threads: {t: A thread}
events:
- {id: a, date: 2020-05-01, title: First thing, thread: t, sources: ["https://a.example/1", "https://b.example/2"]}
- {id: b, date: 2020-06, title: Second thing, clause: "the second thing [happened]", sources: ["https://a.example/1", "https://b.example/2"]}
"""


@pytest.fixture
def run(tmp_path: Path):
    (tmp_path / "good.yaml").write_text(SOUND)
    (tmp_path / "bad.yaml").write_text(SOUND + "- {date: 2020-13-01, title: Third, sources: ['https://a.example/1']}\n")
    (tmp_path / "warned.yaml").write_text("events:\n- {date: 2020, title: Alone}\n")

    def invoke(*words: str):
        return CliRunner().invoke(main, [str(tmp_path / w) if w.endswith(".yaml") else w for w in words])

    return invoke


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["check", "good.yaml"], 0),
        (["check", "bad.yaml"], 1),
        (["check", "warned.yaml"], 0),
        (["check", "warned.yaml", "--strict"], 1),
        (["check", "missing.yaml"], 2),
        (["check", "--format", "xml"], 2),
        (["check", "good.yaml", "--limit", "depth"], 2),
        (["check", "good.yaml", "--limit", "depth=1"], 1),
        (["list", "missing.yaml"], 2),
        (["embed", "good.yaml", "--size", "big"], 2),
        (["embed", "good.yaml", "--event", "x"], 2),
        (["embed", "good.yaml", "--window", "never"], 2),
        (["serve", "missing.yaml"], 2),
        (["nonsense"], 2),
    ],
)
def test_exit_codes(run, words, code):
    """0 clean, 1 errors in the store, 2 wrong use; never a traceback."""
    outcome = run(*words)
    assert outcome.exit_code == code, outcome.output
    assert "Traceback" not in outcome.output


def test_check_formats_agree(run):
    """Text, GitHub, JSON and SARIF tell the same findings."""
    assert "bad.yaml:6:15: error[bad-date] event 'third': month 13 does not exist" in run("check", "bad.yaml").output
    (record,) = [f for f in json.loads(run("check", "bad.yaml", "--format", "json").output) if f["severity"] == "error"]
    assert (record["line"], record["code"]) == (6, "bad-date")
    assert "::error file=" in run("check", "bad.yaml", "--format", "github").output
    sarif = json.loads(run("check", "bad.yaml", "--format", "sarif").output)
    assert sarif["version"] == "2.1.0"
    assert "bad-date" in [r["ruleId"] for r in sarif["runs"][0]["results"]]


def test_list_takes_a_query(run):
    """Dates as written, titles, ids; the count on standard error."""
    assert run("list", "good.yaml", "-q", "thread:t").stdout == "2020-05-01  First thing  [a]\n"


def test_narrate_writes_each_form(run):
    """Markdown footnotes, HTML with links, plain text."""
    assert "[^1]" in run("narrate", "good.yaml").stdout
    assert 'href="https://a.example/1"' in run("narrate", "good.yaml", "--as", "html").stdout
    assert (
        "1 May 2020: First thing.[1][2] In June the second thing happened.[1][2]"
        in run("narrate", "good.yaml", "--as", "text").stdout
    )


def test_embed_draws_a_picture(run, tmp_path):
    """SVG text and PNG bytes, whole files, the same each time."""
    out = tmp_path / "out.svg"
    assert run("embed", "good.yaml", "-o", str(out)).exit_code == 0
    svg = out.read_text()
    assert svg.startswith("<svg") and 'data-event="a"' in svg
    assert run("embed", "good.yaml").stdout == svg
    assert run("embed", "good.yaml", "--as", "png").stdout_bytes.startswith(b"\x89PNG")
    assert [p.name for p in tmp_path.glob(".*")] == []


def test_a_folder_that_cannot_be_written_to_is_one_line(run):
    """No half file, no traceback."""
    outcome = run("embed", "good.yaml", "-o", "/nowhere/out.svg")
    assert outcome.exit_code == 1
    assert outcome.output.startswith("Error: cannot write '/nowhere/out.svg'")


def test_the_schema_in_the_repository_is_the_models():
    """`assets/events.schema.json` is what editors are told; `timeline check --schema` prints it."""
    written = Path(__file__).parent.parent / "assets" / "events.schema.json"
    assert CliRunner().invoke(main, ["check", "--schema"]).output == written.read_text()


def test_importing_the_package_is_light():
    """`import timeline` brings neither Dash nor Plotly, and the command starts without them."""
    code = "import timeline, timeline.cli, sys; print([m for m in ('dash', 'plotly', 'pandas', 'flask') if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


STORY = str(Path(__file__).parent.parent / "events.yaml")


def test_narrate_in_forms(run):
    """A form, a length, a day, a language; what each needs is asked for in plain words."""
    assert "offered $97.4 billion" in run("narrate", STORY, "--form", "brief", "-q", "during:2025-02").stdout
    assert "said in 2018" in run("narrate", STORY, "--form", "sides", "--event", "musk-leaves-openai-board").stdout
    assert "rejected the bid" not in run("narrate", STORY, "--as-known-on", "2025-02-11").stdout
    assert "gründeten" in run("narrate", STORY, "--lang", "de").stdout
    for wrong in (
        ("--form", "poem"),
        ("--form", "perspective"),
        ("--form", "card", "--event", "nothing"),
        ("--form", "between", "--between", "2025"),
        ("--form", "between", "--between", "2025-13/2026"),
        ("--as-known-on", "yesterday"),
    ):
        result = run("narrate", STORY, *wrong)
        assert result.exit_code == 2 and "Traceback" not in result.output


def test_narrate_proves_and_explains(run):
    """How many sentences read back; which rule and fields made each; all spans; the notes for a reference manager."""
    assert "sentences verify; 0 were replaced" in run("narrate", STORY, "--verify").stdout
    assert "rule clause; events musk-bid-97bn" in run("narrate", STORY, "--form", "brief", "--explain").stdout
    data = json.loads(run("narrate", STORY, "--form", "brief", "--as", "json").stdout)
    assert data["form"] == "brief" and data["passages"][0]["paragraphs"][0][0]["spans"]
    items = json.loads(run("narrate", STORY, "--form", "brief", "--as", "csl").stdout)
    assert items[0]["id"] == "note-1" and items[0]["issued"] == {"date-parts": [[2025, 2, 11]]}


def test_quality_measures(run):
    """Each figure beside its target."""
    text = run("quality", STORY, "--form", "brief").stdout
    assert "sentences that verify" in text and "target 50 to 70" in text
