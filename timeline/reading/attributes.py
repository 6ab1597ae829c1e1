"""Attributes whose names have a hyphen, which Python cannot write as keywords."""

from typing import Any


def aria(**values: str) -> dict[str, Any]:
    """`aria(label="Timeline")` is `{"aria-label": "Timeline"}`."""
    return {f"aria-{name}": value for name, value in values.items()}


def data(**values: str) -> dict[str, Any]:
    """`data(event="bid")` is `{"data-event": "bid"}`."""
    return {f"data-{name}": value for name, value in values.items()}
