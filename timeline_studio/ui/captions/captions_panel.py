"""The Captions tab: the cues of a track in a list, and what is said of the track."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from timeline_studio.ui.captions.cues_model import CAPTION, END, START, TEXT, CuesModel
from timeline_studio.ui.captions.shift_popover import ShiftPopover
from timeline_studio.ui.captions.text_delegate import TextDelegate
from timeline_studio.ui.captions.track_fields import TrackFields
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.caption_commands import CaptionCommands
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.elements.controls import button
from timeline_studio.ui.elements.empty_state import EmptyState
from timeline_studio.ui.elements.fields_table import FieldsTable
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT, GAP_WIDE

_TIME_WIDTH = 76


class CaptionsPanel(QWidget):
    """The list and the timeline share selection and playhead; every change is one undo step."""

    import_requested = Signal()
    export_requested = Signal()

    def __init__(
        self,
        document: TimelineDocument,
        mode: EditingMode,
        commands: CaptionCommands,
        theme: Theme,
    ) -> None:
        super().__init__()
        self._document = document
        self._mode = mode
        self.commands = commands
        self.model = CuesModel(document, theme, self)
        self.fields = TrackFields(document, mode)
        self.table = self._made_table()
        self.empty = EmptyState(
            theme,
            "caption",
            "No captions yet",
            "Import Captions…",
            "Add one at the playhead",
            is_small=True,
        )
        self._pages = QStackedWidget()
        self._arrange()
        self._connect()
        self._show()

    def _made_table(self) -> "CuesTable":
        table = CuesTable(self.model, "cues", "Captions")
        table.setItemDelegate(TextDelegate(table))
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for column in (START, END):
            table.setColumnWidth(column, _TIME_WIDTH)
        return table

    def _arrange(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.fields)
        column.addWidget(self.table, 1)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        layout.addLayout(self._made_buttons())

    def _made_buttons(self) -> QHBoxLayout:
        self.add = button("Add", "caption-add")
        self.split = button(
            "Split", "caption-split", tip="Split the caption at the playhead, or in its middle"
        )
        self.merge = button(
            "Merge",
            "caption-merge",
            tip="Make one of the selected captions, or of one and the next",
        )
        self.more = button("More", "caption-more", tip="Import, export, shift, delete")
        row = QHBoxLayout()
        row.setContentsMargins(GAP_WIDE, GAP, GAP_WIDE, GAP)
        row.setSpacing(GAP_TIGHT)
        for each in (self.add, self.split, self.merge, self.more):
            row.addWidget(each)
        row.addStretch()
        return row

    def _connect(self) -> None:
        document = self._document
        document.changed.connect(lambda _timeline: self._show())
        document.selection_changed.connect(lambda _ids: self._show_selection())
        document.read_only_changed.connect(lambda _on: self._show())
        document.playhead_changed.connect(lambda _time: self._show_buttons())
        self._mode.changed.connect(self._show)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._on_selected())
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.empty.pressed.connect(self.import_requested)
        self.empty.link_pressed.connect(self.commands.add)
        self.table.delete_pressed.connect(self.commands.delete)
        self.add.clicked.connect(self.commands.add)
        self.split.clicked.connect(self.commands.split)
        self.merge.clicked.connect(self.commands.merge)
        self.more.clicked.connect(self._show_menu)

    def begin_editing(self, item_id: str) -> None:
        """Put the keyboard into a caption's text."""
        row = self.model.row_of(item_id)
        if row is not None:
            index = self.model.index(row, TEXT)
            self.table.setCurrentIndex(index)
            self.table.edit(index)

    def _show(self) -> None:
        track = self.commands.track
        self.model.show_track(track)
        self.fields.show_track(track)
        self._pages.setCurrentIndex(0 if track is None else 1)
        for each in (self.split, self.merge):
            each.setVisible(track is not None)
        self._show_selection()

    def _show_selection(self) -> None:
        """What is selected in the timeline is selected here."""
        model, ids = self.table.selectionModel(), self._document.selection
        rows = [row for item in ids if (row := self.model.row_of(item)) is not None]
        if sorted(rows) != sorted(index.row() for index in model.selectedRows()):
            model.blockSignals(True)
            model.clearSelection()
            flags = QItemSelectionModel.SelectionFlag
            for row in rows:
                model.select(self.model.index(row, 0), flags.Select | flags.Rows)
            model.blockSignals(False)
            self.table.viewport().update()
            if rows:
                self.table.scrollTo(self.model.index(min(rows), TEXT))
        self._show_buttons()

    def _show_buttons(self) -> None:
        is_open = not self._document.is_read_only
        self.add.setEnabled(is_open)
        self.split.setEnabled(is_open and self.commands.can_split())
        self.merge.setEnabled(is_open and self.commands.can_merge())

    def _on_selected(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        self._document.select(index.data(CAPTION).id for index in rows)

    def _on_current(self, index: QModelIndex) -> None:
        """The playhead goes to the caption that the keyboard or the mouse went to."""
        caption = index.data(CAPTION)
        if caption is not None and self.table.hasFocus():
            self._document.set_playhead(caption.start)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        has_track = self.commands.track is not None
        is_open = not self._document.is_read_only
        menu.addAction(tr("Import Captions…"), self.import_requested.emit).setEnabled(is_open)
        menu.addAction(tr("Export Captions…"), self.export_requested.emit).setEnabled(has_track)
        menu.addSeparator()
        menu.addAction("Shift All…", self._ask_shift).setEnabled(has_track and is_open)
        has_rows = self.table.selectionModel().hasSelection()
        menu.addAction(tr("Delete Selected"), self.commands.delete).setEnabled(has_rows and is_open)
        menu.addAction(tr("New Track"), self.commands.add_track).setEnabled(is_open)
        menu.popup(self.more.mapToGlobal(self.more.rect().topLeft()))

    def _ask_shift(self) -> None:
        popover = ShiftPopover(self.more)
        popover.shifted.connect(self.commands.shift)
        popover.open()
        popover.field.setFocus()


class CuesTable(FieldsTable):
    """Return edits the text, F2 or a double click any field; Delete is the panel's."""

    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            event.ignore()  # the field's keys, which it has used already
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.edit(index.siblingAtColumn(TEXT))
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)
