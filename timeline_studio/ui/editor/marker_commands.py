"""Markers by key: put one here, edit it, go from one to the next."""

from PySide6.QtCore import QObject, Signal

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Marker, new_id
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.action_spec import ActionSpec, looking
from timeline_studio.ui.editor.navigation import Navigation


class MarkerCommands(QObject):
    """`opened` has somebody show a marker's fields."""

    opened = Signal(object)  # Marker

    def __init__(
        self, document: TimelineDocument, navigation: Navigation, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._navigation = navigation

    def specs(self) -> list[ActionSpec]:
        has_any = lambda: bool(self._document.timeline.markers)  # noqa: E731
        return [
            ActionSpec("marker", "Mark", "Add Marker", "M", self.add),
            ActionSpec("edit_marker", "Mark", "Edit Marker…", "Ctrl+M", self.edit, self.can_edit),
            looking(
                "previous_marker", "Mark", "Previous Marker", "Shift+Up", self.previous, can=has_any
            ),
            looking("next_marker", "Mark", "Next Marker", "Shift+Down", self.next, can=has_any),
        ]

    def add(self) -> None:
        name = f"Marker {len(self._document.timeline.markers) + 1}"
        marker = Marker(id=new_id(), time=self._document.playhead, name=name)
        self._document.apply("Add marker", lambda timeline: edits.add_marker(timeline, marker))

    def can_edit(self) -> bool:
        return self._here() is not None

    def edit(self) -> None:
        """The one that the playhead is on."""
        marker = self._here()
        if marker:
            self.opened.emit(marker)

    def previous(self) -> None:
        times = [each.time for each in self._document.timeline.markers]
        before = [time for time in times if time < self._document.playhead]
        if before:
            self._navigation.go(max(before))

    def next(self) -> None:
        times = [each.time for each in self._document.timeline.markers]
        after = [time for time in times if time > self._document.playhead]
        if after:
            self._navigation.go(min(after))

    def _here(self) -> Marker | None:
        time = self._document.playhead
        markers = self._document.timeline.markers
        return next((marker for marker in markers if marker.time == time), None)
