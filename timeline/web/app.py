"""`create_app(path) -> Dash`."""

from html import escape
from pathlib import Path

from dash import Dash

from ..assets import assets_folder
from ..document import Limits
from .callbacks import add_callbacks
from .guard import guard
from .oembed import add_oembed
from .page import page
from .routes import add_routes
from .watch import Watch


def create_app(path: str | Path, limits: Limits | None = None) -> Dash:
    """The Dash app of the store at `path` (a file or a folder), which it reads again whenever the file is saved.

    Never raises for bad data: a broken file shows its findings, and the last good store if there was one.
    """
    watch = Watch(Path(path), limits)
    store = watch.snapshot().store
    app = Dash(
        "timeline",
        title=escape(store.title),
        update_title="",
        assets_folder=str(assets_folder()),
        # The component brings the engine itself; loaded twice it would be two engines.
        assets_ignore=r"timeline-view\.js|.*\.json",
        add_log_handler=False,
        enable_mcp=False,
        # A chart is there only while it is looked at, and what answers a click on it is not.
        suppress_callback_exceptions=True,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    app.index_string = _INDEX.replace("{lang}", escape(store.timeline.language))
    app.layout = lambda: page(watch.snapshot())
    add_callbacks(app, watch)
    add_routes(app.server, watch)
    add_oembed(app.server, watch)
    guard(app)
    return app


# Dash's own index has no language, which screen readers need. The places in {% %} are Dash's.
_INDEX = """<!DOCTYPE html>
<html lang="{lang}">
<head>{%metas%}<title>{%title%}</title>{%favicon%}{%css%}</head>
<body>{%app_entry%}<footer>{%config%}{%scripts%}{%renderer%}</footer></body>
</html>"""
