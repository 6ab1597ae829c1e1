"""Embeds, figures and notebooks: in the shape that their hosts take, with nothing of the author's let loose."""

import email
import email.policy
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline import figure, load, loads, narrate
from timeline.cli import main
from timeline.embeds import frame_code, to_mail, to_markdown, to_snippet
from timeline.figures import CONFIG
from timeline.still import to_pdf

ROOT = Path(__file__).parent.parent
NASTY = "</script><script>alert(1)</script><a href='https://evil.example'>x</a> %{x}"


@pytest.fixture(scope="module")
def story():
    return load(ROOT / "events.yaml")


@pytest.fixture(scope="module")
def nasty():
    text = json.dumps(NASTY)
    return loads(f"timeline: {{title: {text}}}\nthreads: {{t: {text}}}\nevents:\n- {{id: a, date: 2020, title: {text}, thread: t, amounts: {{b: {{value: 5 million, currency: USD, of: {text}}}}}}}\n")


def test_the_frame_is_sandboxed():
    """No origin, no forms; the title escaped."""
    code = frame_code("a.html", "<b>")
    assert 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"' in code and "&lt;b&gt;" in code
    assert "allow-same-origin" not in code


def test_the_snippet_reads_without_script(story, nasty):
    """The list with sources stands in the element; data cannot end their script."""
    text = to_snippet(story, story.events, 500).decode()
    assert text.startswith('<sourced-timeline height="500">') and "<li data-id=" in text
    assert "alert(1)</script>" not in to_snippet(nasty, nasty.events, 500).decode()


def test_the_mail(story):
    """Under 100 kB, picture inside, no script, nothing remote; the same bytes each time."""
    made = CliRunner().invoke(main, ["embed", str(ROOT / "events.yaml"), "--as", "email", "--url", "https://a.example/s"])
    assert made.exit_code == 0 and len(made.stdout_bytes) < 100_000
    message = email.message_from_bytes(made.stdout_bytes, policy=email.policy.default)
    html = message.get_body(("html",)).get_content()
    assert "cid:picture" in html and "<script" not in html and not re.search(r'src="http', html)
    assert message.get_body(("plain",)).get_content().count("[1]") >= 2
    assert CliRunner().invoke(main, ["embed", str(ROOT / "events.yaml"), "--as", "email", "--url", "https://a.example/s"]).stdout_bytes == made.stdout_bytes


def drawn(*options: str) -> str:
    return CliRunner().invoke(main, ["embed", str(ROOT / "events.yaml"), *options]).output


def test_a_still_is_drawn_as_it_is_asked_for():
    """Each option changes what it names: colours, places in time, discs."""
    plain, dark = drawn(), drawn("--theme", "dark")
    assert 'fill="#ffffff"' in plain and 'fill="#14161a"' in dark and 'fill="#14161a"' not in plain
    place = re.compile(r"<text[^>]*>Microsoft puts \$1[^<]*")
    assert place.search(plain)[0] != place.search(drawn("--scale", "dense"))[0]
    assert drawn("--amounts").count(" rx=") > plain.count(" rx=") + 20
    assert drawn("--size", "700x400").split(">", 1)[0] != plain.split(">", 1)[0]


def test_markdown_with_its_picture(tmp_path):
    """The picture is a file beside it; footnotes come last."""
    out = tmp_path / "story.md"
    assert CliRunner().invoke(main, ["embed", str(ROOT / "events.yaml"), "--as", "markdown", "-o", str(out)]).exit_code == 0
    text = out.read_text()
    assert "](story.png)" in text and (tmp_path / "story.png").exists()
    assert text.index("## All events") < text.index("[^1]: ")


def test_markdown_escapes(nasty):
    """Author text stays text."""
    assert "\\<script\\>" in to_markdown(nasty, nasty.events, narrate(nasty), "").decode()


