"""Keys by their portable names, as in "Ctrl+Shift+B": in files, in preferences, as pressed."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_NO_KEYS = frozenset(
    {
        "", "Shift", "Control", "Ctrl", "Alt", "AltGr", "Meta", "Super_L", "Super_R", "CapsLock",
        "NumLock", "ScrollLock", "Esc", "Tab", "Backtab",
    }
)  # fmt: skip
"""Modifiers alone, and what every window needs for itself."""


def key_name(text: str) -> str | None:
    """The name in its usual form; None for what is no single key that a command can have."""
    sequence = QKeySequence(text, QKeySequence.SequenceFormat.PortableText)
    name = sequence.toString()
    last = "+" if name.endswith("+") else name.rpartition("+")[2]
    return name if sequence.count() == 1 and last not in _NO_KEYS else None


def pressed_name(event: QKeyEvent) -> str | None:
    """The same of a key that was pressed, on the number pad too. Shift is no part of a sign that
    is typed with it: "?" is one key, wherever a keyboard has it."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    typed = event.text()
    if typed and typed.isprintable() and not typed.isalnum() and not typed.isspace():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return key_name(QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString())


def native_name(key: str) -> str:
    """As this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
