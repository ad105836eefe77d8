"""Space and Return press the button that has the focus, before they mean anything else."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_SPACE = Qt.Key.Key_Space
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def keeps_for_button(window: QWidget, event: QEvent) -> bool:
    """Whether this ShortcutOverride is a key of the focused button, and no command's."""
    is_override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
    return is_override and _is_press(event) and _button(window) is not None


def press_by_return(window: QWidget, event: QKeyEvent) -> bool:
    """Qt's buttons know Space alone. False where no button has the focus."""
    button = _button(window)
    if button is None or event.key() not in _RETURN:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


def _is_press(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() in (_SPACE, *_RETURN)


def _button(window: QWidget) -> QAbstractButton | None:
    focus = window.focusWidget()
    return focus if isinstance(focus, QAbstractButton) else None
