"""Members of job settings: what must be there, and names that become files and URIs."""

import re
from typing import Any

from timeline_studio.productions.production_error import ProductionError

# names become files, printf patterns of the muxer, and URIs in playlists
FILE_NAME = re.compile(r"[A-Za-z0-9_.-]+")


def required(owner: dict[str, Any], name: str, path: str) -> Any:
    if name not in owner:
        raise ProductionError(f"{path}.{name} is missing.")
    return owner[name]


def positive(value: float, path: str) -> float:
    if value <= 0:
        raise ProductionError(f"{path}: {value} must be more than 0.")
    return value


def coding(owner: dict[str, Any], codec: str, member: str, path: str) -> dict[str, Any]:
    """The settings of the one codec that the engine has for this."""
    found = required(owner, "CodecSettings", path)
    if found.get("Codec") != codec:
        raise ProductionError(f"{path}.CodecSettings.Codec must be {codec} in this group.")
    own: dict[str, Any] = required(found, member, f"{path}.CodecSettings")
    return own


def modifier(output: dict[str, Any], path: str) -> str:
    name = str(required(output, "NameModifier", path))
    if not FILE_NAME.fullmatch(name):
        raise ProductionError(
            f"{path}.NameModifier: “{name}” cannot be part of a file's name here: use A-Z, "
            "0-9, _, - and dots."
        )
    return name


def quotable(text: str, path: str) -> str:
    """Text that playlists quote: they have no way to write a quote or a line's end in it."""
    if not text or any(mark in text for mark in '"\r\n'):
        raise ProductionError(f"{path}: “{text}” cannot be a name: leave out quotes and line ends.")
    return text


def split_uri(uri: str, path: str) -> tuple[str, str]:
    """(bucket, key) of `s3://bucket/key`."""
    scheme, _, rest = uri.partition("://")
    bucket, _, key = rest.partition("/")
    if scheme != "s3" or not bucket:
        raise ProductionError(f"{path} must be s3://bucket/key, not “{uri}”.")
    return bucket, key
