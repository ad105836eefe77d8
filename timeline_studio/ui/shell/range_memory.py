"""Remembers the in and out points of each project on this computer."""

from timeline_studio.settings import Preferences
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.editor.range_points import RangePoints
from timeline_studio.ui.shell.project_memory import ProjectMemory
from timeline_studio.ui.shell.session import ProjectSession

RANGE_POINTS = "range_points"


class RangeMemory(ProjectMemory):
    """Shows a project's points when it is opened, and keeps them whenever they change."""

    def __init__(
        self,
        preferences: Preferences,
        session: ProjectSession,
        points: RangePoints,
        tasks: BackgroundTasks,
    ) -> None:
        super().__init__(preferences, session, tasks, name=RANGE_POINTS, parent=points)
        self._points = points
        points.changed.connect(self.keep)

    def show_known(self, value: object) -> None:
        match value:
            case [int() | None as start, int() | None as end]:
                self._points.set(start, end)
            case _:
                self._points.clear()

    def now(self) -> object:
        points = [self._points.start, self._points.end]
        return None if points == [None, None] else points
