"""The Markdown subset that text fields take, to safe HTML or plain text.

Emphasis, links, lists, code, line breaks; no HTML, no images, no headings to break an outline. One renderer for
every output, with nh3 as a second wall behind it.
"""

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from .urls import url_problem

_TAGS = {"p", "em", "strong", "a", "ul", "ol", "li", "code", "br", "blockquote"}


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": False})
    md.disable(["image", "html_block", "html_inline", "heading", "lheading", "hr", "reference", "fence", "code"])
    md.validateLink = lambda url: url_problem(url) is None  # type: ignore[method-assign]
    return md


@lru_cache(maxsize=1)
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https"}, link_rel="noopener noreferrer"
    )


def to_html(text: str) -> str:
    """`text` as HTML that holds nothing but paragraphs, emphasis, links to http(s), lists and code."""
    return _cleaner().clean(_markdown().render(text)).strip()


def tokens(text: str) -> list[Token]:
    """The parsed text, for outputs that build a tree of their own instead of HTML."""
    return _markdown().parse(text)


def to_plain(text: str) -> str:
    """`text` without its marks; paragraphs are parted by a blank line."""
    lines = []
    for token in tokens(text):
        if token.type == "inline":
            lines.append("".join(_plain_inline(child) for child in token.children or ()))
    return "\n\n".join(lines)


def _plain_inline(token: Token) -> str:
    return "\n" if token.type in ("softbreak", "hardbreak") else token.content
