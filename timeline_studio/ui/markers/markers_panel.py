"""The Markers tab: chapters in order, and the one whose picture is the poster."""

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Marker, Timeline
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.controls import button
from timeline_studio.ui.elements.empty_state import EmptyState
from timeline_studio.ui.elements.fields_table import FieldsTable
from timeline_studio.ui.language import tr
from timeline_studio.ui.markers.markers_model import MARKER, NAME, MarkersModel
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT, GAP_WIDE

_TIME_WIDTH = 100


class MarkersPanel(QWidget):
    """Going to a row goes there in the timeline; every change is one undo step."""

    def __init__(self, document: TimelineDocument, theme: Theme) -> None:
        super().__init__()
        self._document = document
        self.model = MarkersModel(document, theme, self)
        self.table = MarkersTable(self.model)
        self.empty = EmptyState(theme, "marker", "Press M: a marker is a chapter", is_small=True)
        self.poster = button("Use as Poster", "marker-poster", tip="Its picture is the poster")
        self.delete = button("Delete", "marker-delete", tip="Delete the marker (Delete)")
        self._pages = QStackedWidget()
        self._arrange()
        document.changed.connect(lambda _timeline: self._show())
        document.read_only_changed.connect(lambda _on: self._show())
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.table.delete_pressed.connect(self._delete)
        self.poster.clicked.connect(self._take_poster)
        self.delete.clicked.connect(self._delete)
        self._show()

    def _arrange(self) -> None:
        page = QWidget()
        row = QHBoxLayout()
        row.setContentsMargins(GAP_WIDE, GAP, GAP_WIDE, GAP)
        row.setSpacing(GAP_TIGHT)
        row.addWidget(self.poster)
        row.addWidget(self.delete)
        row.addStretch()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def _show(self) -> None:
        markers = self._document.timeline.markers
        chosen = self._chosen()
        self.model.show_markers(markers)
        self._pages.setCurrentIndex(1 if markers else 0)
        at = self.model.row_of(chosen.id) if chosen else None
        if at is not None and self.table.currentIndex().row() != at:
            self.table.selectRow(at)
        self._show_buttons()

    def _show_buttons(self) -> None:
        chosen = self._chosen()
        is_open = chosen is not None and not self._document.is_read_only
        self.poster.setEnabled(is_open)
        self.delete.setEnabled(is_open)
        is_poster = chosen is not None and chosen.is_poster
        self.poster.setText(tr("No Longer the Poster") if is_poster else tr("Use as Poster"))

    def _chosen(self) -> Marker | None:
        found: Marker | None = self.table.currentIndex().data(MARKER)
        return found

    def _on_current(self, index: QModelIndex) -> None:
        marker = index.data(MARKER)
        if marker is not None and self.table.hasFocus():
            self._document.set_playhead(marker.time)
        self._show_buttons()

    def _take_poster(self) -> None:
        marker = self._chosen()
        if marker is None:
            return
        changed = replace(marker, is_poster=not marker.is_poster)
        text = "Choose poster" if changed.is_poster else "Let the poster go"
        self._document.apply(text, lambda t: edits.change_marker(t, changed))
        self._show_buttons()

    def _delete(self) -> None:
        marker = self._chosen()
        if marker is not None:

            def edit(timeline: Timeline) -> Timeline:
                return edits.remove_marker(timeline, marker.id)

            self._document.apply("Delete marker", edit)


class MarkersTable(FieldsTable):
    """Return edits the name, as a double click does; Delete is the panel's."""

    delete_pressed = Signal()

    def __init__(self, model: MarkersModel) -> None:
        super().__init__(model, "markers", "Markers")
        self.setColumnWidth(0, _TIME_WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            event.ignore()  # the field's keys, which it has used already
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.model().index(self.currentIndex().row(), NAME))
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)
