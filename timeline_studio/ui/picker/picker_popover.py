"""The list of timelines under the picker: open, make, rename, archive."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QWidget

from timeline_studio.library import Project
from timeline_studio.ui.elements.controls import button, name_field
from timeline_studio.ui.elements.popover import Popover
from timeline_studio.ui.language import tr
from timeline_studio.ui.picker.project_delegate import ProjectDelegate
from timeline_studio.ui.picker.projects_model import PROJECT, ProjectsModel
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP

_WIDTH = 420
_ROW = 32
_MOST_ROWS = 9


class PickerPopover(Popover):
    """Renaming happens in the row's place, by a field under the list; Return keeps the name."""

    chosen = Signal(int)  # project id
    new_pressed = Signal()
    renamed = Signal(int, str)  # project id, name
    archive_pressed = Signal(int)  # project id
    restore_pressed = Signal(int)  # project id
    add_pressed = Signal(int)  # project id: as a clip of the open timeline

    def __init__(self, anchor: QWidget, theme: Theme) -> None:
        super().__init__(anchor, width=_WIDTH)
        self.model = ProjectsModel()
        self.view = QListView()
        self.view.setObjectName("timelines")
        self.view.setModel(self.model)
        self.view.setItemDelegate(ProjectDelegate(theme))
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(tr("Timelines"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setStyleSheet("background: transparent;")
        self.view.clicked.connect(self._on_activated)
        self.view.activated.connect(self._on_activated)
        self.field = name_field("Name of the timeline", "rename")
        self.field.returnPressed.connect(self._on_named)
        self.field.hide()
        self.body.addWidget(self.view)
        self.body.addWidget(self.field)
        self.body.addLayout(self._buttons())

    def show_projects(self, projects: Sequence[Project], current: int | None) -> None:
        self.model.show(projects)
        self.view.setFixedHeight(_ROW * max(1, min(_MOST_ROWS, len(projects))) + 2)
        if current is not None:
            self.view.setCurrentIndex(self.model.index_of(current))
        self.field.hide()
        self._show_archive_word()
        self.place()

    def open(self) -> None:
        super().open()
        self.view.setFocus()

    def begin_rename(self) -> None:
        """Offer the chosen timeline's name in the field."""
        project = self._current()
        if project is not None:
            self.field.setText(project.name or "")
            self.field.show()
            self.place()
            self.field.setFocus()
            self.field.selectAll()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self.new = button("New", "new")
        self.rename = button("Rename", "begin-rename")
        self._archive = button("Archive", "archive")
        self.add = button(
            "Add as Clip", "add-as-clip", tip="Put it on the open timeline, as one clip"
        )
        self.add.clicked.connect(self._on_add)
        self.archived = button("Archived", "show-archived", tip="List archived ones, too")
        self.archived.setCheckable(True)
        self.archived.setProperty("look", "chip")
        self._show_archive_word()
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_archive_word())
        self.new.clicked.connect(self._on_new)
        self.rename.clicked.connect(self.begin_rename)
        self._archive.clicked.connect(self._on_archive)
        for each in (self.new, self.rename, self._archive, self.add):
            row.addWidget(each)
        row.addStretch()
        row.addWidget(self.archived)
        return row

    def _current(self) -> Project | None:
        project = self.view.currentIndex().data(PROJECT)
        return project if isinstance(project, Project) else None

    def _on_activated(self, index: QModelIndex) -> None:
        self.dismiss()
        self.chosen.emit(index.data(PROJECT).id)

    def _on_new(self) -> None:
        self.dismiss()
        self.new_pressed.emit()

    def _on_named(self) -> None:
        project, name = self._current(), self.field.text().strip()
        if project is not None and name:
            self.dismiss()
            self.renamed.emit(project.id, name)

    def _on_archive(self) -> None:
        project = self._current()
        if project is not None:
            self.dismiss()
            wanted = self.restore_pressed if project.archived_at else self.archive_pressed
            wanted.emit(project.id)

    def _on_add(self) -> None:
        project = self._current()
        if project is not None:
            self.dismiss()
            self.add_pressed.emit(project.id)

    def _show_archive_word(self) -> None:
        project = self._current()
        is_archived = project is not None and project.archived_at is not None
        self._archive.setText(tr("Restore") if is_archived else tr("Archive"))
        self._archive.setToolTip(
            tr("Put it back on this list")
            if is_archived
            else tr("Take it off this list; nothing is deleted")
        )
