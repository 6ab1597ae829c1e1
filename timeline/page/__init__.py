"""The static page: one file that works from a disk, talks to nobody, and reads whole without its script."""

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from html import escape
from typing import Any

from ..assets import engine_source
from ..engine import View
from ..model import Event
from ..narrative import Narrative, narrate
from ..scene import Scene, arrange
from ..store import Store
from . import about, body, document, payload
from .picture import as_html, picture
from .sheets import parted
from .slim import compact
from .telling import tellings

# More events than this have their cards in blocks that are read when one is asked for, and their list in <noscript>.
MANY = 1500
# What is being done, how many of it are done, of how many; without numbers where there is nothing to count.
Progress = Callable[..., None]
_BLOCK = 500
_PLAIN_BYTES = 12_000_000
_FULL = 238_000  # while the page is shorter, cards stand in its text, the weightiest first; others are compressed
_SENTENCES = 400


@dataclass(frozen=True, slots=True)
class PageOptions:
    """`window` is days from … to …, `query` what the search box begins with, `url` where the page will stand,
    `image` the address of a social card; `length` that of the story given; `framed` leaves out heading and story,
    which the page around a frame tells itself; `height` is that of the picture, `scale` and `amounts` are as in View.
    """

    title: str = ""
    language: str = ""
    window: tuple[float, float] | None = None
    query: str = ""
    url: str = ""
    image: str = ""
    version: str = ""
    length: str = "standard"
    framed: bool = False
    height: int | None = None
    scale: str = "linear"
    amounts: bool = False


def render_page(
    store: Store,
    events: Sequence[Event] | None = None,
    options: PageOptions | None = None,
    narrative: Narrative | None = None,
    progress: Progress | None = None,
) -> bytes:
    """The page of the store's events, or of the given ones. It opens with the given story or their chronicle, and has
    the other forms and lengths besides.

    `progress` is told what is being done and how much of it is. The same input gives the same bytes. Whether a store
    with errors may be published is the caller's to ask.
    """
    chosen = tuple(store.events if events is None else events)
    options = options or PageOptions()
    many = len(chosen) > MANY
    story = narrative or narrate(store, chosen, _SENTENCES if many else None)
    return _document(body.gather(store, chosen, story, many), options, many, progress or (lambda *_: None)).encode()


def _document(text: body.Text, options: PageOptions, many: bool, progress: Progress) -> str:
    scene = arrange(text.store, text.events)
    still, dark = picture(scene, View(height=600, window=options.window, scale=options.scale, amounts=options.amounts))
    trees, cards = [], []
    for number, event in enumerate(text.events):
        progress("cards", number, len(text.events))
        tree = body.tree(text, event)
        cards.append(payload.compact_json([compact(node, text.rows) for node in tree]))
        if number < MANY:  # a hundred thousand trees are a gigabyte; as bytes they are a tenth of that
            trees.append(tree)
    progress("story")
    told = None if options.framed else tellings(text.store, text.events, text.notes, text.narrative.language, many)
    parts = _Parts(text, options, scene, as_html(still), dark, trees, cards, told, many)
    progress("packing")
    bare = _assembled(parts, frozenset())
    return bare if many else _assembled(parts, body.fitting(text, trees, _FULL - len(bare.encode())))


@dataclass(frozen=True, slots=True)
class _Parts:
    text: body.Text
    options: PageOptions
    scene: Scene
    still: str
    dark: str
    trees: list[list[Any]]  # of the first MANY events
    cards: list[bytes]  # as JSON
    told: dict[str, Any] | None
    many: bool


def _assembled(parts: _Parts, opened: Set[int]) -> str:
    """The file, with the cards of the rows in `opened` as text."""
    text, options, trees, many = parts.text, parts.options, parts.trees, parts.many
    plain = f"<noscript>{body.plain_list(text, _PLAIN_BYTES)}</noscript>" if many else body.events(text, trees, opened)
    data = _data(parts, opened)
    content = _body(text, options, parts.still, plain)
    own = document.script("story.js", "page.js")
    boot, engine = document.script("boot.js"), f"{engine_source()}\n{own}"
    early, late = parted(document.styles(), content, own + repr(trees))
    early += f"@media screen and (prefers-color-scheme:dark){{{parts.dark}}}"
    head = _head(text, options, early, document.policy((early, late), (boot, engine)))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(options.language or text.store.timeline.language)}">\n{head}\n'
        f'{content}\n<script type="application/json" id="options">{_settings(text, options)}</script>\n'
        f"{payload.block('engine', engine.encode())}\n{payload.block('style', late.encode())}\n{data}\n"
        f"<script>{boot}</script>\n</html>\n"
    )


