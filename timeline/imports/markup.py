"""HTML of other tools' text fields as plain words, with the links that stood in it."""

import re
from html.parser import HTMLParser

from ..urls import url_problem

_BLOCKS = {"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "tr", "blockquote"}


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.links: list[tuple[str, str]] = []
        self._open: tuple[str, int] | None = None
        self._skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.words.append("\n")
        if tag in ("script", "style"):
            self._skip += 1
        if tag == "a":
            self._open = (dict(attrs).get("href") or "", len(self.words))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._skip = max(0, self._skip - 1)
        if tag == "p":
            self.words.append("\n")
        if tag == "a" and self._open:
            url, at = self._open
            self.links.append((url.strip(), " ".join("".join(self.words[at:]).split())))
            self._open = None

    def handle_data(self, data: str) -> None:
        if not self._skip:
            self.words.append(data)


def words_and_links(html: str, flowing: bool = False) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text, a paragraph a line, and (url, words) of each link that may be linked to.

    `flowing` text is HTML throughout, where a line break is a space; elsewhere it is that only beside block tags.
    """
    if flowing or re.search(r"<(p|br|div|li)\b", html, re.I):
        html = " ".join(html.split())
    parser = _Words()
    parser.feed(html)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.words).split("\n"))
    links = tuple((url, text) for url, text in parser.links if url and url_problem(url) is None)
    return "\n\n".join(line for line in lines if line), links
