"""Walking from clip to clip by keys: along a track, and from one to the next."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from timeline_studio.timeline.model import Item, Track
from timeline_studio.timeline.sequence import first_ending_after
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.action_spec import ActionSpec, looking
from timeline_studio.ui.editor.selecting import group_of
from timeline_studio.ui.editor.timeline_view import TimelineView


class WalkingCommands(QObject):
    """The clip that one comes to is selected, as by a click, and `reached`."""

    reached = Signal(str)  # item id

    def __init__(self, document: TimelineDocument, view: TimelineView) -> None:
        super().__init__(view)
        self._document = document
        self._view = view

    def specs(self) -> list[ActionSpec]:
        return [
            self._spec("next_clip", "Next Clip", "Ctrl+Right", lambda: self.along(1)),
            self._spec("previous_clip", "Previous Clip", "Ctrl+Left", lambda: self.along(-1)),
            self._spec("clip_above", "Clip Above", "Ctrl+Up", lambda: self.across(-1)),
            self._spec("clip_below", "Clip Below", "Ctrl+Down", lambda: self.across(1)),
        ]

    def along(self, by: int) -> None:
        """To the neighbour on the same track."""
        found = self._here()
        if found is None:
            return
        track, item, is_new = found
        place = track.places[item.id] + (0 if is_new else by)
        self._go(track.items[min(len(track.items) - 1, max(0, place))])

    def across(self, by: int) -> None:
        """To what is at the same time on the next row that has anything; -1 is up."""
        found = self._here()
        if found is None:
            return
        track, item, is_new = found
        if is_new:
            self._go(item)
            return
        tracks = [row.track for row in self._view.layout_of_tracks.rows]
        at = [each.id for each in tracks].index(track.id)
        others = tracks[at + 1 :] if by > 0 else tracks[:at][::-1]
        other = next((each for each in others if each.items), None)
        if other:
            self._go(_nearest(other, (item.start + item.end) // 2))

    def _spec(self, name: str, text: str, keys: str, run: Callable[[], None]) -> ActionSpec:
        return looking(name, "Mark", text, keys, run, can=lambda: self._document.timeline.end > 0)

    def _here(self) -> tuple[Track, Item, bool] | None:
        """Where one stands; True where one only comes in, at the playhead."""
        timeline = self._document.timeline
        for item_id in (self._view.walked, *sorted(self._document.selection)):
            for track in timeline.tracks:
                if item_id in track.places:
                    return track, track.items[track.places[item_id]], False
        targets = self._view.mode.targets(timeline)
        first = next((each for each in (*targets, *timeline.tracks) if each.items), None)
        return (first, _nearest(first, self._document.playhead), True) if first else None

    def _go(self, item: Item) -> None:
        is_linking = self._view.mode.is_linking
        chosen = group_of(self._document.timeline, item, is_linking=is_linking)
        self._view.walk_to(item)
        self._document.select(chosen)
        self.reached.emit(item.id)


def _nearest(track: Track, time: int) -> Item:
    at = first_ending_after(track.items, time)
    return track.items[min(at, len(track.items) - 1)]
