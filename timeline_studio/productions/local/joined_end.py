"""The last segment of a rendition joined to the one before it, where it would be too short."""

import re
import struct
from collections.abc import Iterator
from pathlib import Path

_LAST_TWO = re.compile(
    r"#EXTINF:(?P<a>[0-9.]+),\n(?P<first>[^#\n]+)\n"
    r"#EXTINF:(?P<b>[0-9.]+),\n(?P<last>[^#\n]+)\n(?=#EXT-X-ENDLIST)"
)
_MEDIA_BOXES = (b"moof", b"mdat")


def join_end(playlist: Path) -> None:
    """A playlist of one segment stays as it is."""
    text = playlist.read_text("utf-8")
    found = _LAST_TWO.search(text)
    if found is None:
        return
    first, last = (playlist.with_name(found[name]) for name in ("first", "last"))
    data = last.read_bytes()
    with first.open("ab") as joined:
        joined.write(data if last.suffix == ".ts" else b"".join(_media(data)))
    last.unlink()
    seconds = float(found["a"]) + float(found["b"])
    both = f"#EXTINF:{seconds:.6f},\n{found['first']}\n"
    playlist.write_text(text[: found.start()] + both + text[found.end() :], "utf-8")


def _media(segment: bytes) -> Iterator[bytes]:
    """An fMP4 segment without its own head: the type, and the index of this part alone."""
    at = 0
    while at + 8 <= len(segment):
        size, kind = struct.unpack_from(">I4s", segment, at)
        if kind in _MEDIA_BOXES:
            yield segment[at : at + size]
        at += size
