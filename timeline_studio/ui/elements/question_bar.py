"""A question in place, with what happens if the answer is yes."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from timeline_studio.ui.elements.controls import button, label
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import GAP, GAP_WIDE


class QuestionBar(QFrame):
    """Hidden until `ask`."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "toast")
        self._then: Callable[[], None] = lambda: None
        self._words = label()
        self._words.setWordWrap(True)
        self.yes = button("", "question-yes")
        self.no = button("Cancel", "question-no")
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch()
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_WIDE, GAP, GAP_WIDE, GAP)
        column.addWidget(self._words)
        column.addLayout(row)
        self.hide()

    def ask(self, question: str, verb: str, then: Callable[[], None]) -> None:
        self._words.setText(tr(question))
        self.yes.setText(tr(verb))
        self._then = then
        self.show()
        self.no.setFocus()

    def _on_yes(self) -> None:
        self.hide()
        self._then()
