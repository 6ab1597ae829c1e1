"""The verbs of the `timeline` command: the only room that prints, exits and writes files."""

import json
import sys
import threading
import time
import webbrowser
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import __version__
from .document import Limits
from .files import write_whole
from .findings import github_report, has_errors, json_report, sarif_report, summary, text_report
from .model import Event, json_schema
from .query import apply, parse_query, window
from .store import Store, load

if TYPE_CHECKING:
    from .narrative import Narrative


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="sourced-timeline", prog_name="timeline")
def main() -> None:
    """Sourced timelines and the stories they tell. PATH is a file or a folder, events.yaml unless given."""


path_argument = click.argument("path", default="events.yaml", type=click.Path(path_type=Path))
query_option = click.option(
    "-q", "--query", default="", help="Only events that match, such as 'thread:control actor:musk during:2025-02'."
)
output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    default="-",
    show_default=True,
    help="The file to write; - is standard output.",
)


def _limits(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> Limits:
    limits = Limits()
    names = {field.name for field in fields(Limits)}
    for value in values:
        name, _sign, number = value.partition("=")
        if name not in names or not number.isdigit():
            raise click.BadParameter(f"'{value}': write NAME=NUMBER with one of {', '.join(sorted(names))}")
        limits = replace(limits, **{name: int(number)})
    return limits


limit_option = click.option(
    "--limit", "limits", multiple=True, callback=_limits, metavar="NAME=N", help="Change a limit, such as depth=64."
)


def _open(path: Path, limits: Limits | None = None) -> Store:
    if not path.exists():
        raise click.UsageError(f"there is no file or folder '{path}'")
    return load(path, limits)


def _warn(store: Store) -> None:
    """Say on standard error that a store is not clean; the output below it holds only what is sound."""
    if not store.sound:
        lost = f"; {store.broken} events are left out" if store.broken else ""
        click.echo(f"{store.name}: {summary(store.findings)}{lost} (timeline check tells where)", err=True)


def _chosen(store: Store, query: str) -> tuple[Event, ...]:
    return apply(parse_query(query), store)


def _write(output: Path, data: bytes) -> None:
    if str(output) == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    try:
        write_whole(output, data)
    except OSError as error:
        raise click.ClickException(f"cannot write '{output}': {error.strerror}") from error


@main.command()
@path_argument
@click.option(
    "--format", "form", type=click.Choice(["text", "github", "json", "sarif"]), default="text", show_default=True
)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of a store and stop.")
@limit_option
def check(path: Path, form: str, strict: bool, schema: bool, limits: Limits) -> None:
    """Tell every mistake of a store with its place. Exit 0: no errors; 1: errors; 2: wrong use."""
    if schema:
        click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
        return
    store = _open(path, limits)
    reports = {
        "text": lambda: text_report(store.findings, limits.printed) + f" in {len(store.events)} events",
        "github": lambda: github_report(store.findings),
        "json": lambda: json_report(store.findings),
        "sarif": lambda: sarif_report(store.findings, __version__),
    }
    text = reports[form]()
    if text:
        click.echo(text)
    if has_errors(store.findings) or (strict and store.findings):
        sys.exit(1)


@main.command(name="list")
@path_argument
@query_option
def list_(path: Path, query: str) -> None:
    """List the events: date, title, id."""
    store = _open(path)
    _warn(store)
    events = _chosen(store, query)
    width = max((len(e.date.text) for e in events), default=0)
    for event in events:
        click.echo(f"{event.date.text:<{width}}  {event.title}  [{event.id}]")
    click.echo(f"{len(events)} of {len(store.events)} events", err=True)


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


@main.command()
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
    store = _open(path)
    _warn(store)
    try:
        story = tell(
            store, _chosen(store, query), most, form=form, length=length, actor=actor, event=event,  # type: ignore[arg-type]
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
    _write(output, text.encode())


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


def _window(_: click.Context, __: click.Parameter, value: str | None) -> tuple[float, float] | None:
    if value is None:
        return None
    days = window(value)
    if days is None:
        raise click.BadParameter(
            f"'{value}' is not a date or interval with two ends, such as 2025-02 or 2025-02-01/2025-02-20"
        )
    return days


@main.command()
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
        store = _open(path)
        began = time.perf_counter()
        story = tell(store, form=form, length=length)  # type: ignore[arg-type]
        took = time.perf_counter() - began
        told = len(story.sentences)
        click.echo(f"{path}: {form}, {length}, {told} sentences, {len(story.text.split())} words")
        for figure in figures(story, store, store.events):
            mark = " " if figure.reached else "*"
            click.echo(f"  {mark} {figure.name:<28} {figure.value:>8g}   target {figure.target}")
        click.echo(f"    {'sentences a second':<28} {told / took:>8.0f}   ({took * 1000:.1f} ms, the first time)")


@main.command()
@path_argument
@click.option("--as", "form", type=click.Choice(["svg", "png"]), default="svg", show_default=True)
@query_option
@click.option("--window", "days", callback=_window, help="The stretch of time to draw, such as 2025-02.")
@click.option("--event", help="The id of an event to mark, with its relations.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option("--size", default="1200x640", show_default=True, help="Width and height in pixels.")
@output_option
def embed(
    path: Path,
    form: str,
    query: str,
    days: tuple[float, float] | None,
    event: str | None,
    theme: str,
    size: str,
    output: Path,
) -> None:
    """Draw a still of the timeline to place in a document."""
    from .engine import View, draw_svg
    from .scene import arrange
    from .still import to_png

    store = _open(path)
    _warn(store)
    if event and event not in store.by_id:
        raise click.UsageError(f"there is no event '{event}'")
    width, height = _size(size)
    view = View(width, height, days, event, "", theme)
    svg = draw_svg(arrange(store, _chosen(store, query)), view)
    _write(output, svg.encode() if form == "svg" else to_png(svg))


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit() and 200 <= int(width) <= 8000 and 120 <= int(height) <= 8000):
        raise click.UsageError(f"'{text}' is not a size such as 1200x640 (200 to 8000 wide, 120 to 8000 high)")
    return int(width), int(height)


@main.command()
@path_argument
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8050, show_default=True)
@click.option("--open/--no-open", "show", default=False, help="Open the page in the browser.")
@limit_option
def serve(path: Path, host: str, port: int, show: bool, limits: Limits) -> None:
    """Show the store as a local web page that follows the file as you save it."""
    from .web import create_app, serve_forever

    if not path.exists():
        raise click.UsageError(f"there is no file or folder '{path}'")
    app = create_app(path, limits)
    url = f"http://{host}:{port}/"

    def ready() -> None:
        click.echo(f"{path} is on {url} (Ctrl-C ends)", err=True)
        if show:
            threading.Timer(0.3, webbrowser.open, [url]).start()

    try:
        serve_forever(app, host, port, ready)
    except OSError as error:
        raise click.ClickException(
            f"cannot listen on {host}:{port}: {error.strerror or error}; --port N takes another"
        ) from error
