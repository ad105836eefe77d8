"""A ladder's rungs as a player offers them, and one rung as a file that any decoder reads."""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import m3u8

from timeline_studio.productions.playlist_reading import outputs_below, read_playlist, resolve
from timeline_studio.productions.production_error import ProductionError
from timeline_studio.storage import ObjectStore

_FRAGMENTED = (".mp4", ".m4s", ".cmfv", ".cmfa")

Part = tuple[str, int, int | None]
"""A key and the bytes of it, from and to; to the end where that is None."""


@dataclass(frozen=True)
class Rung:
    """`playlist` and `sound` are keys of media playlists; `sound` is None where the picture's
    segments hold it. `folder` tells ladders of one production apart: “landscape”."""

    playlist: str
    sound: str | None
    folder: str
    width: int
    height: int
    bits_per_second: int


def read_ladder(store: ObjectStore, prefix: str) -> list[Rung]:
    """Every rung of every master playlist below `prefix`: by folder, the best first.

    Raises ProductionError where there is none, or where a playlist is damaged.
    """
    rungs: list[Rung] = []
    for found in outputs_below(store, prefix):
        if found.key.endswith(".m3u8"):
            playlist = read_playlist(store, found.key)
            if playlist.is_variant:
                rungs += _rungs_of(found.key, playlist)
    if not rungs:
        raise ProductionError(
            f"There is nothing to play in {store.bucket}/{prefix}. Send it again."
        )
    return sorted(rungs, key=lambda rung: (rung.folder, -rung.height, -rung.bits_per_second))


def join_playlist(
    store: ObjectStore,
    playlist: str,
    target: Path,
    *,
    progress: Callable[[float], None] | None = None,
) -> None:
    """Write a media playlist's segments one behind the other, its initialisation first: transport
    streams and fragmented MP4 are made for that.

    `progress` gets 0 to 1; an exception it raises ends this. Raises StorageError, OSError.
    """
    parts = list(_parts_of(store, playlist))
    with target.open("wb") as joined:
        for number, (key, start, end) in enumerate(parts):
            if progress is not None:
                progress(number / len(parts))
            joined.write(store.get(key, start=start, end=end))


def extension_of(store: ObjectStore, playlist: str) -> str:
    """`.mp4` for fragmented MP4, else `.ts`."""
    keys = [key for key, *_ in _parts_of(store, playlist)]
    return ".mp4" if any(key.endswith(_FRAGMENTED) for key in keys) else ".ts"


def _rungs_of(key: str, master: m3u8.M3U8) -> Iterator[Rung]:
    sounds = {
        medium.group_id: resolve(key, medium.uri)
        for medium in reversed(master.media)
        if medium.type == "AUDIO" and medium.uri
    }
    for variant in master.playlists:
        information = variant.stream_info
        width, height = information.resolution or (0, 0)
        yield Rung(
            playlist=resolve(key, variant.uri),
            sound=sounds.get(information.audio),
            folder=posixpath.basename(posixpath.dirname(key)),
            width=width,
            height=height,
            bits_per_second=information.average_bandwidth or information.bandwidth,
        )


def _parts_of(store: ObjectStore, playlist: str) -> Iterator[Part]:
    parsed = read_playlist(store, playlist)
    initialisation: Part | None = None
    ends: dict[str, int] = {}
    for segment in parsed.segments:
        if segment.init_section is not None:
            part = _part(playlist, segment.init_section, {})
            if part != initialisation:
                initialisation = part
                yield part
        yield _part(playlist, segment, ends)


def _part(playlist: str, of: Any, ends: dict[str, int]) -> Part:
    """A byte range without an offset begins where the one before it ended."""
    key = resolve(playlist, of.uri)
    if not of.byterange:
        return key, 0, None
    length, _, offset = str(of.byterange).partition("@")
    start = int(offset) if offset else ends.get(key, 0)
    ends[key] = start + int(length)
    return key, start, ends[key]
