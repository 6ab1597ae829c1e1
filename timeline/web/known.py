"""The days of the slider: those on which something became known."""

from collections import Counter

from ..dates import say
from ..store import Store

# Day numbers that are EDTF days of four digits: what a slider of days can be about.
_FIRST, _LAST = -719_162, 2_932_896


def known_days(store: Store) -> list[list[str | int]]:
    """Every day on which an event or a source of the store became known, as [EDTF, words, how many], in order."""
    dates = [e.reported or e.date for e in store.events]
    dates += [source.published for event in store.events for source in store.sources_of(event) if source.published]
    days = {d.text[:10]: d for d in dates if d.is_day and _FIRST < d.start < _LAST}
    counts = Counter(d.text[:10] for d in dates)
    return [[text, say(days[text]), counts[text]] for text in sorted(days, key=lambda text: days[text].start)]
