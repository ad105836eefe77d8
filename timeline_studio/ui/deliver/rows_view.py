"""The table: sortable, several rows selectable, its columns fitted to its width."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from timeline_studio.ui.deliver.columns import BUTTON, ROW, SORT
from timeline_studio.ui.deliver.row_delegate import RowDelegate, button_area
from timeline_studio.ui.deliver.rows_model import RowsModel
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import ROW_HEIGHT

_MAIN_WIDTH = 260


class RowsView(QTableView):
    """A press on the row button, or Return, is `button_pressed`; the right button, or the
    menu key, is `menu_requested`."""

    button_pressed = Signal(object)  # the row
    menu_requested = Signal(object, QPoint)  # the row, where on the screen
    chosen = Signal(object)  # the current row, None where there is none
    selection_changed = Signal()
    delete_pressed = Signal()
    sorting_changed = Signal(bool)  # whether rows are sorted by a column

    def __init__(self, theme: Theme, model: RowsModel[Any]) -> None:
        super().__init__()
        self.setObjectName("rows")
        self._rows = model
        self.filter = RowsFilter(model)
        self._delegate = RowDelegate(theme)
        self.setModel(self.filter)
        self.setItemDelegate(self._delegate)
        self.setSortingEnabled(True)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorClearable(True)
        head.sortIndicatorChanged.connect(lambda column: self.sorting_changed.emit(column >= 0))
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())
        self.filter.modelAboutToBeReset.connect(self._remember)
        self.filter.modelReset.connect(self._restore)
        self._remembered: int | None = None

    def current_row(self) -> Any:
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def selected_rows(self) -> list[Any]:
        """From the top; the current row where nothing is selected."""
        numbers = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        rows = [self.filter.index(number, 0).data(ROW) for number in numbers]
        current = self.current_row()
        return rows or ([] if current is None else [current])

    def choose(self, identity: int) -> None:
        """Select the row with this identity, if it is shown."""
        number = self._rows.row_of(identity)
        if number is not None:
            index = self.filter.mapFromSource(self._rows.index(number, 0))
            if index.isValid():
                self.selectRow(index.row())
                self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self._button_at(event.position().toPoint())
        under = (index.row(), index.column()) if index.isValid() else None
        if under != self._delegate.button_under_mouse:
            self._delegate.button_under_mouse = under
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self._button_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.button_pressed.emit(index.data(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.button_pressed.emit(row)
        elif row is not None and event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: Any) -> None:
        row = self.current_row()
        if row is not None:
            self.menu_requested.emit(row, event.globalPos())

    def _button_at(self, spot: QPoint) -> QModelIndex:
        index = self.indexAt(spot)
        is_on_button = index.data(BUTTON) and button_area(self.visualRect(index)).contains(spot)
        return index if is_on_button else QModelIndex()

    def _fit(self) -> None:
        """The main column takes what is left; columns that yield go where it gets too narrow."""
        columns = self._rows.columns
        room = self.viewport().width() - _MAIN_WIDTH
        shown = {n for n, column in enumerate(columns) if not column.is_main}
        for number in sorted(shown, key=lambda n: -columns[n].yields):
            if sum(columns[n].width for n in shown) <= room or not columns[number].yields:
                break
            shown.discard(number)
        rest = self.viewport().width() - sum(columns[n].width for n in shown)
        for number, column in enumerate(columns):
            self.setColumnHidden(number, not column.is_main and number not in shown)
            self.setColumnWidth(number, rest if column.is_main else column.width)

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(current.data(ROW) if current.isValid() else None)

    def _remember(self) -> None:
        index = self.filter.mapToSource(self.currentIndex())
        self._remembered = self._rows.identity_at(index.row()) if index.isValid() else None

    def _restore(self) -> None:
        if self._remembered is not None:
            self.choose(self._remembered)


class RowsFilter(QSortFilterProxyModel):
    """Sorts by value, not by wording."""

    def __init__(self, model: RowsModel[Any]) -> None:
        super().__init__()
        self.setSortRole(SORT)
        self.setDynamicSortFilter(True)
        self.setSourceModel(model)
