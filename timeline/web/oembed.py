"""The live timeline in other people's pages: an oEmbed answer, and the page that may stand in a frame."""

from collections import OrderedDict
from urllib.parse import urlencode, urlsplit

from flask import Flask, Response, jsonify, request

from ..embeds import frame_element
from ..page import PageOptions, render_page
from .state import from_search, to_search
from .view import events_in_view
from .watch import Watch

_WIDTH, _HEIGHT, _LEAST = 960, 720, 240
_KEPT = 8
# The frame has no origin of its own, however it is framed; what it may run is said in its own head.
_FRAMED = "frame-ancestors *; sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox"


def add_oembed(server: Flask, watch: Watch) -> None:
    """`/oembed?url=…`: how to show an address of this app elsewhere (oembed.com). `/frame`: what is shown there.

    The app's own page says in a `Link` header where its answer is.
    """
    kept: OrderedDict[tuple[str, str], bytes] = OrderedDict()

    @server.get("/oembed")
    def oembed() -> Response:
        if request.args.get("format", "json") != "json":
            return Response("Only format=json is answered.\n", 501, mimetype="text/plain")
        search = _search_of(request.args.get("url", ""))
        if search is None:
            return Response("That is no address of this timeline.\n", 404, mimetype="text/plain")
        state = from_search(search)
        title = watch.known_on(state.known).store.title
        width, height = _size("maxwidth", _WIDTH), _size("maxheight", _HEIGHT)
        address = f"{request.host_url}frame{to_search(state)}"
        html = frame_element(address, title, width, height)
        answer = {"version": "1.0", "type": "rich", "title": title, "provider_name": "Sourced timeline"}
        return jsonify({**answer, "provider_url": request.host_url, "width": width, "height": height, "html": html})

    @server.get("/frame")
    def frame() -> Response:
        state = from_search(request.query_string.decode())
        snapshot = watch.known_on(state.known)
        key = (snapshot.version, to_search(state))
        if key not in kept:
            events = events_in_view(snapshot.store, state) if state.query else snapshot.store.events
            options = PageOptions(window=state.days, framed=True, height=_HEIGHT - 240)
            kept[key] = render_page(snapshot.store, events, options)
            while len(kept) > _KEPT:
                kept.popitem(last=False)
        return Response(kept[key], mimetype="text/html", headers={"Content-Security-Policy": _FRAMED})

    @server.after_request
    def tell(response: Response) -> Response:
        if request.path == "/" and response.mimetype == "text/html":
            here = urlencode({"url": request.url, "format": "json"})
            link = f'<{request.host_url}oembed?{here}>; rel="alternate"; type="application/json+oembed"'
            response.headers["Link"] = link
        return response


def _search_of(url: str) -> str | None:
    """The search part of an address of this app's page; None for any other."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return parts.query if parts.netloc == request.host and parts.path in ("", "/") else None


def _size(name: str, own: int) -> int:
    """Our own size, or less where the asker has less room."""
    text = request.args.get(name, "")
    return max(_LEAST, min(own, int(text))) if text.isascii() and text.isdigit() and len(text) < 6 else own
