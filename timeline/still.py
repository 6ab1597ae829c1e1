"""An SVG as a picture of dots, or as a PDF."""

import re
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import fontpkg
import resvg_py
from PIL import Image

# The engine sets text in Arial's widths, which are also Arimo's. A machine may have no fonts at all, and pictures
# should not differ from one to the next.
_FAMILY = "Arimo"


class MissingExtra(RuntimeError):
    """An optional package is not there; the message says what to install."""


def to_png(svg: str, scale: float = 2.0, *, small: bool = False) -> bytes:
    """PNG bytes of an SVG; `scale` is dots for each of its units. `small` keeps 128 colours: a third of the size.

    Text is set in Arimo, which comes with us; only letters that it does not have are looked for on the machine.
    """
    png = bytes(
        resvg_py.svg_to_bytes(
            svg_string=_lettered(svg),
            zoom=scale,
            font_files=[str(_font())],
            font_family=_FAMILY,
            sans_serif_family=_FAMILY,
        )
    )
    png = _with_palette(png) if small else png
    # A text chunk behind the header (8 + 25 bytes) says who made it, so that we know our own file again.
    return png[:33] + _chunk(b"tEXt", b"Software\0sourced-timeline") + png[33:]


def _with_palette(png: bytes) -> bytes:
    """Without transparency and without dithering: lines and letters stay as they are."""
    out = BytesIO()
    flat = Image.open(BytesIO(png)).convert("RGB")
    flat.quantize(128, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _font() -> Path:
    return Path(fontpkg.path(_FAMILY))


def _lettered(svg: str) -> str:
    """The picture with our font instead of what a browser would choose."""
    return re.sub(r'font-family="[^"]*"', f'font-family="{_FAMILY}"', svg, count=1)


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
    inputs: dict[str, Any] = {"svg": _lettered(svg), "title": title}
    folder: list[Any] = [str(_font().parent)]
    pdf = typst.compile(_PAGE.encode(), sys_inputs=inputs, format="pdf", font_paths=folder)
    return bytes(pdf) + b"%sourced-timeline\n"
