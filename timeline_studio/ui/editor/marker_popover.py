"""Edits one marker: name, colour, note, length."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QPlainTextEdit, QWidget

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Marker
from timeline_studio.timeline.time import from_seconds, to_seconds
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.gesture import on_frame
from timeline_studio.ui.editor.marker_colors import MARKER_COLORS, marker_color
from timeline_studio.ui.elements.controls import button, label, name_field
from timeline_studio.ui.elements.popover import Popover
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import GAP

_WIDTH = 320
_NOTE_HEIGHT = 64
_LONGEST = 24 * 3600.0


class MarkerPopover(Popover):
    """Return or the button keeps it, in one step; Esc, or a press outside, leaves it as it was."""

    def __init__(self, anchor: QWidget, document: TimelineDocument) -> None:
        super().__init__(anchor, width=_WIDTH)
        self.setObjectName("marker-popover")
        self._document = document
        self._marker: Marker | None = None
        self.name = name_field("Name", "marker-name")
        self.color = QComboBox()
        self.color.setObjectName("marker-color")
        for color, shade in MARKER_COLORS.items():
            swatch = QPixmap(12, 12)
            swatch.fill(shade)
            self.color.addItem(swatch, tr(color.capitalize()), color)
        self.length = QDoubleSpinBox(maximum=_LONGEST, decimals=2, suffix=" s")
        self.length.setObjectName("marker-length")
        self.length.setToolTip(tr("How long it lasts: 0 is a moment"))
        self.note = QPlainTextEdit()
        self.note.setObjectName("marker-note")
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self.button = button("Keep", "marker-accept", look="primary")
        self.button.clicked.connect(self._accept)
        form = QFormLayout()
        form.setSpacing(GAP)
        for word, field in (
            ("Name", self.name),
            ("Colour", self.color),
            ("Length", self.length),
            ("Note", self.note),
        ):
            form.addRow(tr(word), field)
        self.body.addWidget(label("Marker", "section"))
        self.body.addLayout(form)
        self.body.addWidget(self.button)

    def edit(self, marker: Marker) -> None:
        self._marker = marker
        self.name.setText(marker.name)
        known = self.color.findData(marker.color)
        self.color.setCurrentIndex(max(0, known))
        self.length.setValue(to_seconds(marker.duration))
        self.note.setPlainText(marker.note)
        self.open()
        self.name.setFocus()
        self.name.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        else:
            super().keyPressEvent(event)

    def _accept(self) -> None:
        old = self._marker
        if old is None:
            return
        self.length.interpretText()
        new = replace(
            old, name=self.name.text().strip(), note=self.note.toPlainText(), color=self._color(old)
        )
        if self.length.value() != round(to_seconds(old.duration), 2):
            length = from_seconds(self.length.value())
            new = replace(new, duration=on_frame(length, self._document.timeline.rate))
        if new == old or self._document.apply(
            "Edit marker", lambda timeline: edits.change_marker(timeline, new)
        ):
            self.dismiss()

    def _color(self, old: Marker) -> str:
        """A name that is not offered stays, unless another is chosen."""
        chosen = str(self.color.currentData())
        is_same = marker_color(old.color) == marker_color(chosen)
        return old.color if is_same else chosen
