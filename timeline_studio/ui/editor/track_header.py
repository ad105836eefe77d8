"""One track's header: its kind, target badge, name, lock, and eye, or mute and solo."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
)

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Timeline, Track, TrackKind
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.editor.pointing import DRAG_DISTANCE
from timeline_studio.ui.editor.rows import Row
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme, font, icon

_KIND_BAR = 4
_EDGE = 4
"""Pixels at the lower end by which a row is made higher."""
_GAP = 6
_ICON = QSize(16, 16)
_BADGE = QSize(28, 20)
_SWITCH = 24
_NARROWEST_NAME = 32
_WORDS = {"sync_lock": "Follow ripples on"}
TWO_LINES = 48
"""Lower headers put everything in one line."""


class TrackHeader(QWidget):
    """Shows one row; every button is one edit. It is dragged by its bare parts."""

    dragged = Signal(int)  # to this y of the column
    dropped = Signal(str, int)  # track id, y of the column
    stretched = Signal(str, int)  # track id, pixels high, by its lower edge

    def __init__(
        self,
        row: Row,
        document: TimelineDocument,
        mode: EditingMode,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row = row
        self._look: tuple[Track, str, bool] | None = None
        self._pressed_at: int | None = None
        self._is_stretching = False
        self.setMouseTracking(True)
        self._document = document
        self._mode = mode
        self._theme = theme
        self._badge = self._button(
            tr("Target {label}", label=row.label), lambda _: self._take_target(), "badge"
        )
        self._badge.setText(row.label)
        self._name = QLabel(self)
        self._editor: QLineEdit | None = None
        self._lock = self._button("Lock", lambda on: self._change("locked", on))
        self._sync = self._button(
            "Follow ripples of the main track", lambda on: self._change("sync_lock", on)
        )
        self._has_sound = row.track.kind == "audio"
        if not self._has_sound:
            self._switches = [self._button("Hide", lambda on: self._change("hidden", on))]
        else:
            self._switches = [
                self._button("Mute", lambda on: self._change("muted", on)),
                self._button("Solo", lambda on: self._change("solo", on)),
            ]
            for switch, letter in zip(self._switches, "MS", strict=True):
                switch.setText(letter)
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        """Show another version of the same track; nothing is painted where it looks the same."""
        self._row = row
        target = self._mode.target(self._document.timeline, row.track.kind)
        is_target = target is not None and target.id == row.track.id
        look = replace(row.track, items=(), transitions=()), row.label, is_target
        if look != self._look:
            self._look = look
            self._show(is_target=is_target)

    def _show(self, *, is_target: bool) -> None:
        track = self._row.track
        self.setAccessibleName(f"Track {self._row.label} {track.name}".strip())
        self._badge.setChecked(is_target)
        self._show_name()
        self._lock.setChecked(track.locked)
        self._lock.setIcon(icon(self._theme, "lock" if track.locked else "unlock", "t2"))
        self._sync.setChecked(track.is_sync_locked)
        shape = "sync_on" if track.is_sync_locked else "sync_off"
        self._sync.setIcon(icon(self._theme, shape, "t2"))
        if not self._has_sound:
            self._switches[0].setChecked(track.hidden)
            shape = "hidden" if track.hidden else "visible"
            self._switches[0].setIcon(icon(self._theme, shape, "t2"))
        else:
            self._switches[0].setChecked(track.muted)
            self._switches[1].setChecked(track.solo)
        self.update()

    def begin_renaming(self) -> None:
        """Put a field over the name; Enter keeps what it says, Escape does not."""
        editor = QLineEdit(self._row.track.name, self)
        editor.setAccessibleName(tr("Track name"))
        editor.setProperty("compact", "true")
        editor.setGeometry(self._badge.geometry().right() + 4, 2, self.width() - 44, 24)
        editor.editingFinished.connect(self._on_renamed)
        editor.selectAll()
        editor.show()
        editor.setFocus()
        self._editor = editor

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("bg1"))
        bar = self._theme.clip(self._row.track.kind).strip
        painter.fillRect(0, 0, _KIND_BAR, self.height(), bar)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            y = event.position().toPoint().y()
            self._is_stretching = self._is_edge(y)
            self._pressed_at = None if self._is_stretching else y

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which row the track would go to; by the lower edge, how high it would be."""
        y = event.position().toPoint().y()
        if self._is_stretching:
            self.stretched.emit(self._row.track.id, y + 1)
        elif self._pressed_at is None:
            is_edge = self._is_edge(y)
            self.setCursor(Qt.CursorShape.SizeVerCursor if is_edge else Qt.CursorShape.ArrowCursor)
        elif abs(y - self._pressed_at) >= DRAG_DISTANCE:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(self.y() + y)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed_at = self._pressed_at, None
        self._is_stretching = False
        self.unsetCursor()
        y = event.position().toPoint().y()
        if pressed is not None and abs(y - pressed) >= DRAG_DISTANCE:
            self.dropped.emit(self._row.track.id, self.y() + y)

    def _is_edge(self, y: int) -> bool:
        return y >= self.height() - _EDGE

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.begin_renaming()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Rename track"), self.begin_renaming)
        menu.addAction(tr("Delete track"), self._remove)
        menu.addAction(tr("Move track up"), lambda: self._move(1)).setEnabled(self._can_move(1))
        menu.addAction(tr("Move track down"), lambda: self._move(-1)).setEnabled(self._can_move(-1))
        menu.addSeparator()
        menu.addAction(tr("Add video track"), lambda: self._add("video"))
        menu.addAction(tr("Add audio track"), lambda: self._add("audio"))
        menu.addAction(tr("Add caption track"), lambda: self._add("caption"))
        menu.popup(event.globalPos())

    def _button(
        self, text: str, toggled: Callable[[bool], None], name: str = "switch"
    ) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setIconSize(_ICON)
        button.setFont(font("secondary"))
        button.setToolTip(tr(text))
        button.setAccessibleName(tr(text))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(toggled)
        return button

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Two lines where there is room, else one."""
        switches = (self._lock, self._sync, *self._switches)
        has_lines = self.height() >= TWO_LINES
        line = (self.height() - 1) // 2 if has_lines else self.height() - 1
        left = _KIND_BAR + _GAP
        self._badge.setGeometry(left, (line - _BADGE.height()) // 2, *_BADGE.toTuple())
        right = self.width() - len(switches) * _SWITCH
        first = left if has_lines else min(right, max(left + _BADGE.width() + 2, right - _GAP))
        top = line + (line - _SWITCH) // 2 if has_lines else (line - _SWITCH) // 2
        for number, switch in enumerate(switches):
            switch.setGeometry(first + number * _SWITCH, max(0, top), _SWITCH, _SWITCH)
        name_left = left + _BADGE.width() + _GAP
        name_right = self.width() if has_lines else first
        self._name.setGeometry(name_left, 0, max(0, name_right - name_left), line)
        self._show_name()

    def _show_name(self) -> None:
        track = self._row.track
        name = "" if track.name == self._row.label else track.name
        metrics, mode = self._name.fontMetrics(), Qt.TextElideMode.ElideRight
        room = self._name.width()
        shown = metrics.elidedText(name, mode, room) if room >= _NARROWEST_NAME else ""
        self._name.setText(shown)
        self.setToolTip(name)

    def _take_target(self) -> None:
        self._look = None  # the click has switched the badge
        self._mode.set_target(self._row.track)

    def _change(self, field: str, on: bool) -> None:
        track = replace(self._row.track, **{field: on})
        text = f"{_WORDS.get(field, field.capitalize())} {self._row.label}"
        if not self._apply(text, lambda timeline: edits.change_track(timeline, track)):
            self._look = None
            self.show_row(self._row)

    def _on_renamed(self) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        name = editor.text().strip()
        editor.deleteLater()
        track_id = self._row.track.id
        if name and name != self._row.track.name:
            self._apply(
                "Rename track", lambda timeline: edits.rename_track(timeline, track_id, name)
            )

    def _place(self) -> tuple[int, int]:
        """Among how many of its kind the track is which, from the bottom."""
        track = self._row.track
        same = [t.id for t in self._document.timeline.tracks if t.kind == track.kind]
        return same.index(track.id), len(same)

    def _can_move(self, by: int) -> bool:
        place, count = self._place()
        return 0 <= place + (by if self._row.track.kind != "audio" else -by) < count

    def _move(self, by: int) -> None:
        """Up on the screen; sound tracks are counted downwards there."""
        track = self._row.track
        place = self._place()[0] + (by if track.kind != "audio" else -by)
        self._apply("Move track", lambda timeline: edits.move_track(timeline, track.id, place))

    def _remove(self) -> None:
        track_id = self._row.track.id
        self._apply("Delete track", lambda timeline: edits.remove_track(timeline, track_id))

    def _add(self, kind: TrackKind) -> None:
        self._apply(
            tr("Add {kind} track", kind=kind), lambda timeline: edits.add_track(timeline, kind)
        )

    def _apply(self, text: str, edit: Callable[[Timeline], Timeline]) -> bool:
        return self._document.apply(text, edit)
