"""Addresses that are not Dash's: the scene."""

import gzip
from functools import lru_cache
from typing import Any

from flask import Flask, Response, request

from .watch import Watch


def add_routes(server: Flask, watch: Watch) -> None:
    """`/scene.json`: the scene with an ETag, gzipped for those who take it."""

    @server.get("/scene.json")
    def scene() -> Any:
        snapshot = watch.snapshot()
        packed = request.accept_encodings.quality("gzip") > 0
        body = _gzipped(snapshot.scene_json) if packed else snapshot.scene_json
        response = Response(body, mimetype="application/json")
        if packed:
            response.headers["Content-Encoding"] = "gzip"
        response.headers["Vary"] = "Accept-Encoding"
        response.headers["Cache-Control"] = "no-cache"
        response.set_etag(snapshot.scene.fingerprint + ("-gz" if packed else ""))
        return response.make_conditional(request)


@lru_cache(maxsize=2)
def _gzipped(body: bytes) -> bytes:
    return gzip.compress(body, 6, mtime=0)
