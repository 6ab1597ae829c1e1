"""The verbs that tell the story in words and measure the telling."""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .doors import chosen, open_store, output_option, path_argument, query_option, warn, write
from .store import Store

if TYPE_CHECKING:
    from .narrative import Narrative


def _form_names() -> list[str]:
    from .narrative import FORMS

    return list(FORMS)


def _two_days(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, str] | None:
    if value is None:
        return None
    first, slash, last = value.partition("/")
    if not slash or not first or not last:
        raise click.BadParameter("write two days with a slash, such as 2025-02-10/2025-02-14")
    return first, last


@click.command()
@path_argument
@query_option
@click.option(
    "--form",
    default="chronicle",
    show_default=True,
    metavar="FORM",
    help="headline, brief, standfirst, chronicle, explainer, perspective, led-to, between, sides, steps, outlook, card",
)
@click.option("--length", type=click.Choice(["short", "standard", "long"]), default="standard", show_default=True)
@click.option("--actor", help="Whose perspective.")
@click.option("--event", help="The event of a card, of both sides, or that something led to.")
@click.option("--between", callback=_two_days, metavar="A/B", help="What changed between two days.")
@click.option("--as-known-on", "day", metavar="DAY", help="Only what was known and published by then.")
@click.option("--lang", help="The language to write in, of those that have a pack: en, de.")
@click.option(
    "--as",
    "kind",
    type=click.Choice(["markdown", "html", "text", "json", "csl"]),
    default="markdown",
    show_default=True,
)
@click.option("--most", type=click.IntRange(1), help="Tell at most so many events, those that matter most.")
@click.option(
    "--verify", "proof", is_flag=True, help="Read the text back against its sources and report; exit 1 on any failure."
)
@click.option("--explain", "why", is_flag=True, help="Print for each sentence the rule and the fields that made it.")
@output_option
def narrate(
    path: Path,
    query: str,
    form: str,
    length: str,
    actor: str | None,
    event: str | None,
    between: tuple[str, str] | None,
    day: str | None,
    lang: str | None,
    kind: str,
    most: int | None,
    proof: bool,
    why: bool,
    output: Path,
) -> None:
    """Write the story as prose, each sentence with its sources as numbered notes."""
    from . import csl, prose
    from .dates import DateError
    from .narrative import NarrativeError
    from .narrative import narrate as tell

    if form not in _form_names():
        raise click.UsageError(f"there is no form '{form}'; there are {', '.join(_form_names())}")
    store = open_store(path)
    warn(store)
    try:
        story = tell(
            store, chosen(store, query), most, form=form, length=length, actor=actor, event=event,  # type: ignore[arg-type]
            between=between, day=day, language=lang,
        )  # fmt: skip
    except NarrativeError as error:
        raise click.UsageError(str(error)) from error
    except DateError as error:
        raise click.UsageError(f"that is no date: {error.message}") from error
    if proof:
        _report_proof(story, store, day)
        return
    writers = {"markdown": prose.to_markdown, "html": prose.to_html, "text": prose.to_text, "json": prose.to_json}
    text = prose.explain(story) if why else csl.to_csl(story.notes) if kind == "csl" else writers[kind](story)
    write(output, text.encode())


def _report_proof(story: "Narrative", store: Store, day: str | None) -> None:
    """Say how many sentences read back, and which do not; exit 1 if any does not, or none was told as first worded."""
    from .dates import parse
    from .known import as_known_on
    from .narrative import verify

    problems = verify(story, as_known_on(store, parse(day)) if day else store)
    for problem in problems:
        click.echo(f"{problem.reason}: {problem.text}  [{', '.join(problem.events)}]")
    for sentence in story.replaced:
        click.echo(f"replaced by its title ({sentence.replaced}): {sentence.text}  [{', '.join(sentence.events)}]")
    told, replaced = len(story.sentences), len(story.replaced)
    click.echo(f"{told - len(problems)} of {told} sentences verify; {replaced} were replaced; {len(story.notes)} notes")
    if problems:
        sys.exit(1)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--form", default="chronicle", show_default=True, metavar="FORM")
@click.option("--length", type=click.Choice(["short", "standard", "long"]), default="standard", show_default=True)
def quality(paths: tuple[Path, ...], form: str, length: str) -> None:
    """Measure the prose of stores: grounding, citations, coverage, repetition, ease, speed, beside their targets."""
    from .narrative import narrate as tell
    from .narrative.measure import figures

    if form not in _form_names():
        raise click.UsageError(f"there is no form '{form}'; there are {', '.join(_form_names())}")
    for path in paths or (Path("events.yaml"),):
        store = open_store(path)
        began = time.perf_counter()
        story = tell(store, form=form, length=length)  # type: ignore[arg-type]
        took = time.perf_counter() - began
        told = len(story.sentences)
        click.echo(f"{path}: {form}, {length}, {told} sentences, {len(story.text.split())} words")
        for figure in figures(story, store, store.events):
            mark = " " if figure.reached else "*"
            click.echo(f"  {mark} {figure.name:<28} {figure.value:>8g}   target {figure.target}")
        click.echo(f"    {'sentences a second':<28} {told / took:>8.0f}   ({took * 1000:.1f} ms, the first time)")


VERBS: tuple[click.Command, ...] = (narrate, quality)
