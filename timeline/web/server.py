"""Serving: waitress, so that a local page is as sturdy as one on the net."""

import signal
from collections.abc import Callable
from typing import Any

import waitress
from dash import Dash


def serve_forever(app: Dash, host: str, port: int, ready: Callable[[], None]) -> None:
    """Serve until the process is told to end; `ready` is called once the port is open.

    Raises OSError if the port is taken.
    """
    server = waitress.create_server(
        app.server, host=host, port=port, threads=8, ident=None, max_request_body_size=1_100_000
    )
    ready()
    signal.signal(signal.SIGTERM, _end)
    try:
        server.run()
    except (KeyboardInterrupt, SystemExit):
        pass
    finally:
        server.close()


def _end(_signal: int, _frame: Any) -> None:
    raise SystemExit(0)
