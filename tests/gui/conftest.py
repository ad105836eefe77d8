"""What every test with widgets shares."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform has no window manager to give size hints to, and says so."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))
