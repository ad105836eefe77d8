"""The Audio tab's section of what is selected: level, side, fades, pitch, loudness."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Clip, Item
from timeline_studio.ui.audio.choice import choice
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.controls import button
from timeline_studio.ui.inspector.number_section import PropertyField
from timeline_studio.ui.inspector.property_section import PropertySection
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT, INSPECTOR_CONTROL_HEIGHT

LEVELS = (-14.0, -16.0, -18.0, -23.0, -27.0)
_USUAL = -16.0


class ClipSection(PropertySection):
    """`levelled` is pressed: bring these clips to `level`; `cancelled`, while that is going on."""

    levelled = Signal()
    cancelled = Signal()

    def __init__(self, document: TimelineDocument) -> None:
        super().__init__(
            "Clip",
            document,
            (
                PropertyField("gain_db", "Gain", " dB", step=0.5),
                PropertyField("pan", "Pan", " %", 100),
            ),
        )
        for name, row in self.rows.items():
            row.field.setObjectName(f"clip-{name}")
        self.pitch = QCheckBox(tr("Keep pitch"))
        self.pitch.setObjectName("clip-keep-pitch")
        self.pitch.setToolTip(tr("At another speed: sound as high as before, not as a tape does"))
        self.pitch.clicked.connect(self.set_keep_pitch)
        self.level = choice(
            "clip-level", "Loudness to level clips to", "How loud each clip gets on the whole"
        )
        for loudness in LEVELS:
            self.level.addItem(f"−{-loudness:.0f} LUFS", loudness)
        self.level.setCurrentIndex(LEVELS.index(_USUAL))
        self.press = button("Level", "clip-level-now", tip="Give each clip the gain for this")
        self.press.setFixedHeight(INSPECTOR_CONTROL_HEIGHT)
        self.press.clicked.connect(self._on_pressed)
        self.progress = QLabel(wordWrap=True)
        self.progress.setProperty("look", "secondary")
        level = QWidget()
        line = QHBoxLayout(level)
        line.setContentsMargins(0, 0, 0, GAP_TIGHT)
        line.setSpacing(GAP)
        line.addWidget(self.level, 1)
        line.addWidget(self.press)
        self.add("Speed", self.pitch)
        self.add("Loudness", level)
        self.add("", self.progress)
        self.show_working(None)

    def show_items(self, items: Sequence[Item]) -> None:
        super().show_items(items)
        clips = [item for item in items if isinstance(item, Clip)]
        self.pitch.setChecked(all(clip.keep_pitch for clip in clips))
        self.show_row(self.pitch, is_shown=any(abs(clip.speed) != 1 for clip in clips))

    def show_working(self, words: str | None) -> None:
        """What is going on, while clips are listened to; None when nothing is."""
        self._is_working = words is not None
        self.press.setText(tr("Cancel") if self._is_working else tr("Level"))
        self.progress.setText(words or "")
        self.show_row(self.progress, is_shown=words is not None)

    def set_keep_pitch(self, keep: bool) -> None:
        self.apply(
            "Keep pitch" if keep else "Let pitch follow speed",
            lambda timeline, ids: edits.set_keep_pitch(timeline, ids, keep=keep, with_links=False),
        )

    def _on_pressed(self) -> None:
        (self.cancelled if self._is_working else self.levelled).emit()
