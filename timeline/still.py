"""An SVG as a picture of dots, or as a PDF."""

import struct
import zlib
from functools import cache
from typing import Any

import resvg_py


class MissingExtra(RuntimeError):
    """An optional package is not there; the message says what to install."""


def to_png(svg: str, scale: float = 2.0) -> bytes:
    """PNG bytes of an SVG; `scale` is dots for each of its units. Fonts are those of the machine.

    Raises MissingExtra where the machine has no font for text that is there: a picture without its words would lie.
    """
    family = _sans() if "<text" in svg else None
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=scale, font_family=family, sans_serif_family=family))
    # A text chunk behind the header (8 + 25 bytes) says who made it, so that we know our own file again.
    return png[:33] + _chunk(b"tEXt", b"Software\0sourced-timeline") + png[33:]


# resvg takes "sans-serif" for Arial, and where Arial is not installed it draws no text at all, without a word.
_FAMILIES = (
    "Arial", "Helvetica", "Segoe UI", "Helvetica Neue", "Liberation Sans", "Noto Sans", "DejaVu Sans", "Roboto",
    "Open Sans", "Ubuntu", "Cantarell", "Inter", "FreeSans", "Nimbus Sans", "Noto Sans CJK SC", "DejaVu Serif",
    "Liberation Serif", "Noto Serif", "Times New Roman", "FreeSerif",
)  # fmt: skip


@cache
def _sans() -> str:
    """The first of the usual families that this machine can draw."""
    blank = _letter("")
    found = next((family for family in _FAMILIES if _letter(family) != blank), None)
    if found is None:
        raise MissingExtra(
            "no font is installed, so that the picture would have no words: install one, such as fonts-dejavu-core"
        )
    return found


def _letter(family: str) -> bytes:
    text = f'<text x="2" y="16" font-size="16" font-family="{family}">M</text>' if family else ""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">{text}</svg>'
    return bytes(resvg_py.svg_to_bytes(svg_string=svg))


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
