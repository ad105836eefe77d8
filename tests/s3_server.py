"""A real S3 server on a free loopback port, for the tests that need one."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from mediaconvert_server import ACCESS_KEY, SECRET_KEY
from timeline_studio.storage.s3_client import S3Options, connect

BUCKET, OUTPUT_BUCKET = "media", "outputs"
READY_SECONDS = 60


@dataclass
class S3Server:
    """Its keys are the MediaConvert server's too, and in the environment for the AWS chain."""

    endpoint: str
    process: subprocess.Popen[bytes]
    client: Any

    def empty(self, bucket: str) -> None:
        uploads = self.client.list_multipart_uploads(Bucket=bucket).get("Uploads", [])
        for upload in uploads:
            self.client.abort_multipart_upload(
                Bucket=bucket, Key=upload["Key"], UploadId=upload["UploadId"]
            )
        for found in self.client.list_objects_v2(Bucket=bucket).get("Contents", []):
            self.client.delete_object(Bucket=bucket, Key=found["Key"])
        # This server keeps a folder that was emptied, and takes it for an object of its name.
        self.client.delete_bucket(Bucket=bucket)
        self.client.create_bucket(Bucket=bucket)


@contextmanager
def aws_keys() -> Iterator[None]:
    """Credentials of the tests' own, whatever the user's are."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("AWS_")]:
            patch.delenv(name)
        patch.setenv("AWS_ACCESS_KEY_ID", ACCESS_KEY)
        patch.setenv("AWS_SECRET_ACCESS_KEY", SECRET_KEY)
        patch.setenv("AWS_EC2_METADATA_DISABLED", "true")
        patch.setenv("AWS_CONFIG_FILE", os.devnull)
        patch.setenv("AWS_SHARED_CREDENTIALS_FILE", os.devnull)
        yield


@contextmanager
def s3_server(folder: Path) -> Iterator[S3Server]:
    """Needs `aws_keys`. Ended by its process id."""
    port = free_ports(5)
    endpoint = f"http://127.0.0.1:{port + 3}"
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(weed(folder, port), stdout=log, stderr=log, cwd=folder)
    try:
        wait_until_ready(endpoint, process, folder / "log")
        client = connect(S3Options(endpoint=endpoint, attempts=2))
        for bucket in (BUCKET, OUTPUT_BUCKET):
            client.create_bucket(Bucket=bucket)
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
