"""Where proxies lie, and how the monitor finds them in the place of footage."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from timeline_studio.media.identity import file_identity
from timeline_studio.timeline.model import MediaReference
from timeline_studio.workflows.media import Resolve
from timeline_studio.workflows.studio import Studio

PROXY_FOLDER: Final = "proxies"
PROXIES_BYTES: Final = 20_000_000_000

_FORMAT = 1  # in the files' names: raise it when proxies are made otherwise
_SUFFIX = f"-{_FORMAT}.mp4"
_ROOM_AFTER_SWEEP = 0.9


class ProxyShelf:
    """Proxies in a folder, by their source's identity: one whose source changed is not found."""

    def __init__(self, folder: Path, *, limit_bytes: int = PROXIES_BYTES) -> None:
        self._folder = folder
        self._limit = limit_bytes

    def place_of(self, source: Path) -> Path:
        """Where its proxy is, or goes. Raises MediaError when there is no such source."""
        return self._folder / f"{file_identity(source).digest()}{_SUFFIX}"

    def find(self, source: Path) -> Path | None:
        """Its proxy, where there is one: used now, so it is swept last."""
        proxy = self.place_of(source)
        try:
            os.utime(proxy)
        except OSError:
            return None
        return proxy

    def make_room(self) -> None:
        """Delete those that were used longest ago, where all of them are too large."""
        kept = sorted(self._kept())
        size = sum(each_size for _, each_size, _ in kept)
        room = self._limit if size <= self._limit else self._limit * _ROOM_AFTER_SWEEP
        for _, each_size, file in kept[:-1]:  # what was just made stays
            if size <= room:
                break
            file.unlink(missing_ok=True)
            size -= each_size

    def _kept(self) -> Iterator[tuple[int, int, Path]]:
        for file in self._folder.glob("*.mp4"):
            with suppress(FileNotFoundError):  # another process made room
                status = file.stat()
                yield status.st_mtime_ns, status.st_size, file


class ProxiedMedia:
    """Finds a clip's file for the monitor's picture: its proxy, while `is_on` and there is one."""

    def __init__(self, resolve: Resolve, shelf: ProxyShelf) -> None:
        self._resolve = resolve
        self._shelf = shelf
        self.is_on = True

    def __call__(self, media: MediaReference) -> Path:
        path = self._resolve(media)
        return (self._shelf.find(path) or path) if self.is_on else path


def proxy_shelf(studio: Studio) -> ProxyShelf:
    return ProxyShelf(studio.home.cache / PROXY_FOLDER)
