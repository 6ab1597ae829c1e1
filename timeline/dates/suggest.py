"""What a person meant who wrote a date in another way: the EDTF to offer them, or None where it could be two things.

Own rules come first (`habits` for single dates, here for marks, intervals and sets), for all that `dateutil` gets
wrong: it reads "44 BC" as 2044, "AD 79" as 1979, "12 March 33" as 2033. What they leave goes to `foreign`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .edtf import is_date
from .foreign import read_foreign
from .habits import RULES, Match

_LONGEST = 80  # characters
_OPEN = r"(?:present|now|today|ongoing|open|\.\.)"


def suggest(text: str) -> str | None:
    """Give the EDTF that a text most likely means; None if that is not clear. What is given always parses.

    A text that is EDTF already is given back as it is.
    """
    if len(text) > _LONGEST:
        return None
    return next((found for found in _readings(text) if found is None or is_date(found)), None)


def _readings(text: str) -> Iterator[str | None]:
    """Yield what the text may mean, the surest first; None ends the search, for the text could mean two things."""
    tidy = re.sub(r"\s+", " ", re.sub("[–—−‐‑]", "-", text)).strip()
    yield text
    yield tidy
    yield _capitals(tidy)
    for rules in (RULES, _COMPOUND):
        for pattern, read in rules:
            match = re.fullmatch(pattern, tidy, re.IGNORECASE)  # compiled when first needed, and kept by re
            if match is not None:
                yield read(match)
    yield read_foreign(tidy)


def _capitals(text: str) -> str:
    """Mend what is EDTF but for its capitals and spaces: "201x", "y-17e7", "[1667 , 1668]", "199u" of an old draft."""
    if not re.fullmatch(r"[-0-9xutzyes:+/?~%., \[\]{}]+", text, re.IGNORECASE) or re.search("[0-9] [0-9]", text):
        return ""
    return text.replace(" ", "").upper().replace("U", "X")


def _single(text: str) -> str:
    """Read an end or a member: a single date, or ""."""
    found = suggest(text.strip())
    return found if found and not set(found) & set("/[]{}") else ""


def _marked(match: Match) -> str:
    """Read "circa 1850" as 1850~, "possibly 1850" as 1850?, "possibly around 1850" as 1850%."""
    inner = _single(match["rest"])
    mark = "?" if re.match("poss|prob|perh|mayb", match["word"], re.IGNORECASE) else "~"
    if inner[-1:] in ("?", "~") and inner[-1:] != mark:
        return f"{inner[:-1]}%"
    return f"{inner}{mark}" if inner else ""


def _since(match: Match) -> str:
    inner = _single(match["rest"])
    return f"{inner}/.." if inner else ""


def _until(match: Match) -> str:
    inner = _single(match["rest"])
    return f"../{inner}" if inner else ""


def _pair(match: Match) -> tuple[str, str] | None:
    """Read two dates; the first may lack the month and year that it shares with the second: "28 May to 5 June 2025"."""
    a, b = match["a"].strip(), match["b"].strip()
    last = _single(b)
    tails = [""] if re.search("[0-9]{4}", a) else [b.split(" ", n)[n] for n in range(1, b.count(" ") + 1)]
    first = next(filter(None, (_single(f"{a} {tail}") for tail in tails)), "")
    return (first, last) if first and last else None


def _span(match: Match) -> str:
    pair = _pair(match)
    return f"{pair[0]}/{pair[1]}" if pair else ""


def _between(match: Match) -> str:
    pair = _pair(match)
    return f"[{pair[0]}..{pair[1]}]" if pair else ""


def _either(match: Match) -> str:
    pair = _pair(match)
    return f"[{pair[0]},{pair[1]}]" if pair else ""


def _both(match: Match) -> str:
    pair = _pair(match)
    return f"{{{pair[0]},{pair[1]}}}" if pair else ""


def _short_span(match: Match) -> str:
    """Read "1914-18"; "2001-05" never comes here, for that is May 2001."""
    return f"{match['a']}/{match['a'][:2]}{match['b']}"


def _worded_ends(match: Match) -> str:
    """Read the words of an old draft: "2004/open", "unknown/2004"."""
    words = {"unknown": "", "open": ".."}
    ends = [words.get(side.lower(), _single(side)) for side in match.groups()]
    return "/".join(ends)


_COMPOUND: tuple[tuple[str, Callable[[Match], str]], ...] = (
        (r"(?P<word>circa|ca\.?|c\.?|about|around|approximately|approx\.?|roughly|possibly|probably|perhaps|maybe|~|≈)"
         r" ?(?P<rest>[^ ].*)", _marked),
        (r"([^/]+)/(unknown|open)", _worded_ends),
        (r"(unknown|open)/([^/]+)", _worded_ends),
        (rf"(?:from )?(?P<rest>.+?)(?: ?- ?| to |/){_OPEN}", _since),
        (r"(?P<rest>[0-9]{4}) ?-", _since),
        (r"since (?P<rest>.+)", _since),
        (r"from (?P<rest>.+?) on(?:wards?)?", _since),
        (r"(?:before|until|till|up to) (?P<rest>.+)", _until),
        (r"between (?P<a>.+?) and (?P<b>.+)", _between),
        (r"(?:either )?(?P<a>.+?) or (?P<b>.+)", _either),
        (r"(?:both )?(?P<a>.+?) and (?P<b>.+)", _both),
        (r"(?P<a>[0-9]{4}) ?- ?(?P<b>[0-9]{4})", _span),
        (r"(?P<a>[0-9]{4})-(?P<b>[0-9]{2})", _short_span),
        (r"(?:from )?(?P<a>.+?)(?: - | to | through | until )(?P<b>.+)", _span),
        (r"(?P<a>[0-9]{1,2})-(?P<b>[0-9]{1,2} [a-z]+\.? [0-9]{4})", _span),
)  # fmt: skip
