"""Buttons, fields and labels, dressed in one line each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton

from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme, icon

LONGEST_NAME = 255


def button(text: str, name: str = "", *, tip: str = "", look: str = "") -> QPushButton:
    """The mouse leaves the focus where it is, so that Space plays on after a press."""
    made = QPushButton(tr(text))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setObjectName(name)
    made.setToolTip(tr(tip))
    made.setProperty("look", look)
    return made


def tool_button(theme: Theme, symbol: str, tip: str) -> QToolButton:
    made = QToolButton()
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setIcon(icon(theme, symbol, "t2"))
    made.setToolTip(tr(tip))
    made.setAccessibleName(tr(tip))
    return made


def name_field(hint: str, name: str) -> QLineEdit:
    """A field for the name of something in the library."""
    made = QLineEdit()
    made.setPlaceholderText(tr(hint))
    made.setObjectName(name)
    made.setMaxLength(LONGEST_NAME)
    return made


def label(text: str = "", look: str = "") -> QLabel:
    made = QLabel(tr(text))
    made.setProperty("look", look)
    return made
