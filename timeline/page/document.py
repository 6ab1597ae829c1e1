"""What the file is made of around its text: policy, styles, script, meta. Nothing runs but what its hash allows."""

import base64
import hashlib
import re
from html import escape
from importlib.resources import files

from ..assets import assets_folder


def own(name: str) -> str:
    """A text that lies beside this module."""
    return (files(__package__) / name).read_text(encoding="utf-8")


def styles(dark: str) -> str:
    """The app's style sheet, the page's own, and the still's dark colours, without comments and line breaks."""
    plain = re.sub(r"/\*.*?\*/", "", (assets_folder() / "timeline.css").read_text(encoding="utf-8"), flags=re.S)
    plain = re.sub(r"^\.banner.*\n", "", plain, flags=re.M)  # a published page has no findings to show
    plain += re.sub(r"/\*.*?\*/", "", own("page.css"), flags=re.S)
    small = re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", plain)).replace(";}", "}").replace(": ", ":").strip()
    return f"{small}@media screen and (prefers-color-scheme:dark){{{dark}}}"


def script() -> str:
    """The page's script without its comments and indents."""
    plain = re.sub(r"^\s*/\*.*?\*/\n", "", own("page.js"), flags=re.S | re.M)
    return re.sub(r"\n\s*", "\n", plain).strip()


def hash_of(text: str) -> str:
    """The source expression by which a policy allows one inline script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(style: str, *scripts: str) -> str:
    """A policy under which the page can load nothing, send nothing, and run only these scripts."""
    return (
        f"default-src 'none'; script-src {' '.join(map(hash_of, scripts))}; style-src {hash_of(style)}; "
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
