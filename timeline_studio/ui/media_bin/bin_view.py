"""The grid of cards: as many columns as fit, filling the width."""

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView

from timeline_studio.library import Upload
from timeline_studio.ui.media_bin.bin_delegate import GUTTER, NAME_HEIGHT, BinDelegate
from timeline_studio.ui.media_bin.bin_model import UPLOAD, BinModel
from timeline_studio.ui.theme import Theme

_CARD_WIDTH = 112
_SCROLLBAR = 12
_SLACK = 2  # a row that fills the width to the last pixel wraps


class BinView(QListView):
    def __init__(self, theme: Theme, model: BinModel) -> None:
        super().__init__()
        self.setObjectName("bin")
        self._delegate = BinDelegate(theme)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Media")

    def chosen(self) -> list[Upload]:
        """The selected uploads, in the order they are shown."""
        indexes = sorted(self.selectedIndexes(), key=QModelIndex.row)
        return [index.data(UPLOAD) for index in indexes]

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self.width() - _SCROLLBAR - _SLACK
        columns = max(1, room // _CARD_WIDTH)
        width = room // columns
        height = (width - GUTTER) * 9 // 16 + NAME_HEIGHT + GUTTER + 2
        self._delegate.card = QSize(width, height)
        self.setGridSize(self._delegate.card)
        super().resizeEvent(event)
