"""An SVG as a picture of dots, or as a PDF."""

import struct
import zlib
from typing import Any

import resvg_py


class MissingExtra(RuntimeError):
    """An optional package is not there; the message says what to install."""


def to_png(svg: str, scale: float = 2.0) -> bytes:
    """PNG bytes of an SVG; `scale` is dots for each of its units. Fonts are those of the machine."""
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=scale, font_family="sans-serif"))
    # A text chunk behind the header (8 + 25 bytes) says who made it, so that we know our own file again.
    return png[:33] + _chunk(b"tEXt", b"Software\0sourced-timeline") + png[33:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


_PAGE = """#set document(title: sys.inputs.title, author: "sourced-timeline", date: none)
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", alt: sys.inputs.title)
"""


def to_pdf(svg: str, title: str) -> bytes:
    """One PDF page of the size of the picture, its text selectable. Raises MissingExtra without typst."""
    try:
        import typst
    except ImportError:
        raise MissingExtra("a PDF needs typst: pip install 'sourced-timeline[pdf]'") from None
    inputs: dict[str, Any] = {"svg": svg, "title": title}
    return bytes(typst.compile(_PAGE.encode(), sys_inputs=inputs, format="pdf")) + b"%sourced-timeline\n"
