"""ULIDs that only ever grow, also within one millisecond and when the clock is set back."""

import threading

from ulid import ULID


class UlidSequence:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def next(self) -> str:
        """26 characters that sort after every earlier one of this sequence."""
        with self._lock:
            self._last = max(int(ULID()), self._last + 1)
            return str(ULID.from_int(self._last))
