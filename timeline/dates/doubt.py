"""The doubt about a date, in whole sentences for the card."""

from __future__ import annotations

from .when import DAY, MONTH, TIME, YEAR, Part, Precision, When

_KNOWN_TO = {
    Precision.MONTH: "month", Precision.SEASON: "season", Precision.YEAR: "year",
    Precision.DECADE: "decade", Precision.CENTURY: "century", Precision.MILLENNIUM: "millennium",
}  # fmt: skip
_LONG_AGO = 9999  # years; beyond it, to know the very year is no doubt
_COMPONENTS = ((YEAR, "year"), (MONTH, "month"), (DAY, "day"), (TIME, "time"))


def say_doubt(when: When) -> str | None:
    """Explain in English what is not known of a date; None if it is known to the day and certain.

    "The day is approximate.", "Known only to the month.", "The source leaves the end open."
    """
    if when.kind in ("one-of", "all-of"):
        sentences = [_of_set(when), *_doubts(when.parts, "A date")]
    elif when.kind == "interval":
        sentences = [*_of_ends(when), *_of_interval_parts(when), _common_precision(when.parts)]
    else:
        sentences = [*_of_part(when.parts[0], None), _precision(when.parts[0])]
    return " ".join(s for s in sentences if s) or None


def _of_part(part: Part, name: str | None) -> list[str]:
    """Say that a part, or which components of it, are approximate or uncertain."""
    if part.approximate == part.uncertain != 0:
        both = part.approximate
        return [f"{name or _subject(part, both)} {_verb(part, both, name)} approximate and uncertain."]
    said = ((part.approximate, "approximate"), (part.uncertain, "uncertain"))
    return [f"{name or _subject(part, bits)} {_verb(part, bits, name)} {word}." for bits, word in said if bits]


def _given(part: Part) -> int:
    """List the components that were written, as bits."""
    if part.mask is not None:
        return (YEAR, YEAR | MONTH, YEAR | MONTH | DAY)[part.mask.removeprefix("-").count("-")]
    bits = YEAR | (MONTH if part.month is not None or part.season is not None else 0)
    return bits | (DAY if part.day is not None else 0) | (TIME if part.seconds is not None else 0)


def _names(part: Part, bits: int) -> list[str]:
    """Name the components that a doubt falls on, unless it falls on the whole date."""
    given = _given(part)
    if bits & given == given and given != YEAR:
        return []
    return [_season_name(part) if bit == MONTH and part.season else name for bit, name in _COMPONENTS if bits & bit]


def _subject(part: Part, bits: int) -> str:
    names = _names(part, bits)
    return (
        f"The {' and the '.join(names)}" if names else "The date and time" if part.seconds is not None else "The date"
    )


def _verb(part: Part, bits: int, name: str | None) -> str:
    plural = name is None and (len(_names(part, bits)) > 1 or _subject(part, bits) == "The date and time")
    return "are" if plural else "is"


def _season_name(part: Part) -> str:
    code = part.season or 0
    return "season" if code <= 32 else "quarter" if code <= 36 else "third of the year" if code <= 39 else "half-year"


def _precision(part: Part) -> str | None:
    """Say how finely a date is known, if not to the day."""
    if part.digits is not None and part.precision > Precision.YEAR:
        count = (
            "first digit of the year counts" if part.digits == 1 else f"first {part.digits} digits of the year count"
        )
        return f"Only the {count}."
    if part.exponential:
        return "The year is a rounded figure."
    if abs(part.year) > _LONG_AGO:
        return None
    if part.season is not None and part.mask is None:
        return f"Known only to the {_season_name(part)}."
    if part.mask is not None and part.precision == Precision.DEEP:
        return "Not all digits of the year are known."
    if part.mask is not None and "X" in part.mask[:5] and part.mask.removeprefix("-").count("-"):
        return f"The year is known only to the {_KNOWN_TO[part.precision]}."
    return f"Known only to the {_KNOWN_TO[part.precision]}." if part.precision in _KNOWN_TO else None


def _of_ends(when: When) -> list[str]:
    said = (
        (when.open_start, "The source leaves the beginning open."),
        (when.open_end, "The source leaves the end open."),
        (when.unknown_start, "When it began is not known."),
        (when.unknown_end, "When it ended is not known."),
    )
    return [sentence for holds, sentence in said if holds]


def _of_interval_parts(when: When) -> list[str]:
    """Say which end is in doubt."""
    has_start = not (when.open_start or when.unknown_start)
    names = ["The beginning", "The end"] if has_start else ["The end"]
    return [s for name, part in zip(names, when.parts, strict=False) for s in _of_part(part, name)]


def _common_precision(parts: tuple[Part, ...]) -> str | None:
    """Say how finely both ends are known, where it is the same."""
    said = {_precision(p) for p in parts}
    return said.pop() if len(said) == 1 else None


def _of_set(when: When) -> str | None:
    if when.kind == "all-of":
        return None
    is_range = len(when.parts) == 1 + (not when.open_start and not when.open_end)
    if is_range and (when.open_start or when.parts[0].through):
        return "Some time in this span; exactly when is not known."
    return "One of these dates; which one is not known." if len(when.parts) > 1 else None


def _doubts(parts: tuple[Part, ...], name: str) -> list[str]:
    """Say once for a whole set that dates of it are in doubt."""
    approximate, uncertain = any(p.approximate for p in parts), any(p.uncertain for p in parts)
    words = [w for w, holds in (("approximate", approximate), ("uncertain", uncertain)) if holds]
    return [f"{name} of the set is {word}." for word in words]
