"""A binding that drops references to None kills the interpreter after some thousand calls."""

import sys

from window_driver import WindowDriver

CALLS = 5_000
LET_PASS = 100
"""What caches and timers may take or give back meanwhile."""


def test_calls_into_the_window_neither_drop_nor_keep_them(window: WindowDriver) -> None:
    widget = window.window
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        widget.update()
        widget.setWindowTitle("Timeline Studio")
        widget.header.saved.setText("")
    assert abs(sys.getrefcount(None) - before) < LET_PASS
