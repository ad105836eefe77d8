"""Timelines of other programs: brought in with their media, and handed out."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from timeline_studio.library import Project, Upload
from timeline_studio.media import MediaInfo, probe
from timeline_studio.render.flat import flat
from timeline_studio.timeline.model import Clip, Item, MediaReference, Still, Timeline, Track
from timeline_studio.timeline.otio import read_otio, write_otio
from timeline_studio.workflows.media import file_path, import_media, reference_to, resolver
from timeline_studio.workflows.projects import create_project, open_project
from timeline_studio.workflows.studio import Studio


def import_otio(
    studio: Studio,
    path: Path,
    name: str | None = None,
    *,
    progress: Callable[[float, str], None] | None = None,
) -> Project:
    """A new project from an OTIO file; the media it names is imported, each file once, and
    what lies in the library already is used as it is.

    Raises DocumentError or MediaError before anything is imported when the file cannot be
    read, or when media is missing.
    """
    timeline = read_otio(path, prefer_files=True)
    files = {media.url: probe(file_path(media)) for media in _media_of(timeline)}
    uploads = _uploads_of(studio, files, progress)
    references = {
        url: reference_to(uploads[url], duration=_shown(info)) for url, info in files.items()
    }
    silent = {url for url, info in files.items() if not info.audio}
    tracks = tuple(_relinked(track, references, silent) for track in timeline.tracks)
    timeline = _with_format(msgspec.structs.replace(timeline, tracks=tracks), references, files)
    return create_project(studio, name or timeline.name or path.stem, timeline)


def _media_of(timeline: Timeline) -> list[MediaReference]:
    found = {
        item.media.url: item.media
        for track in timeline.tracks
        for item in track.items
        if isinstance(item, Clip | Still)
    }
    return list(found.values())


def _uploads_of(
    studio: Studio,
    files: dict[str, MediaInfo],
    progress: Callable[[float, str], None] | None,
) -> dict[str, Upload]:
    """By URL: the upload that a file is in our own store, else a new one."""
    known = {url: _stored_upload(studio, info.path) for url, info in files.items()}
    new = [url for url, upload in known.items() if upload is None]
    imported = import_media(studio, [files[url].path for url in new], progress=progress)
    return {url: upload for url, upload in known.items() if upload} | dict(
        zip(new, imported, strict=True)
    )


def _stored_upload(studio: Studio, path: Path) -> Upload | None:
    bucket = studio.media_store.bucket
    root = (studio.home.store / bucket).resolve()
    if not path.resolve().is_relative_to(root):
        return None
    with studio.reading() as uow:
        return uow.uploads.find_by_key(bucket, path.resolve().relative_to(root).as_posix())


def _shown(info: MediaInfo) -> int | None:
    if info.kind == "image":
        return None
    return info.video.duration if info.video else info.duration


def _relinked(track: Track, references: dict[str, MediaReference], silent: set[str]) -> Track:
    """`track` with its files replaced by uploads, without sound clips of silent media."""
    items: list[Item] = []
    for item in track.items:
        if isinstance(item, Clip | Still) and item.media.url in references:
            if track.kind == "audio" and item.media.url in silent:
                continue
            reference = references[item.media.url]
            media = msgspec.structs.replace(reference, metadata=item.media.metadata)
            items.append(msgspec.structs.replace(item, media=media))
        else:
            items.append(item)
    edges = {item.end for item in items} & {item.start for item in items}
    transitions = tuple(t for t in track.transitions if t.cut in edges)
    return msgspec.structs.replace(track, items=tuple(items), transitions=transitions)


def _with_format(
    timeline: Timeline, references: dict[str, MediaReference], files: dict[str, MediaInfo]
) -> Timeline:
    """A size of 0 means that of the first picture, even; 1920x1080 where there is none."""
    if timeline.width and timeline.height:
        return timeline
    videos = {references[url].url: info.video for url, info in files.items()}
    shown = [
        videos[item.media.url]
        for track in timeline.video_tracks
        for item in track.items
        if isinstance(item, Clip | Still)
    ]
    size = next(((v.display_width, v.display_height) for v in shown if v), (1920, 1080))
    width, height = (max(2, side // 2 * 2) for side in size)
    return msgspec.structs.replace(timeline, width=width, height=height)


def save_otio(studio: Studio, project_id: int, path: Path) -> Path:
    """Write the project for other programs, with the files' places on this computer; of nested
    timelines what they stand for.

    Raises DocumentError when `path` cannot be written, NestingError or MediaError for a nested
    timeline that cannot be laid out.
    """
    opened, resolve = open_project(studio, project_id), resolver(studio)
    timeline = msgspec.structs.replace(opened.timeline, name=opened.project.name or "")
    write_otio(flat(timeline, resolve), path, resolve=resolve)
    return path
