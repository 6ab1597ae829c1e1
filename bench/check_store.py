"""`timeline check` of synthetic stores beside PyYAML's CSafeLoader alone on the same text, each in a process of its own.

    python bench/check_store.py [EVENTS …]

Prints CPU seconds (median of five, in turn, so that a busy machine slows both), peak memory, and their ratio.
Nothing here is asserted: figures are for reading.
"""

import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

THREADS = ["policy", "economy", "science", "health", "climate", "technology", "conflict", "justice", "culture"]
WORDS = [
    a + b + c
    for a in ("bar", "cor", "del", "fen", "gal", "hor", "mar", "tol")
    for b in ("a", "i", "o", "en")
    for c in ("bank", "ket", "lin", "mer", "nal", "ris", "tor", "vent")
]


def synthetic(count: int, seed: int = 7) -> str:
    """A sound store of `count` events with sources, amounts, quotes and relations, about 480 bytes each."""
    rng = random.Random(seed)
    lines = ["timeline: {title: Synthetic}", "threads:", *(f"  {t}: {t.title()}" for t in THREADS), "events:"]
    for i in range(count):
        day = f"{2010 + i * 16 // count}-{rng.randint(1, 12):02d}-{rng.randint(2, 28):02d}"
        title = " ".join(rng.choice(WORDS) for _ in range(6)).capitalize() + f" {i}"
        lines += [
            f"  - id: ev-{i:07d}",
            f"    date: {day}",
            f"    title: {title}",
            f"    thread: {rng.choice(THREADS)}",
            "    kind: report",
            f"    summary: The {rng.choice(WORDS)} met the {rng.choice(WORDS)}, and the {rng.choice(WORDS)} answered at length.",
            f"    weight: {rng.random():.2f}",
            f"    amounts: {{sum: {{value: {rng.randint(11, 989)} million, currency: USD, of: the fund}}}}",
            "    sources:",
            f"      - {{url: 'https://herald.example/{day[:4]}/{i}', publisher: Herald, published: {day}}}",
            f"      - {{url: 'https://tribune.example/{day[:4]}/{i}', publisher: Tribune, published: {day}}}",
        ]
    return "\n".join(lines) + "\n"


def measured(job: str, path: str) -> dict[str, float]:
    """Run one job in a fresh interpreter; it reports its own CPU seconds and peak memory."""
    done = subprocess.run([sys.executable, __file__, "--job", job, path], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def run_job(job: str, path: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    if job == "yaml":
        import yaml

        start = time.process_time()
        yaml.load(Path(path).read_text(), Loader=yaml.CSafeLoader)
    elif job == "check":
        from timeline import load

        start = time.process_time()
        store = load(path)
        assert store.findings == (), store.findings[:3]
    print(
        json.dumps(
            {
                "cpu": time.process_time() - start,
                "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "idle": before / 1024,
            }
        )
    )


def main(counts: list[int]) -> None:
    print(f"{'events':>8} {'MB':>6}  {'check s':>8} {'yaml s':>7} {'ratio':>6}  {'check MB':>8} {'yaml MB':>8}")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder) / "store.yaml")
            Path(path).write_text(synthetic(count))
            runs = [(measured("check", path), measured("yaml", path)) for _ in range(5)]
            check, plain = (statistics.median(r[i]["cpu"] for r in runs) for i in (0, 1))
            ratio = statistics.median(a["cpu"] / b["cpu"] for a, b in runs)
            size = Path(path).stat().st_size / 1e6
            print(
                f"{count:>8} {size:>6.1f}  {check:>8.2f} {plain:>7.2f} {ratio:>6.2f}  {runs[0][0]['mb']:>8.0f} {runs[0][1]['mb']:>8.0f}"
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--job"]:
        run_job(*sys.argv[2:4])
    else:
        main([int(a) for a in sys.argv[1:]] or [1_000, 10_000])
