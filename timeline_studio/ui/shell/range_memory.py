"""Remembers the in and out points of each project on this computer."""

import contextlib

from PySide6.QtCore import QObject

from timeline_studio.library import Project
from timeline_studio.settings import Preferences
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.editor.range_points import RangePoints
from timeline_studio.ui.shell.session import ProjectSession

RANGE_POINTS = "range_points"
_KEPT = 200
"""Projects; of more, those whose points were set longest ago are forgotten."""


class RangeMemory(QObject):
    """Shows a project's points when it is opened, and keeps them whenever they change."""

    def __init__(
        self,
        preferences: Preferences,
        session: ProjectSession,
        points: RangePoints,
        tasks: BackgroundTasks,
    ) -> None:
        super().__init__(points)
        self._preferences = preferences
        self._session = session
        self._points = points
        self._tasks = tasks
        stored = preferences.get(RANGE_POINTS)
        self._known: dict[str, object] = stored if isinstance(stored, dict) else {}
        session.opened.connect(self._show)
        points.changed.connect(self._keep)

    def _show(self, project: Project) -> None:
        match self._known.get(str(project.id)):
            case [int() | None as start, int() | None as end]:
                self._points.set(start, end)
            case _:
                self._points.clear()

    def _keep(self) -> None:
        project = self._session.project
        if project is None:
            return
        key, now = str(project.id), [self._points.start, self._points.end]
        if self._known.get(key, [None, None]) == now:
            return
        others = {name: each for name, each in self._known.items() if name != key}
        self._known = dict(list({**others, key: now}.items())[-_KEPT:])
        self._tasks.run(self._write)

    def _write(self) -> None:
        # Where it cannot be written, nothing is lost but a convenience.
        with contextlib.suppress(OSError):
            self._preferences.set(RANGE_POINTS, self._known)
