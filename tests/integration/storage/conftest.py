"""Stores to test. Every store that is added to `store` must pass the contract."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from s3_server import BUCKET, S3Server
from timeline_studio.storage import (
    LocalFolderStore,
    ObjectStore,
    OutgoingStore,
    S3Options,
    S3Store,
)
from timeline_studio.storage.s3_cache import CACHE_BYTES
from timeline_studio.storage.s3_client import SMALLEST_PART


@pytest.fixture
def s3_bucket(s3_server: S3Server) -> S3Server:
    """The server with its bucket empty."""
    s3_server.empty(BUCKET)
    return s3_server


@pytest.fixture
def make_s3_store(s3_bucket: S3Server, tmp_path: Path) -> Callable[..., S3Store]:
    """Stores on the same bucket, with the smallest parts; keywords are those of S3Options."""

    def shared(_options: S3Options) -> Any:
        return s3_bucket.client  # to make one takes longer than most tests

    def make(
        bucket: str = BUCKET,
        client_factory: Callable[[S3Options], Any] = shared,
        cache_bytes: int = CACHE_BYTES,
        **options: object,
    ) -> S3Store:
        named = {"endpoint": s3_bucket.endpoint, "part_size": SMALLEST_PART, "attempts": 2}
        return S3Store(
            bucket,
            cache=tmp_path / "cache",
            journals=tmp_path / "journals",
            cache_bytes=cache_bytes,
            options=S3Options(**(named | options)),
            client_factory=client_factory,
        )

    return make


@pytest.fixture
def s3_store(make_s3_store: Callable[..., S3Store]) -> S3Store:
    return make_s3_store()


@pytest.fixture
def local_store(tmp_path: Path) -> LocalFolderStore:
    return LocalFolderStore(tmp_path / "store", "media")


@pytest.fixture
def outgoing_store(s3_store: S3Store, tmp_path: Path) -> OutgoingStore:
    return OutgoingStore(s3_store, tmp_path / "outgoing")


@pytest.fixture(params=["local_store", "s3_store", "outgoing_store"])
def store(request: pytest.FixtureRequest) -> ObjectStore:
    """Each kind of store in turn, empty."""
    made: ObjectStore = request.getfixturevalue(request.param)
    return made


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A file of 9 MiB and a byte, so that it is stored in several chunks."""
    path = tmp_path / "source.bin"
    path.write_bytes(bytes(range(256)) * (9 * 4096) + b"!")
    return path
