"""The inspector's sections: what every item has, a title's words, a colour, a speed."""

from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from timeline_studio.timeline.model import Clip, Generator, Item, Timeline, Title
from timeline_studio.timeline.time import timecode
from timeline_studio.ui.elements.controls import name_field
from timeline_studio.ui.elements.leaving_text import LeavingText
from timeline_studio.ui.inspector.colour_button import ColourButton
from timeline_studio.ui.inspector.form_section import FormSection, NumberField
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import GAP

_TEXT_HEIGHT = 72


class ItemSection(FormSection):
    """Name, times, enabled."""

    def __init__(self) -> None:
        super().__init__("Item")
        self.name = name_field("", "item-name")
        self.name.setProperty("compact", "true")
        self.name.editingFinished.connect(
            lambda: self.edit("Rename", name=self.name.text().strip())
        )
        self.add("Name", self.name)
        self.times = {word: QLabel() for word in ("Start", "End", "Duration", "Source in")}
        for word, time in self.times.items():
            time.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.add(word, time)
        self.enabled = QCheckBox(tr("Enabled"))
        self.enabled.setObjectName("item-enabled")
        self.enabled.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.enabled.clicked.connect(self._on_enabled)
        self.add("", self.enabled)

    def show_item(self, timeline: Timeline, item: Item) -> None:
        self.name.setText(item.name)
        self.name.setCursorPosition(0)
        shown = {"Start": item.start, "End": item.end, "Duration": item.duration}
        if isinstance(item, Clip):
            shown["Source in"] = item.source_start
        for word, time in self.times.items():
            self.show_row(time, is_shown=word in shown)
            time.setText(timecode(shown.get(word, 0), timeline.rate))
        self.enabled.setChecked(item.enabled)

    def _on_enabled(self) -> None:
        is_on = self.enabled.isChecked()
        self.edit("Enable" if is_on else "Disable", enabled=is_on)


class TitleSection(FormSection):
    """The words, their size in per cent of the picture's height, their place in per cent."""

    def __init__(self) -> None:
        super().__init__("Title")
        self.text = LeavingText("title-text")
        self.text.setFixedHeight(_TEXT_HEIGHT)
        self.text.left.connect(lambda: self.edit("Change title", text=self.text.toPlainText()))
        self.letter_size = NumberField("title-size", 0.5, 100, " %")
        self.across = NumberField("title-x", 0, 100, " %", "From the left")
        self.down = NumberField("title-y", 0, 100, " %", "From the top")
        self.letter_size.entered.connect(lambda size: self.edit("Change title size", size=size))
        self.across.entered.connect(lambda x: self.edit("Move title", x=x / 100))
        self.down.entered.connect(lambda y: self.edit("Move title", y=y / 100))
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.across)
        row.addWidget(self.down)
        self.add("Text", self.text)
        self.add("Size", self.letter_size)
        self.add("Position", place)

    def show_item(self, item: Item) -> None:
        self.setVisible(isinstance(item, Title))
        if isinstance(item, Title):
            if self.text.toPlainText() != item.text:
                self.text.setPlainText(item.text)
            self.letter_size.show_number(item.size)
            self.across.show_number(item.x * 100)
            self.down.show_number(item.y * 100)


class ColourSection(FormSection):
    def __init__(self) -> None:
        super().__init__("Colour")
        self.swatch = ColourButton("item-colour")
        self.swatch.chosen.connect(lambda color: self.edit("Change colour", color=color))
        self.add("Colour", self.swatch)

    def show_item(self, item: Item) -> None:
        self.setVisible(isinstance(item, Title | Generator))
        if isinstance(item, Title | Generator):
            self.swatch.show_color(item.color)


class SpeedSection(FormSection):
    """In per cent; less than nothing is backwards. A freeze frame has none."""

    speed_entered = Signal(object)  # Fraction

    def __init__(self) -> None:
        super().__init__("Speed")
        self.speed = NumberField("item-speed", -1000, 1000, " %", "Negative is backwards")
        self.speed.entered.connect(self._on_entered)
        self.add("Speed", self.speed)

    def show_item(self, item: Item) -> None:
        is_running = isinstance(item, Clip) and item.speed != 0
        self.setVisible(is_running)
        if isinstance(item, Clip) and is_running:
            self.speed.show_number(float(100 * item.speed))

    def _on_entered(self, percent: float) -> None:
        self.speed_entered.emit(Fraction(round(10 * percent), 1000))
