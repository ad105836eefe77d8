"""What a file holds, in a few bytes."""

import hashlib
from pathlib import Path

from timeline_studio.media.media_error import reading

_BLOCKS = 16
_BLOCK_BYTES = 64 * 1024


def content_digest(path: Path) -> str:
    """32 hexadecimal digits of the file's size, its time of change and blocks from all over it.

    Not of every byte: an hour of footage would take a minute to read. Raises MediaError when
    there is no such file.
    """
    with reading(path):
        status = path.stat()
        return _sampled(path, f"{status.st_size} {status.st_mtime_ns}")


def content_sample(path: Path) -> str:
    """The same without the time of change: a copy of a file has its sample, wherever it lies.

    Raises MediaError when there is no such file.
    """
    with reading(path):
        return _sampled(path, f"{path.stat().st_size}")


def _sampled(path: Path, head: str) -> str:
    digest = hashlib.blake2b(head.encode(), digest_size=16)
    with path.open("rb") as file:
        status = path.stat()
        last = max(0, status.st_size - _BLOCK_BYTES)
        for position in sorted({last * block // (_BLOCKS - 1) for block in range(_BLOCKS)}):
            file.seek(position)
            digest.update(file.read(_BLOCK_BYTES))
    return digest.hexdigest()
