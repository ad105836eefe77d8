"""What has footage shown before it is cut in: the chosen one, or that of the clip here."""

from PySide6.QtCore import QObject, Signal

from timeline_studio.timeline.model import Clip, Still
from timeline_studio.timeline.queries import item_at
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.action_spec import ActionSpec, Can, looking
from timeline_studio.ui.editor.editing_mode import EditingMode


class SourceCommands(QObject):
    """Asks only: the shell finds the footage and opens it."""

    chosen_asked = Signal()
    match_asked = Signal(object, object)  # MediaReference, its time in flicks

    def __init__(
        self, document: TimelineDocument, mode: EditingMode, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._mode = mode

    def specs(self, has_chosen: Can) -> list[ActionSpec]:
        """`has_chosen`: whether footage is chosen in the media bin."""
        return [
            looking(
                "open_source",
                "Clip",
                "Open in Source Monitor",
                "Shift+F",
                self.chosen_asked.emit,
                can=has_chosen,
                is_everywhere=True,
            ),
            looking(
                "match_frame",
                "Clip",
                "Match Frame",
                "F",
                self.match,
                can=lambda: self._shown() is not None,
                is_everywhere=True,
            ),
        ]

    def match(self) -> None:
        """Show in the source monitor the very picture that the playhead is on."""
        item = self._shown()
        if item is not None:
            time = item.source_time(self._document.playhead) if isinstance(item, Clip) else 0
            self.match_asked.emit(item.media, time)

    def _shown(self) -> Clip | Still | None:
        """Under the playhead: the selected clip, else the target track's, else the topmost."""
        timeline, time = self._document.timeline, self._document.playhead
        tracks = (*self._mode.targets(timeline), *reversed(timeline.video_tracks))
        found = [item for track in tracks if isinstance(item := item_at(track, time), Clip | Still)]
        chosen = (item for item in found if item.id in self._document.selection)
        return next(chosen, found[0] if found else None)
