"""Footage whose file is gone, and files that may be it: by size, by length, by what they hold."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from timeline_studio.library import Upload
from timeline_studio.media import MediaError, MediaInfo, content_sample, probe
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.workflows.media.sources import list_sources
from timeline_studio.workflows.studio import Studio

Certainty: TypeAlias = Literal["sure", "likely", "possible"]
Looking: TypeAlias = Callable[[int, str], None]
"""How many files were looked at, and where; an exception that it raises ends the search."""

_RANKS: Mapping[Certainty, int] = {"sure": 0, "likely": 1, "possible": 2}


@dataclass(frozen=True)
class LostUpload:
    """`content` is a sample of its file's bytes; None of what came in before samples were kept."""

    upload: Upload
    content: str | None


@dataclass(frozen=True)
class Match:
    """`sure`: the very bytes, or where those are not known the same name, size and length.
    `likely`: the same size and length. `possible`: the same name and length, in other bytes."""

    upload_id: int
    path: Path
    certainty: Certainty


def lost_uploads(studio: Studio) -> list[LostUpload]:
    """Footage of the library whose file is not in the store any more, newest first. Raises
    StorageUnreachable."""
    there = {stored.key for stored in studio.media_store.list()}
    lost = [
        upload
        for upload in list_sources(studio)
        if upload.s3_key not in there and upload.status != "uploading"
    ]
    with studio.reading() as work:
        places = work.media_bin.places([upload.id for upload in lost])
    return [
        LostUpload(upload, places[upload.id].content if upload.id in places else None)
        for upload in lost
    ]


def find_matches(
    lost: Sequence[LostUpload], folder: Path, looking: Looking = lambda _count, _where: None
) -> dict[int, Match]:
    """The best file below `folder` for each, by the upload's id; what has none is left out.

    Files are read only where their size or their name speaks for them. What cannot be read is
    passed over.
    """
    sizes = {each.upload.size_bytes for each in lost}
    names = {_plain(each.upload.original_filename) for each in lost}
    best: dict[int, Match] = {}
    for count, path in enumerate(_files(folder), 1):
        looking(count, str(path.parent))
        try:
            speaks = path.stat().st_size in sizes or _plain(path.name) in names
            found = _matches(lost, path) if speaks else []
        except (OSError, MediaError):
            continue
        for match in found:
            known = best.get(match.upload_id)
            if known is None or _RANKS[match.certainty] < _RANKS[known.certainty]:
                best[match.upload_id] = match
    return best


def _files(folder: Path) -> Iterator[Path]:
    """In a fixed order."""
    for place, folders, files in os.walk(folder):
        folders.sort()
        yield from (Path(place) / name for name in sorted(files))


def _matches(lost: Sequence[LostUpload], path: Path) -> list[Match]:
    size, sample, info = path.stat().st_size, content_sample(path), probe(path)
    found = []
    for each in lost:
        certainty = _certainty(each, path.name, size, sample, info)
        if certainty is not None:
            found.append(Match(each.upload.id, path, certainty))
    return found


def _certainty(
    lost: LostUpload, name: str, size: int, sample: str, info: MediaInfo
) -> Certainty | None:
    upload = lost.upload
    if info.kind != ("image" if upload.kind == "logo" else upload.kind):
        return None
    if lost.content is not None and lost.content == sample:
        return "sure"
    is_as_long = _is_as_long(upload, info)
    is_as_large = size == upload.size_bytes
    is_named_so = _plain(name) == _plain(upload.original_filename)
    if is_as_large and is_as_long:
        return "sure" if is_named_so and lost.content is None else "likely"
    return "possible" if is_named_so and is_as_long else None


def _is_as_long(upload: Upload, info: MediaInfo) -> bool:
    """To the second, as the library knows it."""
    if upload.duration_seconds is None:
        return True
    return abs(upload.duration_seconds - info.duration / FLICKS_PER_SECOND) <= 1


def _plain(name: str) -> str:
    return name.casefold()
