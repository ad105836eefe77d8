"""The fields of what is selected, a section for each side of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_studio.timeline.model import (
    Caption,
    Clip,
    Generator,
    Item,
    Still,
    Timeline,
    Title,
    Track,
)
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.inspector.caption_section import CaptionSection
from timeline_studio.ui.inspector.effects_section import EffectsSection
from timeline_studio.ui.inspector.item_sections import (
    ColourSection,
    ItemSection,
    SpeedSection,
    TitleSection,
)
from timeline_studio.ui.inspector.picture_section import PictureSection, SoundSection
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP


class ItemForm(QWidget):
    """Only what an item has is shown. Showing an item edits nothing."""

    edited = Signal(str, object)  # undo text, Change
    speed_entered = Signal(object)  # Fraction

    def __init__(self, document: TimelineDocument, theme: Theme) -> None:
        super().__init__()
        self.item = ItemSection()
        self.title = TitleSection()
        self.caption = CaptionSection()
        self.colour = ColourSection()
        self.picture = PictureSection(document)
        self.effects = EffectsSection(document, theme)
        self.sound = SoundSection(document)
        self.speed = SpeedSection()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for section in (
            self.title,
            self.caption,
            self.colour,
            self.item,
            self.picture,
            self.sound,
            self.speed,
        ):
            section.edited.connect(self.edited)
            layout.addWidget(section)
        layout.insertWidget(layout.indexOf(self.picture) + 1, self.effects)
        layout.addStretch()
        self.speed.speed_entered.connect(self.speed_entered)

    def show_item(self, timeline: Timeline, item: Item) -> None:
        """The item's own sides; `show_properties` shows those that several can have."""
        self.item.show_item(timeline, item)
        self.title.show_item(item)
        self.caption.show_item(item)
        self.colour.show_item(item)
        self.speed.show_item(item)

    def show_several(self) -> None:
        """Of several items only what they have in common is shown."""
        for section in (self.item, self.title, self.caption, self.colour, self.speed):
            section.hide()

    def show_properties(self, pictures: Sequence[Item], sounds: Sequence[Item]) -> None:
        self.picture.show_items(pictures)
        self.effects.show_items(pictures)
        self.sound.show_items(sounds)

    @property
    def is_moving(self) -> bool:
        """Whether what is shown depends on the playhead."""
        return self.picture.is_moving or self.effects.is_moving or self.sound.is_moving


def describe(item: Item, track: Track) -> str:
    """The item's kind in a word."""
    match item:
        case Clip():
            return tr("Video clip") if track.kind == "video" else tr("Audio clip")
        case Still():
            return tr("Still")
        case Title():
            return tr("Title")
        case Caption():
            return tr("Caption")
        case Generator():
            return tr("Colour")
