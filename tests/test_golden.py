"""Whole outputs, compared with files that were read by a person. `make golden` writes them anew; read the diff."""

from pathlib import Path

import pytest

from tests.goldens import same
from timeline import __version__, arrange, load, loads, narrate
from timeline.findings import github_report, json_report, sarif_report, text_report
from timeline.prose import to_markdown

ROOT = Path(__file__).parent.parent

BAD = """\
timeline: {title: A store with mistakes, time_zone: Mars/Base, as_of: 2026-01-01}
threads: {money: Money}
actors:
  ann: {name: Ann Lee, roles: [{role: head of the bank, from: 2019, to: 2021}]}
sources:
  one: {url: https://a.example/1, publisher: A, published: 2020-05-01}
events:
- id: first
  date: 2020-13-01
  title: The month does not exist
- id: second
  date: 2020-05-01
  titel: The key is misspelt
  sources: [one]
- id: third
  date: 2020-05-02
  title: Musk: the colon makes a key
  sources: [one]
- id: fourth
  date: 10 May 2020
  title: 'It's the apostrophe'
- id: fifth
  date: 2020-05-03
  title: Ann is head of the bank
  thread: mony
  actors: [ann, bob]
  relations: [{responds-to: sixth}]
  clause: "{ann} [said] {sume} was gone"
  sources: [one, tow]
- id: sixth
  date: 2020-06
  title: Nobody says so
"""


@pytest.mark.parametrize("form", ["txt", "github", "json", "sarif"])
def test_findings_of_a_bad_store(form):
    """Every mistake in one run, in each form."""
    findings = loads(BAD, "bad.yaml").findings
    reports = {
        "txt": text_report,
        "github": github_report,
        "json": json_report,
        "sarif": lambda f: sarif_report(f, __version__),
    }
    same(f"findings.{form}", reports[form](findings) + "\n")


def test_the_scene_of_a_seed():
    """The contract that every view draws from."""
    same("scene-incident.json", arrange(load(ROOT / "seeds" / "incident.yaml")).to_json() + "\n")


@pytest.mark.parametrize("seed", ["deep-time", "antiquity", "incident"])
def test_the_chronicle_of_a_seed(seed):
    """Dates in words from minutes to billions of years."""
    same(f"chronicle-{seed}.md", to_markdown(narrate(load(ROOT / "seeds" / f"{seed}.yaml"))))
