"""Addresses that are not Dash's: the scene."""

from flask import Flask, Response

from ..component import scene_response
from .watch import Watch


def add_routes(server: Flask, watch: Watch) -> None:
    """`/scene.json`: the scene of the file as it is now."""

    @server.get("/scene.json")
    def scene() -> Response:
        snapshot = watch.snapshot()
        return scene_response(snapshot.scene_json, snapshot.scene.fingerprint)
