"""An SVG as a picture of dots."""

import resvg_py


def to_png(svg: str, scale: float = 2.0) -> bytes:
    """PNG bytes of an SVG; `scale` is dots for each of its units. Fonts are those of the machine."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=scale, font_family="sans-serif"))
