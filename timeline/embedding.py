"""An embed as it is asked for, and how each of its forms is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from . import __version__
from .doors import write
from .model import Event
from .store import Store

Days = tuple[float, float] | None


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What an embed is asked to be."""

    store: Store
    events: tuple[Event, ...]
    output: Path
    force: bool
    say: Callable[[str], None] = lambda _: None
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


def png(want: Wanted) -> bytes:
    from .still import to_png

    return to_png(_svg(want))


def _pdf(want: Wanted) -> bytes:
    from .still import to_pdf

    return to_pdf(_svg(want), want.store.title)


def _frame(want: Wanted) -> bytes:
    """The page for the frame; the code that shows it is said besides, for the hand that pastes it."""
    from .embeds import frame_code
    from .page import PageOptions, render_page

    name = want.url or (want.output.name if str(want.output) != "-" else "timeline.html")
    want.say(frame_code(name, want.store.title))
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
        write(picture, png(want), want.force)
        image = picture.name
    return to_markdown(want.store, want.events, narrate(want.store, want.events, want.most), image)


def _plotly(want: Wanted) -> bytes:
    from .figures import figure

    made = figure(want.store, want.events, width=want.size[0], height=want.size[1])
    return bytes(made.to_json().encode()) + b"\n"


EMBEDS: Mapping[str, Callable[[Wanted], bytes]] = {
    "svg": lambda want: _svg(want).encode(),
    "png": png,
    "pdf": _pdf,
    "iframe": _frame,
    "snippet": _snippet,
    "email": _mail,
    "markdown": _markdown,
    "plotly": _plotly,
}
