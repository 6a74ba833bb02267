"""Settings for all tests: properties are checked on the same examples every time, however slow the machine is."""

import pytest
from hypothesis import settings

settings.register_profile("dateline", deadline=None, derandomize=True)
settings.load_profile("dateline")

LONGEST = "test_press_everything.py"
"""Tests of a minute each."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the longest begin, so that at the end no worker waits for another."""
    items.sort(key=lambda item: item.path.name != LONGEST)
