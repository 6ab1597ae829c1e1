"""The Markdown subset as a text tree: the same tokens as `text.to_html`, without HTML strings in between."""

from typing import Any

from markdown_it.token import Token

from ..text import tokens
from .links import outward
from .tree import html

_BLOCKS = {
    "paragraph_open": html.P,
    "bullet_list_open": html.Ul,
    "ordered_list_open": html.Ol,
    "list_item_open": html.Li,
    "blockquote_open": html.Blockquote,
    "em_open": html.Em,
    "strong_open": html.Strong,
}


def components(text: str) -> list[Any]:
    """`text` as a list of nodes."""
    return _build(tokens(text))


def _build(stream: list[Token]) -> list[Any]:
    stack: list[list[Any]] = [[]]
    openers: list[Token] = []
    for token in stream:
        if token.nesting == 1:
            openers.append(token)
            stack.append([])
        elif token.nesting == -1:
            children = stack.pop()
            stack[-1].append(_close(openers.pop(), children))
        elif token.type == "inline":
            stack[-1].extend(_build(token.children or []))
        else:
            stack[-1].append(_leaf(token))
    return stack[0]


def _close(opener: Token, children: list[Any]) -> Any:
    if opener.type == "link_open":
        return outward(children, str(opener.attrGet("href") or ""))
    return _BLOCKS.get(opener.type, html.Span)(children)


def _leaf(token: Token) -> Any:
    if token.type == "code_inline":
        return html.Code(token.content)
    if token.type in ("softbreak", "hardbreak"):
        return html.Br() if token.type == "hardbreak" else " "
    return token.content
