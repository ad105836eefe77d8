"""An iterator on a thread of its own, a few items ahead of who takes them."""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Generic, Self, TypeVar

T = TypeVar("T")
_NOTICE_SECONDS = 0.5


class ReadAhead(Generic[T]):
    """Runs `source` and holds at most `depth` of its items; its error is raised to the taker.

    A context manager: on leaving, the thread ends after the item it is at, and `source` is
    closed there.
    """

    def __init__(self, source: Iterator[T], *, depth: int, name: str) -> None:
        self._source = source
        self._depth = depth
        self._items: deque[T] = deque()
        self._changed = threading.Condition()
        self._ended = False
        self._stopped = False
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._changed:
            self._stopped = True
            self._items.clear()
            self._changed.notify_all()
        self._thread.join()

    @property
    def is_ready(self) -> bool:
        """Whether `take` would not have to wait."""
        return self._is_ready_within(0)

    def take(self, waiting: Callable[[], None] | None = None) -> T | None:
        """The next item, once it is there; None after the last. Raises what `source` did.

        `waiting` is called now and then meanwhile, and may raise.
        """
        while waiting is not None and not self._is_ready_within(_NOTICE_SECONDS):
            waiting()
        with self._changed:
            self._changed.wait_for(lambda: self._items or self._ended)
            return self._pop()

    def _is_ready_within(self, seconds: float) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: bool(self._items) or self._ended, seconds)

    def _pop(self) -> T | None:
        if self._items:
            self._changed.notify_all()
            return self._items.popleft()
        if self._error is not None:
            raise self._error
        return None

    def _run(self) -> None:
        try:
            for item in self._source:
                if not self._put(item):
                    break
        except BaseException as error:  # noqa: BLE001 -- raised again where it is awaited
            self._error = error
        finally:
            _close(self._source)
            with self._changed:
                self._ended = True
                self._changed.notify_all()

    def _put(self, item: T) -> bool:
        """False once nobody wants any more."""
        with self._changed:
            self._changed.wait_for(lambda: self._stopped or len(self._items) < self._depth)
            if not self._stopped:
                self._items.append(item)
                self._changed.notify_all()
            return not self._stopped


def _close(source: Iterator[object]) -> None:
    close = getattr(source, "close", None)
    if close is not None:
        close()
