"""QActions that tell their key: made in one way, told anew when the key changes."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from timeline_studio.ui.language import tr

_TIP = "tip"


def made_action(
    parent: QObject,
    name: str,
    text: str,
    keys: str = "",
    *,
    tip: str = "",
    is_everywhere: bool = True,
) -> QAction:
    """`keys` are parted by "; ". `is_everywhere`: they work in the whole window, not only in the
    panel that the action is added to."""
    action = QAction(tr(text), parent)
    action.setObjectName(name)
    action.setProperty(_TIP, tr(tip))
    where = Qt.ShortcutContext
    action.setShortcutContext(
        where.WindowShortcut if is_everywhere else where.WidgetWithChildrenShortcut
    )
    set_keys(action, [key for key in keys.split("; ") if key])
    return action


def set_keys(action: QAction, keys: Sequence[str]) -> None:
    """Portable names of keys, as in "Ctrl+Shift+B"; the tip tells the first."""
    action.setShortcuts([QKeySequence(key) for key in keys])
    _tell_key(action)


def keys_of(action: QAction) -> tuple[str, ...]:
    """Their portable names."""
    return tuple(key.toString() for key in action.shortcuts())


def set_text(action: QAction, text: str) -> None:
    """Another text, as in "Undo Split"; the tip follows where it has no words of its own."""
    said = tr(text)
    if action.text() != said:
        action.setText(said)
        _tell_key(action)


def with_key(words: str, action: QAction) -> str:
    """`words`, and the action's key as this system writes it, where there is one."""
    key = key_text(action)
    return f"{words} ({key})" if key else words


def key_text(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _tell_key(action: QAction) -> None:
    action.setToolTip(with_key(action.property(_TIP) or action.text().rstrip("…"), action))


class KeyTip(QObject):
    """The tip of a widget that does what an action does: its own words, the action's key."""

    def __init__(self, widget: QWidget, action: QAction, words: str) -> None:
        super().__init__(widget)
        self._widget = widget
        self._action = action
        self._words = tr(words)
        action.changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        self._widget.setToolTip(with_key(self._words, self._action))
