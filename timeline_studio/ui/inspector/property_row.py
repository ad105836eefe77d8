"""One property's field, with the buttons of its keyframes and the one that resets it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from timeline_studio.timeline.effects.animation import Animated, key_at, keys_of, value_at
from timeline_studio.ui.inspector.scrub_field import ScrubField
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import INSPECTOR_CONTROL_HEIGHT

_WIDTHS = {"‹": 14, "›": 14, "◆": 20, "↺": 20}
_MIXED = "~ "
_LEAST_WIDTH = 52


class PropertyRow(QWidget):
    """Values are those of the field: what it shows is a factor times the model's."""

    keyed = Signal()
    stepped = Signal(int)  # -1 to the keyframe before, 1 to the next
    reset = Signal()

    def __init__(self, word: str, field: ScrubField) -> None:
        super().__init__()
        self.field = field
        word = tr(word)
        self.previous = _button("‹", tr("{word}: to the keyframe before", word=word))
        self.key = _button("◆", tr("{word}: add or remove a keyframe at the playhead", word=word))
        self.next = _button("›", tr("{word}: to the next keyframe", word=word))
        self.undo = _button("↺", tr("{word}: reset", word=word))
        self.key.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        field.setMinimumWidth(_LEAST_WIDTH)
        row.addWidget(field, 1)
        for button in (self.previous, self.key, self.next, self.undo):
            row.addWidget(button)
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.key.clicked.connect(self.keyed)
        self.undo.clicked.connect(self.reset)

    def show_values(
        self, values: Sequence[tuple[Animated, int]], default: float, factor: float
    ) -> None:
        """Of the selected items: each value, and the playhead in the item's own time. Of several,
        the first is shown, with a mark where they differ."""
        numbers = [value_at(animated, time) for animated, time in values]
        self.field.setPrefix(_MIXED if len(set(numbers)) > 1 else "")
        self.field.show_number(numbers[0] * factor)
        (first, time), keys = values[0], keys_of(values[0][0])
        self.key.setChecked(key_at(first, time) is not None)
        self.key.setText("◆" if keys else "◇")
        self.previous.setEnabled(any(key.time < time for key in keys))
        self.next.setEnabled(any(key.time > time for key in keys))
        self.undo.setEnabled(any(animated != default for animated, _ in values))


def _button(sign: str, tip: str) -> QToolButton:
    made = QToolButton()
    made.setText(sign)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setAutoRaise(True)
    made.setProperty("look", "key")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setFixedSize(_WIDTHS[sign], INSPECTOR_CONTROL_HEIGHT)
    return made
