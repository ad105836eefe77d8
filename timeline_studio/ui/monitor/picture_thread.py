"""The thread that composes the monitor's pictures: one still, or a run of them ahead of a clock."""

from collections import deque
from collections.abc import Callable
from threading import Condition, Thread, current_thread
from time import monotonic

from timeline_studio.timeline.time import frame_at, frame_count, frame_start
from timeline_studio.ui.monitor.picture import Picture
from timeline_studio.ui.monitor.picture_orders import (
    Order,
    PictureSource,
    Run,
    Sheet,
    Still,
    composed_sheet,
)

AHEAD = 6
"""Pictures that wait for their moment: 0.2 s at 30 fps carry playback over a cut's first seek."""

HURRY = 8
"""Frames behind the clock from which on any picture near the due one will do: decoding all that
was missed would only take longer and longer."""

OPENING_SECONDS = 1.0
"""So long before a cut the next clip is opened, at its first picture."""

CLOSING_SECONDS = 5.0

_COST_WEIGHT = 0.25


class PictureThread:
    """Does the newest order; an older one that was not begun is forgotten.

    Stills go to `deliver(request, picture)`, called on this thread. The pictures of a run wait in
    a short queue for `take_due`. The thread begins with the first order and ends with `close`.
    """

    def __init__(
        self, source: Callable[[], PictureSource], deliver: Callable[[int, Picture], None]
    ) -> None:
        self._make_source = source
        self._deliver = deliver
        self._changed = Condition()
        self._order: Order | None = None
        self._waiting: deque[Picture] = deque()
        self._next_frame = 0
        self._cost = 0.0  # seconds that a picture takes
        self._is_behind = False
        self._is_stale = False  # the media may lie elsewhere now
        self._thread: Thread | None = None

    def do(self, order: Order) -> None:
        with self._changed:
            self._order = order
            self._waiting.clear()
            if isinstance(order, Run):
                frames = frame_count(order.timeline.duration, order.timeline.rate)
                self._next_frame = min(order.first, frames - 1)
                self._is_behind = False
            if self._thread is None:
                self._thread = Thread(target=self._work, name="monitor-pictures", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def take_due(self, time: int, *, forward: bool) -> Picture | None:
        """The last picture of the run that is due at `time`; earlier ones are dropped."""
        due = None
        with self._changed:
            while self._waiting and _is_due(self._waiting[0], time, forward=forward):
                due = self._waiting.popleft()
            self._changed.notify_all()
        return due

    def open_again(self) -> None:
        """Before the next picture, give back the open files: others may stand for them now."""
        with self._changed:
            self._is_stale = True

    def rest(self) -> None:
        """Forget the order and what came of it."""
        with self._changed:
            self._order = None
            self._waiting.clear()

    def ask_to_stop(self) -> None:
        with self._changed:
            self._thread = self._order = None
            self._waiting.clear()
            self._changed.notify_all()

    def close(self) -> None:
        """End the thread; a picture that is being made is waited for, but not for ever."""
        thread = self._thread
        self.ask_to_stop()
        if thread is not None:
            thread.join(CLOSING_SECONDS)

    def _work(self) -> None:
        source = self._make_source()
        try:
            while (order := self._wait_for_order()) is not None:
                if self._takes_stale():
                    source.close()
                if isinstance(order, Still):
                    self._make_still(source, order)
                elif isinstance(order, Sheet):
                    self._deliver(order.request, composed_sheet(source, order))
                else:
                    self._compose_next(source, order)
        finally:
            source.close()

    def _takes_stale(self) -> bool:
        with self._changed:
            was, self._is_stale = self._is_stale, False
            return was

    def _make_still(self, source: PictureSource, order: Still) -> None:
        """A hasty one gives way to a newer order before it is exact."""
        what = order.timeline, order.time, order.size
        picture = source.near(*what) if order.is_hasty else source.picture(*what)
        self._deliver(order.request, picture)
        while not picture.is_exact:
            if self._has_newer():
                return
            picture = source.near(*what)
            if picture.is_exact:
                self._deliver(order.request, picture)

    def _has_newer(self) -> bool:
        with self._changed:
            return self._order is not None or self._is_over()

    def _wait_for_order(self) -> Order | None:
        """The newest order that something can be done for; None when the thread is to end."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_over() or self._has_work())
            if self._is_over():
                return None
            order = self._order
            if not isinstance(order, Run):
                self._order = None
            return order

    def _is_over(self) -> bool:
        return self._thread is not current_thread()

    def _has_work(self) -> bool:
        if not isinstance(self._order, Run):
            return self._order is not None
        frames = frame_count(self._order.timeline.duration, self._order.timeline.rate)
        return len(self._waiting) < AHEAD and 0 <= self._next_frame < frames

    def _compose_next(self, source: PictureSource, run: Run) -> None:
        """Frames are dropped rather than late: behind the clock, take the one it will reach."""
        timeline, speed = run.timeline, run.clock.speed
        reached = frame_at(run.clock.time_in(self._cost), timeline.rate)
        frame = later(self._next_frame, reached, speed)
        frame = min(max(frame, 0), frame_count(timeline.duration, timeline.rate) - 1)
        is_late = self._is_behind or abs(frame - self._next_frame) >= HURRY * max(1, abs(speed))
        make = source.near if is_late else source.picture
        began = monotonic()
        picture = make(timeline, frame_start(frame, timeline.rate), run.size)
        self._cost += (monotonic() - began - self._cost) * _COST_WEIGHT
        if picture.is_exact:  # else it takes long enough already
            following = max(0, frame_start(frame + (speed or 1), timeline.rate))
            source.prepare(following, run.clock.time_in(OPENING_SECONDS))
        with self._changed:
            if self._order is run:
                self._waiting.append(picture)
                self._is_behind = not picture.is_exact
                self._next_frame = frame + (speed or 1)


def later(frame: int, other: int, speed: int) -> int:
    """Which of two frames comes later when playing at `speed`."""
    return max(frame, other) if speed >= 0 else min(frame, other)


def _is_due(picture: Picture, time: int, *, forward: bool) -> bool:
    return picture.time <= time if forward else picture.time >= time
