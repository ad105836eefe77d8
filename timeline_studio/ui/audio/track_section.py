"""The Audio tab's section of a track: its level and its side."""

from PySide6.QtCore import Signal

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Timeline, Track
from timeline_studio.timeline.queries import track_label
from timeline_studio.timeline.validation import TRACK_GAIN_RANGE_DB
from timeline_studio.ui.audio.choice import choice
from timeline_studio.ui.audio.level_field import LevelField
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.inspector.form_section import FormSection


class TrackSection(FormSection):
    """`chosen` carries the id of the track that the user picks."""

    chosen = Signal(str)

    def __init__(self, document: TimelineDocument) -> None:
        super().__init__("Track")
        self._track_id = ""
        self.track = choice(
            "audio-track", "Audio track", "Which track this is about; it follows what you select"
        )
        self.track.activated.connect(lambda: self.chosen.emit(self.track.currentData()))
        self.gain = LevelField(
            document, "track-gain", TRACK_GAIN_RANGE_DB, " dB", "How loud the track is", step=0.5
        )
        self.pan = LevelField(
            document, "track-pan", (-100, 100), " %", "From the left to the right", step=1
        )
        self.gain.bind("Change track gain", self._with_gain)
        self.pan.bind("Change track pan", self._with_pan)
        self.add("Track", self.track)
        self.add("Gain", self.gain)
        self.add("Pan", self.pan)

    def show_track(self, timeline: Timeline, track: Track) -> None:
        self._track_id = track.id
        self.track.clear()
        for each in timeline.audio_tracks:
            self.track.addItem(track_label(timeline, each), each.id)
        self.track.setCurrentIndex(self.track.findData(track.id))
        self.gain.show_number(track.gain_db)
        self.pan.show_number(100 * track.pan)

    def set_open(self, is_open: bool) -> None:
        """Whether the track can be changed now."""
        self.gain.setEnabled(is_open)
        self.pan.setEnabled(is_open)

    def _with_gain(self, timeline: Timeline, gain_db: float) -> Timeline:
        return edits.set_track_sound(timeline, self._track_id, gain_db=gain_db)

    def _with_pan(self, timeline: Timeline, pan: float) -> Timeline:
        return edits.set_track_sound(timeline, self._track_id, pan=pan / 100)
