"""The local web app: the timeline on top, the story it tells and the chosen event's card below."""

from .app import create_app
from .server import serve_forever

__all__ = ["create_app", "serve_forever"]
