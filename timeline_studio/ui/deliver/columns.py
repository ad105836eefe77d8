"""A table's columns, described by plain functions over its rows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt

from timeline_studio.ui.language import tr

Row = TypeVar("Row")

SECOND_LINE = Qt.ItemDataRole.UserRole + 1
PICTURE = Qt.ItemDataRole.UserRole + 2
KIND = Qt.ItemDataRole.UserRole + 3
STATE = Qt.ItemDataRole.UserRole + 4
SORT = Qt.ItemDataRole.UserRole + 5
ROW = Qt.ItemDataRole.UserRole + 6
BUTTON = Qt.ItemDataRole.UserRole + 7
PERCENT = Qt.ItemDataRole.UserRole + 8


@dataclass(frozen=True)
class State:
    """A chip: an icon, a colour and a word, never one alone. `reason` explains a failure."""

    icon: str
    color: str
    english: str
    percent: int | None = None
    reason: str = ""

    @property
    def word(self) -> str:
        """In the user's language."""
        return tr(self.english)


QUEUED = State("queued", "t2", "Queued")
PAUSED = State("pause", "t2", "Paused")
DONE = State("done", "ok", "Ready")


@dataclass(frozen=True)
class Column(Generic[Row]):
    """`text` is what the cell says; `sort` orders rows where the words would not.

    `width` is the least width; the `is_main` column takes what is left, and shows the picture
    and a second line. `state` draws a chip, `button` a button.
    """

    title: str
    text: Callable[[Row], str]
    width: int
    sort: Callable[[Row], Any] | None = None
    second_line: Callable[[Row], str] | None = None
    state: Callable[[Row], State] | None = None
    button: Callable[[Row], str] | None = None
    is_main: bool = False
    is_number: bool = False
    yields: int = 0
    """Columns with a higher number hide first where the table is narrow; 0 never."""


def nothing(_row: object) -> str:
    return ""
