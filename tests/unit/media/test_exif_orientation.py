import struct

import pytest

from timeline_studio.media.exif_orientation import exif_orientation


def jpeg(order: str, entries: list[tuple[int, int, int]], *, before: bytes = b"") -> bytes:
    mark = {">": b"MM", "<": b"II"}[order]
    directory = struct.pack(order + "H", len(entries)) + b"".join(
        struct.pack(order + "HHIHH", tag, kind, 1, value, 0) for tag, kind, value in entries
    )
    tiff = mark + struct.pack(order + "HI", 42, 8) + directory
    body = b"Exif\0\0" + tiff
    segment = b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    return b"\xff\xd8" + before + segment + b"\xff\xda\0\x02"


JFIF = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + bytes(9)
XMP = b"\xff\xe1" + struct.pack(">H", 10) + b"http://x"


@pytest.mark.parametrize(
    ("data", "orientation"),
    [
        (jpeg(">", [(0x0112, 3, 6)]), 6),
        (jpeg("<", [(0x010F, 2, 0), (0x0112, 3, 8)]), 8),
        (jpeg(">", [(0x0112, 3, 3)], before=JFIF + XMP), 3),
        (jpeg(">", [(0x0112, 3, 9)]), 1),
        (jpeg(">", [(0x010F, 2, 1)]), 1),
        (jpeg(">", [(0x0112, 3, 6)])[:30], 1),
        (b"\xff\xd8" + JFIF + b"\xff\xda", 1),
        (b"\xff\xd8\xff", 1),
        (b"\x89PNG", 1),
        (b"", 1),
        (jpeg(">", []).replace(b"MM", b"??"), 1),
    ],
)
def test_orientation(tmp_path, data, orientation):
    path = tmp_path / "picture.jpg"
    path.write_bytes(data)

    assert exif_orientation(path) == orientation
