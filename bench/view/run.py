"""The timeline view beside its peers: the same seeded events, real wheel, drag and keys, one table.

    cd bench/view && npm install
    python run.py --events 1000,100000 --rounds 3

Every page is loaded by a real headless Chromium and driven by input events; frames are the gaps between animation
frames while the gesture lasts. The machine's own noise shows in the bare canvas, which runs in the same rounds:
compare ratios to it, never absolute times. The figures printed are medians over the rounds.
"""

import argparse
import functools
import http.server
import json
import random
import shutil
import statistics
import struct
import threading
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page, sync_playwright

from timeline.packing import pack_bytes

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PEERS = ("floor", "ours", "vis", "plotly", "echarts")
# Events from which a peer is known not to load within the limit; asking again would only cost minutes.
LIMITS = {"vis": 5_000, "plotly": 200_000, "echarts": 200_000}
LANES = 12
FIRST, DAYS = 14610, 6209
STEPS = 60
PATIENCE = 60_000
WORDS = "policy court market leader report talks bill vote deal strike launch ruling budget storm record summit".split()


def events(n: int) -> list[tuple[int, int, int, str, int]]:
    """Start, length, lane, title and weight of `n` events over 2010 to 2026, with bursts; the same in every run."""
    rng = random.Random(n)
    bursts = [(rng.randrange(DAYS), 2 + rng.paretovariate(1.3) * 2) for _ in range(max(3, min(400, int(n**0.5))))]
    rows = []
    for _ in range(n):
        day = rng.randrange(DAYS)
        if rng.random() < 0.6:
            centre, width = bursts[rng.randrange(len(bursts))]
            day = min(DAYS - 1, max(0, int(rng.gauss(centre, width))))
        length = int(2 + rng.paretovariate(0.9) * 5) if rng.random() < 0.1 else 0
        title, want = "", rng.randint(20, 80)
        while len(title) < want:
            title += (" " if title else "") + rng.choice(WORDS)
        rows.append((FIRST + day, min(length, DAYS), rng.randrange(LANES), title[:want], rng.randrange(256)))
    return sorted(rows)


def scene(rows: list[tuple[int, int, int, str, int]]) -> dict[str, Any]:
    """The rows as docs/scene.md wants them."""
    n = len(rows)
    start = [r[0] for r in rows]
    end = [r[0] + max(1, r[1]) for r in rows]
    length = [r[1] for r in rows]
    return {
        "version": 1, "title": "Benchmark", "subtitle": "", "language": "en", "today": None,
        "threads": [{"id": f"t{k}", "title": f"Lane {k + 1}"} for k in range(LANES)],
        "kinds": [], "statuses": ["established"], "actors": [], "relation_types": [], "count": n,
        "columns": {
            "start": start,
            "start_latest": [s + 1 for s in start],
            "end_earliest": [s if not k else s + k - 1 for s, k in zip(start, length, strict=True)],
            "end": end,
            "flags": [4 if k else 0 for k in length],
            "status": [0] * n,
            "thread": [r[2] for r in rows],
            "kind": [-1] * n,
            "weight": [r[4] for r in rows],
            "publishers": [1] * n,
            "id": [f"e{i}" for i in range(n)],
            "title": [r[3] for r in rows],
            "when": [""] * n,
            "text": [""] * n,
        },
        "event_actors": [[]] * n,
        "relations": [],
    }  # fmt: skip


def write_data(folder: Path, n: int) -> None:
    """What each page fetches: a scene for us, start, length and lane for the bare canvas, plain rows for the others."""
    if (folder / f"rows-{n}.json").exists():
        return
    folder.mkdir(exist_ok=True)
    rows = events(n)
    (folder / f"scene-{n}.bin").write_bytes(pack_bytes(scene(rows)))
    (folder / f"floor-{n}.bin").write_bytes(b"".join(struct.pack("<HHB", r[0] - FIRST, r[1], r[2]) for r in rows))
    (folder / f"rows-{n}.json").write_text(json.dumps([r[:4] for r in rows], separators=(",", ":")))


def serve() -> str:
    handler = functools.partial(Quiet, directory=str(ROOT))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/bench/view/page.html"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


