"""The monitor's panel: tabs, picture, scrub bar, transport, joined to playback."""

from functools import partial

from PySide6.QtGui import QCloseEvent, QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_studio.render import Mixer, Resolve
from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.gesture import EdgePictures
from timeline_studio.ui.elements.banner import Banner
from timeline_studio.ui.elements.tab_row import TabRow
from timeline_studio.ui.monitor.composer import Composer
from timeline_studio.ui.monitor.monitor_actions import MonitorActions
from timeline_studio.ui.monitor.picture import end_of, shape_of
from timeline_studio.ui.monitor.picture_view import PictureView
from timeline_studio.ui.monitor.pictures import Pictures
from timeline_studio.ui.monitor.playback import Playback
from timeline_studio.ui.monitor.scrub_bar import ScrubBar
from timeline_studio.ui.monitor.sound import Sound, SoundOutput
from timeline_studio.ui.monitor.transport import Transport
from timeline_studio.ui.monitor.transport_bar import TransportBar
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import MONITOR_MINIMUM_WIDTH


class MonitorPanel(QWidget):
    """Shows `document` at its playhead, and plays it.

    `transport_actions` are for the shell's menus. Closing the panel ends its threads.
    """

    def __init__(
        self,
        document: TimelineDocument,
        resolve: Resolve,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        sound: Sound | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.pictures = Pictures(partial(Composer, resolve), self)
        sound = sound or SoundOutput(partial(_mixer, resolve), self)
        self.playback = Playback(document, self.pictures, sound, self)
        transport = Transport(document, self.playback)
        self.transport_actions = MonitorActions(transport, theme, self)
        self.addActions(list(self.transport_actions))
        self.view = PictureView(theme)
        self.scrub_bar = ScrubBar(theme)
        self.transport_bar = TransportBar(self.transport_actions)
        self.banner = Banner(theme)
        self._arrange()
        self._connect()
        self._on_changed(document.timeline)

    def look_again(self) -> None:
        """Media that was not to be had may be here now: compose the standing picture anew."""
        if not self.playback.speed:
            self.playback.seek(self._document.playhead)

    def show_edges(self, pictures: EdgePictures | None) -> None:
        """While a cut or a clip is trimmed, the pictures beside its edges; None when it is over."""
        if pictures is None:
            self.playback.refresh()
        else:
            self.playback.show_sheet(pictures.timeline, pictures.times)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.playback.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.playback.close()
        super().closeEvent(event)

    def _arrange(self) -> None:
        self.setMinimumWidth(MONITOR_MINIMUM_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(TabRow(["Timeline"]))
        layout.addWidget(self.banner)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.scrub_bar)
        layout.addWidget(self.transport_bar)

    def _connect(self) -> None:
        self.view.size_changed.connect(self.playback.set_size)
        self.pictures.arrived.connect(self.view.show_picture)
        self.scrub_bar.scrubbed.connect(self.playback.seek)
        self.playback.speed_changed.connect(self.transport_actions.show_speed)
        self.playback.sound_status_changed.connect(self._on_sound_status)
        self.transport_actions.captions.toggled.connect(self.playback.captions.switch)
        self._document.changed.connect(self._on_changed)
        self._document.playhead_changed.connect(self._show_time)

    def _on_changed(self, timeline: Timeline) -> None:
        self.view.set_shape(shape_of(timeline))
        self.view.show_empty(is_empty=not timeline.duration)
        self._show_time()

    def _show_time(self) -> None:
        timeline, playhead = self._document.timeline, self._document.playhead
        self.scrub_bar.show_time(playhead, end_of(timeline))
        self.transport_bar.show_time(playhead, timeline)

    def _on_sound_status(self, status: str) -> None:
        if status:
            hide = ("Hide", self.banner.take_back)
            self.banner.say(f"{status}. The picture plays on.", [hide])
        else:
            self.banner.take_back()


def _mixer(resolve: Resolve, timeline: Timeline) -> Mixer:
    return Mixer(timeline, resolve, sample_rate=timeline.sample_rate)
