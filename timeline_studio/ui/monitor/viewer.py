"""One document in the monitor: its picture, its scrub bar, and what plays it."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_studio.render import Mixer, Resolve
from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.monitor.composer import Composer
from timeline_studio.ui.monitor.full_picture import FullPicture
from timeline_studio.ui.monitor.monitor_actions import MonitorActions
from timeline_studio.ui.monitor.picture import Picture, PictureSize, end_of, shape_of
from timeline_studio.ui.monitor.picture_view import PictureView
from timeline_studio.ui.monitor.pictures import Pictures
from timeline_studio.ui.monitor.playback import Playback
from timeline_studio.ui.monitor.scrub_bar import ScrubBar
from timeline_studio.ui.monitor.sound import Sound, SoundOutput
from timeline_studio.ui.monitor.sound_levels import SoundLevels
from timeline_studio.ui.monitor.transport import Transport
from timeline_studio.ui.monitor.transport_bar import TransportBar
from timeline_studio.ui.theme import Theme


class Viewer(QWidget):
    """Follows `document`. Its threads begin with the first picture, and end with `stop_working`."""

    def __init__(
        self,
        document: TimelineDocument,
        resolve: Resolve,
        theme: Theme,
        *,
        empty: str,
        sound: Sound | None = None,
        in_picture: Resolve | None = None,
    ) -> None:
        """`empty` is what is said while there is nothing to show. `in_picture` finds the files
        that are seen, where these are others than those that are heard."""
        super().__init__()
        self.document = document
        self.pictures = Pictures(partial(Composer, in_picture or resolve), self)
        self.levels = SoundLevels()
        sound = sound or SoundOutput(self.levels.metered(partial(_mixer, resolve)), self)
        self.playback = Playback(document, self.pictures, sound, self)
        self.transport = Transport(document, self.playback)
        self.view = PictureView(theme, empty)
        self._theme = theme
        self._full: FullPicture | None = None
        self.latest: Picture | None = None
        self.scrub_bar = ScrubBar(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.view, 1)
        self._column.addWidget(self.scrub_bar)
        self.view.size_changed.connect(self._on_size)
        self.pictures.arrived.connect(self.view.show_picture)
        self.scrub_bar.scrubbed.connect(self.playback.seek)
        document.changed.connect(self._on_changed)
        document.playhead_changed.connect(self._show_time)

    def add_transport(self, actions: MonitorActions) -> TransportBar:
        """The lowest row, with the buttons of these actions."""
        self.bar = TransportBar(actions)
        self._column.addWidget(self.bar)
        self._on_changed(self.document.timeline)
        return self.bar

    def toggle_full(self, actions: Iterable[QAction]) -> None:
        """Show the picture alone on the screen that this is on, with the keys of `actions`; or
        leave that."""
        if self._full is not None:
            self._full.close()
            return
        full = self._full = FullPicture(self._theme, actions, self)
        full.view.set_shape(shape_of(self.document.timeline))
        full.view.size_changed.connect(self.playback.set_size)
        self.pictures.arrived.connect(full.view.show_picture)
        full.left.connect(self._on_full_left)
        full.show_on(self.screen())

    def stop_working(self) -> None:
        if self._full is not None:
            self._full.close()
        self.playback.close()

    def _on_full_left(self) -> None:
        full, self._full = self._full, None
        if full is not None:
            self.pictures.arrived.disconnect(full.view.show_picture)
            full.deleteLater()
        self.view.tell_size()

    def _on_size(self, size: PictureSize) -> None:
        if self._full is None:
            self.playback.set_size(size)

    def _on_changed(self, timeline: Timeline) -> None:
        self.view.set_shape(shape_of(timeline))
        if self._full is not None:
            self._full.view.set_shape(shape_of(timeline))
        self.view.show_empty(is_empty=not timeline.duration)
        self._show_time()

    def _show_time(self) -> None:
        timeline, playhead = self.document.timeline, self.document.playhead
        self.scrub_bar.show_time(playhead, end_of(timeline))
        self.bar.show_time(playhead, timeline)


def _mixer(resolve: Resolve, timeline: Timeline) -> Mixer:
    return Mixer(timeline, resolve, sample_rate=timeline.sample_rate)
