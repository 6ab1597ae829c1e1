"""The floors of the house: a module imports only from floors below its own, lazy and type-only imports included."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "timeline"
FLOORS = (
    {"findings", "dates", "amounts", "urls", "nearest", "ids", "assets", "files", "packing", "cells", "seal"},
    {"syntax", "clause", "verbs"},
    {"document", "model"},
    {"sourcing", "places", "faults", "money", "sums"},
    {"collected"},
    {"validating"},
    {"reader"},
    {"checks"},
    {"store"},
    {"query", "cite", "known"},
    {"csl"},
    {"scene", "narrative"},
    {"text", "engine", "prose"},
    {"still", "reading"},
    {"component", "page", "figures", "formats", "imports"},
    {"embeds"},
    {"notebook"},
    {"ours", "progress"},
    {"web", "doors"},
    {"embedding"},
    {"cli_tell", "cli_publish", "cli_exchange"},
    {"cli"},
    {"__main__"},
)
SOLE = {
    "yaml": {"document"},
    "dash": {"component", "web"},
    "quickjs": {"engine"},
    "resvg_py": {"still"},
    "markdown_it": {"text", "reading"},
    "nh3": {"text"},
    "dateutil": {"dates"},
    "plotly": {"figures"},
    "openpyxl": {"imports"},
    "typst": {"still"},
    "PIL": {"still"},
    "fontpkg": {"still"},
    "click": {"cli", "cli_tell", "cli_publish", "cli_exchange", "doors", "progress"},
}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path):
    """Rooms of the package, and outside packages, that a file names in an import."""
    parents = len(path.relative_to(PACKAGE).parts)
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.level == parents:
            yield from ((node.module.split(".")[0], "in"),) if node.module else ((a.name, "in") for a in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.split(".")[0], "out"
        elif isinstance(node, ast.Import):
            yield from ((a.name.split(".")[0], "out") for a in node.names)


def test_imports_go_down_only():
    """Each room has a floor, and everything it imports from the package lies below."""
    floor = {name: i for i, names in enumerate(FLOORS) for name in names}
    bad = []
    for path in PACKAGE.rglob("*.py"):
        here = room(path)
        if here == "__init__":
            continue
        assert here in floor, f"{here} has no floor"
        for name, side in imports(path):
            if side == "in" and name in floor and name != here and floor[name] >= floor[here]:
                bad.append(f"{here} imports {name}")
    assert bad == []


def test_outside_packages_stay_in_their_rooms():
    """Only one room knows YAML, one the engine, and so on."""
    bad = [
        f"{room(path)} imports {name}"
        for path in PACKAGE.rglob("*.py")
        for name, side in imports(path)
        if side == "out" and name in SOLE and room(path) not in SOLE[name]
    ]
    assert bad == []
