"""`TimelineView`, a Dash component around the timeline engine, usable in any Dash app.

    from timeline.component import TimelineView

The script behind it is served by Dash from this package: there is nothing to copy and no build.
"""

import gzip
import importlib.machinery
import sys
import types
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from dash import Dash
from dash.development.base_component import Component
from flask import Request, Response, request

import timeline

from .assets import assets_folder
from .model import Event
from .packing import MAGIC
from .scene import arrange
from .store import Store

_SCRIPTS = "timeline_assets"


def _register_script() -> None:
    """Tell Dash where the engine lies.

    Dash serves a component's script from the folder of a module. In an installed package the script is below
    `timeline`, in a checkout beside it, so a module made for the purpose stands for that folder in both.
    """
    folder = assets_folder()
    module = types.ModuleType(_SCRIPTS)
    module.__file__ = str(folder / "__init__.py")
    module.__path__ = [str(folder)]
    module.__version__ = timeline.__version__  # type: ignore[attr-defined]
    module.__spec__ = importlib.machinery.ModuleSpec(
        _SCRIPTS, importlib.machinery.SourceFileLoader(_SCRIPTS, module.__file__), origin=module.__file__
    )
    sys.modules[_SCRIPTS] = module
    # Dash reads these two names from the top-level module of every component class.
    timeline._js_dist = [{"relative_package_path": "timeline-view.js", "namespace": _SCRIPTS}]
    timeline._css_dist = []


_register_script()


class Drawn(Component):
    """A Dash component that one of our scripts draws. Subclasses name their script's object, its type and its props."""

    _children_props: list[str] = []
    _base_nodes: list[str] = []
    _namespace = "sourced_timeline"
    _type = "Drawn"
    _props: tuple[str, ...] = ("id",)

    def __init__(self, **given: Any) -> None:
        self._prop_names = list(self._props)
        self._valid_wildcard_attributes: list[str] = []
        self.available_properties = list(self._props)
        self.available_wildcard_properties: list[str] = []
        super().__init__(**given)


class TimelineView(Drawn):
    """A zoomable timeline.

    Props: `scene_url`, the address of a scene as JSON (docs/scene.md), fetched again when it or `scene_version`
    changes; `window`, [from, to] in days since 1970-01-01, `selected` and `hovered`, event ids or None, and
    `filter`, a query text, `scale` ('linear', 'dense', 'even') and `amounts`, whether sums are drawn as discs, all six
    set by the view as the reader works and settable by callbacks; `theme` ('auto', 'light', 'dark'); `height` in
    pixels; `controls`, whether search, filters and zoom buttons are shown; `id` and `className`.
    """

    _type = "TimelineView"
    _props = (
        "id",
        "className",
        "scene_url",
        "scene_version",
        "window",
        "selected",
        "hovered",
        "filter",
        "scale",
        "amounts",
        "theme",
        "height",
        "controls",
    )


def serve_scene(app: Dash, store: Store, events: Iterable[Event] | None = None) -> str:
    """Serve the scene of a store (or of some of its events) from `app`; gives the address for `scene_url`.

    The address names the content, so two views may share it, and a changed store has another one.
    """
    scene = arrange(store, events)
    body, tag = scene.to_wire(), scene.fingerprint
    path = f"/_timeline/{tag}.json"
    endpoint = f"timeline-scene-{tag}"
    if endpoint not in app.server.view_functions:
        app.server.add_url_rule(path, endpoint, lambda: scene_response(body, tag))
    return str(app.get_relative_path(path))


def scene_response(body: bytes, tag: str) -> Response:
    """The answer to a request for a scene: gzipped for those who take it, and 304 for those who have it."""
    packed = request.accept_encodings.quality("gzip") > 0 and not (len(body) > _LARGE and _is_near(request))
    kind = "application/octet-stream" if body.startswith(MAGIC) else "application/json"
    response = Response(_gzipped(body) if packed else body, mimetype=kind)
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "no-cache"
    response.set_etag(tag + ("-gz" if packed else ""))
    response.make_conditional(request)
    return response


# From this many bytes on, packing takes longer than the way inside one machine.
_LARGE = 1_000_000


def _is_near(asked: Request) -> bool:
    return asked.remote_addr in ("127.0.0.1", "::1")


@lru_cache(maxsize=8)
def _gzipped(body: bytes) -> bytes:
    return gzip.compress(body, 6 if len(body) < _LARGE else 1, mtime=0)
