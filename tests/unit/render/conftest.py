"""Titles are drawn by Qt: its application is pytest-qt's, which the window's tests share."""

import pytest


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Made first, so that `prepare_text` finds it."""
