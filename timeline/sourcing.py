"""Which sources an event rests on, and how many publishers that makes."""

from collections.abc import Mapping

from .model import Event, Source, citations
from .urls import host, same_page


class Library:
    """The shared sources of a store, by id and by page."""

    def __init__(self, shared: Mapping[str, Source]) -> None:
        self.shared = shared
        self._pages = {same_page(source.url): source for source in reversed(list(shared.values())) if source.url}

    def resolve(self, source: Source) -> Source:
        """The whole source that a citation means.

        A reference is the shared source, with the reference's own place in it; a bare URL is the shared source of
        that page, if there is one; what is written in place is itself.
        """
        if source.ref is not None:
            whole = self.shared.get(source.ref)
        else:
            bare = source.url is not None and source.publisher is None and source.title is None
            whole = self._pages.get(same_page(source.url)) if bare and source.url and self._pages else None
        if whole is None:
            return source
        if source.at or source.quote:
            return whole.model_copy(update={"at": source.at, "quote": source.quote})
        return whole

    def key(self, source: Source) -> str:
        """What makes two citations the same source: the page it is, or the title of what is not on the web."""
        whole = self.resolve(source)
        return same_page(whole.url) if whole.url else f"ref:{whole.ref}" if whole.ref else f"title:{whole.title}"

    def publishers(self, event: Event) -> dict[str, str]:
        """Independent publishers of an event, folded name → name as shown. A copy counts as its original."""
        names: dict[str, str] = {}
        for _, source in citations(event):
            whole = self.resolve(source)
            name = whole.original or publisher(whole)
            names.setdefault(name.casefold(), name)
        return names


def publisher(source: Source) -> str:
    """Who published it, as shown: the publisher, or else the host, or else the title."""
    return source.publisher or (host(source.url) if source.url else source.title or source.ref or "")
