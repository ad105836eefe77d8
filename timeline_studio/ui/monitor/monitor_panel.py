"""The monitor's panel: the timeline and the source, a tab each, over one transport."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_studio.render import Resolve
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.gesture import EdgePictures
from timeline_studio.ui.editor.range_points import RangePoints
from timeline_studio.ui.elements.banner import Banner
from timeline_studio.ui.elements.tab_row import TabRow
from timeline_studio.ui.language import tr
from timeline_studio.ui.monitor.handles.chosen_picture import ChosenPicture
from timeline_studio.ui.monitor.handles.media_shapes import MediaShapes
from timeline_studio.ui.monitor.handles.overlay import Overlay
from timeline_studio.ui.monitor.handles.picture_handles import PictureHandles
from timeline_studio.ui.monitor.monitor_actions import MonitorActions
from timeline_studio.ui.monitor.monitor_head import MonitorHead
from timeline_studio.ui.monitor.monitor_switches import MonitorSwitches
from timeline_studio.ui.monitor.picture import Picture
from timeline_studio.ui.monitor.sound import Sound
from timeline_studio.ui.monitor.source import Source
from timeline_studio.ui.monitor.transport import Transport
from timeline_studio.ui.monitor.viewer import Viewer
from timeline_studio.ui.monitor.viewer_pair import ViewerPair
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import MONITOR_MINIMUM_WIDTH

TIMELINE, SOURCE = 0, 1
_EMPTY_TIMELINE = "Put a clip on the timeline to see it here"
_EMPTY_SOURCE = "Choose footage and press Shift+F to see it here"


class MonitorPanel(QWidget):
    """Shows `document` at its playhead, or footage before it is cut in, and plays it.

    `transport_actions` are for the shell's menus. Closing the panel ends its threads.
    """

    shown = Signal(object)  # Picture, of the timeline or of the source: what the keys are for

    def __init__(
        self,
        document: TimelineDocument,
        resolve: Resolve,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        sound: Sound | None = None,
        in_picture: Resolve | None = None,
    ) -> None:
        """`in_picture` finds the files that are seen, where proxies stand for the media."""
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self.source = Source(self)
        self._main = Viewer(
            document, resolve, theme, empty=_EMPTY_TIMELINE, sound=sound, in_picture=in_picture
        )
        self.source_viewer = Viewer(
            self.source.document, resolve, theme, empty=_EMPTY_SOURCE, in_picture=in_picture
        )
        self.pictures, self.playback = self._main.pictures, self._main.playback
        self.view, self.scrub_bar = self._main.view, self._main.scrub_bar
        self.tabs = TabRow(["Timeline", "Source"])
        self.switches = MonitorSwitches(theme, self)
        self.head = MonitorHead(self.tabs, self.switches, theme)
        self.transport_actions = MonitorActions(self._transport, theme, self)
        self.addActions([*self.transport_actions, *self.switches])
        self.transport_bar = self._main.add_transport(self.transport_actions)
        bar = self.source_viewer.add_transport(self.transport_actions)
        bar.timecode.setObjectName("source-timecode")
        bar.duration.setObjectName("source-duration")
        self.pair = ViewerPair(self.viewers)
        self.banner = Banner(theme)
        self._arrange()
        self._connect()

    @property
    def viewers(self) -> tuple[Viewer, Viewer]:
        """The timeline's, and the source's."""
        return self._main, self.source_viewer

    @property
    def shows_source(self) -> bool:
        return self.tabs.index == SOURCE

    def follow_points(self, points: RangePoints) -> None:
        """The timeline's in and out points: what is played round and round."""
        self.playback.looping.points = points
        points.changed.connect(lambda: self.scrub_bar.show_range(points.start, points.end))

    def add_handles(self, shapes: MediaShapes) -> None:
        """Let the selected clip's picture be moved, scaled, turned and cropped where it is seen."""
        chosen = ChosenPicture(self._document, shapes, self)
        handles = self.handles = PictureHandles(self._document, chosen, self)
        overlay = Overlay(handles, self._theme, self)
        self.view.set_overlay(overlay)
        switches, playback = self.switches, self.playback

        def show() -> None:
            handles.is_on = switches.handles.isChecked() and not playback.speed
            handles.crops = switches.crop.isChecked()
            overlay.shows_safe_areas = switches.safe_areas.isChecked()
            self.view.update()

        for switch in (switches.handles, switches.crop, switches.safe_areas):
            switch.toggled.connect(show)
        playback.speed_changed.connect(show)
        shapes.found.connect(show)
        self._document.selection_changed.connect(show)
        self._document.changed.connect(show)
        switches.nudged.connect(lambda x, y: handles.nudge((x, y)))
        show()

    def look_again(self) -> None:
        """Media that was not to be had may be here now: compose the standing picture anew."""
        if not self.playback.speed:
            self.playback.seek(self._document.playhead)

    def open_media_again(self) -> None:
        """Other files may stand for the media now."""
        for viewer in self.viewers:
            viewer.playback.open_media_again()

    def show_edges(self, pictures: EdgePictures | None) -> None:
        """While a cut or a clip is trimmed, the pictures beside its edges; None when it is over."""
        if pictures is None:
            self.playback.refresh()
        else:
            self.show_timeline()
            self.playback.show_sheet(pictures.timeline, pictures.times)

    def show_timeline(self) -> None:
        if self.shows_source:
            self.tabs.choose(TIMELINE)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._main.stop_working()
        self.source_viewer.stop_working()
        super().closeEvent(event)

    def _arrange(self) -> None:
        self.setMinimumWidth(MONITOR_MINIMUM_WIDTH)
        self.source_viewer.view.setAccessibleName(tr("Picture of the source"))
        self.source_viewer.scrub_bar.setAccessibleName(tr("Position in the source"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.banner)
        layout.addWidget(self.pair, 1)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tab)
        self.pair.pressed.connect(self.tabs.choose)
        self.source.opened.connect(self.pair.pair)
        self.source.opened.connect(lambda: self.tabs.choose(SOURCE))
        self._document.playhead_changed.connect(self.show_timeline)
        for viewer in self.viewers:
            viewer.playback.speed_changed.connect(self.transport_actions.show_speed)
            viewer.playback.sound_status_changed.connect(self._on_sound_status)
            viewer.playback.dropped.connect(self.head.show_drops)
            viewer.pictures.arrived.connect(partial(self._on_arrived, viewer))
            self.switches.loop.toggled.connect(viewer.playback.looping.switch)
            self.switches.quality_chosen.connect(viewer.playback.choose_quality)
        self.switches.full_picture.triggered.connect(self._toggle_full)
        points = self.source.points
        self.source_viewer.playback.looping.points = points
        points.changed.connect(
            lambda: self.source_viewer.scrub_bar.show_range(points.start, points.end)
        )
        self.transport_actions.captions.toggled.connect(self.playback.captions.switch)

    def _transport(self) -> Transport:
        return self._viewer.transport

    @property
    def _viewer(self) -> Viewer:
        """The one that the keys are for."""
        return self.source_viewer if self.shows_source else self._main

    def _toggle_full(self) -> None:
        self._viewer.toggle_full([*self.transport_actions, *self.switches])

    def _on_tab(self, tab: int) -> None:
        """Only what is seen plays."""
        self._stop()
        self.pair.choose(tab)
        if self._viewer.latest is not None:
            self.shown.emit(self._viewer.latest)

    def _on_arrived(self, viewer: Viewer, picture: Picture) -> None:
        viewer.latest = picture
        if viewer is self._viewer:
            self.shown.emit(picture)

    def _stop(self) -> None:
        for viewer in self.viewers:
            viewer.playback.stop()

    def _on_sound_status(self, status: str) -> None:
        if status:
            hide = ("Hide", self.banner.take_back)
            self.banner.say(tr("{status}. The picture plays on.", status=status), [hide])
        else:
            self.banner.take_back()
