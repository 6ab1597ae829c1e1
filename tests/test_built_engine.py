"""The built engine belongs to its sources, is small, and asks nothing of the world. Needs no Node."""

import gzip
import hashlib
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
BUILT = ROOT / "assets" / "timeline-view.js"


def sources_digest() -> str:
    """As client/build.mjs describes it."""
    source = ROOT / "client" / "src"
    digest = hashlib.sha256()
    for name in sorted(p.relative_to(source).as_posix() for p in source.rglob("*.ts")):
        digest.update(name.encode() + b"\0" + (source / name).read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def test_the_built_file_is_not_stale():
    """After a change in client/src: `cd client && npm ci && npm run build`."""
    first = BUILT.read_text().split("\n", 1)[0]
    assert re.search(r"sources-sha256:([0-9a-f]{64})", first)[1] == sources_digest()


def test_the_built_file_is_small():
    """A page carries it whole."""
    data = BUILT.read_bytes()
    assert (len(data) <= 107_000, len(gzip.compress(data, 9)) <= 43_000) == (True, True)


def test_the_built_file_writes_text_and_not_markup():
    """Text nodes only; no request, no code from text."""
    text = BUILT.read_text()
    banned = (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "XMLHttpRequest",
        "WebSocket",
        "localStorage",
        "cookie",
    )
    assert [word for word in banned if word in text] == []