def _settings(text: body.Text, options: PageOptions) -> str:
    settings = {
        "window": options.window,
        "filter": options.query,
        "form": text.narrative.form,
        "length": options.length,
        "block": _BLOCK,
        "height": options.height,
        "scale": options.scale,
        "amounts": options.amounts,
    }
    return document.inline_json(payload.compact_json(settings))


def _sources(text: body.Text, folded: bool) -> str:
    """The list of sources; in a frame folded away, for the frame is as high as what it shows."""
    listed = body.sources(text)
    head = "<summary><h2>Sources</h2></summary>" if folded else "<h2>Sources</h2>"
    tag = "details" if folded else "section"
    return f'<{tag} class="pane all">{head}{listed}</{tag}>' if text.notes.notes else ""


def _data(parts: _Parts, opened: Set[int]) -> str:
    """Scene, cards and story. What the page has in its text is not said again: a small store's columns of words, and
    the cards of the rows in `opened`. Cards of a large store are in blocks.
    """
    text, many = parts.text, parts.many
    said = () if many else ("id", "title", "when", "text")
    bare = b"null" if many else _listed(b"0" if row in opened else card for row, card in enumerate(parts.cards))
    scene = payload.compact_json(payload.compact_scene(parts.scene, text.events, without=said))
    whole = b'{"scene":%b,"cards":%b,"story":%b}' % (scene, bare, payload.compact_json(parts.told))
    blocks = [payload.block("data", whole)]
    for n, at in enumerate(range(0, len(parts.cards) if many else 0, _BLOCK)):
        blocks.append(payload.block(f"cards-{n}", _listed(parts.cards[at : at + _BLOCK])))
    return "\n".join(blocks)


def _listed(items: Iterable[bytes]) -> bytes:
    return b"[%b]" % b",".join(items)


def _head(text: body.Text, options: PageOptions, style: str, policy: str) -> str:
    title = options.title or text.store.title
    words = about.description(text.store, text.events)
    language = options.language or text.store.timeline.language
    data = about.linked_data(text.store, title, words, options.url, text.events)
    canonical = f'<link rel="canonical" href="{escape(options.url)}">' if options.url else ""
    return (
        '<head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
        f"<title>{escape(title)}</title>{canonical}"
        f"{document.meta(about.social(title, words, options.url, options.image, language))}"
        f"{document.meta({'generator': f'sourced-timeline {options.version}'.strip()})}<style>{style}</style>"
        f'<script type="application/ld+json">{document.inline_json(payload.compact_json(data))}</script></head>'
    )


def _body(text: body.Text, options: PageOptions, still: str, plain: str) -> str:
    """The order matters: the list of sources comes last, when every card has cited its own."""
    story = body.story(text)
    count = f"{len(text.events):,} events"
    framed = ' class="framed"' if options.framed else ""
    hidden = f"<h1>{escape(options.title or text.store.title)}</h1>"
    heading = hidden if options.framed else body.heading(text, options.title or text.store.title)
    return (
        f'<body{framed}><a class="skip" href="#story">Skip to the story</a><div class="page">'
        f"{heading}<main>"
        '<section class="picture" aria-label="Timeline"><div id="view" hidden></div>'
        f'<div class="still">{still}</div></section>\n'
        '<div class="reading"><section class="pane"><div class="pane-head"><h2>The story</h2></div>'
        f'<div class="story" id="story" tabindex="0" role="region" aria-label="The story">{story}</div></section>\n'
        '<section class="pane events-pane"><div class="pane-head"><h2>The events</h2>'
        f'<p class="count" id="count" role="status">{count}</p></div>'
        f'<div class="events" id="events" tabindex="0" role="region" aria-label="The events">{plain}</div>'
        '<p class="wait screen" id="wait"></p></section></div>\n'
        f"{_sources(text, options.framed)}</main></div></body>"
    )
