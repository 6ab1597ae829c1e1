"""What all verbs share: their arguments, opening a store, writing a file, saying what happened."""

import sys
from collections.abc import Iterable
from dataclasses import fields, replace
from pathlib import Path

import click

from .dates import DateError, When, parse
from .document import Limits
from .files import write_whole
from .findings import summary
from .known import as_known_on
from .model import Event
from .ours import is_ours
from .progress import Progress
from .query import apply, parse_query, unknown_in, window
from .store import Store, load

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


def open_store(path: Path, limits: Limits | None = None) -> Store:
    if not path.exists():
        raise click.UsageError(f"there is no file or folder '{path}'")
    if path.is_file() and path.stat().st_size > 1_500_000:
        with Progress() as progress:
            progress(f"reading {path}")
            return load(path, limits)
    return load(path, limits)


def events_in_words(number: int) -> str:
    return f"{number:,} event{'' if number == 1 else 's'}"


def warn(store: Store) -> None:
    """Say on standard error that a store is not clean; the output below it holds only what is sound."""
    if not store.sound:
        lost = f"; {events_in_words(store.broken)} left out" if store.broken else ""
        click.echo(f"{store.name}: {summary(store.findings)}{lost} (timeline check tells where)", err=True)


def chosen(store: Store, query: str) -> tuple[Event, ...]:
    """The events that match; what in the query names nothing of the store is said on standard error."""
    parsed = parse_query(query)
    for text in unknown_in(parsed, store):
        click.echo(text, err=True)
    return apply(parsed, store)


def window_of(_: click.Context, __: click.Parameter, value: str | None) -> tuple[float, float] | None:
    if value is None:
        return None
    days = window(value)
    if days is None:
        raise click.BadParameter(
            f"'{value}' is not a date or interval with two ends, such as 2025-02 or 2025-02-01/2025-02-20"
        )
    return days


window_option = click.option(
    "--window", "days", callback=window_of, help="The stretch of time to show, such as 2025-02 or 2024/2026."
)
scale_option = click.option(
    "--scale",
    type=click.Choice(["linear", "dense", "even"]),
    default="linear",
    show_default=True,
    help="Time true to its length, with more room where much happens, or the same from date to date.",
)
amounts_option = click.option("--amounts", is_flag=True, help="Draw sums as discs of true area.")
force_option = click.option("--force", is_flag=True, help="Overwrite a file that this command did not write.")


def write(output: Path, data: bytes, force: bool = True) -> None:
    """Write to a file whole or not at all, or to standard output; without `force`, only over what we once wrote."""
    if str(output) == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    try:
        if not force and output.exists() and not is_ours(output):
            raise click.ClickException(
                f"'{output}' is there already, and nothing in it says that it is ours; --force overwrites it"
            )
        write_whole(output, data)
    except OSError as error:
        raise click.ClickException(f"cannot write '{output}': {error.strerror}") from error


def report(lines: Iterable[str], most: int = 50) -> None:
    """Lines on standard error, at most so many, then how many more there are."""
    told = list(lines)
    for line in told[:most]:
        click.echo(line, err=True)
    if len(told) > most:
        click.echo(f"… and {len(told) - most} more", err=True)


def publishable(store: Store, despite_errors: bool) -> None:
    """Refuse a store with errors: what is published from it would silently lack what they stand in."""
    if store.sound or despite_errors:
        warn(store)
        return
    raise click.ClickException(
        f"{store.name}: {summary(store.findings)}; nothing is published from a store with errors. "
        "timeline check tells where; --despite-errors publishes what is sound"
    )


despite_option = click.option(
    "--despite-errors", is_flag=True, help="Publish what is sound of a store that has errors."
)


def _day_of(_: click.Context, __: click.Parameter, value: str | None) -> When | None:
    try:
        return parse(value) if value else None
    except DateError as error:
        raise click.BadParameter(f"'{value}' is no date: {error.message}") from error


known_option = click.option(
    "--as-known-on", "day", callback=_day_of, metavar="DAY", help="Only what was known and published by then."
)


def known(store: Store, day: When | None) -> Store:
    """The store as it was known on `day`; as it is without one."""
    return as_known_on(store, day) if day else store


def size_of(text: str) -> tuple[int, int]:
    """Width and height of `1200x640`."""
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit() and 200 <= int(width) <= 8000 and 120 <= int(height) <= 8000):
        raise click.UsageError(f"'{text}' is not a size such as 1200x640 (200 to 8000 wide, 120 to 8000 high)")
    return int(width), int(height)
