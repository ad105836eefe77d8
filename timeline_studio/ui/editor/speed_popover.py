"""Asks how fast the selected clips shall run."""

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QHBoxLayout, QWidget

from timeline_studio.timeline.edits.speeding import SPEED_RANGE
from timeline_studio.ui.editor.speed_commands import SpeedCommands
from timeline_studio.ui.elements.controls import button, label
from timeline_studio.ui.elements.popover import Popover
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import GAP

_WIDTH = 300


class SpeedPopover(Popover):
    """Return applies it, Esc leaves all as it is; what is refused keeps it open."""

    def __init__(self, anchor: QWidget, commands: SpeedCommands) -> None:
        super().__init__(anchor, width=_WIDTH)
        self.setObjectName("speed-popover")
        self._commands = commands
        self.percent = QDoubleSpinBox()
        self.percent.setObjectName("speed-percent")
        self.percent.setAccessibleName(tr("Speed"))
        low, high = SPEED_RANGE
        self.percent.setRange(float(100 * low), float(100 * high))
        self.percent.setDecimals(1)
        self.percent.setSuffix(" %")
        self.backwards = _check("Backwards", "speed-backwards")
        self.ripple = _check("Move what comes later along", "speed-ripple")
        self.ripple.setChecked(True)
        self.button = button("Change", "speed-accept", look="primary")
        self.button.clicked.connect(self._accept)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.percent, 1)
        row.addWidget(self.button)
        self.body.addWidget(label("Speed", "section"))
        self.body.addLayout(row)
        self.body.addWidget(self.backwards)
        self.body.addWidget(self.ripple)
        self.body.addWidget(label("The sound keeps its pitch", "secondary"))

    def ask(self) -> None:
        """Show the speed that the selected clips have now."""
        speed = self._commands.now or Fraction(1)
        self.percent.setValue(float(100 * abs(speed)))
        self.backwards.setChecked(speed < 0)
        self.open()
        self.percent.setFocus()
        self.percent.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        else:
            super().keyPressEvent(event)

    def _accept(self) -> None:
        self.percent.interpretText()
        speed = Fraction(round(10 * self.percent.value()), 1000)
        if self.backwards.isChecked():
            speed = -speed
        if self._commands.set_speed(speed, is_ripple=self.ripple.isChecked()):
            self.dismiss()


def _check(text: str, name: str) -> QCheckBox:
    made = QCheckBox(tr(text))
    made.setObjectName(name)
    return made
