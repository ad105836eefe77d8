"""The timeline panel: toolbar, minimap, ruler, headers, canvas, scrollbars."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QScrollBar, QWidget

from timeline_studio.ui.clip_pictures import ClipPictures
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.accessible_timeline import speak_timelines, spoken_by
from timeline_studio.ui.editor.actions import EditorActions
from timeline_studio.ui.editor.attributes_popover import AttributesPopover
from timeline_studio.ui.editor.caption_text import InPlaceText
from timeline_studio.ui.editor.clocks import CLOCKS
from timeline_studio.ui.editor.drops import DropTarget
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.editor.effect_drops import EffectDrops
from timeline_studio.ui.editor.marker_popover import MarkerPopover
from timeline_studio.ui.editor.minimap_view import MinimapView
from timeline_studio.ui.editor.range_points import RangePoints
from timeline_studio.ui.editor.ruler_view import RulerView
from timeline_studio.ui.editor.speed_popover import SpeedPopover
from timeline_studio.ui.editor.timeline_view import TimelineView
from timeline_studio.ui.editor.toolbar import TimelineToolbar
from timeline_studio.ui.editor.track_headers import TrackHeaders
from timeline_studio.ui.editor.transition_drops import TransitionDrops
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import WIDE_WINDOW

_TOOLBAR, _SCROLLBAR = 36, 12
_WIDE = {"headers": 176, "minimap": 20, "ruler": 28, "meters": 40}
_NARROW = {"headers": 140, "minimap": 16, "ruler": 24, "meters": 32}
_CLIP_MENU = (
    "cut", "copy", "paste", "paste_insert", "paste_attributes", "",
    "split", "trim_head", "trim_tail", "join", "",
    "dissolve", "speed", "freeze", "link", "group", "ungroup", "disable", "keyframes", "",
    "delete", "delete_other", "close_gap",
)  # fmt: skip


class TimelinePanel(QWidget):
    """Only arranges its parts; `editor_actions` and `mode` are for the shell's menus and flows."""

    status_message = Signal(str)
    uploads_dropped = Signal(list, str, object)  # ids, track id or "", flicks
    files_dropped = Signal(list, str, object)  # paths, track id or "", flicks
    relink_requested = Signal(str)  # item id

    def __init__(
        self,
        document: TimelineDocument,
        pictures: ClipPictures,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Timeline panel"))
        self._document = document
        self.mode = EditingMode(self)
        self.view = TimelineView(document, pictures, theme, self.mode, self)
        self.points = RangePoints(self)
        self.editor_actions = EditorActions(document, self.view, self.points, self)
        viewport, layout = self.view.viewport, self.view.layout_of_tracks
        self.toolbar = TimelineToolbar(self.editor_actions, self.mode, viewport, theme, self)
        self.minimap = MinimapView(
            document, viewport, pictures, theme, indexes=self.view.indexes, parent=self
        )
        self.ruler = RulerView(
            document,
            viewport,
            layout,
            points=self.points,
            mode=self.mode,
            theme=theme,
            parent=self,
        )
        self.headers = TrackHeaders(
            document, viewport, layout, mode=self.mode, theme=theme, parent=self
        )
        self._timecode = QLabel(self)
        self._timecode.setProperty("look", "section")
        self._timecode.setAccessibleName(tr("Playhead"))
        self._timecode.setIndent(8)
        self._sideways = QScrollBar(Qt.Orientation.Horizontal, self)
        self._downwards = QScrollBar(Qt.Orientation.Vertical, self)
        self._meters: QWidget | None = None
        self._grid = QGridLayout(self)
        self._arrange()
        self.caption_text = InPlaceText(document, self.view)
        self.editor_actions.captions.added.connect(self.caption_text.open)
        self.speed = SpeedPopover(self.toolbar, self.editor_actions.speed)
        self.editor_actions.speed.asked.connect(self.speed.ask)
        speak_timelines()
        self.editor_actions.walking.reached.connect(self._say_reached)
        clipboard = self.editor_actions.clipboard
        self.attributes = AttributesPopover(self.toolbar, clipboard)
        clipboard.attributes_asked.connect(self.attributes.ask)
        self.marker = MarkerPopover(self.ruler, document)
        self.editor_actions.markers.opened.connect(self.marker.edit)
        self.ruler.marker_opened.connect(self.marker.edit)
        self._connect(DropTarget(document, self.view, self.mode))
        transitions = TransitionDrops(document, self.view)
        transitions.dropped.connect(self.editor_actions.transitions.add_at)
        effects = EffectDrops(document, self.view)
        effects.dropped.connect(self.editor_actions.effects.add_to)
        self.addActions(self.editor_actions.all())

    def set_theme(self, theme: Theme) -> None:
        for part in (self.view, self.toolbar, self.minimap, self.ruler, self.headers):
            part.set_theme(theme)

    def set_meters(self, meters: QWidget) -> None:
        """Put level meters at the right of the canvas."""
        self._meters = meters
        self._grid.addWidget(meters, 2, 3, 3, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        sizes = _WIDE if self.window().width() >= WIDE_WINDOW else _NARROW
        self._timecode.setFixedWidth(sizes["headers"])
        self.headers.setFixedWidth(sizes["headers"])
        self.minimap.setFixedHeight(sizes["minimap"])
        self.ruler.setFixedHeight(sizes["ruler"])
        if self._meters is not None:
            self._meters.setFixedWidth(sizes["meters"])
        super().resizeEvent(event)

    def _arrange(self) -> None:
        grid = self._grid
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        self.toolbar.setFixedHeight(_TOOLBAR)
        self._sideways.setFixedHeight(_SCROLLBAR)
        self._downwards.setFixedWidth(_SCROLLBAR)
        grid.addWidget(self.toolbar, 0, 0, 1, 4)
        grid.addWidget(self._timecode, 1, 0, 2, 1)
        grid.addWidget(self.minimap, 1, 1)
        grid.addWidget(self.ruler, 2, 1)
        grid.addWidget(self.headers, 3, 0)
        grid.addWidget(self.view, 3, 1)
        grid.addWidget(self._downwards, 3, 2)
        grid.addWidget(self._sideways, 4, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(3, 1)

    def _connect(self, drops: DropTarget) -> None:
        view, document = self.view, self._document
        view.status_message.connect(self.status_message)
        document.refused.connect(self.status_message)
        view.relink_requested.connect(self.relink_requested)
        view.menu_requested.connect(self._show_menu)
        drops.uploads_dropped.connect(self.uploads_dropped)
        drops.files_dropped.connect(self.files_dropped)
        view.viewport.changed.connect(self._show_scroll)
        self._sideways.valueChanged.connect(view.viewport.scroll_to)
        self._downwards.valueChanged.connect(
            lambda top: view.viewport.scroll_to(view.viewport.left, top)
        )
        document.playhead_changed.connect(self._show_timecode)
        document.changed.connect(self._show_timecode)
        self.mode.changed.connect(self._show_timecode)
        self.ruler.menu_requested.connect(self._show_clocks)
        self._show_timecode()

    def _show_timecode(self) -> None:
        write = CLOCKS[self.mode.clock].write
        self._timecode.setText(write(self._document.playhead, self._document.timeline.rate))

    def _show_scroll(self) -> None:
        viewport = self.view.viewport
        for bar, value, most, page in (
            (self._sideways, viewport.left, viewport.furthest_left, viewport.width),
            (self._downwards, viewport.top, viewport.furthest_top, viewport.height),
        ):
            bar.blockSignals(True)
            bar.setRange(0, most)
            bar.setPageStep(page)
            bar.setSingleStep(max(1, page // 20))
            bar.setValue(value)
            bar.blockSignals(False)
            bar.setEnabled(most > 0)

    def _say_reached(self, item_id: str) -> None:
        """To screen readers, where there is one."""
        if QAccessible.isActive():
            clip = spoken_by(self.view).clip(item_id)
            QAccessible.updateAccessibility(QAccessibleEvent(clip, QAccessible.Event.Focus))

    def _show_clocks(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in CLOCKS:
            menu.addAction(self.editor_actions[f"clock_{name}"])
        menu.popup(at)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in _CLIP_MENU:
            if name:
                menu.addAction(self.editor_actions[name])
            else:
                menu.addSeparator()
        menu.popup(at)
