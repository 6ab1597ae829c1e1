"""Addresses that are not Dash's: the scene, and the story as a text to take away."""

from flask import Flask, Response, request

from ..component import scene_response
from ..narrative import NarrativeError
from ..prose import to_html, to_markdown
from .state import from_search
from .telling import tell
from .view import events_in_view
from .watch import Watch


def add_routes(server: Flask, watch: Watch) -> None:
    """`/scene.json`: the scene of the file as it is now; `/story.md`, `/story.html`: the story of a view."""

    @server.get("/scene.json")
    def scene() -> Response:
        snapshot = watch.known_on(from_search(request.query_string.decode()).known)
        return scene_response(snapshot.scene_json, snapshot.scene.fingerprint)

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
