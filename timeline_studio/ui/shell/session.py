"""The open project: opened, switched, saved, and never lost."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from timeline_studio.library import Project, StaleRevision
from timeline_studio.settings import Preferences
from timeline_studio.timeline.comparison import compare
from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.background import BackgroundTasks, Task, sentence_of
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.shell.autosave import Autosave
from timeline_studio.ui.shell.project_lock import ProjectLock
from timeline_studio.workflows.projects import (
    create_project,
    open_project,
    restore_current,
    save_timeline,
)
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.unsaved import (
    Recovered,
    Unsaved,
    drop_unsaved,
    keep_unsaved,
    open_recovered,
)


@dataclass(frozen=True)
class _Opening:
    """A project that was asked for, and is not shown yet."""

    task: Task
    lock: ProjectLock


class ProjectSession(QObject):
    """Joins the document to its project in the library.

    Nothing can be edited before a project is open: it would be saved nowhere. A project that
    another window holds opens read-only (`locked_elsewhere`). `stale` means that something else
    saved the project since: our edits wait until the user chooses. Edits that an earlier run
    could not save are there again (`recovered`), or in a copy (`recovered_as`).
    """

    opened = Signal(object)  # Project
    renamed = Signal(object)  # Project, the open one
    open_failed = Signal(str)
    saving = Signal()
    saved = Signal(object)  # datetime, local
    save_failed = Signal(str)
    stale = Signal()
    locked_elsewhere = Signal()
    recovered = Signal(object, object)  # Unsaved, and Comparison: what it changed
    recovered_as = Signal(object)  # Project

    def __init__(
        self,
        studio: Studio,
        preferences: Preferences,
        tasks: BackgroundTasks,
        document: TimelineDocument,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._preferences = preferences
        self._tasks = tasks
        self._document = document
        self._lock: ProjectLock | None = None
        self._opening: _Opening | None = None
        self._was_read_only = True
        document.set_read_only(True)
        self.project: Project | None = None
        self._autosave = Autosave(self._save, tasks, self)
        self._autosave.saved.connect(self._on_saved)
        self._autosave.failed.connect(self._on_save_failed)
        document.changed.connect(self._on_changed)

    @property
    def is_dirty(self) -> bool:
        return self._autosave.is_dirty

    @property
    def is_empty(self) -> bool:
        """Whether nothing lies on the timeline."""
        return self._document.timeline.duration == 0

    def start(self, project_id: int | None = None) -> None:
        """Open `project_id`, else the project that this computer remembers."""
        if project_id is None:
            self._run(lambda: restore_current(self._studio, self._preferences).id, self.open)
        else:
            self.open(project_id)

    def open(self, project_id: int) -> None:
        """Save what is open, then show this project. One that is open already is left as it
        is, with its history."""
        if self._is_open(project_id):
            return
        self.flush(lambda is_saved: self._switch(project_id) if is_saved else None)

    def create(self) -> None:
        """A new, empty project, opened at once."""
        self.open_made(lambda: create_project(self._studio))

    def open_made(self, make: Callable[[], Project]) -> None:
        """Open the project that `make` makes, in the background."""
        self._run(lambda: make().id, self.open)

    def flush(self, then: Callable[[bool], None]) -> None:
        """Call `then(True)` once every edit is on disk, `then(False)` when that failed."""
        self._autosave.flush(then)

    def retry_save(self) -> None:
        self._autosave.retry()

    def duplicate(self) -> None:
        """Go on with a copy; what is open keeps every edit so far."""
        self.flush(lambda _is_saved: self.keep_as_copy())

    def keep_as_copy(self) -> None:
        """What the window shows becomes a project of its own; the stored one stays as it is."""
        name = f"{self.project.name or 'Untitled'} copy" if self.project else None
        kept, timeline = self.project, self._document.timeline

        def keep() -> int:
            copy = create_project(self._studio, name, timeline)
            self._drop_unsaved(kept)
            return copy.id

        self._run(keep, self._switch)

    def load_stored(self) -> None:
        """Give up what is not saved, and show what the library holds."""
        project = self.project
        if project is not None:
            self._tasks.run(
                lambda: self._drop_unsaved(project), done=lambda _: self._switch(project.id)
            )

    def undo_recovery(self) -> None:
        self._document.undo()

    def show_renamed(self, project: Project) -> None:
        """The project that is open got another name."""
        if self.project is not None and project.id == self.project.id:
            self.project = project
            self.renamed.emit(project)

    def close(self) -> bool:
        """Wait for the last save. False when it failed: the edits are still only in memory."""
        answers: list[bool] = []
        self.flush(answers.append)
        self._tasks.wait_until(lambda: bool(answers))
        if not answers or not answers[0]:
            return False
        self._drop_opening()
        self._release()
        return True

    def abandon(self) -> None:
        """Close with edits that cannot be saved: a file keeps them for the next time."""
        self._autosave.begin(0, 0)
        self._drop_opening()
        self._release()

    def _is_open(self, project_id: int) -> bool:
        is_it = self.project is not None and self.project.id == project_id
        return is_it and self._opening is None and not self._document.is_read_only

    def _switch(self, project_id: int) -> None:
        """What was asked for last is what opens."""
        if self._opening is None:
            self._was_read_only = self._document.is_read_only
        self._drop_opening()
        is_same = self.project is not None and self.project.id == project_id
        lock = self._lock if is_same and self._lock else self._new_lock(project_id)
        is_ours = lock.take()
        self._document.set_read_only(True)  # an edit now would be lost
        task = self._tasks.run(
            lambda: self._read(project_id, is_ours=is_ours),
            done=lambda found: self._show(found, lock, is_ours=is_ours),
            failed=self._give_up,
        )
        self._opening = _Opening(task, lock)

    def _read(self, project_id: int, *, is_ours: bool) -> Recovered:
        """What another window has not saved yet is its own."""
        if is_ours:
            return open_recovered(self._studio, project_id)
        return Recovered(open_project(self._studio, project_id))

    def _give_up(self, error: Exception) -> None:
        self._drop_opening()
        self._document.set_read_only(self._was_read_only)
        self.open_failed.emit(sentence_of(error))

    def _drop_opening(self) -> None:
        opening, self._opening = self._opening, None
        if opening is not None:
            opening.task.cancel()
            if opening.lock is not self._lock:
                opening.lock.release()

    def _new_lock(self, project_id: int) -> ProjectLock:
        return ProjectLock(self._studio.home.root / "locks", project_id)

    def _show(self, read: Recovered, lock: ProjectLock, *, is_ours: bool) -> None:
        found = read.opened
        self._opening = None
        if lock is not self._lock:
            self._release()
        self._lock = lock
        self.project = found.project
        self._autosave.begin(found.project.id, found.revision)
        self._document.load(found.timeline)  # read-only here: loading saves nothing
        self._document.set_read_only(not is_ours)
        self._remember(found.project.id)
        self.opened.emit(found.project)
        if not is_ours:
            self.locked_elsewhere.emit()
        if read.unsaved is not None:
            self._go_on_from(read.unsaved)
        if read.copy is not None:
            self.recovered_as.emit(read.copy)

    def _go_on_from(self, unsaved: Unsaved) -> None:
        """One undo step leads back to what was saved."""
        changes = compare(self._document.timeline, unsaved.timeline)
        self._document.apply("Restore unsaved edits", lambda _: unsaved.timeline)
        self.recovered.emit(unsaved, changes)

    def _remember(self, project_id: int) -> None:
        def remember() -> None:
            # Where it cannot be written, nothing is lost but a convenience.
            with contextlib.suppress(OSError):
                self._preferences.current_project_id = project_id

        self._tasks.run(remember)

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _save(self, project_id: int, timeline: Timeline, revision: int) -> int:
        """What a save that fails, or never ends, leaves behind is found by `open_recovered`."""
        keep_unsaved(self._studio, project_id, timeline, revision)
        saved = save_timeline(self._studio, project_id, timeline, revision)
        drop_unsaved(self._studio, project_id)
        return saved

    def _drop_unsaved(self, project: Project | None) -> None:
        if project is not None:
            drop_unsaved(self._studio, project.id)

    def _on_changed(self, timeline: Timeline) -> None:
        if self.project is not None and not self._document.is_read_only:
            self._autosave.want(timeline)
            self.saving.emit()

    def _on_saved(self, moment: datetime) -> None:
        self.saved.emit(moment)

    def _on_save_failed(self, error: Exception) -> None:
        if isinstance(error, StaleRevision):
            self.stale.emit()
        else:
            self.save_failed.emit(sentence_of(error))

    def _run(self, function: Callable[[], int], done: Callable[[int], None]) -> None:
        self._tasks.run(
            function, done=done, failed=lambda error: self.open_failed.emit(sentence_of(error))
        )
