"""Fields that hand in their words when the focus goes."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QWidget

from timeline_studio.ui.language import tr


class LeavingText(QPlainTextEdit):
    """Says `left` then, so that a text is one undo step, not one a letter."""

    left = Signal()

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setPlaceholderText(tr(hint))
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def hand_in_words(window: QWidget) -> None:
    """Take the focus from the field that is being edited: a key or a closing window does not."""
    field = window.focusWidget()
    if isinstance(field, QLineEdit | QPlainTextEdit | QAbstractSpinBox):
        field.clearFocus()
