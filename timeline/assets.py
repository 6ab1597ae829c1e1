"""Where the files that pages load lie: inside an installed package, or beside the package in a checkout."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def _data(installed: str, checkout: str) -> Path:
    inside = _HERE / installed
    return inside if inside.exists() else _HERE.parent / checkout


def assets_folder() -> Path:
    """The folder with timeline-view.js and timeline.css."""
    return _data("_assets", "assets")


def engine_source() -> str:
    """The text of the one timeline engine."""
    return (assets_folder() / "timeline-view.js").read_text(encoding="utf-8")
