"""Chips over a list: one of them says which rows are shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from timeline_studio.ui.elements.controls import button
from timeline_studio.ui.theme.metrics import GAP


@dataclass(frozen=True)
class Chip:
    """`values` are what the rows' column may be; none for all rows."""

    text: str
    values: tuple[str, ...] = ()


class FilterChips(QWidget):
    """The first chip is chosen at the start. Emits `chosen` with the values of another."""

    chosen = Signal(object)  # tuple[str, ...]

    def __init__(self, chips: Sequence[Chip]) -> None:
        super().__init__()
        self._chips = list(chips)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for number, chip in enumerate(self._chips):
            made = button(chip.text, f"chip-{chip.text.lower()}", look="chip")
            made.setCheckable(True)
            made.setChecked(number == 0)
            self._group.addButton(made, number)
            layout.addWidget(made)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._chips[number].values))

    def reset(self) -> None:
        """Back to the first chip, without a signal."""
        self._group.button(0).setChecked(True)
