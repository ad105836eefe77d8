"""Stores to test. Every store that is added to `store` must pass the contract."""

from pathlib import Path

import pytest

from timeline_studio.storage import LocalFolderStore, ObjectStore


@pytest.fixture
def local_store(tmp_path: Path) -> LocalFolderStore:
    return LocalFolderStore(tmp_path / "store", "media")


@pytest.fixture(params=["local_store"])
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
