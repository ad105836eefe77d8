"""What there is to watch below a prefix: master playlists, their posters, the chapters."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote

import m3u8

from timeline_studio.productions.playlist_reading import outputs_below, read_playlist, resolve
from timeline_studio.productions.production_error import ProductionError
from timeline_studio.storage import ObjectStore, StoredObject

CHAPTERS = "chapters.vtt"
CHOSEN_POSTER = "poster.jpg"

_PLAYLIST = ".m3u8"
_POSTERS = (".jpg", ".jpeg")


@dataclass(frozen=True)
class WatchSource:
    """One master playlist to choose; URLs are relative to the page. The size is that of its
    largest rung; 0 where the playlist does not say."""

    label: str
    playlist_url: str
    poster_url: str | None = None
    width: int = 0
    height: int = 0

    @property
    def is_portrait(self) -> bool:
        return self.height > self.width


@dataclass(frozen=True)
class Watchable:
    """Landscape comes first; `chapters_url` is None where there are none."""

    sources: tuple[WatchSource, ...]
    chapters_url: str | None = None

    @property
    def poster_url(self) -> str | None:
        return next((source.poster_url for source in self.sources if source.poster_url), None)

    @property
    def poster_name(self) -> str | None:
        """The key's end, as the store has it."""
        return unquote(self.poster_url) if self.poster_url else None


@dataclass(frozen=True)
class _Master:
    name: str
    width: int
    height: int
    is_cmaf: bool

    @property
    def shape(self) -> str:
        if not self.height:
            return posixpath.basename(posixpath.dirname(self.name)).capitalize() or "Video"
        return "Portrait" if self.height > self.width else "Landscape"


def read_watchable(
    store: ObjectStore, prefix: str, found: Iterable[StoredObject] | None = None
) -> Watchable:
    """`found` are the `outputs_below` `prefix`, where they are known already.

    A playlist is a master when it offers rungs, whoever wrote it and whatever its name is.
    Raises StorageError.
    """
    objects = outputs_below(store, prefix) if found is None else found
    names = [stored.key.removeprefix(prefix) for stored in objects]
    playlists = {name: _read(store, prefix + name) for name in names if name.endswith(_PLAYLIST)}
    masters = [
        _master(name, playlist, playlists)
        for name, playlist in playlists.items()
        if playlist is not None and playlist.is_variant
    ]
    masters.sort(key=lambda master: (master.height > master.width, master.is_cmaf, master.name))
    posters = [name for name in names if name.lower().endswith(_POSTERS)]
    sources = tuple(
        WatchSource(
            label,
            quote(master.name),
            quote(poster) if (poster := _poster(master.name, posters)) else None,
            master.width,
            master.height,
        )
        for label, master in zip(_labels(masters), masters, strict=True)
    )
    return Watchable(sources, CHAPTERS if CHAPTERS in names else None)


def _read(store: ObjectStore, key: str) -> m3u8.M3U8 | None:
    """None for what is no playlist: one damaged file does not hide the others."""
    try:
        return read_playlist(store, key)
    except ProductionError:
        return None


def _master(name: str, playlist: m3u8.M3U8, others: dict[str, m3u8.M3U8 | None]) -> _Master:
    sizes = [v.stream_info.resolution for v in playlist.playlists if v.stream_info.resolution]
    width, height = max(sizes, key=lambda size: size[0] * size[1], default=(0, 0))
    rungs = (others.get(resolve(name, variant.uri)) for variant in playlist.playlists)
    read = [rung for rung in rungs if rung is not None]
    return _Master(name, width, height, any(rung.segment_map for rung in read))


def _labels(masters: Sequence[_Master]) -> list[str]:
    """The shape alone where it tells them apart, then with the container, then with the folder."""
    shapes = Counter(master.shape for master in masters)
    kinds = Counter((master.shape, master.is_cmaf) for master in masters)
    labels = []
    for master in masters:
        label = master.shape
        if shapes[master.shape] > 1:
            label += " · CMAF" if master.is_cmaf else " · TS"
        if kinds[master.shape, master.is_cmaf] > 1:
            label += f" · {master.name.removesuffix(_PLAYLIST)}"
        labels.append(label)
    return labels


def _poster(playlist: str, posters: Sequence[str]) -> str | None:
    """The one that was chosen; else the one beside the playlist; else that of a folder of a
    like name, which CMAF shares."""
    if CHOSEN_POSTER in posters:
        return CHOSEN_POSTER
    folder = posixpath.dirname(playlist)
    beside = next((p for p in posters if posixpath.dirname(p) == folder), None)
    return beside or next(
        (p for p in posters if (other := posixpath.dirname(p)) and folder.startswith(other)), None
    )
