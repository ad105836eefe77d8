"""A row of text tabs with a line under the chosen one; what does not fit goes under »."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from timeline_studio.ui.elements.controls import button
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import GAP_PART, GAP_WIDE, TAB_HEIGHT


class TabRow(QWidget):
    """Emits `chosen` with the tab's index."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str], *, margin: int = GAP_WIDE) -> None:
        super().__init__()
        self.setFixedHeight(TAB_HEIGHT)
        self._group = QButtonGroup(self)
        self._more = QToolButton()
        self._more.setText("»")
        self._more.setToolTip(tr("More tabs"))
        self._more.hide()
        self._more.clicked.connect(self._show_menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(margin, 0, 4, 0)
        layout.setSpacing(GAP_PART)
        self.buttons = [self._tab(index, title) for index, title in enumerate(titles)]
        for tab in self.buttons:
            layout.addWidget(tab)
        layout.addStretch()
        layout.addWidget(self._more)
        self.buttons[0].setChecked(True)
        self._group.idClicked.connect(self.chosen)
        self._group.idToggled.connect(lambda *_: self._fit())

    def choose(self, index: int) -> None:
        self.buttons[index].click()

    @property
    def titles(self) -> list[str]:
        return [tab.text() for tab in self.buttons]

    @property
    def index(self) -> int:
        return self._group.checkedId()

    def sizeHint(self) -> QSize:
        tabs = sum(tab.sizeHint().width() + GAP_PART for tab in self.buttons)
        return QSize(tabs + 32 + self._more.sizeHint().width(), TAB_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.buttons[0].sizeHint().width() + 48, TAB_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _tab(self, index: int, title: str) -> QPushButton:
        tab = button(title, f"tab-{title}", look="tab")
        tab.setCheckable(True)
        tab.setFixedHeight(TAB_HEIGHT)
        tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._group.addButton(tab, index)
        return tab

    def _fit(self) -> None:
        """The chosen tab is always in sight."""
        room = self.width() - 24 - self._more.sizeHint().width()
        chosen = self.buttons[max(self.index, 0)]
        used = chosen.sizeHint().width() + GAP_PART
        hidden = False
        for tab in self.buttons:
            if tab is not chosen:
                used += tab.sizeHint().width() + GAP_PART
            tab.setVisible(tab is chosen or used <= room + GAP_PART)
            hidden = hidden or tab.isHidden()
        self._more.setVisible(hidden)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        for tab in self.buttons:
            if tab.isHidden():
                menu.addAction(tab.text(), tab.click)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
