"""Versions of the open timeline: listed, compared, brought back, named."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from timeline_studio.library import Project, VersionRow
from timeline_studio.timeline.comparison import compare
from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.words import comparison_text, moment_text
from timeline_studio.ui.history.versions_list import VersionsList
from timeline_studio.ui.language import tr
from timeline_studio.ui.shell.name_prompt import NamePrompt
from timeline_studio.ui.shell.session import ProjectSession
from timeline_studio.workflows.projects import create_project
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.versions import (
    keep_version,
    list_versions,
    name_version,
    version_timeline,
)

Result = TypeVar("Result")


class VersionFlow(QObject):
    """What is asked of the versions list. Bringing one back is an edit, which can be undone."""

    said = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        studio: Studio,
        tasks: BackgroundTasks,
        session: ProjectSession,
        document: TimelineDocument,
        shown: VersionsList,
    ) -> None:
        super().__init__(shown)
        self._studio = studio
        self._tasks = tasks
        self._session = session
        self._document = document
        self._list = shown
        session.opened.connect(lambda _project: self.refresh())
        session.saved.connect(lambda _moment: self.refresh())
        shown.shown.connect(self.refresh)
        shown.chosen.connect(self._on_chosen)
        shown.restore.clicked.connect(self._restore)
        shown.open.clicked.connect(self._open_copy)
        shown.name.clicked.connect(self._ask_name)
        shown.keep.clicked.connect(lambda: self.keep(shown.keep))

    def refresh(self) -> None:
        """List them anew, where somebody sees it."""
        project = self._session.project
        if project is not None and self._list.isVisible():
            self._run(
                lambda: list_versions(self._studio, project.id),
                lambda versions: self._show(project, versions),
            )

    def keep(self, anchor: QWidget) -> None:
        """Ask for a name under `anchor`, and keep how the timeline is now."""
        project = self._session.project
        if project is None or self._document.is_read_only:
            return
        prompt = NamePrompt(anchor, "Save", "Name this version")
        prompt.named.connect(lambda name: self._keep(project, name))
        prompt.open()

    def _keep(self, project: Project, name: str) -> None:
        def keep(is_saved: bool) -> None:
            if is_saved:
                self._run(
                    lambda: keep_version(self._studio, project.id, name),
                    lambda _kept: self._say(tr("Saved the version “{name}”.", name=name)),
                )

        self._session.flush(keep)

    def _restore(self) -> None:
        """How the timeline is now is kept first."""
        project, version = self._session.project, self._list.current()
        if project is None or version is None:
            return

        def read() -> Timeline:
            keep_version(self._studio, project.id)
            return version_timeline(self._studio, version.id)

        def show(timeline: Timeline) -> None:
            if self._session.project is not None and self._session.project.id == project.id:
                self._document.apply(
                    tr("Restore {words}", words=_words(version)), lambda _: timeline
                )
                self.refresh()

        self._session.flush(lambda is_saved: self._run(read, show) if is_saved else None)

    def _open_copy(self) -> None:
        project, version = self._session.project, self._list.current()
        if project is None or version is None:
            return
        name = f"{project.name or 'Untitled'}, {_words(version)}"
        self._session.open_made(
            lambda: create_project(self._studio, name, version_timeline(self._studio, version.id))
        )

    def _ask_name(self) -> None:
        version = self._list.current()
        if version is None:
            return
        prompt = NamePrompt(self._list.name, "Name", "Name this version")
        prompt.field.setText(version.name or "")
        prompt.named.connect(
            lambda name: self._run(
                lambda: name_version(self._studio, version.id, name), lambda _: self.refresh()
            )
        )
        prompt.open()

    def _show(self, project: Project, versions: list[VersionRow]) -> None:
        if self._session.project is not None and self._session.project.id == project.id:
            self._list.show_versions(versions)

    def _on_chosen(self, version: VersionRow | None) -> None:
        """Say what going back to it would change."""
        if version is None:
            return
        now = self._document.timeline

        def compared() -> str:
            return comparison_text(compare(now, version_timeline(self._studio, version.id)))

        self._run(compared, lambda text: self._say_difference(version, text))

    def _say_difference(self, version: VersionRow, text: str) -> None:
        chosen = self._list.current()
        if chosen is not None and chosen.id == version.id:
            self._list.difference.setText(tr("Against now: {text}", text=text))

    def _say(self, text: str) -> None:
        self.said.emit(text)
        self.refresh()

    def _run(self, function: Callable[[], Result], done: Callable[[Result], None]) -> None:
        self._tasks.run(
            function, done=done, failed=lambda error: self.failed.emit(sentence_of(error))
        )


def _words(version: VersionRow) -> str:
    return f"“{version.name}”" if version.name else f"version of {moment_text(version.saved_at)}"
