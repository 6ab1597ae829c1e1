"""Sums beside one another: which two may be compared, and how near their ratio is to one that has a name.

Two sums are compared only in one currency, and only where both are for the same thing, or where the sentence can say
what the other one is for.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from ..model import Amount, Event
from ..store import Store

_NAMED = tuple(Fraction(*f) for f in ((1, 10), (1, 5), (1, 4), (1, 3), (1, 2), (2, 3), (3, 4), (1, 1)))
_FIVE_YEARS = 5 * 365.25


@dataclass(frozen=True, slots=True)
class Ratio:
    """A ratio as it may be said: `exact` fractions and multiples, `percent`, `times`, `over` or `almost` a multiple."""

    kind: Literal["fraction", "times", "percent", "about-times", "over", "almost", "more-by"]
    value: Fraction


@dataclass(frozen=True, slots=True)
class Comparison:
    """One amount of an event beside an earlier one: what it is beside (`figure` of a reply, or a `valuation`)."""

    amount: str
    other: Event
    other_amount: str
    basis: Literal["figure", "valuation", "same"]


def name_ratio(a: Decimal, b: Decimal) -> Ratio:
    """The words that `a` to `b` may be said in: 9.74 to 97.4 is a tenth, 97.4 to 157 about 62%, 97.4 to 44 over 2."""
    value = Fraction(a) / Fraction(b)
    for named in _NAMED:
        if abs(value / named - 1) <= Fraction(2, 100):
            return Ratio("fraction", named)
    whole = round(value)
    if 2 <= whole <= 10 and abs(value / whole - 1) <= Fraction(2, 100):
        return Ratio("times", Fraction(whole))
    if value < 1:
        return Ratio("percent", Fraction(round(value * 100)))
    if whole >= 2 and abs(value / whole - 1) <= Fraction(5, 100):
        return Ratio("almost" if value < whole and whole <= 2 else "about-times", Fraction(whole))
    if value < 2:
        return Ratio("more-by", Fraction(round((value - 1) * 100)))
    return Ratio("over", Fraction(int(value)))


def sum_of(amount: Amount) -> Decimal | None:
    """The one number of a sum of money; none for ranges, counts and what is undisclosed."""
    value = amount.value
    return value.low if amount.currency and value.disclosed and not value.is_range else None


def comparison(event: Event, store: Store, known: Iterable[Event]) -> Comparison | None:
    """The one comparison that an event's sums allow with what came before it, if any; `known` is in order of date."""
    return _with_figure(event, store) or _with_valuation(event, store, known)


def _with_figure(event: Event, store: Store) -> Comparison | None:
    """A reply's sum beside the sum that it replies to: recorded as a reply, so the figures belong together."""
    for relation in event.relations:
        for target in relation.targets if relation.type == "responds-to" else ():
            other = store.by_id.get(target)
            for name, amount in event.amounts.items():
                pair = _first_sum(other, amount) if other else None
                if other and pair and amount.tone == "joke":
                    return Comparison(name, other, pair, "figure")
    return None


def _first_sum(event: Event, like: Amount) -> str | None:
    return next((n for n, a in event.amounts.items() if a.currency == like.currency and sum_of(a)), None)


def _with_valuation(event: Event, store: Store, known: Iterable[Event]) -> Comparison | None:
    """A sum beside what the whole was last valued at: the whole is named by `of: … as a whole`."""
    if not event.amounts:
        return None
    earlier = [e for e in known if e.date.end <= event.date.start and e.id != event.id]
    for name, amount in event.amounts.items():
        if f"{{{name}}}" not in (event.clause or ""):
            continue  # a sum that the reader has not been told
        if not amount.of or amount.tone or amount.estimate or not sum_of(amount) or _said_before(amount, earlier):
            continue
        for other in reversed(earlier):
            for other_name, whole in other.amounts.items():
                if _is_whole_of(whole, amount):
                    same = whole.of == amount.of
                    return Comparison(name, other, other_name, "same" if same else "valuation")
    return None


def _said_before(amount: Amount, earlier: list[Event]) -> bool:
    """Whether an earlier event has the very same sum for the same thing: then it was compared there."""
    return any(a.of == amount.of and sum_of(a) == sum_of(amount) for e in earlier for a in e.amounts.values())


def _is_whole_of(whole: Amount, part: Amount) -> bool:
    if not whole.of or not whole.of.endswith(" as a whole") or whole.estimate or whole.currency != part.currency:
        return False
    name = whole.of.removesuffix(" as a whole")
    of = part.of or ""
    return sum_of(whole) is not None and (
        of == whole.of or of.startswith((f"{name}'s nonprofit", f"{name}’s nonprofit"))
    )


def is_long_ago(event: Event, other: Event) -> bool:
    """Whether the two sums are more than five years apart, so that they compare in nominal terms only."""
    return event.date.start - other.date.end > _FIVE_YEARS
