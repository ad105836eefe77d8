"""A headed part of the inspector, and the number field that it uses."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from timeline_studio.timeline.model import Item
from timeline_studio.ui.elements.controls import label
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import (
    CONTROL_HEIGHT,
    GAP,
    GAP_TIGHT,
    GAP_WIDE,
    INSPECTOR_CONTROL_HEIGHT,
)

Change = Callable[[Item], Item]

_LABEL_WIDTH = 76


class FormSection(QWidget):
    """`edited` carries what to call the edit, and how the item changes."""

    edited = Signal(str, object)  # undo text, Change

    def __init__(self, title: str) -> None:
        super().__init__()
        head = QFrame()
        head.setProperty("look", "section")
        head.setFixedHeight(CONTROL_HEIGHT)
        self.head = QHBoxLayout(head)
        self.head.setContentsMargins(GAP_WIDE, 0, GAP_WIDE, 0)
        self.head.addWidget(label(title, "section"))
        self._form = QFormLayout()
        self._form.setContentsMargins(GAP_WIDE + GAP, 0, GAP_WIDE, GAP_TIGHT)
        self._form.setHorizontalSpacing(GAP)
        self._form.setVerticalSpacing(GAP_TIGHT)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(head)
        column.addLayout(self._form)

    def add(self, word: str, field: QWidget) -> None:
        heading = label(word, "field")
        heading.setFixedWidth(_LABEL_WIDTH)
        heading.setMinimumHeight(INSPECTOR_CONTROL_HEIGHT)
        heading.setBuddy(field)
        self._form.addRow(heading, field)

    def show_row(self, field: QWidget, *, is_shown: bool) -> None:
        self._form.setRowVisible(field, is_shown)

    def show_rows(self, *, are_shown: bool) -> None:
        for row in range(self._form.rowCount()):
            self._form.setRowVisible(row, are_shown)

    def add_wide(self, field: QWidget) -> None:
        """A field as wide as the section, without a word beside it."""
        self._form.addRow(field)

    def edit(self, undo_text: str, **changes: object) -> None:
        """Ask for the item with these properties instead."""
        self.edited.emit(undo_text, lambda item: msgspec.structs.replace(item, **changes))


class NumberField(QDoubleSpinBox):
    """`entered` carries a number that the user typed; leaving the field alone says nothing,
    even where the number that is shown was rounded."""

    entered = Signal(float)

    def __init__(self, name: str, low: float, high: float, suffix: str, tip: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setToolTip(tr(tip))
        self.setRange(low, high)
        self.setSuffix(suffix)
        self.setDecimals(1)
        self.setKeyboardTracking(False)
        self.setProperty("compact", "true")
        self.setFixedHeight(INSPECTOR_CONTROL_HEIGHT)
        self.lineEdit().setTextMargins(GAP - 2, 0, GAP - 2, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shown = 0.0
        self.editingFinished.connect(self._on_finished)

    def show_number(self, number: float) -> None:
        self.setValue(number)
        self._shown = self.value()

    def _on_finished(self) -> None:
        if self.value() != self._shown:
            self._shown = self.value()
            self.entered.emit(self.value())
