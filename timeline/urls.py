"""The URL rule: which addresses may stand behind a link, and what a reader is told of them.

Apart from the text rules because the reader refuses a bad address before anything can be built from it.
"""

import re
from functools import lru_cache
from urllib.parse import urlsplit

_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff\"<>\\^`{|}]")
_HOST = re.compile(r"(?i)^[^\s.:/@\[\]]+(\.[^\s.:/@\[\]]+)*\.?$|^\[[0-9a-f:.]+\]$")


# Nearly every address: nothing here needs a closer look, and a large store has tens of thousands.
_PLAIN = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[\w./%+~,=&?#!$*;:@()'-]*)?\Z", re.ASCII)
# A store cites the same pages again and again, and taking an address apart is dear.
_REMEMBERED = 1 << 16
_BARE = re.compile(r"(?i)https?://[^/?#]+/?(?:#.*)?\Z")


def looks_like_url(text: str) -> bool:
    """Whether a person meant an address: it has a scheme, or begins as a web host does."""
    return bool(re.match(r"(?i)[a-z][a-z0-9+.-]*:|//|www\.", text))


def url_problem(url: str) -> str | None:
    """Why `url` cannot be linked to, in plain words; None when it can.

    Allowed are absolute http and https addresses without user names, spaces, control or direction characters.
    """
    if _PLAIN.match(url):
        return None
    bad = _FORBIDDEN.search(url)
    if bad:
        return f"an address cannot contain {_name(bad.group())}"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        return f"this is not an address: {str(error)[:80]}"
    if parts.scheme.lower() not in ("http", "https"):
        return "an address begins with http:// or https://"
    if not parts.hostname or not _HOST.match(parts.hostname if ":" not in parts.hostname else f"[{parts.hostname}]"):
        return "this address has no host"
    if "@" in parts.netloc:
        return "an address must not contain a user name"
    return "this address has an impossible port" if port == 0 else None


@lru_cache(maxsize=_REMEMBERED)
def host(url: str) -> str:
    """The host a link leads to, without `www.`; names outside ASCII as punycode, so that look-alikes show."""
    name = (urlsplit(url).hostname or "").removesuffix(".")
    try:
        name = name.encode("ascii").decode()
    except UnicodeEncodeError:
        try:
            name = name.encode("idna").decode()
        except UnicodeError:
            name = name.encode("ascii", "backslashreplace").decode()
    return name.removeprefix("www.")


def is_bare_domain(url: str) -> bool:
    """Whether the address names a whole site and no page of it."""
    return bool(_BARE.match(url))


@lru_cache(maxsize=_REMEMBERED)
def same_page(url: str) -> str:
    """A form in which two spellings of one page agree: host in lower case, no fragment, no closing slash."""
    parts = urlsplit(url)
    return f"{host(url).lower()}{parts.path.rstrip('/')}{'?' + parts.query if parts.query else ''}"


def _name(character: str) -> str:
    known = {" ": "a space", "\t": "a tab", "\n": "a line break"}
    return known.get(character) or (f"'{character}'" if character.isprintable() else f"U+{ord(character):04X}")
