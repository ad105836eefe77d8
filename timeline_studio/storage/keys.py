"""Every object key that the program makes or reads: one place for their shapes."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final
from uuid import UUID

from timeline_studio.storage.store import StorageError

MAX_KEY_BYTES: Final = 1024

EXPORT_ROOT: Final = "renders/"

_UPLOAD_SHAPES: Final[Mapping[str, tuple[str, str]]] = {
    "video": ("videos", "video"),
    "audio": ("audio", "audio"),
    "image": ("images", "image"),
    "logo": ("logos", "logo"),
}

_DATED_ASSET = re.compile(
    r"(?:^|/)(?P<date>\d{4}-\d{2}/\d{2})/"
    r"(?P<uuid>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})/"
)


def build_upload_key(kind: str, asset_uuid: str, extension: str, day: date) -> str:
    """`videos/2026-11/21/<uuid>/video.mp4`; `kind` is video, audio, image or logo.

    `extension` may carry its dot and capitals. Raises StorageError for one that no key can hold.
    """
    folder, stem = _UPLOAD_SHAPES[kind]
    return f"{folder}/{dated(day)}/{UUID(asset_uuid)}/{stem}.{_plain_extension(extension)}"


def build_export_key(asset_uuid: str, day: date) -> str:
    """`renders/2026-11/21/<uuid>/video.mp4`: where an exported master lies."""
    return f"{EXPORT_ROOT}{dated(day)}/{UUID(asset_uuid)}/video.mp4"


def thumb_key(upload_id: int) -> str:
    return f"thumbs/uploads/{upload_id}/thumb.jpg"


def captions_key(production_id: int, number: int = 1) -> str:
    """Where a production's captions lie before they are sent; further tracks are numbered."""
    more = f"_{number}" if number > 1 else ""
    return f"captions/vtt/production_{production_id}{more}.vtt"


def captions_prefixes(production_id: int) -> tuple[str, str]:
    """Below which all of its captions lie, and nobody else's."""
    stem = captions_key(production_id).removesuffix(".vtt")
    return f"{stem}.", f"{stem}_"


def dated(day: date) -> str:
    """`2026-11/21`, the tables' `date_ymd` and the token DATE_YYYY_MM_DD."""
    return f"{day:%Y-%m/%d}"


def asset_uuid_of(key: str) -> str | None:
    """The upload's uuid, in lower case; None where the key follows no dated shape."""
    match = _DATED_ASSET.search(key)
    return match["uuid"].lower() if match else None


def date_of(key: str) -> str | None:
    """`2026-11/21`; None where the key follows no dated shape."""
    match = _DATED_ASSET.search(key)
    return match["date"] if match else None


def check_key(key: str) -> str:
    """`key` itself. Raises StorageError unless it is a relative path of plain segments."""
    _check_segments(key, key.split("/"))
    return key


def check_prefix(prefix: str) -> str:
    """Like a key, but it may end within a segment or with a slash; empty means everything."""
    if prefix:
        _check_segments(prefix, prefix.removesuffix("/").split("/"))
    return prefix


def _check_segments(key: str, segments: list[str]) -> None:
    if any(segment in {"", ".", ".."} for segment in segments):
        raise StorageError(f"The key {key!r} is refused: each part between slashes needs a name.")
    if "\\" in key or any(ord(letter) < 32 or ord(letter) == 127 for letter in key):
        raise StorageError(f"The key {key!r} is refused: no backslashes or control characters.")
    if _byte_length(key) > MAX_KEY_BYTES:
        raise StorageError(f"The key {key[:60]!r}… is refused: longer than {MAX_KEY_BYTES} bytes.")


def _byte_length(key: str) -> int:
    try:
        return len(key.encode())
    except UnicodeEncodeError as error:
        raise StorageError(f"The key {key!r} is refused: it is not valid Unicode.") from error


def _plain_extension(extension: str) -> str:
    plain = extension.lower().removeprefix(".")
    if not re.fullmatch(r"[a-z0-9]{1,16}", plain):
        raise StorageError(
            f"“{extension}” cannot be part of a key. Give the file a plain extension like .mp4."
        )
    return plain
