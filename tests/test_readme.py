"""What the README and the format's page show can be pasted as it stands."""

import re
from pathlib import Path

import pytest

from timeline import loads

ROOT = Path(__file__).parent.parent
STORES = re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(), re.S)


@pytest.mark.parametrize("text", STORES, ids=range(len(STORES)))
def test_a_store_of_the_readme_has_no_error(text: str):
    """Every block of YAML is a whole store, and each of its events is told."""
    store = loads(text)
    assert store.sound and store.events and not store.broken
