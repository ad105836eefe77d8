"""What was tried of an account: a line each, with what is missing and what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from timeline_studio.ui.elements.controls import label
from timeline_studio.ui.elements.elided_label import ElidedLabel
from timeline_studio.ui.elements.symbol import Symbol
from timeline_studio.ui.elements.wrapped_text import WrappedText
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT
from timeline_studio.workflows.connection import Trial

_LOOKS = {
    True: ("done", "ok", "Works"),
    False: ("failed", "err", "Failed"),
    None: ("queued", "t3", "Not tried"),
}


class TrialsView(QWidget):
    """Icon and words, never colour alone; the reasons can be copied."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP_TIGHT)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[Symbol, QLabel, QLabel, WrappedText]] = []

    def plan(self, names: Sequence[str]) -> None:
        """Everything that will be tried, before anything is."""
        self.clear()
        for number, name in enumerate(names):
            line = (
                Symbol(self._theme),
                ElidedLabel(name),
                label("", "secondary"),
                WrappedText(name, ""),
            )
            symbol, what, word, reason = line
            self._grid.addWidget(symbol, 2 * number, 0)
            self._grid.addWidget(what, 2 * number, 1)
            self._grid.addWidget(word, 2 * number, 2, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(reason, 2 * number + 1, 1, 1, 2)
            reason.hide()
            self._lines.append(line)
            symbol.show_icon(*_LOOKS[None][:2])

    def show_trial(self, number: int, trial: Trial) -> None:
        symbol, _what, word, reason = self._lines[number]
        name, colour, text = _LOOKS[trial.is_ok]
        symbol.show_icon(name, colour)
        word.setText(text)
        reason.setPlainText(trial.detail)
        reason.setVisible(bool(trial.detail) and trial.is_ok is not None)

    def clear(self) -> None:
        for line in self._lines:
            for widget in line:
                self._grid.removeWidget(widget)
                widget.deleteLater()
        self._lines.clear()

    def texts(self) -> list[tuple[str, str, str]]:
        """(what, word, reason) of each line, as it is read."""
        return [
            (what.text(), word.text(), reason.toPlainText())
            for _, what, word, reason in self._lines
        ]
