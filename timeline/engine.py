"""Runs the one timeline engine without a browser: scene and view in, SVG out."""

import json
from dataclasses import asdict, dataclass

import quickjs

from .assets import engine_source
from .scene import Scene

# The engine lays out a million events in about a second; a still that takes longer than this is a bug.
_SECONDS = 60
_BYTES = 1 << 30


@dataclass(frozen=True, slots=True)
class View:
    """What part of a scene to draw, and how large. `window` is days from … to …; None is the whole span."""

    width: int = 1200
    height: int = 640
    window: tuple[float, float] | None = None
    selected: str | None = None
    filter: str = ""
    theme: str = "light"
    footer: str = ""
    header: bool = True


class EngineError(RuntimeError):
    """The engine failed; a bug of ours, whatever the store holds."""


def draw_svg(scene: Scene, view: View | None = None) -> str:
    """A standalone SVG of the scene. The same scene and view give the same bytes."""
    context = quickjs.Context()
    context.set_memory_limit(_BYTES)
    context.set_time_limit(_SECONDS)
    try:
        context.eval(engine_source())
        context.eval("function draw(s, v) { return [timelineView.svg(s, v)].join('') }")
        svg = context.get("draw")(scene.to_json(), json.dumps(asdict(view or View())))
    except quickjs.JSException as error:
        raise EngineError(str(error)) from error
    return str(svg)
