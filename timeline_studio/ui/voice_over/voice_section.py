"""The Audio tab's section of the voice-over: record, count in, how loud one speaks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QProgressBar, QSizePolicy

from timeline_studio.ui.audio.ballistics import LOWEST_DB, Bar
from timeline_studio.ui.elements.controls import button
from timeline_studio.ui.inspector.form_section import FormSection
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import INSPECTOR_CONTROL_HEIGHT
from timeline_studio.ui.voice_over.voice_over import VoiceOver

_LEVEL_HEIGHT = 8
_HINT = "What you say goes onto the track above, from the playhead on. Use headphones."


class VoiceSection(FormSection):
    """`pressed` asks to begin, or to end."""

    pressed = Signal()

    def __init__(self, voice: VoiceOver) -> None:
        super().__init__("Voice-over")
        self._voice = voice
        self._bar = Bar()
        self.record = button("Record", "voice-record")
        self.record.setFixedHeight(INSPECTOR_CONTROL_HEIGHT)
        self.record.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.record.clicked.connect(self.pressed)
        self.counts = QCheckBox(tr("Count in"))
        self.counts.setObjectName("voice-count-in")
        self.counts.setToolTip(tr("Wait three seconds before it begins"))
        self.counts.setChecked(True)
        self.level = QProgressBar(textVisible=False)
        self.level.setObjectName("voice-level")
        self.level.setAccessibleName(tr("Level of the microphone"))
        self.level.setRange(round(LOWEST_DB), 0)
        self.level.setFixedHeight(_LEVEL_HEIGHT)
        self.words = QLabel(wordWrap=True)
        self.words.setProperty("look", "secondary")
        self.add("Voice", self.record)
        self.add("", self.counts)
        self.add("Level", self.level)
        self.add("", self.words)
        voice.changed.connect(self._show)
        voice.heard.connect(self._on_heard)
        self._show()

    def _show(self) -> None:
        state, seconds = self._voice.state, self._voice.seconds
        self.record.setText(tr("Record") if state == "idle" else tr("Stop"))
        self.counts.setEnabled(state == "idle")
        self.show_row(self.level, is_shown=state == "recording")
        if state == "idle":
            self.words.setText(tr(_HINT))
            self._bar = Bar()
        elif state == "counting":
            self.words.setText(tr("Recording begins in {seconds}…", seconds=seconds))
        else:
            clock = f"{seconds // 60}:{seconds % 60:02}"
            self.words.setText(tr("Recording, {clock}", clock=clock))

    def _on_heard(self, level: float) -> None:
        self._bar.rise(level, 0.05)
        self.level.setValue(round(self._bar.level))
