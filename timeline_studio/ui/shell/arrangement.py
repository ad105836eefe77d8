"""How panels are laid out in one workspace: what is shown, and how large."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QByteArray

from timeline_studio.ui.theme.metrics import SPLITTER_WIDTH, WIDE_WINDOW

MEDIA, MONITOR, INSPECTOR, TIMELINE = range(4)
"""The panels, in the order in which F6 visits them."""

Sizes: TypeAlias = tuple[list[int], list[int]]
"""The widths of bin, monitor and inspector; the heights of them all and of the timeline."""

_WIDE = (400, 400)
_NARROW = (256, 300)
_UPPER_WIDE, _UPPER_NARROW = 560, 366
_REVIEW_TIMELINE = 160


def _edit_sizes(width: int, height: int) -> Sizes:
    is_wide = width >= WIDE_WINDOW
    left, right = _WIDE if is_wide else _NARROW
    upper = _UPPER_WIDE if is_wide else _UPPER_NARROW
    upper = min(upper, max(240, round(height * 0.55)))
    return (
        [left, width - left - right - 2 * SPLITTER_WIDTH, right],
        [upper, height - upper - SPLITTER_WIDTH],
    )


def _review_sizes(width: int, height: int) -> Sizes:
    _, right = _WIDE if width >= WIDE_WINDOW else _NARROW
    return (
        [0, width - right - SPLITTER_WIDTH, right],
        [height - _REVIEW_TIMELINE - SPLITTER_WIDTH, _REVIEW_TIMELINE],
    )


@dataclass
class Arrangement:
    """`sizes` gives the panels' for a width and height, until the user moves a splitter: then
    `columns` and `rows` hold the splitters' states."""

    sizes: Callable[[int, int], Sizes]
    hidden_at_first: frozenset[int] = frozenset()
    hidden: set[int] = field(default_factory=set)
    columns: QByteArray | None = None
    rows: QByteArray | None = None

    def __post_init__(self) -> None:
        self.hidden |= self.hidden_at_first

    @property
    def follows_window(self) -> bool:
        return self.columns is None or self.rows is None

    def reset(self) -> None:
        self.columns = self.rows = None
        self.hidden = set(self.hidden_at_first)

    def kept(self) -> dict[str, Any]:
        """For the preferences."""
        found: dict[str, Any] = {"hidden": sorted(self.hidden)}
        if self.columns is not None and self.rows is not None:
            found["splitters"] = [_text(self.columns), _text(self.rows)]
        return found

    def restore(self, kept: object) -> None:
        """What is not as `kept` makes it is left out."""
        if not isinstance(kept, Mapping):
            return
        hidden = kept.get("hidden")
        if isinstance(hidden, list):
            self.hidden = {n for n in hidden if n in (MEDIA, INSPECTOR, TIMELINE)}
        splitters = kept.get("splitters")
        if isinstance(splitters, list) and len(splitters) == 2:
            self.columns, self.rows = (_bytes(str(state)) for state in splitters)


def arrangements() -> dict[str, Arrangement]:
    """Those that the program comes with, by the names of their workspaces."""
    return {
        EDIT: Arrangement(_edit_sizes),
        REVIEW: Arrangement(_review_sizes, frozenset({MEDIA})),
    }


EDIT: Final = "Edit"
REVIEW: Final = "Review"


def _text(data: QByteArray) -> str:
    return data.toBase64().toStdString()


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(text.encode()))
