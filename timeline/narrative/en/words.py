"""English times and numbers: what `dates` does not say because it hangs on the sentence before."""

from collections.abc import Sequence
from fractions import Fraction

from ...dates import Precision, parse, say_in_sentence
from ..moments import Moment, seconds_of_day
from ..ratios import Ratio

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
    if told.mode == "clock":
        return f"at {clock(told)}"
    if told.mode == "month":
        part = told.when.parts[0]
        return say_in_sentence(parse(f"{part.year:04}-{part.month:02}"), told.year)
    return say_in_sentence(told.when, told.year)


def clock(told: Moment) -> str:
    seconds = seconds_of_day(told.when)
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}"
    return f"{text}:{seconds % 60:02}" if told.when.precision == Precision.SECOND else text


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
