"""What the picker does with timelines in the library."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from timeline_studio.library import Project
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.picker.picker_button import PickerButton
from timeline_studio.ui.picker.picker_popover import PickerPopover
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.projects import (
    archive_project,
    list_projects,
    rename_project,
    restore_project,
)
from timeline_studio.workflows.studio import Studio


class TimelinePicker(QObject):
    """The button, its popover, and the library's answers. It opens nothing itself."""

    open_requested = Signal(int)  # project id
    new_requested = Signal()
    renamed = Signal(object)  # Project
    archived = Signal(object)  # Project
    restored = Signal(object)  # Project
    add_requested = Signal(int)  # project id: as a clip of the open timeline
    failed = Signal(str)
    popover_made = Signal(object)  # PickerPopover, before it opens first

    def __init__(
        self, studio: Studio, tasks: BackgroundTasks, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tasks = tasks
        self._theme = theme
        self._current: Project | None = None
        self.button = PickerButton(theme)
        self.button.clicked.connect(self.toggle)
        self.popover: PickerPopover | None = None

    def show_current(self, project: Project) -> None:
        self._current = project
        self.button.show_name(project.name)

    def toggle(self) -> None:
        if self.popover is not None and self.popover.isVisible():
            self.popover.dismiss()
        else:
            self._open(then_rename=False)

    def rename_current(self) -> None:
        self._open(then_rename=True)

    def archive_current(self) -> None:
        if self._current is not None:
            self.archive(self._current.id)

    def rename(self, project_id: int, name: str) -> None:
        self._tasks.run(
            lambda: rename_project(self._studio, project_id, name),
            done=self.renamed.emit,
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )

    def archive(self, project_id: int) -> None:
        self._tasks.run(
            lambda: archive_project(self._studio, project_id),
            done=self.archived.emit,
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )

    def restore(self, project_id: int) -> None:
        """Back on the list."""
        self._tasks.run(
            lambda: restore_project(self._studio, project_id),
            done=self.restored.emit,
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )

    def _open(self, *, then_rename: bool) -> None:
        popover = self._the_popover()

        def show(projects: list[Project]) -> None:
            self._show(projects)
            popover.open()
            if then_rename:
                popover.begin_rename()

        self._list(show)

    def _list(self, show: Callable[[list[Project]], None]) -> None:
        with_archived = self._the_popover().archived.isChecked()
        self._tasks.run(
            lambda: list_projects(self._studio, include_archived=with_archived),
            done=show,
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )

    def _show(self, projects: list[Project]) -> None:
        current = self._current.id if self._current else None
        self._the_popover().show_projects(projects, current)

    def _the_popover(self) -> PickerPopover:
        if self.popover is None:
            popover = PickerPopover(self.button, self._theme)
            popover.chosen.connect(self.open_requested)
            popover.add_pressed.connect(self.add_requested)
            popover.new_pressed.connect(self.new_requested)
            popover.renamed.connect(self.rename)
            popover.archive_pressed.connect(self.archive)
            popover.restore_pressed.connect(self.restore)
            popover.archived.toggled.connect(lambda _on: self._list(self._show))
            self.popover = popover
            self.popover_made.emit(popover)
        return self.popover
