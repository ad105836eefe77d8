"""What an empty panel says: an icon, a sentence, a button, a link."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from timeline_studio.ui.elements.symbol import Symbol
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_GROUP, GAP_WIDE

_SYMBOL = 48


class EmptyState(QWidget):
    """`pressed` is the button, `link_pressed` the quieter second way."""

    pressed = Signal()
    link_pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        symbol: str,
        sentence: str,
        button: str = "",
        link: str = "",
        *,
        is_small: bool = False,
    ) -> None:
        """`is_small` suits a narrow panel."""
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setSpacing(GAP_WIDE)
        layout.addStretch()
        picture = Symbol(theme, symbol, "t3", size=_SYMBOL)
        self.sentence = QLabel(tr(sentence))
        self.sentence.setProperty("look", "empty")
        self.sentence.setProperty("small", "true" if is_small else "")
        self.sentence.setWordWrap(True)
        for label in (picture, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        self.button = self._add_button(layout, button, "")
        self.button.clicked.connect(self.pressed)
        self.link = self._add_button(layout, link, "link")
        self.link.clicked.connect(self.link_pressed)
        layout.addStretch()
        layout.setContentsMargins(GAP_GROUP, GAP, GAP_GROUP, GAP)

    def _add_button(self, layout: QVBoxLayout, text: str, look: str) -> QPushButton:
        button = QPushButton(tr(text))
        button.setProperty("look", look)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setVisible(bool(text))
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button
