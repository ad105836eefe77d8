"""What some effects have beside numbers: curves, the key's colour, a LUT's file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from timeline_studio.timeline.effects.effect import ChromaKey, Curves, Effect, Lut
from timeline_studio.ui.elements.controls import button, tool_button
from timeline_studio.ui.inspector.colour_button import ColourButton
from timeline_studio.ui.inspector.curve_view import CurveView
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT

_CHANNELS = {
    "master": ("All", "t1", "The curve of all channels"),
    "red": ("Red", "err", "The curve of red"),
    "green": ("Green", "ok", "The curve of green"),
    "blue": ("Blue", "accent", "The curve of blue"),
}
"""By field: a word, a colour's token, a tip."""


class EffectExtra(QWidget):
    """`changed` carries what to call it, the fields, and whether they begin a gesture."""

    changed = Signal(str, object, bool)

    def show_effect(self, effect: Effect) -> None:
        raise NotImplementedError


class CurvesField(EffectExtra):
    """A curve for all channels and one for each."""

    def __init__(self, theme: Theme, address: str) -> None:
        super().__init__()
        self.view = CurveView(theme, f"{address}-curve")
        self._channel = "master"
        self._effect = Curves()
        self.channels = {
            name: button(word, f"{address}-{name}", tip=tip, look="tab")
            for name, (word, _, tip) in _CHANNELS.items()
        }
        row = QHBoxLayout()
        row.setSpacing(GAP_TIGHT)
        for name, each in self.channels.items():
            each.setCheckable(True)
            each.clicked.connect(lambda _on, name=name: self._choose(name))
            row.addWidget(each)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_TIGHT)
        column.addLayout(row)
        column.addWidget(self.view)
        self.view.bent.connect(
            lambda points, is_first: self.changed.emit(
                "Bend curve", {self._channel: points}, is_first
            )
        )
        self._choose("master")

    def show_effect(self, effect: Effect) -> None:
        if isinstance(effect, Curves):
            self._effect = effect
            points = getattr(effect, self._channel)
            self.view.show_points(points, _CHANNELS[self._channel][1])

    def _choose(self, channel: str) -> None:
        self._channel = channel
        for name, each in self.channels.items():
            each.setChecked(name == channel)
        self.show_effect(self._effect)


class KeyColorField(EffectExtra):
    """The colour that becomes clear: chosen, or picked from what is on the screen."""

    pick_requested = Signal()

    def __init__(self, theme: Theme, address: str) -> None:
        super().__init__()
        self.swatch = ColourButton(f"{address}-color")
        self.swatch.chosen.connect(
            lambda color: self.changed.emit("Change key colour", {"color": color}, True)
        )
        self.picker = tool_button(theme, "eyedropper", "Pick the colour in the monitor")
        self.picker.setObjectName(f"{address}-pick")
        self.picker.clicked.connect(self.pick_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.swatch, 1)
        row.addWidget(self.picker)

    def show_effect(self, effect: Effect) -> None:
        if isinstance(effect, ChromaKey):
            self.swatch.show_color(effect.color)


class LutField(EffectExtra):
    """Which file: the name that it had."""

    choose_requested = Signal()

    def __init__(self, address: str) -> None:
        super().__init__()
        self.chosen = button("", f"{address}-file", tip="Choose a .cube file; a copy of it is kept")
        self.chosen.clicked.connect(self.choose_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chosen)

    def show_effect(self, effect: Effect) -> None:
        if isinstance(effect, Lut):
            self.chosen.setText(effect.name or tr("Choose a file…"))
