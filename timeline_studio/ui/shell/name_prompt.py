"""Asks for a timeline's name in place, under the button that needs it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from timeline_studio.ui.elements.controls import button, label, name_field
from timeline_studio.ui.elements.popover import Popover
from timeline_studio.ui.theme.metrics import GAP

_WIDTH = 320


class NamePrompt(Popover):
    """`named` carries a name that is not empty; Esc asks for nothing."""

    named = Signal(str)

    def __init__(
        self, anchor: QWidget, verb: str, question_text: str = "Name this timeline"
    ) -> None:
        super().__init__(anchor, width=_WIDTH)
        self.setObjectName("name-prompt")
        question = label(question_text, "section")
        self.field = name_field("Name", "timeline-name")
        self.button = button(verb, "name-accept", look="primary")
        self.button.setEnabled(False)
        self.field.textChanged.connect(lambda text: self.button.setEnabled(bool(text.strip())))
        self.field.returnPressed.connect(self._accept)
        self.button.clicked.connect(self._accept)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.closed.connect(self.deleteLater)
        self.body.addWidget(question)
        self.body.addLayout(row)

    def open(self) -> None:
        super().open()
        self.field.setFocus()

    def _accept(self) -> None:
        name = self.field.text().strip()
        if name:
            self.dismiss()
            self.named.emit(name)
