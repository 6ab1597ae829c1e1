"""The verbs that publish a story: page and embed."""

from dataclasses import dataclass, replace
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
from .model import Event
from .progress import Progress, progress_option
from .still import MissingExtra
from .store import Store
from .urls import url_problem

Days = tuple[float, float] | None


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What an embed is asked to be."""

    store: Store
    events: tuple[Event, ...]
    output: Path
    force: bool
    days: Days = None
    event: str | None = None
    scale: str = "linear"
    amounts: bool = False
    theme: str = "light"
    size: tuple[int, int] = (1200, 640)
    most: int | None = None
    url: str = ""
    image: str = ""


def _svg(want: Wanted) -> str:
    from .engine import View, draw_svg
    from .scene import arrange

    width, height = want.size
    view = View(
        width=width,
        height=height,
        window=want.days,
        selected=want.event,
        scale=want.scale,
        amounts=want.amounts,
        theme=want.theme,
    )
    return draw_svg(arrange(want.store, want.events), view)


def _png(want: Wanted) -> bytes:
    from .still import to_png

    return to_png(_svg(want))


def _pdf(want: Wanted) -> bytes:
    from .still import to_pdf

    return to_pdf(_svg(want), want.store.title)


def _frame(want: Wanted) -> bytes:
    """The page for the frame; the code that shows it goes to standard error, for the hand that pastes it."""
    from .embeds import frame_code
    from .page import PageOptions, render_page

    name = want.url or (want.output.name if str(want.output) != "-" else "timeline.html")
    click.echo(frame_code(name, want.store.title), err=True, nl=False)
    options = PageOptions(
        window=want.days,
        version=__version__,
        framed=True,
        height=want.size[1],
        scale=want.scale,
        amounts=want.amounts,
    )
    return render_page(want.store, want.events, options)


def _snippet(want: Wanted) -> bytes:
    from .embeds import to_snippet

    return to_snippet(want.store, want.events, want.size[1])


def _mail(want: Wanted) -> bytes:
    from .embeds.mail import MOST_BYTES, to_mail
    from .narrative import narrate
    from .still import to_png

    story = narrate(want.store, want.events, want.most or 12)
    if want.image:
        return to_mail(want.store, story, b"", want.url, want.image)
    svg = _svg(replace(want, size=(740, 640)))
    for dots in (2.0, 1.5, 1.25, 1.0):
        data = to_mail(want.store, story, to_png(svg, dots, small=True), want.url)
        if len(data) <= MOST_BYTES:
            return data
    raise ValueError(f"the message has {len(data)} bytes; mail programs cut at {MOST_BYTES}: tell fewer with --most")


def _markdown(want: Wanted) -> bytes:
    """Beside a file, the picture is written as a file of the same name; Markdown cannot hold one."""
    from .embeds import to_markdown
    from .narrative import narrate

    image = want.image
    if not image and str(want.output) != "-":
        picture = want.output.with_suffix(".png")
        write(picture, _png(want), want.force)
        image = picture.name
    return to_markdown(want.store, want.events, narrate(want.store, want.events, want.most), image)


def _plotly(want: Wanted) -> bytes:
    from .figures import figure

    made = figure(want.store, want.events, width=want.size[0], height=want.size[1])
    return bytes(made.to_json().encode()) + b"\n"


_EMBEDS = {
    "svg": lambda want: _svg(want).encode(),
    "png": _png,
    "pdf": _pdf,
    "iframe": _frame,
    "snippet": _snippet,
    "email": _mail,
    "markdown": _markdown,
    "plotly": _plotly,
}


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
        write(card, _png(want), force)


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
    )
    try:
        with Progress() as progress:
            progress(f"drawing {len(want.events):,} events")
            data = _EMBEDS[form](want)
    except (MissingExtra, ValueError) as error:
        raise click.ClickException(str(error)) from error
    write(output, data, force)


VERBS: tuple[click.Command, ...] = (page, embed)
