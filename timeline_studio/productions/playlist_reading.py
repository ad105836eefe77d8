"""Playlists as a store has them, and the objects that they name."""

import posixpath
from urllib.parse import unquote

import m3u8

from timeline_studio.productions.production_error import ProductionError
from timeline_studio.productions.rendition_check import Files
from timeline_studio.storage import ObjectStore


class PlaylistReader:
    """Reads below one prefix; `keys` are all objects there, with their sizes."""

    def __init__(self, store: ObjectStore, prefix: str) -> None:
        self._store = store
        self.keys = {found.key: found.size for found in store.list(prefix)}

    def parse(self, key: str) -> m3u8.M3U8:
        """Raises ProductionError that names a damaged playlist."""
        try:
            return m3u8.loads(self._store.get(key).decode("utf-8", "replace"))
        except (ValueError, LookupError) as error:
            raise ProductionError(
                f"The playlist {self._store.bucket}/{key} is damaged: {error}. "
                "Retry the production."
            ) from error

    def files(self, key: str, playlist: m3u8.M3U8) -> Files:
        """All that `playlist` names, fetched. Raises Missing."""
        names = [resolve(key, segment.uri) for segment in playlist.segments]
        init = playlist.segment_map[0].uri if playlist.segment_map else None
        inits = [resolve(key, init)] if init else []
        for name in (*inits, *names):
            if not self.keys.get(name):
                raise Missing(f"{name} is missing or empty")
        segments = [self._store.fetch(name) for name in names]
        return Files(segments, self._store.fetch(inits[0]) if inits else None)

    def begins_with(self, key: str, head: bytes) -> bool:
        return self._store.get(key, start=0, end=len(head)) == head


class Missing(Exception):  # noqa: N818 - no error of its own: one of the problems that are told
    """A playlist names an object that is not there."""


def resolve(playlist: str, uri: str) -> str:
    """The key that a URI in a playlist means; one that leaves the store's root is no key."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(playlist), unquote(uri)))
