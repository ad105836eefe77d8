"""Keys by their portable names, as in "Ctrl+Shift+B": in files, in preferences, as pressed."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

_KEY = Qt.Key
_ALONE_NOTHING = frozenset(
    {
        _KEY.Key_unknown, _KEY.Key_Shift, _KEY.Key_Control, _KEY.Key_Alt, _KEY.Key_AltGr,
        _KEY.Key_Meta, _KEY.Key_Super_L, _KEY.Key_Super_R, _KEY.Key_CapsLock, _KEY.Key_NumLock,
        _KEY.Key_ScrollLock, _KEY.Key_Escape, _KEY.Key_Tab, _KEY.Key_Backtab,
    }
)  # fmt: skip
"""Modifiers, and what every window needs for itself."""


def key_name(text: str) -> str | None:
    """The name in its usual form; None for what is no single key that a command can have."""
    sequence = QKeySequence(text, QKeySequence.SequenceFormat.PortableText)
    if sequence.count() != 1 or sequence[0].key() in _ALONE_NOTHING:
        return None
    return sequence.toString() or None


def pressed_name(pressed: QKeyCombination) -> str | None:
    """The same of a key that was pressed, on the number pad too."""
    key, modifiers = pressed.key(), pressed.keyboardModifiers()
    modifiers &= ~Qt.KeyboardModifier.KeypadModifier
    return key_name(QKeySequence(QKeyCombination(modifiers, key)).toString())


def native_name(key: str) -> str:
    """As this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
