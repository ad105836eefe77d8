"""What a creator does with one upload: name it, describe it, see which timelines show it."""

from collections.abc import Callable, Iterable
from pathlib import Path

from timeline_studio.errors import StudioError
from timeline_studio.library import UnitOfWork, Upload
from timeline_studio.media import MediaError, MediaInfo, content_sample, probe
from timeline_studio.storage import ObjectNotFound, thumb_key
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.workflows.media import UPLOAD_SCHEME, shown_uploads
from timeline_studio.workflows.studio import Studio


class MediaInUseError(StudioError):
    """Footage that timelines still show."""


def rename_upload(studio: Studio, upload_id: int, name: str, description: str | None) -> Upload:
    """An empty name goes back to the file's own."""
    columns = {
        "modified_filename": name.strip()[:512] or None,
        "description": (description or "").strip() or None,
    }
    return studio.run(lambda uow: uow.uploads.update(upload_id, **columns))


def edit_upload(
    studio: Studio, upload_id: int, *, name: str | None = None, description: str | None = None
) -> Upload:
    """As `rename_upload`; what is None stays as it is."""
    with studio.reading() as uow:
        upload = uow.uploads.get(upload_id)
    return rename_upload(
        studio,
        upload_id,
        (upload.modified_filename or "") if name is None else name,
        upload.description if description is None else description,
    )


def missing_files(studio: Studio, uploads: Iterable[Upload]) -> frozenset[int]:
    """The ids of those whose file is gone from the store. Raises StorageUnreachable."""
    gone = set()
    for upload in uploads:
        try:
            studio.media_store.head(upload.s3_key)
        except ObjectNotFound:
            gone.add(upload.id)
    return frozenset(gone)


def relink_upload(
    studio: Studio,
    upload_id: int,
    path: Path,
    *,
    progress: Callable[[int], None] | None = None,
) -> Upload:
    """Put another file in the place of this upload's: timelines that show it show the new one.

    Raises MediaError when the file is of another kind, or shorter by more than half a second:
    clips may show what it does not have.
    """
    with studio.reading() as uow:
        upload = uow.uploads.get(upload_id)
    info = probe(path)
    _check_replacement(upload, info)
    stored = studio.media_store.put_file(upload.s3_key, path, progress=progress)
    video = info.video

    sample = content_sample(path)

    def step(uow: UnitOfWork) -> Upload:
        uow.media_bin.note_content(upload_id, sample)
        return uow.uploads.update(
            upload_id,
            original_filename=path.name,
            size_bytes=stored.size,
            etag=stored.etag,
            width=video.display_width if video else None,
            height=video.display_height if video else None,
            duration_seconds=None if info.kind == "image" else round(_seconds(info)),
            source_deleted_at=None,
        )

    relinked = studio.library.run(studio.user_id, step)
    studio.media_store.delete(thumb_key(upload_id))
    return relinked


def _check_replacement(upload: Upload, info: MediaInfo) -> None:
    kind = "image" if upload.kind == "logo" else upload.kind
    if info.kind != kind:
        raise MediaError(
            f"{info.path} is {info.kind}, but “{upload.name}” is {kind}. Choose one of that kind."
        )
    if upload.duration_seconds is not None and _seconds(info) < upload.duration_seconds - 0.5:
        raise MediaError(
            f"{info.path} is {_seconds(info):.1f} s long, but “{upload.name}” was "
            f"{upload.duration_seconds} s: clips would show what is not there. Choose the whole "
            "file."
        )


def _seconds(info: MediaInfo) -> float:
    return info.duration / FLICKS_PER_SECOND


def used_in(studio: Studio, upload_id: int) -> list[str]:
    """The names of the active projects whose timeline shows this upload."""
    url = f"{UPLOAD_SCHEME}{upload_id}"
    # The text is searched first: parsing every timeline would be slow.
    with studio.reading() as uow:
        projects = uow.projects.containing(url)
    return [
        project.name or "Untitled"
        for project in projects
        if upload_id in shown_uploads(project.timeline_json)
    ]
