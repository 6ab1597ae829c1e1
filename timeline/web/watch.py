"""The store behind an open page: read again when its file changes, the last good one kept when the file breaks."""

import hashlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..dates import parse
from ..document import Limits
from ..findings import Finding, has_errors
from ..known import as_known_on
from ..scene import Scene, arrange
from ..store import Store, load
from .find import Finder
from .known import known_days

Signature = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Snapshot:
    """What pages show: a store, its scene, and the findings of the file as it is now.

    `stale` is True when the file has errors and `store` is the last one that had none. `version` changes whenever
    anything of this does.
    """

    store: Store
    scene: Scene
    scene_json: bytes
    findings: tuple[Finding, ...]
    stale: bool
    version: str

    @cached_property
    def known_days(self) -> list[list[str | int]]:
        return known_days(self.store)

    @cached_property
    def finder(self) -> Finder:
        return Finder(self.store, self.scene)


class Watch:
    """Serves the current snapshot of one path. Safe to ask from several threads."""

    def __init__(self, path: Path, limits: Limits | None = None) -> None:
        self.path, self.limits = path, limits
        self._lock = threading.Lock()
        self._signature: Signature | None = None
        self._snapshot: Snapshot | None = None
        self._known: dict[tuple[str, str], Snapshot] = {}

    def snapshot(self) -> Snapshot:
        """The snapshot of the file as it is now; read again only when its size or time has changed."""
        with self._lock:
            signature = _signature(self.path)
            if self._snapshot is None or signature != self._signature:
                self._snapshot = self._read(self._snapshot)
                self._signature = signature
            return self._snapshot

    def known_on(self, day: str | None) -> Snapshot:
        """The snapshot as the story was known on `day` (EDTF); as it is now without one."""
        base = self.snapshot()
        if not day:
            return base
        with self._lock:
            if (base.version, day) not in self._known:
                if len(self._known) > 40:
                    self._known.clear()
                self._known[base.version, day] = _snapshot(as_known_on(base.store, parse(day)), (), stale=False)
            return self._known[base.version, day]

    def _read(self, last: Snapshot | None) -> Snapshot:
        try:
            store = load(self.path, self.limits)
        except Exception as error:  # whatever a file does to the reader, the page stays
            if last is None:
                raise
            text = f"the reader failed: {type(error).__name__}; please report it"
            return _snapshot(last.store, (Finding(str(self.path), 1, 1, "internal", text),), stale=True)
        broken = has_errors(store.findings)
        if last is not None and broken:
            return _snapshot(last.store, store.findings, stale=True)
        return _snapshot(store, store.findings, stale=False)


def _snapshot(store: Store, findings: tuple[Finding, ...], *, stale: bool) -> Snapshot:
    scene = arrange(store)
    version = f"{scene.fingerprint}-{hash_of(findings)}-{int(stale)}"
    return Snapshot(store, scene, scene.to_wire(), findings, stale, version)


def hash_of(findings: Sequence[Finding]) -> str:
    """A short fingerprint of the findings, the same in every process."""
    return hashlib.sha256(repr(findings).encode()).hexdigest()[:8]


def _signature(path: Path) -> Signature:
    """Name, size and time of every file of the store; an editor's write-and-rename changes it too."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return tuple(_stat(file) for file in files if file.suffix in (".yaml", ".yml") or file == path)


def _stat(file: Path) -> tuple[str, int, int]:
    try:
        stat = file.stat()
    except OSError:
        return (file.name, -1, -1)
    return (file.name, stat.st_size, stat.st_mtime_ns)
