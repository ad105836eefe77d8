"""Thumbnails, made when they are first asked for."""

from pathlib import Path

from timeline_studio.library import Upload
from timeline_studio.media import MediaError, thumbnail_jpeg
from timeline_studio.storage import ObjectNotFound, thumb_key
from timeline_studio.workflows.studio import Studio

WIDTH, HEIGHT = 320, 180


def upload_thumbnail(studio: Studio, upload_id: int) -> Path:
    """A JPEG of at most 320x180. Raises MediaError for media without a picture."""
    with studio.reading() as uow:
        upload = uow.uploads.get(upload_id)
    key = thumb_key(upload_id)
    try:
        return studio.media_store.fetch(key)
    except ObjectNotFound:
        studio.media_store.put_bytes(key, _make(studio, upload))
        return studio.media_store.fetch(key)


def _make(studio: Studio, upload: Upload) -> bytes:
    if upload.kind == "audio":
        raise MediaError(f"“{upload.original_filename}” is sound: it has no picture.")
    source = studio.media_store.fetch(upload.s3_key)
    return thumbnail_jpeg(source, width=WIDTH, height=HEIGHT)
