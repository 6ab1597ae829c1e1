"""Two manners of naming sources: in full where they are cited, or by number into one list for the whole page."""

from collections.abc import Callable, Sequence
from typing import Any

from ..cite import Notes, house, parts
from ..model import Source
from ..urls import host
from .attributes import aria
from .links import Address, Manner, outward
from .tree import Node, html


def in_full(address: Address, chain: Callable[[str], Node] | None = None) -> Manner:
    """Every source as a line of its own, every number a link to the source itself."""
    return Manner(address, _mark, _cited_in_full, source_line, chain)


def numbered(address: Address, notes: Notes) -> Manner:
    """Sources as numbers that lead into one list, in which each stands once; `notes` grows as they are cited."""

    def mark(number: int, source: Source) -> Node:
        return html.A(str(number), href=f"#s{number}", className="n")

    def cited(sources: Sequence[Source]) -> Node:
        return html.Sup([mark(number, source) for number in notes.cite(sources) for source in sources[:1]])

    def listed(source: Source) -> Node:
        (number,) = notes.cite([source])
        return [parts(source).get("publisher", "source"), " ", mark(number, source)]

    return Manner(address, mark, cited, listed)


def _mark(number: int, source: Source) -> Any:
    """A note's number, which is a link to the source itself: one click from the statement to who says so."""
    label = f"Source {number}: {house(source)}"
    if source.url:
        return html.Sup(outward(str(number), source.url, title=house(source), **aria(label=label)))
    return html.Sup(html.A(str(number), href=f"#note-{number}", title=house(source), **aria(label=label)))


def _cited_in_full(sources: Sequence[Source]) -> Node:
    return html.Span([piece for source in sources for piece in [" — ", *source_line(source)]], className="cited")


def _says(publisher: str, site: str) -> bool:
    """Whether the publisher's name is that of its site, so that the site need not be said besides."""
    letters = "".join(c for c in publisher.lower() if c.isalnum())
    name = site.split(".")[-2] if "." in site else site
    return publisher == site or (len(name) > 3 and site.isascii() and not site.startswith("xn--") and name == letters)


def source_line(source: Source) -> list[Any]:
    """A source in the house form, its title linked, its host said, an archived copy beside it."""
    have = parts(source)
    who = have.get("publisher", "")
    if have.get("original") and have["original"] != who:
        who = f"{who} (after {have['original']})"
    title = have.get("title") or have.get("host") or "the page"
    pieces: list[Any] = [html.Span(who, className="publisher"), ", "] if who else []
    if have.get("author"):
        pieces = [have["author"], ", ", *pieces]
    pieces.append(
        outward(html.Span(title, dir="auto"), source.url) if source.url else html.Span(f"“{title}”", dir="auto")
    )
    pieces.extend(f", {have[name]}" for name in ("at", "date") if name in have)
    if source.url and not _says(have.get("publisher", ""), host(source.url)):
        pieces.append(html.Span(f" · {host(source.url)}", className="host"))
    if source.archived:
        pieces.extend([" · ", outward("archived copy", source.archived)])
    return pieces
