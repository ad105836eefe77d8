"""Bringing footage in: files become uploads, all of them or none."""

import mimetypes
import re
import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from timeline_studio.library import OutcomeUnknown, UnitOfWork, Upload
from timeline_studio.media import MediaInfo, content_sample, probe
from timeline_studio.storage import StorageError, build_upload_key
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.workflows.media.promises import promise
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.transfers import queue_transfer


def import_media(
    studio: Studio,
    paths: Sequence[Path],
    *,
    progress: Callable[[float, str], None] | None = None,
) -> list[Upload]:
    """Copy files into the library: all of them, or none. Every file is probed before the first
    is copied.

    `progress` gets 0 to 1 and the name of the file; an exception it raises cancels. Raises
    MediaError for a file that cannot be used, StorageError for one that cannot be stored.
    """
    found = [probe(path) for path in paths]
    total = sum(info.size_bytes for info in found) or 1
    done = 0
    uploads: list[Upload] = []
    try:
        for info in found:

            def advance(copied: int, before: int = done, name: str = info.path.name) -> None:
                if progress is not None:
                    progress(min(1.0, (before + copied) / total), name)

            uploads.append(_import_one(studio, info, advance))
            done += info.size_bytes
    except BaseException:
        _take_back(studio, uploads)
        raise
    return uploads


def _take_back(studio: Studio, uploads: Sequence[Upload]) -> None:
    """The files first: on a full disk the rows cannot go before there is room again."""
    if not uploads:
        return
    for upload in uploads:
        studio.media_store.delete(upload.s3_key)

    def forget(uow: UnitOfWork) -> None:
        for upload in uploads:
            uow.uploads.delete(upload.id)

    studio.run(forget)


def _import_one(studio: Studio, info: MediaInfo, progress: Callable[[int], None]) -> Upload:
    asset_uuid = str(uuid.uuid4())
    now = datetime.now(UTC).replace(tzinfo=None)
    key = build_upload_key(info.kind, asset_uuid, _extension(info.path), now.date())
    video = info.video

    sample = content_sample(info.path)

    def record(uow: UnitOfWork) -> Upload:
        upload = uow.uploads.add(
            kind=info.kind,
            video_role="source" if info.kind == "video" else None,
            s3_bucket=studio.media_store.bucket,
            s3_key=key,
            original_filename=info.path.name,
            content_type=mimetypes.guess_type(info.path.name)[0],
            size_bytes=stored.size,
            width=video.display_width if video else None,
            height=video.display_height if video else None,
            duration_seconds=_whole_seconds(info),
            status=queue_transfer(studio, uow, key, info.path.name),
            etag=stored.etag,
            asset_uuid=asset_uuid,
            date_ymd=now.date().isoformat(),
            orientation=_orientation(info),
            uploaded_at=now,
        )
        uow.media_bin.note_content(upload.id, sample)
        return upload

    with promise(studio, key):
        try:
            stored = studio.media_store.put_file(key, info.path, progress=progress)
        except StorageError as error:
            raise StorageError(f"{info.path} was not imported. {error}") from error
        try:
            return studio.run(record)
        except OutcomeUnknown:  # the row may be there, and needs the file: the next start looks
            raise
        except BaseException:
            studio.media_store.delete(key)
            raise


def _extension(path: Path) -> str:
    """The file's own, where a key can hold it: what is in the file is found by reading it."""
    return path.suffix if re.fullmatch(r"\.[A-Za-z0-9]{1,16}", path.suffix) else ".bin"


def _whole_seconds(info: MediaInfo) -> int | None:
    return None if info.kind == "image" else round(info.duration / FLICKS_PER_SECOND)


def _orientation(info: MediaInfo) -> str | None:
    if info.video is None:
        return None
    upright = info.video.display_height > info.video.display_width
    return "portrait" if upright else "landscape"
