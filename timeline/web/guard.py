"""What keeps a stranger's request, or a store's text, from doing harm: headers, size, shape, plain errors."""

import json
import logging
from typing import Any

from dash import Dash
from dash.exceptions import CallbackException, DependencyException
from flask import Response, request
from werkzeug.exceptions import HTTPException

_MOST_BYTES = 1_000_000
_log = logging.getLogger("timeline")


def guard(app: Dash) -> None:
    """Call last: the policy lists the hashes of every inline script that the app has by then."""
    policy = _policy(app)
    server = app.server
    server.config["MAX_CONTENT_LENGTH"] = _MOST_BYTES
    server.config["PROPAGATE_EXCEPTIONS"] = False

    @server.before_request
    def known_shape() -> Any:
        if request.path.endswith("/_dash-update-component"):
            return None if _is_callback(app, _body()) else _plain(400, "This is not a request of the page.")
        return None

    @server.after_request
    def add_headers(response: Response) -> Response:
        # One page is made to be framed, and brings a policy of its own.
        framed = response.headers.get("Content-Security-Policy", "").startswith("frame-ancestors *")
        if not framed:
            response.headers["Content-Security-Policy"] = policy
            response.headers["X-Frame-Options"] = "DENY"
            response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    @server.errorhandler(HTTPException)
    def refuse(error: HTTPException) -> Response:
        return _plain(error.code or 500, error.name)

    @server.errorhandler(Exception)
    def fail(error: Exception) -> Response:
        if isinstance(error, DependencyException):
            # Dash answers a component suite that nobody registered by raising; for a stranger it does not exist.
            return _plain(404, "Not Found")
        if isinstance(error, CallbackException | UnicodeEncodeError):
            return _plain(400, "This is not a request of the page.")
        _log.error("%s while answering %s", type(error).__name__, request.path, exc_info=error)
        return _plain(500, "The app failed; its log says how.")


def _policy(app: Dash) -> str:
    scripts = " ".join(f"'{h}'" if not h.startswith("'") else h for h in app.csp_hashes())
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src 'self' {scripts}".strip(),
            # Dash's own components write style elements.
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "connect-src 'self'",
            "font-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "object-src 'none'",
            "frame-ancestors 'none'",
        ]
    )


def _plain(status: int, text: str) -> Response:
    return Response(text + "\n", status=status, mimetype="text/plain")


def _body() -> Any:
    """The JSON of the request; None for what is none, or is nested so deep that only an attack can mean it."""
    try:
        body = request.get_json(silent=True)
        request.get_data().decode().encode()
        json.dumps(body, ensure_ascii=False).encode()
    except (RecursionError, UnicodeError):
        return None
    return body


def _is_callback(app: Dash, body: Any) -> bool:
    """Whether `body` has the shape of a callback request for one of the app's own callbacks."""
    if not isinstance(body, dict) or not isinstance(body.get("output"), str) or body["output"] not in app.callback_map:
        return False
    known = app.callback_map[body["output"]]
    groups = [(body.get("inputs"), known["inputs"]), (body.get("state", []), known["state"])]
    changed = body.get("changedPropIds", [])
    outputs = body.get("outputs")
    return (
        all(_same_ids(given, wanted) for given, wanted in groups)
        and isinstance(changed, list)
        and all(isinstance(c, str) for c in changed)
        and _are_outputs(outputs, body["output"])
    )


def _are_outputs(given: Any, name: str) -> bool:
    """Whether the outputs listed are those that the callback's name says, in its order."""
    listed = given if isinstance(given, list) else [given]
    if not all(_is_ref(o) for o in listed):
        return False
    told = "...".join(f"{o['id']}.{o['property']}" for o in listed)
    return name in (told, f"..{told}..")


def _same_ids(given: Any, wanted: list[dict[str, Any]]) -> bool:
    if not isinstance(given, list) or len(given) != len(wanted):
        return False
    return all(
        _is_ref(g) and (g["id"], g["property"]) == (w["id"], w["property"]) for g, w in zip(given, wanted, strict=True)
    )


def _is_ref(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("id"), str) and isinstance(item.get("property"), str)
