"""Which file this is, cheaply: caches are keyed by it."""

import hashlib
from pathlib import Path
from typing import NamedTuple

from timeline_studio.media.media_error import reading


class FileIdentity(NamedTuple):
    """A file that is replaced or written to gets another identity."""

    path: str
    size: int
    modified_ns: int

    def digest(self) -> str:
        """A file name's worth of it: 32 hexadecimal digits."""
        return hashlib.sha256(repr(tuple(self)).encode()).hexdigest()[:32]


def file_identity(path: Path) -> FileIdentity:
    """Raises MediaError when there is no such file."""
    with reading(path):
        resolved = path.resolve()
        status = resolved.stat()
    return FileIdentity(str(resolved), status.st_size, status.st_mtime_ns)
