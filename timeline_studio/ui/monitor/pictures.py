"""Asks for the document's pictures and takes them in, on the GUI thread."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal

from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import frame_at
from timeline_studio.ui.monitor.clock import PlaybackClock
from timeline_studio.ui.monitor.picture import Picture, PictureSize
from timeline_studio.ui.monitor.picture_orders import PictureSource, Run, Sheet, Still
from timeline_studio.ui.monitor.picture_thread import PictureThread


class Pictures(QObject):
    """`arrived` carries each picture that is to be shown.

    While the newest request is being made, an older answer that was begun before it may still
    arrive, so that a long scrub is seen; one older than what is shown never does.
    """

    arrived = Signal(object)  # Picture
    _composed = Signal(int, object)

    def __init__(self, source: Callable[[], PictureSource], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._request = self._shown = 0
        self._thread = PictureThread(source, self._deliver)
        self._composed.connect(self._on_composed, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self._thread.ask_to_stop)

    @property
    def is_settled(self) -> bool:
        """Whether the newest still that was asked for is the one that is shown."""
        return self._shown == self._request

    def ask(
        self, timeline: Timeline, time: int, size: PictureSize, *, is_hasty: bool = False
    ) -> None:
        """Ask for one picture; earlier requests give way. A hasty one has another arrive first
        where it takes long."""
        self._request += 1
        self._thread.do(Still(self._request, timeline, size, time, is_hasty))

    def ask_sheet(
        self, timeline: Timeline, times: tuple[int | None, ...], size: PictureSize
    ) -> None:
        """Ask for several pictures beside each other, as one; earlier requests give way."""
        self._request += 1
        self._thread.do(Sheet(self._request, timeline, size, times))

    def run(self, timeline: Timeline, clock: PlaybackClock, size: PictureSize) -> None:
        """Make pictures ahead of `clock`, from where it stands."""
        self._drop_answers()
        self._thread.do(Run(timeline, size, clock, frame_at(clock.time(), timeline.rate)))

    def take_due(self, time: int, *, forward: bool) -> Picture | None:
        """Show the last picture of the run that is due at `time`, if there is a new one."""
        picture = self._thread.take_due(time, forward=forward)
        if picture is not None:
            self.arrived.emit(picture)
        return picture

    def open_again(self) -> None:
        """From now on, look anew for the files of all media."""
        self._thread.open_again()

    def forget(self) -> None:
        """Ask for nothing more, and drop the answers that are still to come."""
        self._thread.rest()
        self._drop_answers()

    def close(self) -> None:
        self.forget()
        self._thread.close()

    def _drop_answers(self) -> None:
        self._request += 1
        self._shown = self._request

    def _deliver(self, request: int, picture: Picture) -> None:
        # On the composing thread, where this object may be gone already.
        with suppress(RuntimeError):
            self._composed.emit(request, picture)

    def _on_composed(self, request: int, picture: Picture) -> None:
        if request > self._shown:
            self._shown = request if picture.is_exact else self._shown
            self.arrived.emit(picture)
