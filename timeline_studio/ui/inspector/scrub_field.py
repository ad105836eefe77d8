"""A number field that can be dragged: to the right is more."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent

from timeline_studio.ui.inspector.form_section import NumberField

_DRAG_FROM = 4  # pixels: less is a click


class ScrubField(NumberField):
    """`scrubbed` carries each number on the way, and whether it is the first of its drag.

    The wheel changes it only while it has the focus, so that it does not when it passes by.
    """

    scrubbed = Signal(float, bool)

    def __init__(
        self, name: str, low: float, high: float, suffix: str, tip: str = "", *, step: float = 1.0
    ) -> None:
        super().__init__(name, low, high, suffix, tip)
        self.setSingleStep(step)
        self._from: tuple[float, float] | None = None
        self._is_scrubbing = False
        self.lineEdit().setCursor(Qt.CursorShape.SizeHorCursor)
        self.lineEdit().installEventFilter(self)

    def show_number(self, number: float) -> None:
        """Whoever is typing goes on undisturbed."""
        if not self.lineEdit().isModified() or not self.hasFocus():
            super().show_number(number)

    def _on_finished(self) -> None:
        self.lineEdit().setModified(False)
        super()._on_finished()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Of the line edit; asks nothing of itself but for the mouse: it may be going."""
        return isinstance(event, QMouseEvent) and self.isEnabled() and self._take(event)

    def _take(self, event: QMouseEvent) -> bool:
        """Whether the mouse is scrubbing: a click still puts the cursor into the number."""
        x = event.position().x()
        if event.type() == QEvent.Type.MouseButtonPress:
            self._from = (x, self.value())
        elif event.type() == QEvent.Type.MouseMove and self._from is not None:
            self._scrub(x)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            was_scrubbing, self._is_scrubbing, self._from = self._is_scrubbing, False, None
            if was_scrubbing:
                self.lineEdit().deselect()
                self.clearFocus()
            return was_scrubbing
        return self._is_scrubbing

    def _scrub(self, x: float) -> None:
        assert self._from is not None  # noqa: S101 - asked before
        begun, number = self._from
        is_first = not self._is_scrubbing
        if is_first and abs(x - begun) < _DRAG_FROM:
            return
        self._is_scrubbing = True
        wanted = number + round(x - begun) * self.singleStep()
        self.lineEdit().setModified(False)
        super().show_number(min(max(wanted, self.minimum()), self.maximum()))
        self.scrubbed.emit(self.value(), is_first)
