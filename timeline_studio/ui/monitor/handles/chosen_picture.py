"""The one selected item whose picture is on the screen, and where it lies."""

from PySide6.QtCore import QObject

from timeline_studio.render.geometry import Size
from timeline_studio.render.pose import UNMOVED, Rect, pose_at
from timeline_studio.timeline.model import Caption, Clip, Shown, Still
from timeline_studio.timeline.queries import find_item
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.monitor.handles.geometry import Posed, whole_of
from timeline_studio.ui.monitor.handles.media_shapes import MediaShapes
from timeline_studio.ui.monitor.picture import shape_of

_FEW = 12
"""A picture and what is linked to it; of more there is no one picture."""


class ChosenPicture(QObject):
    def __init__(
        self, document: TimelineDocument, shapes: MediaShapes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._shapes = shapes

    @property
    def item(self) -> Shown | None:
        """None where several are selected, or it is locked, hidden, or not on the screen."""
        selection, time = self._document.selection, self._document.playhead
        if not 0 < len(selection) <= _FEW or self._document.is_read_only:
            return None
        placed = [find_item(self._document.timeline, item_id) for item_id in selection]
        found = [
            item
            for track, item in placed
            if track.kind == "video" and item.enabled and not (track.locked or track.hidden)
        ]
        if len(found) != 1 or not found[0].start <= time < found[0].end:
            return None
        return None if isinstance(found[0], Caption) else found[0]

    @property
    def posed(self) -> Posed | None:
        """Where it lies at the playhead; None until its shape is known."""
        item = self.item
        if item is None:
            return None
        width, height = shape_of(self._document.timeline)
        frame = Size(width, height)
        shape = None
        if isinstance(item, Clip | Still):
            shape = self._shapes.of(item.media)
            if shape is None:
                return None
        pose = pose_at(item, self._document.playhead) or UNMOVED
        return Posed(whole_of(shape, frame), Rect(0, 0, width, height), pose)
