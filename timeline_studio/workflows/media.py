"""Bringing footage in, and finding it again."""

import mimetypes
import re
import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

from timeline_studio.library import Upload
from timeline_studio.media import MediaError, MediaInfo, probe
from timeline_studio.storage import ObjectNotFound, StorageError, build_upload_key
from timeline_studio.timeline.model import Clip, Item, MediaReference, Still, new_id
from timeline_studio.timeline.otio.locations import MISSING
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_at, frame_start
from timeline_studio.workflows.studio import Studio

UPLOAD_SCHEME = "upload:"
STILL_DURATION = 5 * FLICKS_PER_SECOND

USUAL_RATES = (
    Fraction(24000, 1001),
    Fraction(24),
    Fraction(25),
    Fraction(30000, 1001),
    Fraction(30),
    Fraction(50),
    Fraction(60000, 1001),
    Fraction(60),
)

Resolve = Callable[[MediaReference], Path]


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
    with studio.unit_of_work() as uow:
        for upload in uploads:
            uow.uploads.delete(upload.id)


def _import_one(studio: Studio, info: MediaInfo, progress: Callable[[int], None]) -> Upload:
    asset_uuid = str(uuid.uuid4())
    now = datetime.now(UTC).replace(tzinfo=None)
    key = build_upload_key(info.kind, asset_uuid, _extension(info.path), now.date())
    try:
        stored = studio.media_store.put_file(key, info.path, progress=progress)
    except StorageError as error:
        raise StorageError(f"{info.path} was not imported. {error}") from error
    video = info.video
    try:
        with studio.unit_of_work() as uow:
            return uow.uploads.add(
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
                status="uploaded",
                etag=stored.etag,
                asset_uuid=asset_uuid,
                date_ymd=now.date().isoformat(),
                orientation=_orientation(info),
                uploaded_at=now,
            )
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


def list_sources(
    studio: Studio,
    *,
    kinds: Sequence[str] | None = None,
    search: str | None = None,
    limit: int | None = None,
    before_id: int | None = None,
) -> list[Upload]:
    """Raw footage only, newest first: never an export."""
    with studio.reading() as uow:
        return uow.uploads.list_sources(
            kinds=kinds, search=search, limit=limit, before_id=before_id
        )


def reference_to(upload: Upload, *, duration: int | None = None) -> MediaReference:
    return MediaReference(url=f"{UPLOAD_SCHEME}{upload.id}", name=upload.name, duration=duration)


def upload_id_of(media: MediaReference) -> int | None:
    """The library's id of this media, None for a file outside of the library."""
    number = media.url.removeprefix(UPLOAD_SCHEME)
    is_upload = media.url.startswith(UPLOAD_SCHEME) and number.isdecimal()
    return int(number) if is_upload else None


def describe(studio: Studio, upload: Upload) -> MediaInfo:
    """What the stored file holds. Raises MediaError or ObjectNotFound."""
    return probe(studio.media_store.fetch(upload.s3_key))


def has_sound(studio: Studio, upload_id: int) -> bool:
    with studio.reading() as uow:
        upload = uow.uploads.get(upload_id)
    return bool(describe(studio, upload).audio)


def items_for(
    studio: Studio, upload: Upload, *, rate: Fraction | None = None
) -> tuple[Item | None, Item | None]:
    """New items at time 0 that show all of `upload`: (picture, sound), linked where both are.

    With `rate`, the length is cut to whole frames of a timeline at that rate.
    """
    info = describe(studio, upload)
    name = upload.name
    if info.kind == "image":
        media = reference_to(upload)
        return Still(id=new_id(), start=0, duration=STILL_DURATION, name=name, media=media), None
    shown = info.video.duration if info.video else info.duration
    media = reference_to(upload, duration=shown)
    duration = _whole_frames(shown, rate) if rate else shown
    link = new_id() if info.video and info.audio else None

    def clip() -> Clip:
        return Clip(id=new_id(), start=0, duration=duration, name=name, media=media, link=link)

    return (clip() if info.video else None), (clip() if info.audio else None)


def _whole_frames(duration: int, rate: Fraction) -> int:
    return frame_start(max(1, frame_at(duration, rate)), rate)


def format_for(studio: Studio, upload: Upload) -> tuple[Fraction, int, int] | None:
    """The (rate, width, height) that a timeline begun with `upload` takes; None for sound."""
    info = describe(studio, upload)
    if info.video is None:
        return None
    width, height = info.video.display_width, info.video.display_height
    rate = Fraction(30) if info.kind == "image" else usual_rate(info.video.rate)
    return rate, max(2, width // 2 * 2), max(2, height // 2 * 2)


def usual_rate(rate: Fraction) -> Fraction:
    """The frame rate in common use that lies nearest."""
    return min(USUAL_RATES, key=lambda usual: abs(usual - rate))


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
