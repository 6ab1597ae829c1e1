"""Which amounts can be drawn side by side: those of one currency."""

from collections import Counter
from collections.abc import Sequence

from .model import Amount, Event

Row = tuple[Event, Amount]


def comparable(events: Sequence[Event]) -> tuple[list[Row], str]:
    """Disclosed sums above zero of the commonest currency, in the order of the events, with its code.

    Jests stay out: nobody offered them. Without any sum the code is empty.
    """
    every = [
        (event, amount)
        for event in events
        for amount in event.amounts.values()
        if amount.currency and amount.tone != "joke" and amount.value.low is not None and amount.value.low > 0
    ]
    codes = Counter(amount.currency for _, amount in every if amount.currency).most_common(1)
    code = codes[0][0] if codes else ""
    return [row for row in every if row[1].currency == code], code


def greatest(rows: Sequence[Row]) -> list[Row]:
    """Of each event the greatest sum, by the upper end of what is told."""
    best: dict[str, Row] = {}
    for event, amount in rows:
        if event.id not in best or _top(amount) > _top(best[event.id][1]):
            best[event.id] = (event, amount)
    return list(best.values())


def _top(amount: Amount) -> float:
    return float(amount.value.high or 0)
