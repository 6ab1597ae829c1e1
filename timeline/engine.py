"""Runs the one timeline engine without a browser: scene and view in, SVG out."""

import json
from dataclasses import asdict, dataclass
from typing import Any

import quickjs

from .assets import engine_source
from .scene import Scene

# The engine lays out a million events in about a second; a still that takes longer than this is a bug.
_SECONDS = 60
_BYTES = 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What part of a scene to draw, and how large.

    `window` is days from … to …; None is the whole span. `scale` lays time out true to its length ("linear"), with
    more room where much happens ("dense"), or with the same room from date to date ("even"). `amounts` draws sums as
    discs of true area.
    """

    width: int = 1200
    height: int = 640
    window: tuple[float, float] | None = None
    selected: str | None = None
    filter: str = ""
    scale: str = "linear"
    amounts: bool = False
    theme: str = "light"
    footer: str = ""
    header: bool = True


class EngineError(RuntimeError):
    """The engine failed; a bug of ours, whatever the store holds."""


def draw_svg(scene: Scene, view: View | None = None) -> str:
    """A standalone SVG of the scene. The same scene and view give the same bytes."""
    return _run("svg", scene, view)


def lay_out(scene: Scene, view: View | None = None) -> dict[str, Any]:
    """The display list of the same picture: plot, lanes, labels, axis texts and hits in pixels, events by id."""
    laid: dict[str, Any] = json.loads(_run("layout", scene, view))
    return laid


def _run(function: str, scene: Scene, view: View | None) -> str:
    context = quickjs.Context()
    context.set_memory_limit(_BYTES)
    context.set_time_limit(_SECONDS)
    try:
        context.eval(engine_source())
        # Joined, because the binding cannot hand over a text that the engine still holds in pieces.
        context.eval("function run(f, s, v) { return [timelineView[f](s, v)].join('') }")
        return str(context.get("run")(function, scene.to_json(), json.dumps(asdict(view or View()))))
    except quickjs.JSException as error:
        raise EngineError(str(error)) from error
