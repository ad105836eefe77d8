"""The versions of the open timeline: bring one back, open it beside, give it a name."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from timeline_studio.library import VersionRow
from timeline_studio.ui.elements.controls import button, label
from timeline_studio.ui.elements.empty_state import EmptyState
from timeline_studio.ui.elements.fields_table import FieldsTable
from timeline_studio.ui.history.versions_model import VERSION, VersionsModel
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT, GAP_WIDE

_SAVED_WIDTH = 128


class VersionsList(QWidget):
    """`chosen` carries the row's VersionRow, or None."""

    chosen = Signal(object)
    shown = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._is_read_only = True
        self.model = VersionsModel(self)
        self.table = FieldsTable(self.model, "versions", "Versions of this timeline")
        self.table.setColumnWidth(0, _SAVED_WIDTH)
        self.empty = EmptyState(
            theme, "history", "How the timeline was appears here as you edit", is_small=True
        )
        self.difference = label("", "secondary")
        self.difference.setWordWrap(True)
        self.restore = button("Restore", "version-restore", tip="Bring this version back (Return)")
        self.open = button("Open as Copy", "version-open", tip="A timeline of its own")
        self.name = button("Name…", "version-name", tip="Versions with a name stay for ever")
        self.keep = button("Save a Version…", "version-keep", tip="Keep how the timeline is now")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.table)
        self._arrange()
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_current())
        self.table.activated.connect(lambda _index: self.restore.click())
        self._on_current()

    def show_versions(self, versions: list[VersionRow]) -> None:
        was = self.current()
        self.model.show_versions(versions)
        self._pages.setCurrentWidget(self.table if versions else self.empty)
        row = self.model.row_of(str(was.id)) if was else None
        if row is not None:
            self.table.selectRow(row)
        self._on_current()

    def current(self) -> VersionRow | None:
        found: VersionRow | None = self.table.currentIndex().data(VERSION)
        return found

    def set_read_only(self, read_only: bool) -> None:
        self._is_read_only = read_only
        self._on_current()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _on_current(self) -> None:
        version = self.current()
        self.restore.setEnabled(version is not None and not self._is_read_only)
        self.keep.setEnabled(not self._is_read_only)
        for each in (self.open, self.name):
            each.setEnabled(version is not None)
        self.difference.clear()
        self.chosen.emit(version)

    def _arrange(self) -> None:
        buttons = QGridLayout()
        buttons.setSpacing(GAP_TIGHT)
        for place, each in enumerate((self.restore, self.open, self.name, self.keep)):
            buttons.addWidget(each, place // 2, place % 2)
        foot = QVBoxLayout()
        foot.setContentsMargins(GAP_WIDE, GAP, GAP_WIDE, GAP)
        foot.setSpacing(GAP_TIGHT)
        foot.addWidget(self.difference)
        foot.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)
