"""Amounts in English words: `$97.4 billion`, `$79 billion to $134 billion`, `500 million weekly users`."""

from decimal import Decimal

from .model import Amount

_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_STEPS = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def say_amount(amount: Amount) -> str:
    """The sum in words with its currency or unit; an estimate says `about`."""
    value = amount.value
    if value.low is None or value.high is None:
        return "an undisclosed sum" if amount.currency else "an undisclosed number"
    text = _one(value.low, amount)
    if value.is_range:
        text = f"{text} to {_one(value.high, amount)}"
    if amount.unit:
        text = f"{text} {amount.unit}"
    return f"about {text}" if amount.estimate else text


def _one(number: Decimal, amount: Amount) -> str:
    symbol = _SYMBOLS.get(amount.currency or "", f"{amount.currency} " if amount.currency else "")
    sign = "−" if number < 0 else ""
    return f"{sign}{symbol}{_scaled(abs(number))}"


def _scaled(number: Decimal) -> str:
    """`97.4 billion`: the largest step not above the number, digits as exact as written."""
    for step, word in _STEPS:
        if number >= step:
            return f"{_plain(number / step)} {word}"
    return _plain(number)


def _plain(number: Decimal) -> str:
    text = f"{number.normalize():,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
