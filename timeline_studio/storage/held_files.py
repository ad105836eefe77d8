"""Which cached files the running processes of this program may have open, or open again."""

import os
import threading
import weakref
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from timeline_studio.storage.incoming import Incoming

if os.name == "posix":
    import fcntl

_SUFFIX = ".held"


class HeldFiles:
    """A list for each user of a cache, in `folder`, of the names that it was given.

    A list is locked until its user, or the user's process, ends, however that ends: what a dead
    one held is free. Until then all its names are held, since nobody says when a path that was
    handed out is needed no more.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lists = Incoming(folder, suffix=_SUFFIX)
        self._lock = threading.Lock()
        self._held: set[str] = set()
        self._list: BinaryIO | None = None

    def hold(self, name: str) -> None:
        """From now on `name` is one of `all`, in every process. Raises OSError."""
        with self._lock:
            if name in self._held:
                return
            with self.settled():
                if self._list is None:
                    self._list = self._new_list()
                self._list.write(f"{name}\n".encode())
                self._list.flush()
            self._held.add(name)

    def all(self) -> frozenset[str]:
        """What the living hold; to be asked within `settled`. Raises OSError."""
        self._lists.sweep()
        lists = [path.read_text("utf-8") for path in self._folder.glob(f"*{_SUFFIX}")]
        return frozenset(name for names in lists for name in names.splitlines())

    @contextmanager
    def settled(self) -> Iterator[None]:
        """Nobody begins to hold anything meanwhile; but on Windows, which does not let a file go
        that is open."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / "gate").open("ab") as gate:
            if os.name == "posix":
                fcntl.flock(gate, fcntl.LOCK_EX)
            yield

    def _new_list(self) -> BinaryIO:
        opened = ExitStack()
        _, stream = opened.enter_context(self._lists.file())
        weakref.finalize(self, opened.close)
        return stream
