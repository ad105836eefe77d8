"""The Audio tab of the inspector: the film, a track, and the clips that are selected."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from timeline_studio.render import Resolve
from timeline_studio.timeline.model import Clip, Track
from timeline_studio.timeline.selection import sounds
from timeline_studio.ui.audio.audio_actions import AudioActions
from timeline_studio.ui.audio.clip_section import ClipSection
from timeline_studio.ui.audio.ducking_section import DuckingSection
from timeline_studio.ui.audio.levelling import Levelling
from timeline_studio.ui.audio.master_section import MasterSection
from timeline_studio.ui.audio.track_section import TrackSection
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import GAP, GAP_PART, GAP_WIDE
from timeline_studio.ui.voice_over.voice_over import VoiceOver
from timeline_studio.ui.voice_over.voice_section import VoiceSection

_NO_CLIP = "Select a clip with sound to set its level."


class AudioPanel(QWidget):
    """Every edit here is one undo step on the document. `failed` carries what to tell.

    Its fields follow the document only while they can be seen.
    """

    failed = Signal(str)
    asked_for = Signal()

    def __init__(
        self,
        document: TimelineDocument,
        resolve: Resolve,
        tasks: BackgroundTasks,
        voice: VoiceOver,
    ) -> None:
        super().__init__()
        self.voice = voice
        voice.setParent(self)
        self._document = document
        self._track_id = ""
        self.commands = AudioActions(self)
        self.levelling = Levelling(document, resolve, tasks, self)
        self.master = MasterSection(document)
        self.track = TrackSection(document)
        self.ducking = DuckingSection(document)
        self.clip = ClipSection(document)
        self.voice_over = VoiceSection(voice)
        self.hint = QLabel(tr(_NO_CLIP), wordWrap=True)
        self.hint.setProperty("look", "secondary")
        self.hint.setContentsMargins(GAP_WIDE, 0, GAP_WIDE, 0)
        self._arrange()
        self._connect()
        self._show()

    def _arrange(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, GAP_PART, 0, GAP_PART)
        column.setSpacing(GAP)
        for part in (self.clip, self.hint, self.track, self.ducking, self.voice_over, self.master):
            column.addWidget(part)
        column.addStretch()
        area = QScrollArea(widgetResizable=True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _connect(self) -> None:
        document, actions = self._document, self.commands
        document.changed.connect(lambda _timeline: self._show())
        document.selection_changed.connect(lambda _ids: self._on_selected())
        document.read_only_changed.connect(lambda _on: self._show())
        document.playhead_changed.connect(lambda _time: self._on_playhead_moved())
        self.track.chosen.connect(self._choose_track)
        self.clip.levelled.connect(self._level)
        self.clip.cancelled.connect(self.levelling.cancel)
        self.levelling.working.connect(self._on_working)
        self.levelling.failed.connect(self.failed)
        actions.show_tab.triggered.connect(self.asked_for)
        self.voice_over.pressed.connect(self._record)
        self.voice.failed.connect(self.failed)
        self.voice.changed.connect(self._show_actions)
        actions.record.triggered.connect(self._record)
        actions.level.triggered.connect(self._level)
        actions.keep_pitch.triggered.connect(self._keep_pitch)
        actions.limiter.triggered.connect(self.master.set_limiter)
        for loudness, action in actions.loudnesses.items():
            action.triggered.connect(lambda _on, to=loudness: self.master.set_loudness(to))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_page()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.levelling.cancel()
        self.voice.stop()
        super().closeEvent(event)

    def _show(self) -> None:
        self._show_actions()
        if self.isVisible():
            self._show_page()

    def _show_page(self) -> None:
        timeline = self._document.timeline
        self.master.show_timeline(timeline)
        self.master.setEnabled(not self._document.is_read_only)
        track = self._track()
        for section in (self.track, self.ducking):
            section.setVisible(track is not None)
            if track is not None:
                section.show_track(timeline, track)
                section.set_open(not (track.locked or self._document.is_read_only))
        self._show_clips()

    def _show_clips(self) -> None:
        found = self._sounds()
        self.clip.show_items([clip for _, clip in found])
        self.hint.setVisible(not found)
        self.clip.setEnabled(self._is_open(found))

    def _is_open(self, found: list[tuple[Track, Clip]]) -> bool:
        return not (self._document.is_read_only or any(track.locked for track, _ in found))

    def _show_actions(self) -> None:
        timeline, actions = self._document.timeline, self.commands
        found = self._sounds()
        has_clips = bool(found) and self._is_open(found)
        actions.level.setEnabled(has_clips)
        actions.keep_pitch.setEnabled(has_clips)
        actions.keep_pitch.setChecked(has_clips and all(clip.keep_pitch for _, clip in found))
        is_open = not self._document.is_read_only
        actions.record.setEnabled(is_open)
        actions.record.setChecked(self.voice.state != "idle")
        actions.limiter.setEnabled(is_open)
        actions.limiter.setChecked(timeline.limiter)
        for loudness, action in actions.loudnesses.items():
            action.setEnabled(is_open)
            action.setChecked(timeline.loudness == loudness)

    def _track(self) -> Track | None:
        """The chosen track, else the first."""
        tracks = self._document.timeline.audio_tracks
        chosen = next((each for each in tracks if each.id == self._track_id), None)
        return chosen or (tracks[0] if tracks else None)

    def _choose_track(self, track_id: str) -> None:
        self._track_id = track_id
        self._show()

    def _sounds(self) -> list[tuple[Track, Clip]]:
        ids = self._document.selection
        return sounds(self._document.timeline, ids) if ids else []

    def _on_selected(self) -> None:
        sounds = self._sounds()
        if sounds:
            self._track_id = sounds[0][0].id
        self._show()

    def _on_playhead_moved(self) -> None:
        if self.isVisible() and self.clip.is_moving:
            self._show_clips()

    def _level(self) -> None:
        clips = [clip for _, clip in self._sounds()]
        self.levelling.begin(clips, self.clip.level.currentData())

    def _record(self) -> None:
        """Begin, or end."""
        if self.voice.state == "idle":
            self.voice.begin(self._track(), counts=self.voice_over.counts.isChecked())
        else:
            self.voice.stop()
        self._show_actions()

    def _keep_pitch(self, keep: bool) -> None:
        self._show_clips()  # they may be out of sight
        self.clip.set_keep_pitch(keep)

    def _on_working(self, share: float | None) -> None:
        words = None if share is None else tr("Listening… {percent} %", percent=round(100 * share))
        self.clip.show_working(words)
