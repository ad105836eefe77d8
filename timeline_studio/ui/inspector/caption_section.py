"""The inspector's section of a caption: what it says, where, and how well it can be read."""

from PySide6.QtWidgets import QComboBox, QLabel

from timeline_studio.timeline.captions import warnings_of
from timeline_studio.timeline.model import Caption, Item
from timeline_studio.ui.elements.leaving_text import LeavingText
from timeline_studio.ui.inspector.form_section import FormSection
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import INSPECTOR_CONTROL_HEIGHT

_TEXT_HEIGHT = 72
PLACES = {"bottom": "Bottom", "middle": "Middle", "top": "Top"}
ALIGNS = {"left": "Left", "center": "Centre", "right": "Right"}


class CaptionSection(FormSection):
    """Choosing a place is one undo step, as is a text, when the focus leaves it."""

    def __init__(self) -> None:
        super().__init__("Caption")
        self.text = LeavingText("caption-text")
        self.text.setFixedHeight(_TEXT_HEIGHT)
        self.text.setToolTip(tr("What the caption says; each line of it is a line on the screen"))
        self.text.left.connect(lambda: self.edit("Change caption", text=self.text.toPlainText()))
        self.place = _choice("caption-place", PLACES, "Where in the picture, from top to bottom")
        self.align = _choice("caption-align", ALIGNS, "On which side, and how its lines align")
        self.place.activated.connect(
            lambda: self.edit("Move caption", place=self.place.currentData())
        )
        self.align.activated.connect(
            lambda: self.edit("Move caption", align=self.align.currentData())
        )
        self.ease = QLabel(wordWrap=True)
        self.ease.setProperty("look", "secondary")
        self.add("Text", self.text)
        self.add("Place", self.place)
        self.add("Side", self.align)
        self.add("Reading", self.ease)

    def show_item(self, item: Item) -> None:
        self.setVisible(isinstance(item, Caption))
        if isinstance(item, Caption):
            if self.text.toPlainText() != item.text:
                self.text.setPlainText(item.text)
            self.place.setCurrentIndex(self.place.findData(item.place))
            self.align.setCurrentIndex(self.align.findData(item.align))
            troubles = [f"⚠ {each}" for each in warnings_of(item)]
            self.ease.setText("\n".join(troubles) or tr("Easy to read"))


def _choice(name: str, words: dict[str, str], tip: str) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    made.setToolTip(tr(tip))
    made.setProperty("compact", "true")
    made.setFixedHeight(INSPECTOR_CONTROL_HEIGHT)
    for value, word in words.items():
        made.addItem(tr(word), value)
    return made
