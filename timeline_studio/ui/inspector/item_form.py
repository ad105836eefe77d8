"""The fields of one selected item, a section for each side of it."""

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
from timeline_studio.ui.inspector.caption_section import CaptionSection
from timeline_studio.ui.inspector.item_sections import (
    ColourSection,
    ItemSection,
    SoundSection,
    SpeedSection,
    TitleSection,
)
from timeline_studio.ui.theme.metrics import GAP


class ItemForm(QWidget):
    """Only what an item has is shown. Showing an item edits nothing."""

    edited = Signal(str, object)  # undo text, Change
    gain_entered = Signal(float)  # decibels
    speed_entered = Signal(object)  # Fraction

    def __init__(self) -> None:
        super().__init__()
        self.item = ItemSection()
        self.title = TitleSection()
        self.caption = CaptionSection()
        self.colour = ColourSection()
        self.sound = SoundSection()
        self.speed = SpeedSection()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for section in (self.title, self.caption, self.colour, self.item, self.sound, self.speed):
            section.edited.connect(self.edited)
            layout.addWidget(section)
        layout.addStretch()
        self.sound.gain_entered.connect(self.gain_entered)
        self.speed.speed_entered.connect(self.speed_entered)

    def show_item(self, timeline: Timeline, item: Item, sound: Clip | None) -> None:
        """`sound` is the clip whose gain is shown, the item's own or its partner's."""
        self.item.show_item(timeline, item)
        self.title.show_item(item)
        self.caption.show_item(item)
        self.colour.show_item(item)
        self.sound.show_clip(sound)
        self.speed.show_item(item)


def describe(item: Item, track: Track) -> str:
    """The item's kind in a word."""
    match item:
        case Clip():
            return "Video clip" if track.kind == "video" else "Audio clip"
        case Still():
            return "Still"
        case Title():
            return "Title"
        case Caption():
            return "Caption"
        case Generator():
            return "Colour"
