"""From presses, drags and releases of the mouse to gestures, selections and edits."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Item, Timeline
from timeline_studio.timeline.queries import gap_at, track_label
from timeline_studio.ui.document import READ_ONLY, TimelineDocument
from timeline_studio.ui.editor.band_drag import BandDrag
from timeline_studio.ui.editor.drag_beginning import DragBeginning
from timeline_studio.ui.editor.edge_drag import transition_drag
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.editor.fade_handles import fade_drag
from timeline_studio.ui.editor.gesture import Gap, Gesture, Pointer, on_frame
from timeline_studio.ui.editor.grips import Grip, grip_of
from timeline_studio.ui.editor.hits import Hit, hit_row
from timeline_studio.ui.editor.move_drag import MoveDrag
from timeline_studio.ui.editor.selecting import group_of, toggled
from timeline_studio.ui.editor.snapping import SNAP_RADIUS, SnapTargets, snap_targets
from timeline_studio.ui.editor.track_layout import TrackLayout
from timeline_studio.ui.editor.viewport import Viewport
from timeline_studio.ui.language import tr

DRAG_DISTANCE = 4
"""Pixels from where on a press is a drag; nearer, a hand that shakes."""

_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_WITH_SELECTION = ("move", "slip", "slide")
"""Grips that take all that is selected."""


class Pointing(QObject):
    """The left button on the canvas. Points are canvas pixels.

    A press decides what a drag would be (`_drag`) and what a click would be (`_click`).
    """

    changed = Signal()
    selected = Signal()  # another transition or gap, or none
    refused = Signal(str)
    relink_requested = Signal(str)  # item id

    def __init__(
        self,
        document: TimelineDocument,
        viewport: Viewport,
        layout: TrackLayout,
        mode: EditingMode,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._viewport = viewport
        self._layout = layout
        self._mode = mode
        self._begin = DragBeginning(document)
        self._press = QPoint()
        self._drag: Callable[[], Gesture] | None = None
        self._click: Callable[[], object] | None = None
        self.gesture: Gesture | None = None
        self.transition = ""
        self.gap: Gap | None = None
        self.is_snapping_suspended = False

    def hit(self, point: QPoint) -> Hit | None:
        """What lies there; None outside every row."""
        row = self._layout.rows.at(point.y() + self._viewport.top)
        if row is None:
            return None
        return hit_row(row, self._viewport, point.x(), point.y() + self._viewport.top - row.top)

    def press(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        self._press = point
        self._drag = self._click = None
        self._choose()
        hit = self.hit(point)
        at = self._pointer(point, modifiers)
        if hit is None or hit.part == "empty":
            self._begin_band(hit, at, modifiers)
        else:
            self._press_hit(hit, self.grip(hit, point, modifiers), at, modifiers)
        self.changed.emit()

    def grip(self, hit: Hit | None, point: QPoint, modifiers: Qt.KeyboardModifier) -> Grip:
        """What a press there would take hold of."""
        return grip_of(hit, self._mode.tool, modifiers, self._viewport, point.x())

    def drag(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self.gesture is None:
            if self._drag is None or (point - self._press).manhattanLength() < DRAG_DISTANCE:
                return
            begin, self._drag, self._click = self._drag, None, None
            if self._document.is_read_only:
                self.refused.emit(READ_ONLY)
                return
            self.gesture = begin()
        self.gesture.move(self._pointer(point, modifiers))
        self.changed.emit()

    def release(self) -> None:
        gesture, click = self.gesture, self._click
        self._forget()
        if gesture:
            gesture.finish(self._document)
        elif click:
            click()
        self.changed.emit()

    def cancel(self) -> bool:
        """Drop the gesture, nothing is applied; False if there was none."""
        if self.gesture is None:
            return False
        self._forget()
        self.changed.emit()
        return True

    def split_time(self, point: QPoint) -> int:
        """Where the blade would cut; flicks."""
        return self._pointer(point, Qt.KeyboardModifier.NoModifier).time

    def forget_gap(self) -> None:
        """Select no gap and no transition any more."""
        self._choose()

    def _choose(self, *, transition: str = "", gap: Gap | None = None) -> None:
        if (transition, gap) != (self.transition, self.gap):
            self.transition, self.gap = transition, gap
            self.selected.emit()

    def _forget(self) -> None:
        self.gesture = self._drag = self._click = None
        self.is_snapping_suspended = False

    def _pointer(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> Pointer:
        y = point.y() + self._viewport.top
        is_snapping = self._mode.is_snapping and not self.is_snapping_suspended
        return Pointer(
            time=self._viewport.time_at(point.x()),
            y=y,
            row=self._layout.rows.at(y),
            radius=SNAP_RADIUS * self._viewport.scale if is_snapping else -1,
            is_constrained=bool(modifiers & _SHIFT),
        )

    def _begin_band(self, hit: Hit | None, at: Pointer, modifiers: Qt.KeyboardModifier) -> None:
        kept = self._document.selection if modifiers & _CTRL else frozenset()
        self._drag = lambda: BandDrag(self._timeline, self._layout.rows, at, kept)
        self._click = lambda: self._click_nothing(hit, at, kept)

    def _click_nothing(self, hit: Hit | None, at: Pointer, kept: frozenset[str]) -> None:
        """Select the gap, where something comes after it."""
        self._document.select(kept)
        found = gap_at(hit.row.track, at.time) if hit else None
        if hit and found and not kept:
            self._choose(gap=Gap(hit.row.track.id, *found))

    def _press_transition(self, hit: Hit, at: Pointer) -> None:
        transition = hit.transition
        if transition is None:
            return
        self._document.select(())
        self._choose(transition=transition.id)
        if hit.part == "transition_edge":
            self._drag = lambda: transition_drag(self._timeline, transition, at)

    def _press_hit(self, hit: Hit, grip: Grip, at: Pointer, modifiers: Qt.KeyboardModifier) -> None:
        if grip.kind == "locked":
            name = track_label(self._document.timeline, hit.row.track)
            self.refused.emit(tr("Track {name} is locked. Unlock it to edit it.", name=name))
        elif grip.kind == "blade":
            self._click = lambda: self._split(hit, at)
        elif hit.transition:
            self._press_transition(hit, at)
        elif hit.item:
            self._press_item(hit, hit.item, grip, at, modifiers)

    def _press_item(
        self, hit: Hit, item: Item, grip: Grip, at: Pointer, modifiers: Qt.KeyboardModifier
    ) -> None:
        alone = bool(modifiers & _ALT)
        group = group_of(self._timeline, item, is_linking=self._mode.is_linking, alone=alone)
        selection = self._document.selection
        if modifiers & _CTRL and grip.kind != "ripple":
            self._document.select(toggled(selection, group))
            return
        if modifiers & _CTRL:
            self._click = lambda: self._document.select(toggled(selection, group))
        else:
            if item.id not in selection or grip.kind not in _WITH_SELECTION:
                self._document.select(group)
            self._click = lambda: self._click_item(item, group)
        self._drag = self._drag_of(hit, item, grip, at, modifiers)

    def _drag_of(
        self, hit: Hit, item: Item, grip: Grip, at: Pointer, modifiers: Qt.KeyboardModifier
    ) -> Callable[[], Gesture] | None:
        if grip.kind == "pick":
            return None
        if grip.kind == "move":
            return lambda: self._move_drag(hit, item, at, is_copy=bool(modifiers & _ALT))
        if grip.kind == "fade":
            return lambda: fade_drag(self._timeline, item, grip.side, at)
        with_links = self._mode.is_linking and not modifiers & _ALT
        return lambda: self._begin.drag(
            grip,
            hit.row.track,
            item,
            self._document.selection,
            at,
            with_links=with_links,
            reach=self._mode.reach,
        )

    def _move_drag(self, hit: Hit, item: Item, at: Pointer, *, is_copy: bool) -> Gesture:
        ids = self._document.selection
        targets = self._targets(frozenset() if is_copy else ids)
        track = hit.row.track
        return MoveDrag(self._timeline, ids, item, track, at, targets=targets, is_copy=is_copy)

    def _click_item(self, item: Item, group: frozenset[str]) -> None:
        self._document.select(group)
        self.relink_requested.emit(item.id)

    def _split(self, hit: Hit, at: Pointer) -> None:
        item = hit.item
        if item is None:
            return
        time = on_frame(at.time, self._timeline.rate)
        links = self._mode.is_linking
        self._document.apply(
            "Split", lambda timeline: edits.split(timeline, [item.id], time, with_links=links)
        )

    def _targets(self, without: frozenset[str]) -> SnapTargets:
        return snap_targets(self._timeline, self._document.playhead, without=without)

    @property
    def _timeline(self) -> Timeline:
        return self._document.timeline
