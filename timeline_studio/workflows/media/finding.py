"""From a clip's media to a file on this computer."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

from timeline_studio.media import MediaError
from timeline_studio.storage import ObjectNotFound, StorageUnreachable, is_here
from timeline_studio.timeline.lut_reference import LUT
from timeline_studio.timeline.model import MediaReference
from timeline_studio.timeline.nested import nested_id
from timeline_studio.timeline.otio.locations import MISSING
from timeline_studio.workflows.luts import lut_path
from timeline_studio.workflows.media.references import upload_id_of
from timeline_studio.workflows.nesting import nested_document
from timeline_studio.workflows.studio import Studio

Resolve = Callable[[MediaReference], Path]


def resolver(studio: Studio) -> Resolve:
    """Finds a clip's file; raises MediaError that names the media when it is gone."""
    known: dict[str, Path] = {}

    def resolve(media: MediaReference) -> Path:
        if nested_id(media) is not None:  # it may change at any time
            return nested_document(studio, media)
        path = known.get(media.url)
        if path is None or not path.exists():
            path = known[media.url] = _find(studio, media)
        return path

    return resolve


class MediaNotHereError(MediaError):
    """Footage whose file is in the store, and not on this computer yet."""


def is_media_here(studio: Studio, media: MediaReference) -> bool:
    """Whether its file can be read without waiting for a network. Raises NotFound."""
    upload_id = upload_id_of(media)
    if upload_id is None:
        return True
    with studio.reading() as uow:
        upload = uow.uploads.get(upload_id)
    return is_here(studio.media_store, upload.s3_key)


def download_media(
    studio: Studio, media: MediaReference, *, progress: Callable[[float], None] | None = None
) -> Path:
    """Fetch its file from the store. `progress` gets 0 to 1; an exception it raises ends this."""
    upload_id = upload_id_of(media)
    if upload_id is None:
        return file_path(media)
    with studio.reading() as uow:
        upload = uow.uploads.get(upload_id)
    size = upload.size_bytes or studio.media_store.head(upload.s3_key).size

    def tell(count: int) -> None:
        if progress is not None:
            progress(min(1.0, count / max(1, size)))

    return studio.media_store.fetch(upload.s3_key, progress=tell)


def resolver_here(studio: Studio) -> Resolve:
    """As `resolver`, but it never waits for a network: raises MediaNotHereError instead."""
    resolve = resolver(studio)
    known: set[str] = set()

    def resolve_here(media: MediaReference) -> Path:
        if media.url not in known and not is_media_here(studio, media):
            raise MediaNotHereError(
                f"“{media.name or media.url}” is being downloaded. It is shown as soon as it is "
                "here."
            )
        path = resolve(media)
        known.add(media.url)
        return path

    return resolve_here


def _find(studio: Studio, media: MediaReference) -> Path:
    if media.url.startswith(LUT):
        return lut_path(studio.home, media)
    upload_id = upload_id_of(media)
    if upload_id is None:
        return file_path(media)
    with studio.reading() as uow:
        upload = uow.uploads.get(upload_id)
    try:
        return studio.media_store.fetch(upload.s3_key)
    except ObjectNotFound as error:
        if upload.status == "uploading":
            raise StorageUnreachable(
                f"“{upload.name}” is still on its way from the computer that imported it. Start "
                "the program there, and let it finish."
            ) from error
        raise MediaError(
            f"The media “{media.name or media.url}” is missing from the library: "
            f"{error} Import the file again and replace the clip."
        ) from error


def file_path(media: MediaReference) -> Path:
    """The path behind a `file:` URL. Raises MediaError that names it when it is not there."""
    parsed = urlparse(media.url)
    if parsed.scheme != "file":
        name = media.name or media.url.removeprefix(MISSING)
        raise MediaError(
            f"The media “{name}” is missing: the timeline does not say where it is. Relink it, "
            "or take the clip out."
        )
    path = Path(url2pathname(parsed.path))
    if not path.is_file():
        raise MediaError(
            f"The media file {path} is missing. Put it back there, or take the clip out."
        )
    return path
