"""From a clip's media to a file on this computer."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

from timeline_studio.media import MediaError
from timeline_studio.storage import ObjectNotFound
from timeline_studio.timeline.model import MediaReference
from timeline_studio.timeline.otio.locations import MISSING
from timeline_studio.workflows.media.references import upload_id_of
from timeline_studio.workflows.studio import Studio

Resolve = Callable[[MediaReference], Path]


def resolver(studio: Studio) -> Resolve:
    """Finds a clip's file; raises MediaError that names the media when it is gone."""
    known: dict[str, Path] = {}

    def resolve(media: MediaReference) -> Path:
        path = known.get(media.url)
        if path is None or not path.exists():
            path = known[media.url] = _find(studio, media)
        return path

    return resolve


def _find(studio: Studio, media: MediaReference) -> Path:
    upload_id = upload_id_of(media)
    if upload_id is None:
        return file_path(media)
    try:
        with studio.reading() as uow:
            upload = uow.uploads.get(upload_id)
        return studio.media_store.fetch(upload.s3_key)
    except ObjectNotFound as error:
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
