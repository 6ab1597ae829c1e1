"""The forms of a text: each a plain function from a request to a plan."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ..points import Plan
from ..request import Form, Request
from . import about, brief, chronicle, disputes, small

FORMS: Mapping[Form, Callable[[Request], Plan]] = MappingProxyType(
    {
        "headline": small.headline,
        "brief": brief.brief,
        "standfirst": brief.standfirst,
        "chronicle": chronicle.chronicle,
        "explainer": about.explainer,
        "perspective": about.perspective,
        "led-to": about.led_to,
        "between": about.between,
        "sides": disputes.sides,
        "steps": small.steps,
        "outlook": small.outlook,
        "card": small.card,
    }
)
