"""What tests share: stores written in docstrings, and one assertion for findings."""

import textwrap
from collections.abc import Callable

import pytest
from hypothesis import settings

from timeline import Store, loads

# A busy machine is not a bug: examples have no deadline.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

Place = tuple[int, int, str]


def places(store: Store) -> list[Place]:
    """Line, column and code of every finding."""
    return [(f.line, f.column, f.code) for f in store.findings]


@pytest.fixture
def store(request: pytest.FixtureRequest) -> Store:
    """The store in the test's docstring."""
    return loads(textwrap.dedent(request.function.__doc__ or ""), "store.yaml")


@pytest.fixture
def found() -> Callable[[str], list[Place]]:
    """Read a text and give line, column and code of every finding."""
    return lambda text: places(loads(textwrap.dedent(text).lstrip("\n"), "store.yaml"))
