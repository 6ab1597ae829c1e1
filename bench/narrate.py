"""How fast the narrative is: sentences a second, a 30-event chronicle, and choosing from a great store.

    python bench/narrate.py [STORE]

Medians of nine, every sentence read back and checked, as always. Nothing here is asserted: figures are for reading.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from check_store import synthetic

from timeline import load, loads, narrate
from timeline.narrative import FORMS

ABOUT = {"perspective": {"actor": "musk"}, "led-to": {"event": "openai-board-rejects-bid"},
         "between": {"between": ("2024-10-02", "2025-04-01")}, "sides": {"event": "musk-leaves-openai-board"}}  # fmt: skip


def median(work: Callable[[], object], times: int = 9) -> float:
    """Seconds, the median of several runs after one that warms up."""
    work()
    took = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def main() -> None:
    store = load(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent / "events.yaml")
    for form in FORMS:
        about = ABOUT.get(form, {})
        told = len(narrate(store, form=form, **about).sentences)
        seconds = median(lambda form=form, about=about: narrate(store, form=form, **about))
        print(f"{form:<12} {told:>4} sentences {seconds * 1000:>7.1f} ms {told / seconds:>7.0f} a second")
    for length in ("short", "standard", "long"):
        told = len(narrate(store, most=30, length=length).sentences)
        seconds = median(lambda length=length: narrate(store, most=30, length=length))
        print(f"30 events, {length:<9} {told:>3} sentences {seconds * 1000:>7.1f} ms {told / seconds:>7.0f} a second")
    for count in (1_000, 10_000):
        great = loads(synthetic(count))
        seconds = median(lambda great=great: narrate(great, most=30, length="short"), 3)
        print(f"30 of {count:>6} events {seconds * 1000:>7.1f} ms {count / seconds:>9.0f} events a second")


if __name__ == "__main__":
    main()