def test_mail_escapes(nasty):
    """In HTML nothing runs; the subject is one line."""
    made = to_mail(nasty, narrate(nasty), b"", image="https://a.example/x.png")
    message = email.message_from_bytes(made, policy=email.policy.default)
    assert message["Subject"].strip() == NASTY and "<script>" not in message.get_body(("html",)).get_content()


def test_pdf():
    """One page, the same bytes; says what to install where typst is not."""
    pytest.importorskip("typst")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><text x="5" y="20">A</text></svg>'
    assert to_pdf(svg, "A").startswith(b"%PDF") and to_pdf(svg, "A") == to_pdf(svg, "A")


def test_pdf_says_what_to_install(monkeypatch):
    """In one line."""
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    made = CliRunner().invoke(main, ["embed", str(ROOT / "events.yaml"), "--as", "pdf"])
    assert made.exit_code == 1 and "pip install 'sourced-timeline[pdf]'" in made.output


@pytest.mark.parametrize("kind", ["timeline", "amounts", "activity"])
@pytest.mark.parametrize("name", ["events.yaml", "seeds/deep-time.yaml", "seeds/antiquity.yaml", "seeds/incident.yaml"])
def test_figures(kind, name):
    """Numeric axes with words for ticks, also before Christ; the same figure twice."""
    store = load(ROOT / name)
    made = figure(store, kind=kind)
    axis = made.layout.xaxis
    assert axis.type in (None, "linear") and len(axis.tickvals) == len(axis.ticktext) >= 2
    assert made.to_json() == figure(store, kind=kind).to_json()


def test_every_event_is_in_the_figure_and_labels_do_not_overlap(story):
    """A mark each with id and link; labels as the engine set them."""
    made = figure(story, width=900, height=500)
    ids = [row[0] for trace in made.data if trace.customdata is not None for row in trace.customdata]
    assert sorted(ids) == sorted(e.id for e in story.events)
    labels = [a for a in made.layout.annotations if a.name]
    assert len(labels) > 8 and len({(a.x, a.y) for a in labels}) == len(labels)
    assert len(figure(story, query="thread:courts").data) == 2


def test_ticks_are_the_axis_and_labels_keep_off_their_marks():
    """Words for silences are none; what lies left of its mark ends there, whatever font it is set in."""
    made = figure(load(ROOT / "seeds" / "deep-time.yaml"))
    assert made.layout.xaxis.ticktext[0] == "4 billion<br><b>years ago</b>" and made.layout.xaxis.ticktext[-1] == "present"
    assert not [t for t in made.layout.xaxis.ticktext if "later" in t]
    marks = {row[0]: x for trace in made.data if trace.customdata is not None for row, x in zip(trace.customdata, trace.x, strict=True)}
    for label in (a for a in made.layout.annotations if a.name):
        assert (label.x <= marks[label.name]) == (label.xanchor == "right")
        assert label.align == label.xanchor


def test_author_text_in_figures_is_text(nasty):
    """No pseudo-HTML, no template."""
    for kind in ("timeline", "amounts", "activity"):
        text = figure(nasty, kind=kind).to_json()
        assert "\\u003ca href" not in text and "<a href" not in text
    assert CONFIG["showSendToCloud"] is False and "sendChartToCloud" in CONFIG["modeBarButtonsToRemove"]


def test_notebook_forms(story, nasty):
    """A sandboxed frame, and behind it what a notebook that is not trusted keeps: details, picture, list."""
    forms = story._repr_mimebundle_()
    assert set(forms) == {"text/html", "text/markdown", "text/plain"}
    html = forms["text/html"]
    assert 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"' in html and "same-origin" not in html
    rest = html.partition("</iframe>")[2]
    assert rest.startswith("<details><summary>") and 'src="data:image/png;base64,' in rest and rest.count("<li>") == 100
    assert "<script>" not in nasty._repr_html_().partition("</iframe>")[2]
    assert "<article" in narrate(story)._repr_html_()
