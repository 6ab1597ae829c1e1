"""The `timeline` command: the verbs that look at a store; those that tell and publish it have rooms of their own."""

import gc
import json
import sys
import threading
import webbrowser
from pathlib import Path

import click

from . import __version__, cli_exchange, cli_publish, cli_tell
from .dates import When
from .document import Limits
from .doors import (
    chosen,
    events_in_words,
    known,
    known_option,
    limit_option,
    open_store,
    path_argument,
    query_option,
    warn,
)
from .findings import github_report, has_errors, json_report, sarif_report, text_report
from .model import json_schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="sourced-timeline", prog_name="timeline")
def main() -> None:
    """Sourced timelines and the stories they tell. PATH is a file or a folder, events.yaml unless given."""


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
    gc.disable()  # the process lives for this one reading and makes no cycles
    store = open_store(path, limits)
    reports = {
        "text": lambda: text_report(store.findings, limits.printed) + f" in {events_in_words(len(store.events))}",
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
@known_option
def list_(path: Path, query: str, day: When | None) -> None:
    """List the events: date, title, id."""
    store = open_store(path)
    warn(store)
    store = known(store, day)
    events = chosen(store, query)
    width = max((len(e.date.text) for e in events), default=0)
    for event in events:
        click.echo(f"{event.date.text:<{width}}  {event.title}  [{event.id}]")
    click.echo(f"{len(events)} of {events_in_words(len(store.events))}", err=True)


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


for verb in (*cli_tell.VERBS, *cli_publish.VERBS, *cli_exchange.VERBS):
    main.add_command(verb)
