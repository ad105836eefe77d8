"""Bounded belts between the engine's threads, and how all of them stop together."""

import threading
from collections.abc import Callable
from queue import Empty, Full, Queue
from typing import Generic, TypeVar

Item = TypeVar("Item")
_DEPTH = 8
_GLANCE_SECONDS = 0.1


class Stopped(Exception):  # noqa: N818 - no error: another thread's is told instead
    """Another thread failed, or the work was cancelled."""


class Crew:
    """Threads of one piece of work: when one fails, all stop, and the first error is told."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._error: BaseException | None = None

    def start(self, name: str, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=self._run, args=(work,), name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def check(self) -> None:
        """Raises Stopped when the work is to end."""
        if self._stop.is_set():
            raise Stopped

    def stop(self) -> None:
        self._stop.set()

    def wait(self, report: Callable[[], None]) -> None:
        """Until all have ended, calling `report` every now and then. Raises the first error."""
        for thread in self._threads:
            while thread.is_alive():
                thread.join(_GLANCE_SECONDS)
                report()
        self.raise_error()

    def dismiss(self) -> None:
        """Stop and join every thread, whatever happened."""
        self.stop()
        for thread in self._threads:
            thread.join()

    def raise_error(self) -> None:
        if self._error is not None:
            raise self._error

    def _run(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Stopped:
            pass
        except BaseException as error:  # noqa: BLE001 - told by the thread that waits
            with self._lock:
                self._error = self._error or error
            self.stop()


class Belt(Generic[Item]):
    """A queue of a few items that ends with None, and never blocks a crew that stops."""

    def __init__(self, crew: Crew) -> None:
        self._crew = crew
        self._queue: Queue[Item | None] = Queue(_DEPTH)

    def put(self, item: Item | None) -> None:
        while True:
            self._crew.check()
            try:
                return self._queue.put(item, timeout=_GLANCE_SECONDS)
            except Full:
                continue

    def get(self) -> Item | None:
        while True:
            self._crew.check()
            try:
                return self._queue.get(timeout=_GLANCE_SECONDS)
            except Empty:
                continue
