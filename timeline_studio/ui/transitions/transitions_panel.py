"""The Transitions tab of the bin."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QListView, QMenu, QVBoxLayout, QWidget

from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.elements.controls import label
from timeline_studio.ui.elements.offered_list import OfferedList
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT, GAP_WIDE
from timeline_studio.ui.transitions.transition_delegate import (
    GUTTER,
    NAME_HEIGHT,
    TransitionDelegate,
)
from timeline_studio.ui.transitions.transitions_model import IS_DEFAULT, LOOK, TransitionsModel

_CARD_WIDTH = 100
_SCROLLBAR, _SLACK = 12, 2


class TransitionsPanel(QWidget):
    """`chosen` carries the TransitionLook that was double-clicked, or entered."""

    chosen = Signal(object)

    def __init__(self, mode: EditingMode, theme: Theme) -> None:
        super().__init__()
        self._mode = mode
        self.view = TransitionsView(TransitionsModel(mode), theme)
        self.view.activated.connect(lambda index: self.chosen.emit(index.data(LOOK)))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        how = label("Drag one over a cut, or double-click it.", "secondary")
        how.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_WIDE, GAP_TIGHT, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(how)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _show_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        if not index.isValid():
            return
        look = index.data(LOOK)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Add to Cut"), lambda: self.chosen.emit(look))
        make = QAction("Make Default", menu)
        make.setEnabled(not index.data(IS_DEFAULT))
        make.triggered.connect(lambda: self._mode.set_transition(look))
        menu.addAction(make)
        menu.popup(self.view.viewport().mapToGlobal(at))


class TransitionsView(OfferedList):
    """As many columns as fit, filling the width."""

    def __init__(self, model: TransitionsModel, theme: Theme) -> None:
        self._cards = TransitionDelegate(theme)
        super().__init__(model, self._cards, "transitions", tr("Transitions"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        # The mode of icons sets these two anew.
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self.width() - _SCROLLBAR - _SLACK
        columns = max(1, room // _CARD_WIDTH)
        width = room // columns
        height = (width - GUTTER) * 9 // 16 + NAME_HEIGHT + GUTTER + 2
        self._cards.card = QSize(width, height)
        self.setGridSize(self._cards.card)
        super().resizeEvent(event)
