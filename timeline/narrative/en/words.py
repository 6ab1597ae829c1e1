"""English times and numbers: what `dates` does not say because it hangs on the sentence before."""

import re
from collections.abc import Sequence
from fractions import Fraction

from ...dates import Precision, When, parse, say, say_in_sentence
from ..memo import once
from ..moments import Moment, civil, clock_of, has_seconds
from ..ratios import Ratio

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
FRACTIONS = {
    Fraction(1, 10): "a tenth of", Fraction(1, 5): "a fifth of", Fraction(1, 4): "a quarter of",
    Fraction(1, 3): "a third of", Fraction(1, 2): "half", Fraction(2, 3): "two thirds of",
    Fraction(3, 4): "three quarters of", Fraction(1): "the same as",
}  # fmt: skip


def number(count: int) -> str:
    """`three`, `14`: words up to twelve."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else f"{count:,}"


def join(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)


def say_moment(told: Moment) -> str:
    """The adverbial of a moment: `on 10 February 2025`, `the same day`, `two days later`, `at 03:04`."""
    if told.mode == "same-day":
        return "the same day"
    if told.mode == "next-day":
        return "the next day"
    if told.mode == "days":
        return f"{number(told.count)} days later"
    if told.mode == "weeks":
        return "a week later" if told.count == 1 else f"{number(told.count)} weeks later"
    if told.mode == "minutes":
        return f"{number(told.count)} minutes later" if told.count > 1 else "a minute later"
    if told.mode == "clock":
        return clock(told.when)
    if told.mode == "month":
        part = told.when.parts[0]
        return say_in_sentence(parse(f"{part.year:04}-{part.month:02}"), told.year)
    return phrase(told.when, told.year)


@once
def phrase(when: When, year: int | None) -> str:
    """A date as an adverbial, its clock in the store's zone and what both ends of a stretch share said once."""
    return _together(say_in_sentence(_in_zone(when), year))


def standing(when: When, year: int | None) -> str:
    """A date that stands alone, in the same words."""
    return _together(say(_in_zone(when), year=year))


def _in_zone(when: When) -> When:
    """A time that was given in another zone, as the store's own clocks showed it."""
    if when.kind != "date" or not has_seconds(when) or not when.parts[0].zone:
        return when
    year, month, day = civil(when.start)
    if not 1000 <= year <= 9999:
        return when
    doubt = when.text[len(when.text.rstrip("?~%")) :]
    clock = clock_of(when.start, when.precision == Precision.SECOND)
    return parse(f"{year:04}-{month:02}-{day:02}T{clock}{doubt}")


_STRETCHES = tuple(
    re.compile(
        rf"^(?P<from>from )(?P<a>(?:about |around )?{head}) (?P<rest>{rest})"
        rf" to (?P<b>(?:about |around )?{head}) (?P=rest)$"
    )
    for head, rest in (
        (r"[\d.,]+", r"[mb]illion years ago|BC"),
        (r"\d{1,2}", r"[A-Z][a-z]+ (?:AD )?\d+(?: BC)?"),
        (r"[A-Z][a-z]+", r"(?:AD )?\d+(?: BC)?"),
    )
)  # fmt: skip


def _together(text: str) -> str:
    """`from about 372 to about 359 million years ago`: what both ends share is said once."""
    if not text.startswith("from "):
        return text
    for stretch in _STRETCHES:
        text = stretch.sub(r"\g<from>\g<a> to \g<b> \g<rest>", text)
    return re.sub(r"^from ((?:around )?AD \d+) to ((?:around )?)AD (\d+)$", r"from \1 to \2\3", text)


def clock(when: When) -> str:
    """`at 03:14`, `around 04:02`, `from 03:44 to 03:58`, on a day that was told."""
    first, last = when.parts[0], when.parts[-1]
    exact = when.precision == Precision.SECOND
    if len(when.parts) > 1:
        return f"from {clock_of(first.start, exact)} to {clock_of(last.start, exact)}"
    return f"{'around' if when.approximate else 'at'} {clock_of(first.start, exact)}"


def say_ratio(ratio: Ratio) -> str:
    """The words before the other sum: `a tenth of`, `about 62% of`, `more than twice`, `about five times`."""
    if ratio.kind == "fraction":
        return FRACTIONS[ratio.value]
    whole = int(ratio.value)
    if ratio.kind == "percent":
        return f"about {whole}% of"
    if ratio.kind == "more-by":
        return f"about {whole}% more than"
    times = "twice" if whole == 2 else f"{number(whole)} times"
    lead = {"times": "", "about-times": "about ", "over": "more than ", "almost": "almost "}[ratio.kind]
    return lead + times


def possessive(name: str) -> str:
    return f"{name}'s" if not name.endswith("s") else f"{name}'"
