"""By how much all captions of a track move."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from timeline_studio.ui.captions.cue_times import typed_shift
from timeline_studio.ui.elements.controls import button, label
from timeline_studio.ui.elements.popover import Popover
from timeline_studio.ui.language import tr


class ShiftPopover(Popover):
    """Asks until it understands what is typed."""

    shifted = Signal(object)  # flicks

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor, width=240)
        self.field = QLineEdit("+0.000")
        self.field.setObjectName("caption-shift")
        self.field.setAccessibleName(tr("Shift all captions by"))
        self.field.selectAll()
        self.problem = label("", "error")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.accept = button("Shift", "caption-shift-accept", look="primary")
        self.body.addWidget(label("Shift all captions by seconds"))
        self.body.addWidget(self.field)
        self.body.addWidget(self.problem)
        self.body.addWidget(self.accept)
        self.field.returnPressed.connect(self._on_accepted)
        self.accept.clicked.connect(self._on_accepted)
        self.closed.connect(self.deleteLater)

    def _on_accepted(self) -> None:
        by = typed_shift(self.field.text())
        if by is None:
            self.problem.setText(tr("Write seconds, like -0.5 or +1:02.345"))
            self.problem.show()
            self.place()
            return
        self.dismiss()
        self.shifted.emit(by)
