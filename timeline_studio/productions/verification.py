"""Is an HLS output right? Read back from the store, as a player would, and measured."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

import m3u8

from timeline_studio.productions.production_error import ProductionError
from timeline_studio.productions.rendition_check import Rendition, check_rendition
from timeline_studio.storage import ObjectStore

_SHOWN = 8
_JPEG = b"\xff\xd8\xff"


@dataclass(frozen=True)
class VerifiedOutput:
    """Keys of the master playlists and of the posters, and what the masters offer."""

    playlists: list[str]
    posters: list[str]
    renditions: list[Rendition]


def verify_outputs(
    store: ObjectStore, prefix: str, *, posters_expected: bool = True
) -> VerifiedOutput:
    """Everything below `prefix`. Raises ProductionError that lists what is wrong.

    Checked: the playlists are complete (VOD, ENDLIST) and true (durations, bit rates, codecs,
    sizes), every segment is there and begins with an IDR picture, key pictures are at most
    2.1 s apart, the renditions of a master are cut alike, and posters are JPEG pictures.
    """
    keys = {found.key: found.size for found in store.list(prefix)}
    problems: list[str] = []
    masters: list[str] = []
    renditions: list[Rendition] = []
    for key in keys:
        if not key.endswith(".m3u8"):
            continue
        playlist = _parse(store, key)
        if playlist.is_variant:
            masters.append(key)
            own, wrong = _check_master(store, key, playlist, keys)
            renditions += own
            problems += wrong
    posters = [key for key in keys if key.endswith(".jpg")]
    problems += _check_posters(store, masters, posters, posters_expected)
    if not masters:
        problems.append("there is no master playlist")
    if problems:
        more = f"; and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
        raise ProductionError(
            f"The outputs in {store.bucket}/{prefix} are not right: "
            f"{'; '.join(problems[:_SHOWN])}{more}. Retry the production."
        )
    return VerifiedOutput(masters, posters, renditions)


def _parse(store: ObjectStore, key: str) -> m3u8.M3U8:
    try:
        return m3u8.loads(store.get(key).decode("utf-8", "replace"))
    except (ValueError, LookupError) as error:
        raise ProductionError(
            f"The playlist {store.bucket}/{key} is damaged: {error}. Retry the production."
        ) from error


def _check_master(
    store: ObjectStore, key: str, master: m3u8.M3U8, keys: dict[str, int]
) -> tuple[list[Rendition], list[str]]:
    problems: list[str] = []
    renditions: list[Rendition] = []
    if not master.is_independent_segments:
        problems.append(f"{key} lacks EXT-X-INDEPENDENT-SEGMENTS")
    for variant in master.playlists:
        child = _resolve(key, variant.uri)
        if child not in keys:
            problems.append(f"{key} names {child}, which is not there")
            continue
        playlist = _parse(store, child)
        segments = [_resolve(child, segment.uri) for segment in playlist.segments]
        missing = [segment for segment in segments if not keys.get(segment)]
        if missing:
            problems.append(f"{missing[0]} is missing or empty")
            continue
        rendition, wrong = check_rendition(
            child, variant.stream_info, playlist, [store.fetch(segment) for segment in segments]
        )
        renditions.append(rendition)
        problems += wrong
    problems += _check_alignment(key, renditions)
    return renditions, problems


def _check_alignment(key: str, renditions: list[Rendition]) -> Iterator[str]:
    """Players switch between renditions at segment borders."""
    for other in renditions[1:]:
        first = renditions[0]
        frame = 1 / min(first.rate, other.rate)
        same = len(first.cuts) == len(other.cuts) and all(
            abs(a - b) < frame for a, b in zip(first.cuts, other.cuts, strict=True)
        )
        if not same:
            yield f"{key}: the segments of {first.playlist} and {other.playlist} are not aligned"


def _check_posters(
    store: ObjectStore, masters: list[str], posters: list[str], expected: bool
) -> Iterator[str]:
    for poster in posters:
        if store.get(poster, start=0, end=len(_JPEG)) != _JPEG:
            yield f"{poster} is no JPEG picture"
    folders = {posixpath.dirname(poster) for poster in posters}
    for master in masters:
        if expected and posixpath.dirname(master) not in folders:
            yield f"{master} has no poster beside it"


def _resolve(playlist: str, uri: str) -> str:
    """The key that a URI in a playlist means; one that leaves the store's root is no key."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(playlist), unquote(uri)))
