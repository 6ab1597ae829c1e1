"""What the file is made of around its text: policy, styles, script, meta. Nothing runs but what its hash allows."""

import base64
import hashlib
import re
from collections.abc import Sequence
from html import escape
from importlib.resources import files

from ..assets import assets_folder


def own(name: str) -> str:
    """A text that lies beside this module."""
    return (files(__package__) / name).read_text(encoding="utf-8")


def styles() -> str:
    """The app's style sheet and the page's own, without comments and line breaks."""
    plain = (assets_folder() / "timeline.css").read_text(encoding="utf-8") + own("page.css")
    plain = re.sub(r"/\*.*?\*/", "", plain, flags=re.S)
    plain = re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", plain))
    return plain.replace(";}", "}").replace(": ", ":").strip()


def script(*names: str) -> str:
    """The scripts that lie beside this module, without their comments and indents."""
    plain = "\n".join(re.sub(r"^\s*/\*.*?\*/\n", "", own(name), flags=re.S | re.M) for name in names)
    return re.sub(r"\n\s*", "\n", plain).strip()


def hash_of(text: str) -> str:
    """The source expression by which a policy allows one inline script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(styles: Sequence[str], scripts: Sequence[str]) -> str:
    """A policy under which the page can load nothing, send nothing, and run only these scripts."""
    return (
        f"default-src 'none'; script-src {' '.join(map(hash_of, scripts))}; "
        f"style-src {' '.join(map(hash_of, styles))}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def meta(pairs: dict[str, str]) -> str:
    """`<meta>` elements; names with a colon are properties, as social networks read them."""
    return "".join(
        f'<meta {"property" if ":" in name and not name.startswith("twitter") else "name"}="{name}" '
        f'content="{escape(text)}">'
        for name, text in pairs.items()
        if text
    )


def inline_json(data: bytes) -> str:
    """JSON that can stand in a script element: nothing in it can end the element or a line."""
    text = data.decode()
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text
