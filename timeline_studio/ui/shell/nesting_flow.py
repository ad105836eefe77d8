"""Puts a timeline of the picker on the open one as a clip, and opens such a clip's timeline."""

from PySide6.QtCore import QObject, Signal

from timeline_studio.timeline.model import Clip, Timeline
from timeline_studio.timeline.nested import nested_id
from timeline_studio.timeline.queries import find_item
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.document import READ_ONLY, TimelineDocument
from timeline_studio.ui.editor import TimelinePanel
from timeline_studio.ui.editor.placement import placed
from timeline_studio.ui.shell.session import ProjectSession
from timeline_studio.workflows.nesting import Nested, nested_pair
from timeline_studio.workflows.studio import Studio


class NestingFlow(QObject):
    """What is added is inserted at the playhead, on the target tracks, and selected."""

    failed = Signal(str)

    def __init__(
        self,
        studio: Studio,
        tasks: BackgroundTasks,
        document: TimelineDocument,
        panel: TimelinePanel,
        session: ProjectSession,
    ) -> None:
        super().__init__(panel)
        self._studio = studio
        self._tasks = tasks
        self._document = document
        self._panel = panel
        self._session = session
        panel.view.item_opened.connect(self._open)

    def add(self, project_id: int) -> None:
        """The project as a clip of the open one; `failed` where it would contain itself."""
        project, loads = self._session.project, self._document.loads
        if self._document.is_read_only:
            self.failed.emit(READ_ONLY)
        elif project is not None:
            self._tasks.run(
                lambda: nested_pair(self._studio, project_id, project.id),
                done=lambda found: self._put(found, loads),
                failed=lambda error: self.failed.emit(sentence_of(error)),
            )

    def _put(self, found: Nested, loads: int) -> None:
        if loads != self._document.loads:
            return  # another timeline was opened meanwhile
        mode = self._panel.mode
        targets = {track.kind: track.id for track in mode.targets(self._document.timeline)}

        def edit(timeline: Timeline) -> Timeline:
            return placed(
                timeline,
                [found],
                "insert",
                self._document.playhead,
                video_track=targets.get("video", ""),
                audio_track=targets.get("audio", ""),
                reach=mode.reach,
            )

        self._document.apply("Add timeline", edit, selection=[each.id for each in found if each])

    def _open(self, item_id: str) -> None:
        """A double click on a nested clip."""
        item = find_item(self._document.timeline, item_id)[1]
        project_id = nested_id(item.media) if isinstance(item, Clip) else None
        if project_id is not None:
            self._session.open(project_id)
