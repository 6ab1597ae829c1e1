"""The worked story as a web app: `python app.py`, or `app:server` for a WSGI server."""

from pathlib import Path

from timeline.web import create_app, serve_forever

app = create_app(Path(__file__).with_name("events.yaml"))
server = app.server

if __name__ == "__main__":
    serve_forever(app, "127.0.0.1", 8050, lambda: print("http://127.0.0.1:8050/"))
