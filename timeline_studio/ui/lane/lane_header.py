"""The lane's part of the headers: which property, its value at the playhead, close."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from timeline_studio.timeline.effects.animation import value_at
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.track_headers import TrackHeaders
from timeline_studio.ui.editor.track_layout import TrackLayout
from timeline_studio.ui.editor.viewport import Viewport
from timeline_studio.ui.elements.controls import label, tool_button
from timeline_studio.ui.lane.lane_state import LaneState
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT, INSPECTOR_CONTROL_HEIGHT

_LIST_WIDTH = 200  # of the open list: effects have longer words than the narrow header has room
_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_FRAME = {"x": "width", "y": "height"}
_USUAL = {"width": 1920, "height": 1080}


class _Picker(QComboBox):
    """Walks its list with the arrows, which elsewhere in the panel walk the edit points."""

    def event(self, event: QEvent) -> bool:
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() in _WALKING:
            event.accept()
            return True
        return super().event(event)


class LaneHeader(QWidget):
    def __init__(
        self,
        document: TimelineDocument,
        headers: TrackHeaders,
        state: LaneState,
        *,
        viewport: Viewport,
        layout: TrackLayout,
        theme: Theme,
    ) -> None:
        super().__init__(headers)
        self._document = document
        self._headers = headers
        self._state = state
        self._viewport = viewport
        self._layout = layout
        self._theme = theme
        self.setObjectName("keyframe-lane-header")
        self.picker = _Picker()
        self.picker.setObjectName("lane-property")
        self.picker.setAccessibleName(tr("Property of the keyframe lane"))
        self.picker.setToolTip(tr("Which property's keyframes are shown; ◆ has some"))
        self.picker.setProperty("compact", "true")
        self.picker.setFixedHeight(INSPECTOR_CONTROL_HEIGHT)
        self.picker.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.picker.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.picker.view().setMinimumWidth(_LIST_WIDTH)
        self.picker.activated.connect(self._on_picked)
        self.value = label("", "secondary")
        self.close_button = tool_button(theme, "close", "Close the keyframe lane (Shift+K)")
        self.close_button.clicked.connect(state.close)
        self._lay_out()
        self.hide()
        state.changed.connect(self._show)
        viewport.changed.connect(self._place)
        layout.changed.connect(self._place)
        document.playhead_changed.connect(lambda _time: self._show_value())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("bg1"))
        painter.setPen(self._theme.color("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP_TIGHT)
        line.addWidget(self.value, 1)
        line.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP_TIGHT, GAP_TIGHT, 0)
        column.setSpacing(0)
        column.addWidget(self.picker)
        column.addLayout(line)
        column.addStretch()

    def _show(self) -> None:
        choice = self._state.choice
        if choice is not None:
            words = [
                f"{'◆ ' if each.is_moving else ''}{each.words}" for each in self._state.choices
            ]
            if words != [self.picker.itemText(i) for i in range(self.picker.count())]:
                self.picker.clear()
                self.picker.addItems(words)
            keys = [(each.item_id, each.field.name) for each in self._state.choices]
            self.picker.setCurrentIndex(keys.index((choice.item_id, choice.field.name)))
        self._place()
        self._show_value()

    def _show_value(self) -> None:
        place, choice = self._state.place, self._state.choice
        if place is None or choice is None:
            return
        field, time = choice.field, self._document.playhead - place[1].start
        side = _FRAME.get(field.name)
        factor = field.factor
        if side is not None:
            factor = getattr(self._document.timeline, side) or _USUAL[side]
        number = value_at(self._state.animated, time) * factor
        self.value.setText(f"{number:.{field.decimals}f}{field.suffix}")

    def _place(self) -> None:
        place = self._state.place
        self.setVisible(place is not None)
        if place is not None:
            row = self._layout.rows.of(place[0].id)
            top = row.bottom - self._viewport.top
            self.setGeometry(0, top, self._headers.width(), self._state.height)

    def _on_picked(self, index: int) -> None:
        self._state.show_choice(self._state.choices[index])
