"""Style sheets in two parts: what the page needs as text, and what only its script's elements need."""

import re
from collections.abc import Callable, Iterator

_RULE = re.compile(r"(@media[^{]*)\{((?:[^{}]*\{[^{}]*\})*)\s*\}|([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")


Wanted = Callable[[list[str]], bool]


def parted(css: str, plain: str, script: str) -> tuple[str, str]:
    """The rules for classes that elements of `plain` have, and those for classes that `script` names; no others."""
    early = {name for value in re.findall(r'class=(?:"([^"]*)"|([^\s">]+))', plain) for name in " ".join(value).split()}
    late = early | set(re.findall(r"[A-Za-z_][\w-]*", script))
    first = "".join(_kept(css, early.issuperset))
    return first, "".join(_kept(css, lambda names: late.issuperset(names) and not early.issuperset(names)))


def _kept(css: str, wanted: Wanted) -> Iterator[str]:
    for media, inner, selectors, declared in _RULE.findall(css):
        if media:
            kept = "".join(_kept(inner, wanted))
            if kept:
                yield f"{media}{{{kept}}}"
            continue
        names = [name for name in selectors.split(",") if wanted(_CLASS.findall(name))]
        if names:
            yield f"{','.join(names)}{{{declared}}}"
