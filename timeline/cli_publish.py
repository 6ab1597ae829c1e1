"""The verbs that publish a story: page and embed."""

from pathlib import Path
from urllib.parse import urljoin

import click

from . import __version__
from .dates import When
from .doors import (
    amounts_option,
    chosen,
    despite_option,
    force_option,
    known,
    known_option,
    open_store,
    output_option,
    path_argument,
    publishable,
    query_option,
    scale_option,
    size_of,
    warn,
    window_option,
    write,
)
from .embedding import EMBEDS, Days, Wanted, png
from .progress import Progress, progress_option
from .still import MissingExtra
from .urls import url_problem


@click.command()
@path_argument
@query_option
@window_option
@click.option("--search", default="", help="A query that the page's search box begins with; readers can clear it.")
@click.option(
    "--form", default="chronicle", show_default=True, metavar="FORM", help="The form of the story, as in narrate."
)
@click.option("--length", type=click.Choice(["short", "standard", "long"]), default="standard", show_default=True)
@known_option
@scale_option
@amounts_option
@click.option("--title", default="", help="Another title than the store's.")
@click.option("--lang", default="", help="The language of the page, such as en or de-AT, if not the store's.")
@click.option("--url", default="", help="Where the page will stand: its canonical address.")
@click.option(
    "--card",
    type=click.Path(path_type=Path),
    help="Also write a picture of 1200 x 630 for social networks, which will find it beside --url.",
)
@despite_option
@force_option
@progress_option
@output_option
def page(
    path: Path,
    query: str,
    days: Days,
    search: str,
    form: str,
    length: str,
    day: When | None,
    scale: str,
    amounts: bool,
    title: str,
    lang: str,
    url: str,
    card: Path | None,
    despite_errors: bool,
    force: bool,
    output: Path,
) -> None:
    """Write the story as one HTML file: works from a disk, asks the network for nothing, reads without script."""
    from .narrative import FORMS, NarrativeError, narrate
    from .page import PageOptions, render_page

    if form not in FORMS:
        raise click.UsageError(f"there is no form '{form}'; there are {', '.join(FORMS)}")
    problem = url_problem(url) if url else None
    if problem:
        raise click.UsageError(f"--url {url}: {problem}")
    if card and not url:
        raise click.UsageError("--card needs --url: networks fetch the picture from its full address")
    store = open_store(path)
    publishable(store, despite_errors)
    store = known(store, day)
    events = chosen(store, query)
    image = urljoin(url, card.name) if card else ""
    options = PageOptions(title, lang, days, search, url, image, __version__, length, scale=scale, amounts=amounts)
    most = 120 if len(events) > 2000 else None
    try:
        told = narrate(store, events, most, form=form, length=length, language=lang[:2] or None)  # type: ignore[arg-type]
    except NarrativeError as error:
        raise click.UsageError(str(error)) from error
    with Progress() as progress:
        made = render_page(store, events, options, told, progress)
    write(output, made, force)
    if card:
        want = Wanted(
            store=store,
            events=events,
            output=output,
            force=force,
            days=days,
            scale=scale,
            amounts=amounts,
            size=(1200, 630),
        )
        write(card, png(want), force)


@click.command()
@path_argument
@click.option(
    "--as",
    "form",
    type=click.Choice(["svg", "png", "pdf", "iframe", "snippet", "email", "markdown", "plotly"]),
    default="svg",
    show_default=True,
)
@query_option
@window_option
@click.option("--event", help="The id of an event to mark, with its relations (svg, png, pdf).")
@scale_option
@amounts_option
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option("--size", default="1200x640", show_default=True, help="Width and height in pixels.")
@click.option("--most", type=click.IntRange(1), help="Tell at most so many events, the weightiest (email, markdown).")
@click.option("--url", default="", help="Where the whole story stands (iframe, email).")
@click.option("--image", default="", help="The address of a picture to use instead of our own (email, markdown).")
@despite_option
@force_option
@progress_option
@output_option
def embed(
    path: Path,
    form: str,
    query: str,
    days: Days,
    event: str | None,
    scale: str,
    amounts: bool,
    theme: str,
    size: str,
    most: int | None,
    url: str,
    image: str,
    despite_errors: bool,
    force: bool,
    output: Path,
) -> None:
    """Write the timeline for another place: a picture, a frame, a snippet, an e-mail, Markdown, a Plotly figure."""
    for address in (url, image if "/" in image else ""):
        if address and ":" in address and url_problem(address):
            raise click.UsageError(f"{address}: {url_problem(address)}")
    store = open_store(path)
    if form in ("svg", "png", "pdf"):
        warn(store)
    else:
        publishable(store, despite_errors)
    if event and event not in store.by_id:
        raise click.UsageError(f"there is no event '{event}'")
    want = Wanted(
        store=store,
        events=chosen(store, query),
        output=output,
        force=force,
        days=days,
        event=event,
        scale=scale,
        amounts=amounts,
        theme=theme,
        size=size_of(size),
        most=most,
        url=url,
        image=image,
        say=lambda text: click.echo(text, err=True, nl=False),
    )
    try:
        with Progress() as progress:
            progress(f"drawing {len(want.events):,} events")
            data = EMBEDS[form](want)
    except (MissingExtra, ValueError) as error:
        raise click.ClickException(str(error)) from error
    write(output, data, force)


VERBS: tuple[click.Command, ...] = (page, embed)
