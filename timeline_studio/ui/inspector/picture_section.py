"""The inspector's section of a picture: where it is, how it lies over others, how it fades."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from timeline_studio.timeline import edits
from timeline_studio.timeline.effects.transform import BLEND_MODES
from timeline_studio.timeline.model import Caption, Item
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.inspector.number_section import PropertyField
from timeline_studio.ui.inspector.property_section import PropertySection
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import GAP, INSPECTOR_CONTROL_HEIGHT

PICTURE_FIELDS = (
    PropertyField("opacity", "Opacity", " %", 100),
    PropertyField("x", "Position X", " px"),
    PropertyField("y", "Position Y", " px"),
    PropertyField("scale", "Scale", " %", 100),
    PropertyField("rotation", "Rotation", " °"),
    PropertyField("anchor_x", "Anchor X", " %", 100),
    PropertyField("anchor_y", "Anchor Y", " %", 100),
    PropertyField("crop_left", "Crop left", " %", 100, 0.5),
    PropertyField("crop_top", "Crop top", " %", 100, 0.5),
    PropertyField("crop_right", "Crop right", " %", 100, 0.5),
    PropertyField("crop_bottom", "Crop bottom", " %", 100, 0.5),
)
SOUND_FIELDS = (
    PropertyField("gain_db", "Gain", " dB", step=0.5),
    PropertyField("pan", "Pan", " %", 100),
)


class PictureSection(PropertySection):
    def __init__(self, document: TimelineDocument) -> None:
        super().__init__("Picture", document, PICTURE_FIELDS)
        self.blend = QComboBox()
        self.blend.setObjectName("item-blend")
        self.blend.setToolTip(tr("How the picture is mixed with what is below it"))
        self.blend.setProperty("compact", "true")
        self.blend.setFixedHeight(INSPECTOR_CONTROL_HEIGHT)
        for mode in BLEND_MODES:
            self.blend.addItem(tr(mode.capitalize()), mode)
        self.blend.activated.connect(self._on_blend)
        self.add("Blend", self.blend)
        self.across = _box("Across", "flip-across", "Mirror the picture left to right")
        self.down = _box("Down", "flip-down", "Mirror the picture top to bottom")
        self.across.clicked.connect(lambda on: self._flip(across=on))
        self.down.clicked.connect(lambda on: self._flip(down=on))
        flips = QWidget()
        row = QHBoxLayout(flips)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.across)
        row.addWidget(self.down)
        row.addStretch()
        self.add("Flip", flips)

    def show_items(self, items: Sequence[Item]) -> None:
        shown = [item for item in items if not isinstance(item, Caption)]
        super().show_items(shown)
        if shown:
            blends = {item.blend for item in shown}
            self.blend.setCurrentIndex(
                self.blend.findData(shown[0].blend) if len(blends) == 1 else -1
            )
            self.across.setChecked(shown[0].transform.flip_x)
            self.down.setChecked(shown[0].transform.flip_y)

    def _on_blend(self) -> None:
        mode = self.blend.currentData()
        self.apply("Change blend mode", lambda timeline, ids: edits.set_blend(timeline, ids, mode))

    def _flip(self, *, across: bool | None = None, down: bool | None = None) -> None:
        self.apply(
            "Flip", lambda timeline, ids: edits.set_flip(timeline, ids, across=across, down=down)
        )


class SoundSection(PropertySection):
    def __init__(self, document: TimelineDocument) -> None:
        super().__init__("Audio", document, SOUND_FIELDS)
        self.gain = self.rows["gain_db"].field


def _box(text: str, name: str, tip: str) -> QCheckBox:
    made = QCheckBox(tr(text))
    made.setObjectName(name)
    made.setToolTip(tr(tip))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
