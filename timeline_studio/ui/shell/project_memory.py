"""Remembers something of each project on this computer, beside its timeline."""

import contextlib
from abc import abstractmethod

from PySide6.QtCore import QObject

from timeline_studio.library import Project
from timeline_studio.settings import Preferences
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell.session import ProjectSession

_KEPT = 200
"""Projects; of more, those that changed longest ago are forgotten."""


class ProjectMemory(QObject):
    """Shows what is known of a project when it is opened; `keep` writes what is now."""

    def __init__(
        self,
        preferences: Preferences,
        session: ProjectSession,
        tasks: BackgroundTasks,
        *,
        name: str,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._session = session
        self._tasks = tasks
        self._name = name
        stored = preferences.get(name)
        self._known: dict[str, object] = stored if isinstance(stored, dict) else {}
        session.opened.connect(self._on_opened)

    @abstractmethod
    def show_known(self, value: object) -> None:
        """Show what was kept, as JSON has it; None where nothing was, or what nobody kept."""

    @abstractmethod
    def now(self) -> object:
        """What there is to keep, as JSON has it; None for nothing."""

    def keep(self) -> None:
        project = self._session.project
        if project is None:
            return
        key, now = str(project.id), self.now()
        if self._known.get(key) == now:
            return
        others = {name: each for name, each in self._known.items() if name != key}
        kept = others if now is None else {**others, key: now}
        self._known = dict(list(kept.items())[-_KEPT:])
        self._tasks.run(self._write)

    def _on_opened(self, project: Project) -> None:
        self.show_known(self._known.get(str(project.id)))

    def _write(self) -> None:
        # Where it cannot be written, nothing is lost but a convenience.
        with contextlib.suppress(OSError):
            self._preferences.set(self._name, self._known)
