"""The fields of an account's form, each holding one value of the account."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox

from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import GAP


class TextField(QLineEdit):
    """Empty is None."""

    edited = Signal()

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setPlaceholderText(tr(hint))
        self.textEdited.connect(self.edited)

    def answer(self) -> Any:
        return self.text().strip() or None

    def show_answer(self, value: Any) -> None:
        self.setText(value or "")
        self.setCursorPosition(0)


class SecretField(TextField):
    """Nothing of what is typed is shown, and what is kept never comes back into it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)


class TagsField(TextField):
    """`name=value, name=value`."""

    def answer(self) -> dict[str, str]:
        parts = (part.partition("=") for part in self.text().split(",") if part.strip())
        return {name.strip(): value.strip() for name, _, value in parts}

    def show_answer(self, value: Mapping[str, str]) -> None:
        super().show_answer(", ".join(f"{name}={text}" for name, text in value.items()))


class ChoiceField(QComboBox):
    """`choices` are (value, words)."""

    edited = Signal()

    def __init__(self, name: str, choices: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        self.setObjectName(name)
        for value, words in choices:
            self.addItem(tr(words), value)
        self.currentIndexChanged.connect(self.edited)

    def answer(self) -> Any:
        return self.currentData()

    def show_answer(self, value: Any) -> None:
        self.setCurrentIndex(max(0, self.findData(value)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The form around it scrolls."""
        event.ignore()


class NumberField(QSpinBox):
    """In units of `unit`; with words for zero, zero is None."""

    edited = Signal()

    def __init__(
        self, name: str, low: int, high: int, *, unit: int = 1, suffix: str = "", zero: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setRange(low, high)
        self.setSuffix(tr(suffix))
        self.setSpecialValueText(tr(zero))
        self.lineEdit().setTextMargins(GAP, 0, GAP, 0)
        self._unit = unit
        self._has_none = bool(zero)
        self.valueChanged.connect(self.edited)

    def answer(self) -> int | None:
        number = self.value()
        return None if self._has_none and number == 0 else number * self._unit

    def show_answer(self, value: int | None) -> None:
        self.setValue((value or 0) // self._unit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The form around it scrolls."""
        event.ignore()


AnyField = TextField | ChoiceField | NumberField
