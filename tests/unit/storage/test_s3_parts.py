"""Parts of a file: their sizes, their checksums, their pace."""

import hashlib
import io
import sys
from pathlib import Path
from subprocess import run
from threading import Event
from time import monotonic

import pytest

from timeline_studio.storage.content_types import content_type_of
from timeline_studio.storage.s3_client import MIB, MOST_PARTS, SMALLEST_PART
from timeline_studio.storage.s3_journal import UploadPlan
from timeline_studio.storage.s3_parts import (
    Pace,
    PartReader,
    StoppedError,
    checksum_of_parts,
    sha256_of,
)
from timeline_studio.storage.s3_upload import part_size_for

GIB = 1024 * MIB


@pytest.mark.parametrize("size", [1, 8 * MIB, GIB, 5 * 1024 * GIB])
def test_a_file_of_any_size_fits_the_bounds_on_parts(size: int) -> None:
    part_size = part_size_for(size, 8 * MIB)

    assert part_size >= 8 * MIB
    assert -(-size // part_size) <= MOST_PARTS
    assert part_size_for(size, 1) >= SMALLEST_PART


def test_the_parts_cover_the_file() -> None:
    plan = UploadPlan("id", size=21, mtime_ns=0, part_size=10, replaces=None)

    assert [plan.window(number) for number in plan.part_numbers] == [(0, 10), (10, 10), (20, 1)]


def reader(stop: Event, told: list[int], size: int = 5) -> PartReader:
    stream = io.BytesIO(b"0123456789")
    return PartReader(stream, 3, size, pace=Pace(None), stop=stop, sent=told.append)


def test_a_window_reads_like_a_file_and_may_be_read_again() -> None:
    told: list[int] = []
    body = reader(Event(), told)

    assert (body.read(2), body.read(), body.read(1)) == (b"34", b"567", b"")
    body.seek(0)
    assert body.read(4) == b"3456"
    assert (body.seek(0, 2), body.tell(), len(body)) == (5, 5, 5)
    assert told == [2, 5, 5, 4]


def test_a_window_beyond_the_end_stops() -> None:
    with pytest.raises(StoppedError):
        reader(Event(), [], size=8).read()


def test_a_stop_ends_reading_and_hashing(tmp_path: Path) -> None:
    stop = Event()
    stop.set()
    path = tmp_path / "file"
    path.write_bytes(b"x")

    with pytest.raises(StoppedError):
        reader(stop, []).read(1)
    with pytest.raises(StoppedError):
        sha256_of(path, 0, 1, stop)


def test_a_stop_does_not_wait_for_the_pace() -> None:
    pace, stop = Pace(1), Event()
    stop.set()
    began = monotonic()

    pace.wait_for(1000, stop)
    pace.wait_for(1000, stop)

    assert monotonic() - began < 60


def test_the_checksum_of_parts_is_that_of_their_digests() -> None:
    digests = [hashlib.sha256(data).digest() for data in (b"a", b"b")]

    assert checksum_of_parts(digests).endswith("=-2")
    assert checksum_of_parts(digests) != checksum_of_parts(digests[::-1])


@pytest.mark.parametrize(
    ("key", "content_type"),
    [("a/v.M3U8", "application/vnd.apple.mpegurl"), ("a.ts", "video/mp2t"), ("ts", "video/mp2t")],
)
def test_a_content_type_is_known_by_the_extension(key: str, content_type: str) -> None:
    assert content_type_of(key) == content_type
    assert content_type_of("a.unknown") == "application/octet-stream"


def test_boto3_is_loaded_by_the_first_request_only() -> None:
    code = (
        "import sys, pathlib; from timeline_studio.storage import S3Store; f = pathlib.Path('f')\n"
        "S3Store('media', cache=f, journals=f).uri('a')\n"
        "sys.exit('boto3' in sys.modules or 'botocore' in sys.modules)"
    )

    assert run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0
