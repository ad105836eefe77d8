"""Captions in the monitor: those that are burned in, and the track that is being written."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from timeline_studio.timeline.model import Timeline, Track


class CaptionPreview(QObject):
    """`of` gives a timeline as the monitor shows it; `changed` when it shows another."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_on = True
        self._track_id = ""
        self._last: tuple[Timeline, Timeline] | None = None

    def switch(self, on: bool) -> None:
        """Show captions that are sent beside the picture, or leave them to viewers."""
        if on != self._is_on:
            self._is_on = on
            self._forget()

    def choose(self, track_id: str) -> None:
        """Of several tracks that are sent beside the picture one is shown: this, where it is
        there, else the first."""
        if track_id != self._track_id:
            self._track_id = track_id
            self._forget()

    def of(self, timeline: Timeline) -> Timeline:
        """The same object for the same timeline: what renders it goes by that."""
        if self._last is None or self._last[0] is not timeline:
            self._last = timeline, self._shown(timeline)
        return self._last[1]

    def _shown(self, timeline: Timeline) -> Timeline:
        chosen = self._chosen(timeline) if self._is_on else None
        if chosen is None:
            return timeline
        shown = replace(chosen, burned_in=True)
        tracks = tuple(shown if track is chosen else track for track in timeline.tracks)
        return replace(timeline, tracks=tracks)

    def _chosen(self, timeline: Timeline) -> Track | None:
        beside = [
            track for track in timeline.caption_tracks if not (track.burned_in or track.hidden)
        ]
        named = (track for track in beside if track.id == self._track_id)
        return next(named, beside[0] if beside else None)

    def _forget(self) -> None:
        self._last = None
        self.changed.emit()
