"""A row of text tabs with a line under the chosen one; what does not fit goes under »."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from timeline_studio.ui.theme.metrics import GAP_PART, GAP_WIDE, TAB_HEIGHT


class TabRow(QWidget):
    """Emits `chosen` with the tab's index."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str], *, margin: int = GAP_WIDE) -> None:
        super().__init__()
        self.setFixedHeight(TAB_HEIGHT)
        self._group = QButtonGroup(self)
        self._more = QToolButton(text="»", toolTip="More tabs", visible=False)
        self._more.clicked.connect(self._show_menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(margin, 0, 4, 0)
        layout.setSpacing(GAP_PART)
        self.buttons = [self._tab(index, title) for index, title in enumerate(titles)]
        for button in self.buttons:
            layout.addWidget(button)
        layout.addStretch()
        layout.addWidget(self._more)
        self.buttons[0].setChecked(True)
        self._group.idClicked.connect(self.chosen)

    def choose(self, index: int) -> None:
        self.buttons[index].click()

    @property
    def index(self) -> int:
        return self._group.checkedId()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.buttons[0].sizeHint().width() + 48, TAB_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _tab(self, index: int, title: str) -> QPushButton:
        button = QPushButton(title, checkable=True, objectName=f"tab-{title}")
        button.setProperty("look", "tab")
        button.setFixedHeight(TAB_HEIGHT)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._group.addButton(button, index)
        return button

    def _fit(self) -> None:
        room = self.width() - 24 - self._more.sizeHint().width()
        used = 0
        hidden = False
        for button in self.buttons:
            used += button.sizeHint().width() + GAP_PART
            button.setVisible(used <= room + GAP_PART or button is self.buttons[0])
            hidden = hidden or button.isHidden()
        self._more.setVisible(hidden)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        for button in self.buttons:
            if button.isHidden():
                menu.addAction(button.text(), button.click)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
