"""What was fetched from S3, kept in a folder: one folder a key, one file a version."""

import hashlib
import re
from pathlib import Path


class FetchedObjects:
    """Names are digests: keys may be longer than file names, and one may lie below another.

    `bucket_url` keeps the buckets of several servers apart. Nothing is ever evicted.
    """

    def __init__(self, folder: Path, bucket_url: str) -> None:
        self._folder, self._bucket_url = folder, bucket_url

    def path(self, key: str, etag: str) -> Path:
        """Where this version belongs; it keeps the key's extension."""
        suffix = re.search(r"\.[A-Za-z0-9]{1,16}$", key)
        version = hashlib.sha256(etag.encode()).hexdigest()[:16]
        return self._folder_of(key) / f"{version}{suffix[0] if suffix else ''}"

    def newest(self, key: str) -> Path | None:
        """The version of `key` that was fetched last; None where none is here."""
        kept = [path for path in self._folder_of(key).glob("*") if path.is_file()]
        return max(kept, key=lambda path: path.stat().st_mtime_ns, default=None)

    def _folder_of(self, key: str) -> Path:
        name = hashlib.sha256(f"{self._bucket_url}\n{key}".encode()).hexdigest()[:40]
        return self._folder / name[:2] / name


def is_complete(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size
