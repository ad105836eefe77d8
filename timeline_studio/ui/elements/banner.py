"""Standing trouble: a line at the top of its panel, with what to do about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from timeline_studio.ui.elements.elided_label import ElidedLabel
from timeline_studio.ui.elements.symbol import Symbol
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import BANNER_HEIGHT, GAP, GAP_WIDE

Choice = tuple[str, Callable[[], None]]


class Banner(QFrame):
    """Hidden until it has something to say; it stays until it is taken back."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "banner")
        self.setFixedHeight(BANNER_HEIGHT)
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(GAP_WIDE, 0, GAP, 0)
        layout.setSpacing(GAP)
        self._symbol = Symbol(theme)
        self.text = ElidedLabel()
        layout.addWidget(self._symbol)
        layout.addWidget(self.text, 1)
        self.buttons: list[QPushButton] = []
        self.hide()

    def say(self, text: str, choices: Sequence[Choice] = (), *, is_error: bool = False) -> None:
        """Show `text` and one button a choice; what was said before is replaced."""
        self.setProperty("tone", "err" if is_error else "warn")
        self.style().polish(self)
        color = "err" if is_error else "warn"
        self._symbol.show_icon("warning", color)
        said = tr(text)
        self.text.setText(said)
        self.text.setToolTip(said)
        for button in self.buttons:
            button.deleteLater()
        self.buttons = [self._button(*choice) for choice in choices]
        self.show()

    def take_back(self) -> None:
        self.hide()

    def _button(self, text: str, call: Callable[[], None]) -> QPushButton:
        button = QPushButton(tr(text))
        button.setProperty("look", "link")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: call())  # noqa: PLW0108 - drops `checked`
        self._row.addWidget(button)
        return button
