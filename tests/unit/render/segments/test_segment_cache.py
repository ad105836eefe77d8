import os
from pathlib import Path

import pytest

from timeline_studio.render.segments import SegmentCache
from timeline_studio.render.segments.coded_segment import CodedPicture, CodedSegment

MUCH = 1_000_000


def segment(size: int = 100) -> CodedSegment:
    return CodedSegment(b"sets", (CodedPicture(0, True, b"\x07" * size),))


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_segment_comes_back_as_it_went(tmp_path: Path) -> None:
    SegmentCache(tmp_path, limit_bytes=MUCH).put("ab12", segment())
    later = SegmentCache(tmp_path, limit_bytes=MUCH)
    assert later.holds("ab12")
    assert later.get("ab12", CodedSegment) == segment()
    assert later.get("ab13", CodedSegment) is None


@pytest.mark.parametrize("damage", ["flip", "cut", "empty"])
def test_a_damaged_segment_is_dropped(tmp_path: Path, damage: str) -> None:
    cache = SegmentCache(tmp_path, limit_bytes=MUCH)
    cache.put("ab12", segment())
    (file,) = files(tmp_path)
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes({"flip": bytes(data), "cut": bytes(data[:40]), "empty": b""}[damage])
    assert cache.get("ab12", CodedSegment) is None
    assert files(tmp_path) == []


def test_what_was_used_longest_ago_makes_room(tmp_path: Path) -> None:
    cache = SegmentCache(tmp_path, limit_bytes=3_500)
    for number, name in enumerate(("aa", "bb", "cc")):
        cache.put(name, segment(1_000))
        for file in tmp_path.glob(f"{name}/*"):
            os.utime(file, ns=(number, number))
    assert cache.get("aa", CodedSegment) is not None
    cache.put("dd", segment(1_000))
    assert [cache.holds(name) for name in ("aa", "bb", "cc", "dd")] == [True, False, True, True]


def test_a_folder_that_cannot_be_written_only_costs_time(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    cache = SegmentCache(blocked, limit_bytes=MUCH)
    cache.put("ab12", segment())
    assert cache.get("ab12", CodedSegment) is None
    assert "not kept" in caplog.text
