"""The keyframe lane of a timeline panel, joined from its parts."""

from PySide6.QtCore import QObject

from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.timeline_view import TimelineView
from timeline_studio.ui.editor.track_headers import TrackHeaders
from timeline_studio.ui.lane.lane_header import LaneHeader
from timeline_studio.ui.lane.lane_state import LaneState
from timeline_studio.ui.lane.lane_view import LaneView
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme


class KeyframeLane(QObject):
    """Closed at first; `toggle` opens it under the selected clip."""

    def __init__(
        self,
        document: TimelineDocument,
        view: TimelineView,
        headers: TrackHeaders,
        theme: Theme,
    ) -> None:
        super().__init__(view)
        self._document = document
        layout = view.layout_of_tracks
        self.state = LaneState(document, layout, self)
        self.view = LaneView(document, view, self.state, theme)
        self.header = LaneHeader(
            document, headers, self.state, viewport=view.viewport, layout=layout, theme=theme
        )

    def toggle(self) -> None:
        """Of the selected clip, the picture of a pair; closed, where it is that one's already."""
        timeline, selection = self._document.timeline, self._document.selection
        tracks = (*timeline.video_tracks, *timeline.audio_tracks)
        chosen = [item for track in tracks for item in track.items if item.id in selection]
        shown = self.state.choice
        partners = {item.id for item in chosen}
        if shown is not None and (not chosen or shown.item_id in partners):
            self.state.close()
        elif chosen:
            self.state.toggle(chosen[0].id)
        else:
            self._document.refused.emit(
                tr("Select a clip first: its keyframes are shown under it.")
            )
