"""Remembers how high the rows of each project's tracks are, on this computer."""

from timeline_studio.settings import Preferences
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.editor.track_layout import TrackLayout
from timeline_studio.ui.shell.project_memory import ProjectMemory
from timeline_studio.ui.shell.session import ProjectSession

TRACK_HEIGHTS = "track_heights"


class HeightMemory(ProjectMemory):
    """Of single tracks whose height was chosen."""

    def __init__(
        self,
        preferences: Preferences,
        session: ProjectSession,
        layout: TrackLayout,
        tasks: BackgroundTasks,
    ) -> None:
        super().__init__(preferences, session, tasks, name=TRACK_HEIGHTS, parent=layout)
        self._layout = layout
        layout.heights_chosen.connect(self.keep)

    def show_known(self, value: object) -> None:
        known = value if isinstance(value, dict) else {}
        self._layout.show_heights(
            {track: height for track, height in known.items() if isinstance(height, int)}
        )

    def now(self) -> object:
        return self._layout.own_heights or None
