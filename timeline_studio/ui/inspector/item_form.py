"""The fields of one selected item."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from timeline_studio.timeline.model import Clip, Generator, Item, Still, Timeline, Title, Track
from timeline_studio.timeline.time import timecode
from timeline_studio.ui.elements.controls import button, name_field
from timeline_studio.ui.elements.leaving_text import LeavingText
from timeline_studio.ui.theme.metrics import (
    GAP,
    GAP_TIGHT,
    GAP_WIDE,
    INSPECTOR_CONTROL_HEIGHT,
)

Change = Callable[[Item], Item]

_LABEL_WIDTH = 76


class ItemForm(QWidget):
    """Shows an item; `edited` carries what to call the edit, and how the item changes."""

    edited = Signal(str, object)  # undo text, Change
    gain_edited = Signal(float)  # decibels

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP)
        self._build_time()
        self._build_title()
        self._build_colour()
        self._build_sound()
        self._layout.addStretch()
        self._color = "#FFFFFF"

    def show_item(self, timeline: Timeline, item: Item, sound: Clip | None) -> None:
        """Fill every field, without saying that anything was edited; `sound` has the gain."""
        for field in self.findChildren(QWidget):
            field.blockSignals(True)
        self._show_time(timeline, item)
        self._show_title(item)
        self._show_colour(item)
        self.sound.setVisible(sound is not None)
        if sound is not None:
            self.gain.setValue(sound.gain_db)
        for field in self.findChildren(QWidget):
            field.blockSignals(False)

    def _build_time(self) -> None:
        _, form = self._section("Item")
        self.name = name_field("", "item-name")
        self.name.editingFinished.connect(self._on_name)
        form.addRow(_label("Name"), _compact(self.name))
        self.times = {word: QLabel() for word in ("Start", "End", "Duration", "Source in")}
        for word, label in self.times.items():
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(_label(word), label)
        self.enabled = QCheckBox("Enabled")
        self.enabled.setObjectName("item-enabled")
        self.enabled.toggled.connect(
            lambda on: self._edit("Enable" if on else "Disable", enabled=on)
        )
        form.addRow(_label(""), self.enabled)

    def _build_title(self) -> None:
        self.title, form = self._section("Title")
        self.text = LeavingText("title-text")
        self.text.setFixedHeight(72)
        self.text.left.connect(self._on_text)
        form.addRow(_label("Text"), self.text)
        self.title_size = _number("title-size", 0.5, 100, " %", 1)
        self.title_size.editingFinished.connect(
            lambda: self._edit("Change title size", size=self.title_size.value())
        )
        form.addRow(_label("Size"), self.title_size)
        self.across = _number("title-x", 0, 100, " %", 1)
        self.down = _number("title-y", 0, 100, " %", 1)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for field, tip in ((self.across, "From the left"), (self.down, "From the top")):
            field.setToolTip(tip)
            field.editingFinished.connect(self._on_place)
            row.addWidget(field)
        form.addRow(_label("Position"), place)

    def _build_colour(self) -> None:
        self.colour, form = self._section("Colour")
        self.swatch = button("", "item-colour", tip="Choose a colour")
        self.swatch.clicked.connect(self._choose_colour)
        form.addRow(_label("Colour"), self.swatch)

    def _build_sound(self) -> None:
        self.sound, form = self._section("Audio")
        self.gain = _number("item-gain", -60, 24, " dB", 1)
        self.gain.editingFinished.connect(lambda: self.gain_edited.emit(self.gain.value()))
        form.addRow(_label("Gain"), self.gain)

    def _section(self, title: str) -> tuple[QWidget, QFormLayout]:
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        head = QFrame()
        head.setProperty("look", "section")
        head.setFixedHeight(28)
        row = QHBoxLayout(head)
        row.setContentsMargins(GAP_WIDE, 0, GAP_WIDE, 0)
        label = QLabel(title)
        label.setProperty("look", "section")
        row.addWidget(label)
        form = QFormLayout()
        form.setContentsMargins(GAP_WIDE + GAP, 0, GAP_WIDE, GAP_TIGHT)
        form.setHorizontalSpacing(GAP)
        form.setVerticalSpacing(GAP_TIGHT)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(head)
        column.addLayout(form)
        self._layout.addWidget(section)
        return section, form

    def _show_time(self, timeline: Timeline, item: Item) -> None:
        self.name.setText(item.name)
        shown = {"Start": item.start, "End": item.end, "Duration": item.duration}
        if isinstance(item, Clip):
            shown["Source in"] = item.source_start
        for word, label in self.times.items():
            label.setText(timecode(shown[word], timeline.rate) if word in shown else "–")
        self.enabled.setChecked(item.enabled)

    def _show_title(self, item: Item) -> None:
        self.title.setVisible(isinstance(item, Title))
        if isinstance(item, Title):
            if self.text.toPlainText() != item.text:
                self.text.setPlainText(item.text)
            self.title_size.setValue(item.size)
            self.across.setValue(item.x * 100)
            self.down.setValue(item.y * 100)

    def _show_colour(self, item: Item) -> None:
        has_colour = isinstance(item, Title | Generator)
        self.colour.setVisible(has_colour)
        if isinstance(item, Title | Generator):
            self._color = item.color
            self.swatch.setText(item.color.upper())
            ink = "#000000" if QColor(item.color).lightness() > 140 else "#FFFFFF"
            self.swatch.setStyleSheet(f"background: {QColor(item.color).name()}; color: {ink};")

    def _on_name(self) -> None:
        self._edit("Rename", name=self.name.text().strip())

    def _on_text(self) -> None:
        self._edit("Change title", text=self.text.toPlainText())

    def _on_place(self) -> None:
        self._edit("Move title", x=self.across.value() / 100, y=self.down.value() / 100)

    def _choose_colour(self) -> None:
        dialog = QColorDialog(QColor(self._color), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(
            lambda color: self._edit("Change colour", color=color.name().upper())
        )
        dialog.open()

    def _edit(self, undo_text: str, **changes: object) -> None:
        self.edited.emit(undo_text, lambda item: msgspec.structs.replace(item, **changes))


def describe(item: Item, track: Track) -> str:
    """The item's kind in a word."""
    match item:
        case Clip():
            return "Video clip" if track.kind == "video" else "Audio clip"
        case Still():
            return "Still"
        case Title():
            return "Title"
        case Generator():
            return "Colour"


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", "field")
    label.setFixedWidth(_LABEL_WIDTH)
    label.setMinimumHeight(24)
    return label


def _compact(field: QWidget) -> QWidget:
    field.setProperty("compact", "true")
    return field


def _number(name: str, low: float, high: float, suffix: str, decimals: int) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setObjectName(name)
    field.setRange(low, high)
    field.setSuffix(suffix)
    field.setDecimals(decimals)
    field.setKeyboardTracking(False)
    field.setFixedHeight(INSPECTOR_CONTROL_HEIGHT)
    field.lineEdit().setTextMargins(GAP - 2, 0, GAP - 2, 0)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    _compact(field)
    return field
