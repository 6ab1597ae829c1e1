"""How far a long piece of work is, on standard error: on a terminal, or where it was asked for."""

import sys
import time
from typing import Any

import click

_KEY = "timeline.progress"
_EVERY = 0.2  # seconds between two lines on a terminal
_STEP = 0.1  # of the work between two lines in a log


def _asked(context: click.Context, _: click.Parameter, value: bool) -> None:
    context.meta[_KEY] = value


progress_option = click.option(
    "--progress",
    is_flag=True,
    expose_value=False,
    callback=_asked,
    help="Tell on standard error how far it is; on a terminal it always does.",
)


class Progress:
    """Called with what is done, how many of how many; says so, neither too often nor at all where nobody looks."""

    def __init__(self) -> None:
        context = click.get_current_context(silent=True)
        self._terminal = sys.stderr.isatty()
        self._wanted = self._terminal or bool(context and context.meta.get(_KEY))
        self._last: tuple[str, float, float] = ("", 0.0, 0.0)

    def __call__(self, what: str, done: int = 0, total: int = 0) -> None:
        if not self._wanted:
            return
        share, now = (done / total if total else 0.0), time.monotonic()
        said, at, when = self._last
        if what == said and (now - when < _EVERY if self._terminal else share - at < _STEP):
            return
        self._last = (what, share, now)
        self._say(f"{what}: {done:,} of {total:,}" if total else f"{what} …")

    def _say(self, line: str) -> None:
        if self._terminal:
            click.echo(f"\r{line:<70}", err=True, nl=False)
        else:
            click.echo(line, err=True)

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: Any) -> None:
        """Leaves a terminal's line empty, as it was."""
        if self._terminal and self._last[0]:
            click.echo(f"\r{'':<70}\r", err=True, nl=False)
