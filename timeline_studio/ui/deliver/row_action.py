"""What can be done with a row, as a menu, a button and a test see it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class RowAction:
    """`name` is for widgets' object names; `tip` explains where `text` does not."""

    name: str
    text: str
    call: Callable[[], None]
    tip: str = ""
    is_rare: bool = False
    """Only in the menu."""


def open_outside(call: Callable[[], None]) -> RowAction:
    return RowAction("open-outside", "Open in the Desktop's Player", call, is_rare=True)
