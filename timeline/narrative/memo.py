"""What follows from one record alone is worked out once: an app narrates the same events at every movement."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Args = ParamSpec("Args")
Result = TypeVar("Result")
_MOST = 50_000


def once(function: Callable[Args, Result]) -> Callable[Args, Result]:
    """Remember what a plain function of a frozen record gives, by the record's identity and the other arguments.

    The record is kept as long as its result, so that no other can come to have its identity. Not for functions that
    depend on anything but their arguments.
    """
    known: dict[Any, tuple[Any, Result]] = {}

    @wraps(function)
    def remembered(*args: Args.args, **kwargs: Args.kwargs) -> Result:
        record, *rest = args
        key = (id(record), *rest)
        found = known.get(key)
        if found is not None:
            return found[1]
        if len(known) >= _MOST:
            known.clear()
        result = function(*args, **kwargs)
        known[key] = (record, result)
        return result

    return remembered
