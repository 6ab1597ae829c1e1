"""The verbs that exchange data with other tools: export and import."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .doors import (
    chosen,
    despite_option,
    force_option,
    open_store,
    output_option,
    path_argument,
    publishable,
    query_option,
    report,
    write,
)
from .findings import summary
from .progress import Progress, progress_option
from .seal import sealed
from .store import loads

if TYPE_CHECKING:
    from .imports import Imported

# The names alone: the modules behind them are imported when one is asked for. A test holds both together.
FORMATS_OUT = ("json", "csv", "ics", "atom", "jsonld", "csl", "bibtex", "sqlite", "timelinejs", "markwhen")
FORMATS_IN = ("csv", "xlsx", "json", "timelinejs", "markwhen", "simile", "ics", "wikidata")


@click.command()
@path_argument
@query_option
@click.option("--to", "form", type=click.Choice(FORMATS_OUT), default="json", show_default=True)
@despite_option
@force_option
@progress_option
@output_option
def export(path: Path, query: str, form: str, despite_errors: bool, force: bool, output: Path) -> None:
    """Write the data in another format; what that format cannot hold is told on standard error."""
    from .formats import WRITERS

    store = open_store(path)
    publishable(store, despite_errors)
    events = chosen(store, query)
    with Progress() as progress:
        progress(f"writing {len(events):,} events as {form}")
        written = WRITERS[form](store, events)
    write(output, written.data, force)
    report(written.losses)


def _mapping(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    if not values:
        return {}
    from .imports.rows import HEADINGS

    pairs = [value.partition("=") for value in values]
    wrong = next((field for field, sign, _head in pairs if not sign or field not in HEADINGS), None)
    if wrong is not None:
        raise click.BadParameter(f"'{wrong}': write FIELD=COLUMN with one of {', '.join(HEADINGS)}")
    return {field: head for field, _sign, head in pairs}


@click.command(name="import")
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--from", "form", type=click.Choice((*FORMATS_IN, "markdown")), help="What the file is, if its name does not say."
)
@click.option(
    "--map", "mapping", multiple=True, callback=_mapping, metavar="FIELD=COLUMN", help="Which column holds what."
)
@click.option("--unit", type=click.Choice(["years", "Ma", "Ga"]), help="What bare numbers count, if not years.")
@force_option
@progress_option
@output_option
def import_(
    source: Path, form: str | None, mapping: dict[str, str], unit: str | None, force: bool, output: Path
) -> None:
    """Make a store of another tool's file; what could not be read or mapped is told row by row, and kept in notes.

    On a terminal it asks which column is which where the headings do not say.
    """
    from .imports import SUFFIXES, Unreadable

    form = form or ("markdown" if source.is_dir() else SUFFIXES.get(source.suffix.lower()))
    if form is None:
        raise click.UsageError(f"what is '{source.name}'? Say it with --from {'|'.join(FORMATS_IN)}")
    if (form == "markdown") != source.is_dir():
        raise click.UsageError("--from markdown takes a folder, and a folder can only be that")
    try:
        made = _imported(source, form, mapping, unit or "")
    except Unreadable as error:
        raise click.ClickException(f"{source}: {error}") from error
    write(output, sealed(made.text).encode(), force)
    report(made.remarks)
    with Progress() as progress:
        progress(f"checking {made.taken:,} events")
        checked = loads(made.text, str(output))
    click.echo(f"{made.taken} of {made.read} events taken; {summary(checked.findings)}", err=True)
    if not checked.sound:
        raise click.ClickException("the store has errors: timeline check tells where")


def _imported(source: Path, form: str, mapping: dict[str, str], unit: str) -> "Imported":
    """Read and build; each thing that the file leaves unclear is asked once, where there is somebody to ask."""
    from .imports import READERS, Unclear, build, read_folder

    while True:
        try:
            with Progress() as progress:
                progress(f"reading {source}")
                foreign = read_folder(source) if form == "markdown" else READERS[form](source.read_bytes(), mapping)
                progress(f"making a store of {len(foreign.drafts):,} events")
                return build(foreign, source.stem, unit)
        except Unclear as unclear:
            if not on_terminal():
                raise
            click.echo(f"{source}: {unclear}", err=True)
            answer = _asked(unclear.field, unclear.choices)
            mapping, unit = (mapping, answer) if unclear.field == "unit" else ({**mapping, unclear.field: answer}, unit)


def on_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty()


def _asked(field: str, choices: Sequence[str]) -> str:
    """One of the choices, by its number. The question goes to standard error: the store may go to standard output."""
    for number, choice in enumerate(choices, 1):
        click.echo(f"  {number}  {choice}", err=True)
    number = click.prompt(f"Which is the {field}? Its number", type=click.IntRange(1, len(choices)), err=True)
    return choices[number - 1]


VERBS: tuple[click.Command, ...] = (export, import_)
