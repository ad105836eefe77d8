"""How a camera was held: the orientation tag of a JPEG (Exif 2.32, 4.6.4)."""

import struct
from pathlib import Path

_HEADER_BYTES = 256 * 1024  # Exif stands in front, in a segment of at most 64 KiB
_ORIENTATION_TAG = 0x0112
_SHORT = 3


def exif_orientation(path: Path) -> int:
    """1 to 8; 1, upright, where the file does not say."""
    with path.open("rb") as file:
        data = file.read(_HEADER_BYTES)
    try:
        exif = _exif_segment(data)
        orientation = _orientation(exif) if exif is not None else 1
    except struct.error:  # cut short
        return 1
    return orientation if 1 <= orientation <= 8 else 1


def _exif_segment(data: bytes) -> bytes | None:
    """The TIFF structure within the APP1 segment of a JPEG."""
    if data[:2] != b"\xff\xd8":
        return None
    at = 2
    while data[at : at + 1] == b"\xff":
        marker, length = struct.unpack_from(">BH", data, at + 1)
        if marker == 0xDA:  # the picture begins
            return None
        if marker == 0xE1 and data[at + 4 : at + 10] == b"Exif\0\0":
            return data[at + 10 : at + 2 + length]
        at += 2 + length
    return None


def _orientation(tiff: bytes) -> int:
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    (directory,) = struct.unpack_from(order + "I", tiff, 4)
    (count,) = struct.unpack_from(order + "H", tiff, directory)
    for entry in range(count):
        at = directory + 2 + 12 * entry
        tag, kind = struct.unpack_from(order + "HH", tiff, at)
        if tag == _ORIENTATION_TAG and kind == _SHORT:
            return int(struct.unpack_from(order + "H", tiff, at + 8)[0])
    return 1