def wheel(page: Page, x: float, y: float) -> None:
    page.mouse.move(x, y)
    for i in range(STEPS):
        page.mouse.wheel(0, -120 if i < STEPS / 2 else 120)


def drag(page: Page, x: float, y: float) -> None:
    page.mouse.move(x, y)
    page.mouse.down()
    for i in range(STEPS):
        page.mouse.move(x + (i if i < STEPS / 2 else STEPS - i) * 12, y)
    page.mouse.up()


def keys(page: Page, _x: float, _y: float) -> None:
    page.evaluate("document.querySelector('.tl-stage')?.focus()")
    for i in range(STEPS // 2):
        page.keyboard.press("ArrowRight" if i % 2 else "ArrowLeft")


def frames(page: Page, gesture: Any, x: float, y: float) -> tuple[list[float], float]:
    """Gaps between animation frames during the gesture, and milliseconds that the main thread was busy."""
    page.wait_for_timeout(400)
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable")
    busy = lambda: {m["name"]: m["value"] for m in client.send("Performance.getMetrics")["metrics"]}["TaskDuration"]  # noqa: E731
    before = busy()
    page.evaluate("watchFrames()")
    gesture(page, x, y)
    gaps = page.evaluate("seenFrames()")
    return gaps, (busy() - before) * 1000


def measure(browser: Browser, url: str, peer: str, n: int) -> dict[str, float]:
    """One visit: time to the first picture, both gestures, bytes and heap."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    received = 0

    def count(response: Any) -> None:
        nonlocal received
        received += int(response.headers.get("content-length", 0))

    page.on("response", count)
    try:
        page.goto(f"{url}?peer={peer}&n={n}")
        page.wait_for_function("window.drawn > 0", timeout=PATIENCE)
        found: dict[str, float] = {"drawn": page.evaluate("drawn"), "kB": received / 1000}
        box = page.evaluate("areaOf()")
        for name, gesture in (("wheel", wheel), ("drag", drag), ("keys", keys)):
            gaps, busy = frames(page, gesture, box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.5)
            ordered = sorted(gaps) or [0.0]
            found[f"{name} median"] = statistics.median(ordered)
            found[f"{name} p95"] = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
            found[f"{name} worst"] = ordered[-1]
            found[f"{name} busy"] = busy
        client = context.new_cdp_session(page)
        client.send("HeapProfiler.collectGarbage")
        usage = client.send("Runtime.getHeapUsage")
        found["heap MB"] = (usage["usedSize"] + usage.get("backingStorageSize", 0)) / 1e6
        return found
    finally:
        context.close()


COLUMNS = ("drawn", "wheel median", "wheel p95", "wheel worst", "wheel busy", "drag p95", "drag worst", "keys p95", "kB", "heap MB")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", default="50,1000,10000,100000,1000000")
    parser.add_argument("--peers", default=",".join(PEERS))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--chromium", default=shutil.which("chromium") or shutil.which("google-chrome"))
    options = parser.parse_args()
    sizes = [int(n) for n in options.events.split(",")]
    for n in sizes:
        write_data(HERE / "data", n)
    url = serve()
    print("| events | page | " + " | ".join(COLUMNS) + " |\n|" + "---|" * (len(COLUMNS) + 2), flush=True)
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--enable-precise-memory-info"]
        browser = playwright.chromium.launch(executable_path=options.chromium, args=flags)
        for n in sizes:
            peers = [p for p in options.peers.split(",") if n <= LIMITS.get(p, n)]
            runs: dict[str, list[dict[str, float]]] = {p: [] for p in peers}
            # In turns, so that a busy minute falls on all; the first round warms up and does not count.
            for turn in range(options.rounds + 1):
                for peer in list(peers):
                    began = time.monotonic()
                    try:
                        run = measure(browser, url, peer, n)
                    except Error as error:
                        print(
                            f"| {n:,} | {peer} | gave up after {time.monotonic() - began:.0f} s: {str(error)[:60]!r} |"
                        )
                        peers.remove(peer)
                        continue
                    if turn or options.rounds == 0:
                        runs[peer].append(run)
            for peer in peers:
                cells = (statistics.median(run[c] for run in runs[peer]) for c in COLUMNS)
                print(f"| {n:,} | {peer} | " + " | ".join(f"{c:,.1f}" for c in cells) + " |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
