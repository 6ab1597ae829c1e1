"""The static page: one file that works from a disk, talks to nobody, and reads whole without its script."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from ..assets import engine_source
from ..engine import View
from ..model import Event
from ..narrative import Narrative, narrate
from ..scene import Scene, arrange
from ..store import Store
from . import about, body, document, payload
from .picture import picture

# More events than this have their cards in blocks that are read when one is asked for, and their list in <noscript>.
MANY = 1500
_BLOCK = 500
_PLAIN_BYTES = 13_000_000
_SENTENCES = 400


@dataclass(frozen=True, slots=True)
class PageOptions:
    """`window` is days from … to …, `query` what the search box begins with, `url` where the page will stand,
    `image` the address of a social card; `framed` leaves out heading and story, which the page
    around a frame tells itself; `height` is that of the picture.
    """

    title: str = ""
    language: str = ""
    window: tuple[float, float] | None = None
    query: str = ""
    url: str = ""
    image: str = ""
    version: str = ""
    framed: bool = False
    height: int | None = None


def render_page(
    store: Store,
    events: Sequence[Event] | None = None,
    options: PageOptions | None = None,
    narrative: Narrative | None = None,
) -> bytes:
    """The page of the store's events, or of the given ones, with the given story or their chronicle.

    The same input gives the same bytes. Whether a store with errors may be published is the caller's to ask.
    """
    chosen = tuple(store.events if events is None else events)
    options = options or PageOptions()
    many = len(chosen) > MANY
    story = narrative or narrate(store, chosen, _SENTENCES if many else None)
    return _document(body.gather(store, chosen, story, many), options, many).encode()


def _document(text: body.Text, options: PageOptions, many: bool) -> str:
    scene = arrange(text.store, text.events)
    still, dark = picture(scene, View(1200, 600, options.window))
    script, style, engine = document.script(), document.styles(dark), engine_source()
    head = _head(text, options, style, document.policy(style, script, engine))
    settings = {"window": options.window, "filter": options.query, "block": _BLOCK, "height": options.height}
    asked = document.inline_json(payload.compact_json(settings))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(options.language or text.store.timeline.language)}">\n{head}\n'
        f"{_body(text, options, still, many)}\n"
        f'<script type="application/json" id="options">{asked}</script>\n'
        f"{payload.block('engine', engine.encode())}\n{_data(text, scene, many)}\n<script>{script}</script>\n</html>\n"
    )


def _sources(text: body.Text, folded: bool) -> str:
    """The list of sources; in a frame folded away, for the frame is as high as what it shows."""
    head = "<summary><h2>Sources</h2></summary>" if folded else "<h2>Sources</h2>"
    tag = "details" if folded else "section"
    return f'<{tag} class="pane all">{head}{body.sources(text)}</{tag}>'


def _data(text: body.Text, scene: Scene, many: bool) -> str:
    """Scene and cards. Of a small store they are one block, where what the search looks into stands beside the card
    that says it again: together they are hardly longer than one of them.
    """
    trees = [body.tree(text, event) for event in text.events]
    if not many:
        words = scene.data["columns"]["text"]
        bare = payload.compact_scene(scene, text.events, without="text")
        rows = [list(pair) for pair in zip(words, trees, strict=True)]
        return payload.block("scene", payload.compact_json([bare, rows]))
    blocks = [payload.block("scene", payload.compact_json([payload.compact_scene(scene, text.events), None]))]
    for n, at in enumerate(range(0, len(trees), _BLOCK)):
        blocks.append(payload.block(f"cards-{n}", payload.compact_json(trees[at : at + _BLOCK])))
    return "\n".join(blocks)


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


def _body(text: body.Text, options: PageOptions, still: str, many: bool) -> str:
    """The order matters: the list of sources comes last, when every card has cited its own."""
    story = body.story(text)
    plain = body.plain_list(text, _PLAIN_BYTES)
    if many:
        plain = f"<noscript>{plain}</noscript>"
    count = f"{len(text.events)} events"
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
