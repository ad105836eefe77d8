"""A button that takes the next key that is pressed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton

from timeline_studio.ui.commands.key_names import pressed_name
from timeline_studio.ui.language import tr

_ADD, _PRESS = "Add Key", "Press a key…"


class KeyRecorder(QPushButton):
    """Press it, then the key. Esc, Tab, or a press elsewhere takes none."""

    recorded = Signal(str)  # the key's portable name

    def __init__(self) -> None:
        super().__init__(tr(_ADD))
        self.setObjectName("record-key")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setToolTip(tr("Press this, then the key that the command shall have"))
        self.toggled.connect(self._show)

    @property
    def is_recording(self) -> bool:
        return self.isChecked()

    def event(self, event: QEvent) -> bool:
        """While it waits every key is its own, a command's or the dialog's too."""
        if self.is_recording and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.is_recording:
            super().keyPressEvent(event)
            return
        name = pressed_name(event)
        if name is not None:
            self.setChecked(False)
            self.recorded.emit(name)
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.setChecked(False)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space that was recorded must not press the button when it is let go."""
        if not self.is_recording and not self.isDown():
            event.accept()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.setChecked(False)
        super().focusOutEvent(event)

    def _show(self, is_recording: bool) -> None:
        self.setText(tr(_PRESS if is_recording else _ADD))
        if is_recording:
            self.setFocus()
