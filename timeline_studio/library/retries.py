"""Doing a whole unit of work again when a server took it back."""

import logging
import random
import time
from collections.abc import Callable
from typing import TypeVar

from timeline_studio.library.errors import Interrupted, LibraryError, Unreachable

Result = TypeVar("Result")

PATIENCE_SECONDS = 10.0
"""A server that is restarted is back by then."""

_FIRST_PAUSE_SECONDS = 0.02
_LONGEST_PAUSE_SECONDS = 1.0

_log = logging.getLogger(__name__)


def persistently(once: Callable[[], Result], patience: float) -> Result:
    """`once()`, again while it is interrupted; `patience` is in seconds.

    A server that cannot be reached is waited for only when it was there at first: a computer that
    is offline is told so at once.
    """
    deadline = time.monotonic() + patience
    pause = _FIRST_PAUSE_SECONDS
    was_interrupted = False
    while True:
        try:
            return once()
        except (Interrupted, Unreachable) as error:
            was_interrupted = was_interrupted or isinstance(error, Interrupted)
            if not was_interrupted or time.monotonic() + pause > deadline:
                raise
            _note(error)
        # Two that met in a deadlock must not meet again.
        time.sleep(pause * random.uniform(0.5, 1.0))  # noqa: S311 - not a secret
        pause = min(_LONGEST_PAUSE_SECONDS, 2 * pause)


def _note(error: LibraryError) -> None:
    _log.info("Once more: %s", error)
