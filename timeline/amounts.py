"""Amounts as people write them: "97.4 billion", "79 billion to 134 billion", "undisclosed"."""

import re
from dataclasses import dataclass
from decimal import Decimal

SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_NUMBER = re.compile(r"^([+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?)(?:e([+-]?\d{1,2}))?$", re.I)


class AmountError(ValueError):
    """The text is not an amount; the message says what would be."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a range, exact, with the text it was written in. `low` is None when undisclosed."""

    text: str
    low: Decimal | None
    high: Decimal | None

    @property
    def disclosed(self) -> bool:
        return self.low is not None

    @property
    def is_range(self) -> bool:
        return self.low != self.high


def parse_quantity(text: str) -> Quantity:
    """Read a number with an optional scale word, a range of two with `to`, or `undisclosed`.

    Raises AmountError in plain words. A range that names its scale once ("65.5 to 109.4 billion") means it for both.
    """
    plain = " ".join(text.split()).replace("\u2013", " to ")
    if plain.lower() == "undisclosed":
        return Quantity(text, None, None)
    pieces = [piece.strip() for piece in re.split(r"\s+to\s+", plain, flags=re.I)]
    if len(pieces) > 2:
        raise AmountError("a range has two ends")
    scale = _scale_word(pieces[-1])
    numbers = [_number(piece, scale) for piece in pieces]
    if numbers[0] > numbers[-1]:
        raise AmountError("the range begins above its end")
    return Quantity(text, numbers[0], numbers[-1])


def _scale_word(piece: str) -> str | None:
    last = piece.split()[-1].lower() if piece.split() else ""
    return last if last in SCALES else None


def _number(piece: str, scale_of_range: str | None) -> Decimal:
    words = piece.split()
    scale = _scale_word(piece) or scale_of_range
    digits = words[0] if words else ""
    match = _NUMBER.match(digits)
    if not match or len(words) > 2 or (len(words) == 2 and words[1].lower() not in SCALES):
        raise AmountError(_what_is_wrong(piece))
    value = Decimal(match[1].replace(",", "")).scaleb(int(match[2] or 0))
    return value.scaleb(SCALES[scale]) if scale else value


def _what_is_wrong(piece: str) -> str:
    if re.match(r"^[^\d\s.+-]", piece):
        return f"'{piece}' does not begin with a number; the currency has a key of its own"
    if re.match(r"^[\d.,]+\s*(bn|b|m|mn|mln|k|tn|t)\b", piece, re.I):
        return f"'{piece}' is short for something; write thousand, million, billion or trillion"
    return f"'{piece}' is not a number with an optional thousand, million, billion or trillion"
