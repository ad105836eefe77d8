"""A field for a caption's words: Return keeps them, Shift+Return makes a line, Esc drops them."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from timeline_studio.ui.language import tr


class CaptionField(QPlainTextEdit):
    """Says once that it `ended`, with whether its words count."""

    ended = Signal(bool)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("caption-field")
        self.setAccessibleName(tr("Caption text"))
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self._is_open = True

    def event(self, event: QEvent) -> bool:
        """Its keys are its own, not the menus'."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.end(is_kept=False)
        elif is_return and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.end(is_kept=True)
        elif is_return:
            self.insertPlainText("\n")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.end(is_kept=True)

    def end(self, *, is_kept: bool) -> None:
        """Hand the words in, or drop them; only the first time counts."""
        if self._is_open:
            self._is_open = False
            self.ended.emit(is_kept)
