"""Stores to test. Every store that is added to `store` must pass the contract."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from timeline_studio.storage import LocalFolderStore, ObjectStore, S3Options, S3Store
from timeline_studio.storage.s3_client import SMALLEST_PART, connect

BUCKET = "media"
READY_SECONDS = 60


@dataclass
class S3Server:
    """A real S3 server on loopback; its keys are in the environment, where the AWS chain looks."""

    endpoint: str
    process: subprocess.Popen[bytes]
    client: Any


@pytest.fixture(scope="session")
def s3_keys() -> Iterator[None]:
    """Credentials of the tests' own, whatever the user's are."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("AWS_")]:
            patch.delenv(name)
        patch.setenv("AWS_ACCESS_KEY_ID", "studio")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "studio-secret")
        patch.setenv("AWS_EC2_METADATA_DISABLED", "true")
        patch.setenv("AWS_CONFIG_FILE", os.devnull)
        patch.setenv("AWS_SHARED_CREDENTIALS_FILE", os.devnull)
        yield


@pytest.fixture(scope="session")
def s3_server(s3_keys: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    """Started once; ended by its process id."""
    folder = tmp_path_factory.mktemp("s3")
    port = free_ports(5)
    endpoint = f"http://127.0.0.1:{port + 3}"
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(weed(folder, port), stdout=log, stderr=log, cwd=folder)
    try:
        wait_until_ready(endpoint, process, folder / "log")
        client = connect(S3Options(endpoint=endpoint, attempts=2))
        client.create_bucket(Bucket=BUCKET)
        yield S3Server(endpoint, process, client)
        client.close()
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(30)


def weed(folder: Path, port: int) -> list[str]:
    return [
        str(Path(sys.executable).with_name("weed")),
        *("-logtostderr=true", "mini", f"-dir={folder}"),
        *("-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-master.telemetry=false"),
        *("-webdav=false", "-admin.ui=false"),
        *(f"-master.port={port}", f"-volume.port={port + 1}", f"-filer.port={port + 2}"),
        *(f"-s3.port={port + 3}", f"-admin.port={port + 4}"),
        *("-s3.port.iceberg=0", "-s3.port.lance=0"),
    ]


def free_ports(count: int) -> int:
    """The first of `count` free ports in a row, each with the one 10,000 above it."""
    for base in range(20000 + os.getpid() % 1000 * 8, 44000, 8):
        with suppress(OSError):
            for port in range(base, base + count):
                for each in (port, port + 10000):
                    with socket.socket() as probe:
                        probe.bind(("127.0.0.1", each))
            return base
    raise RuntimeError("no free ports")


def wait_until_ready(endpoint: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = monotonic() + READY_SECONDS
    while monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(f"{endpoint}/healthz", timeout=5):
                pass
        except HTTPError as error:
            error.close()
        except (URLError, OSError):
            sleep(0.05)  # nothing to wait on: it only logs
            continue
        return
    raise RuntimeError(f"the S3 server did not start: {log.read_text(errors='replace')[-2000:]}")


@pytest.fixture
def s3_bucket(s3_server: S3Server) -> S3Server:
    """The server with its bucket empty."""
    client = s3_server.client
    for upload in client.list_multipart_uploads(Bucket=BUCKET).get("Uploads", []):
        client.abort_multipart_upload(Bucket=BUCKET, Key=upload["Key"], UploadId=upload["UploadId"])
    for found in client.list_objects_v2(Bucket=BUCKET).get("Contents", []):
        client.delete_object(Bucket=BUCKET, Key=found["Key"])
    return s3_server


@pytest.fixture
def make_s3_store(s3_bucket: S3Server, tmp_path: Path) -> Callable[..., S3Store]:
    """Stores on the same bucket, with the smallest parts; keywords are those of S3Options."""

    def shared(_options: S3Options) -> Any:
        return s3_bucket.client  # to make one takes longer than most tests

    def make(
        bucket: str = BUCKET,
        client_factory: Callable[[S3Options], Any] = shared,
        **options: object,
    ) -> S3Store:
        named = {"endpoint": s3_bucket.endpoint, "part_size": SMALLEST_PART, "attempts": 2}
        return S3Store(
            bucket,
            cache=tmp_path / "cache",
            journals=tmp_path / "journals",
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


@pytest.fixture(params=["local_store", "s3_store"])
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
