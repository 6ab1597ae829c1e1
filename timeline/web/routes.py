"""Addresses that are not Dash's: the scene, the version, what the palette finds, the story and the store as texts."""

import json
from pathlib import Path

from flask import Flask, Response, abort, request

from ..component import scene_response
from ..narrative import NarrativeError
from ..prose import to_html, to_markdown
from .find import as_json
from .lines import lines_page, store_files
from .state import from_search
from .telling import tell
from .view import events_in_view
from .watch import Watch


def add_routes(server: Flask, watch: Watch) -> None:
    """`/scene.json`, `/version`, `/find.json`; `/story.md` and `/story.html`, the story of a view; `/store/<file>`."""

    @server.get("/scene.json")
    def scene() -> Response:
        snapshot = watch.known_on(from_search(request.query_string.decode()).known)
        return scene_response(snapshot.scene_json, snapshot.scene.fingerprint)

    @server.get("/version")
    def version() -> Response:
        answer = Response(watch.snapshot().version, mimetype="text/plain")
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @server.get("/find.json")
    def find() -> Response:
        state = from_search(request.query_string.decode())
        found = watch.known_on(state.known).finder.find(request.args.get("text", "")[:200], state.query)
        return Response(json.dumps(as_json(*found)), mimetype="application/json")

    @server.get("/story.<form>")
    def story(form: str) -> Response:
        writers = {"md": to_markdown, "html": to_html}
        if form not in writers:
            return Response("There is story.md and story.html.\n", 404, mimetype="text/plain")
        state = from_search(request.query_string.decode())
        store = watch.known_on(state.known).store
        try:
            text = writers[form](tell(store, events_in_view(store, state), state))
        except NarrativeError as error:
            return Response(f"{error}\n", 400, mimetype="text/plain")
        # As text: what is copied is a document's source, and nothing of it is ever run on this origin.
        return Response(text, mimetype="text/plain")

    @server.get("/store/<name>")
    def store_text(name: str) -> Response:
        file = store_files(watch.path).get(name)
        if file is None or not file.is_file():
            abort(404)
        text = file.read_bytes().decode("utf-8-sig", "replace")
        findings = [f for f in watch.snapshot().findings if Path(f.path).name == name]
        line = request.args.get("line", 1, int)
        return Response(lines_page(name, text, findings, line), mimetype="text/html")
