"""Footage in the source monitor: what it is, and its in and out points."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from timeline_studio.timeline.model import Item, Timeline
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.range_points import RangePoints


@dataclass(frozen=True)
class Material:
    """`timeline` shows all of the footage, in its own rate and size; `picture` and `sound` are
    the items on it."""

    upload_id: int
    timeline: Timeline
    picture: Item | None
    sound: Item | None


class Source(QObject):
    """`document` is what the monitor plays; nothing is edited there."""

    opened = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = TimelineDocument(parent=self)
        self.points = RangePoints(self)
        self.material: Material | None = None

    def open(self, material: Material, time: int | None = None) -> None:
        """At `time`, flicks of the media; footage that is open already keeps its points."""
        known = self.material
        if known is None or known.upload_id != material.upload_id:
            self.material = material
            self.points.clear()
            self.document.load(material.timeline)
        if time is not None:
            self.document.set_playhead(time)
        self.opened.emit()
