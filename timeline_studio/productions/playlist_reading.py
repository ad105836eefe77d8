"""Playlists as a store has them, and the objects that they name."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

import m3u8

from timeline_studio.productions.production_error import ProductionError
from timeline_studio.productions.rendition_check import Files
from timeline_studio.storage import ObjectStore, StoredObject

SHARED = "shared/"
"""Below an output's prefix: copies of playlists with signed addresses, for those who were given
the link. Neither to be shown nor to be verified."""


def outputs_below(store: ObjectStore, prefix: str) -> Iterator[StoredObject]:
    """What was made for everyone. Raises StorageError."""
    for stored in store.list(prefix):
        if not stored.key.startswith(prefix + SHARED):
            yield stored


def read_playlist(store: ObjectStore, key: str) -> m3u8.M3U8:
    """Raises ProductionError that names a damaged playlist, StorageError."""
    try:
        return m3u8.loads(store.get(key).decode("utf-8", "replace"))
    except (ValueError, LookupError) as error:
        raise ProductionError(
            f"The playlist {store.bucket}/{key} is damaged: {error}. Retry the production."
        ) from error


def resolve(playlist: str, uri: str) -> str:
    """The key that a URI in a playlist means; one that leaves the store's root is no key."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(playlist), unquote(uri)))


class PlaylistReader:
    """Reads below one prefix; `keys` are all outputs there, with their sizes."""

    def __init__(self, store: ObjectStore, prefix: str) -> None:
        self._store = store
        self.keys = {found.key: found.size for found in outputs_below(store, prefix)}

    def parse(self, key: str) -> m3u8.M3U8:
        """Raises ProductionError that names a damaged playlist."""
        return read_playlist(self._store, key)

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
