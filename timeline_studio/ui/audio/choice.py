"""A list to choose from that gives way to a narrow panel."""

from PySide6.QtWidgets import QComboBox, QSizePolicy

from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import INSPECTOR_CONTROL_HEIGHT

_LEAST_LETTERS = 6


def choice(name: str, words: str, tip: str) -> QComboBox:
    """`words` are for screen readers."""
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(tr(words))
    made.setToolTip(tr(tip))
    made.setProperty("compact", "true")
    made.setFixedHeight(INSPECTOR_CONTROL_HEIGHT)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(_LEAST_LETTERS)
    return made
