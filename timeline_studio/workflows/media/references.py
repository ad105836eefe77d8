"""How timelines name an upload: `upload:<id>`."""

from timeline_studio.library import Upload
from timeline_studio.timeline.model import MediaReference

UPLOAD_SCHEME = "upload:"


def reference_to(upload: Upload, *, duration: int | None = None) -> MediaReference:
    return MediaReference(url=f"{UPLOAD_SCHEME}{upload.id}", name=upload.name, duration=duration)


def upload_id_of(media: MediaReference) -> int | None:
    """The library's id of this media, None for a file outside of the library."""
    number = media.url.removeprefix(UPLOAD_SCHEME)
    is_upload = media.url.startswith(UPLOAD_SCHEME) and number.isdecimal()
    return int(number) if is_upload else None
