"""The grid of cards, as many columns as fit, or the list; the pointer scrubs through a picture."""

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView

from timeline_studio.library import Upload
from timeline_studio.ui.language import tr
from timeline_studio.ui.media_bin.bin_delegate import GUTTER, LINE_HEIGHT, NAME_HEIGHT, BinDelegate
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
        self._model = model
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
        self.setAccessibleName(tr("Media"))

    def chosen(self) -> list[Upload]:
        """The selected uploads, in the order they are shown."""
        indexes = sorted(self.selectedIndexes(), key=QModelIndex.row)
        return [index.data(UPLOAD) for index in indexes]

    @property
    def is_list(self) -> bool:
        return self._delegate.is_list

    def show_as_list(self, is_list: bool) -> None:
        self._delegate.is_list = is_list
        self._fit()
        self.scheduleDelayedItemsLayout()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.buttons():
            self._model.scrub.move(None)
            return
        area = self._delegate.picture_area(self.visualRect(index))
        share = (event.position().x() - area.x()) / max(1, area.width())
        is_over = area.contains(event.position().toPoint())
        self._model.scrub.move(index.data(UPLOAD) if is_over else None, share)

    def leaveEvent(self, event: QEvent) -> None:
        self._model.scrub.move(None)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        room = self.width() - _SCROLLBAR - _SLACK
        if self.is_list:
            self._delegate.card = QSize(room, LINE_HEIGHT)
            self.setGridSize(self._delegate.card)
            return
        columns = max(1, room // _CARD_WIDTH)
        width = room // columns
        height = (width - GUTTER) * 9 // 16 + NAME_HEIGHT + GUTTER + 2
        self._delegate.card = QSize(width, height)
        self.setGridSize(self._delegate.card)
