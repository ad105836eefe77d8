"""Verification finds what is wrong with an HLS output, and names it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from media_factory import stamped_video
from timeline_studio.productions import (
    ProductionError,
    build_job_settings,
    load_profile,
    output_prefix,
    transcode,
    verify_outputs,
)
from timeline_studio.settings import profiles_dir
from timeline_studio.storage import LocalFolderStore

WHERE = ("2026-11/21", "asset", "01JD0000000000000000000000")
PREFIX = output_prefix(*WHERE)


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a production of two renditions of two segments."""
    root = tmp_path_factory.mktemp("right")
    media, output = LocalFolderStore(root, "media"), LocalFolderStore(root, "output")
    source = stamped_video(root / "s.mp4", frames=84, rate=12, size=(240, 136), audio=True)
    media.put_file("video.mp4", source)
    settings = build_job_settings(
        load_profile("hls-landscape", profiles_dir()),
        input_uri=media.uri("video.mp4"),
        output_bucket="output",
        date=WHERE[0],
        asset_id=WHERE[1],
        production_ulid=WHERE[2],
    )
    outputs = settings["OutputGroups"][0]["Outputs"]
    settings["OutputGroups"][0]["Outputs"] = outputs[2:]
    for rung, (width, height) in zip(outputs[2:], [(240, 136), (160, 90)], strict=True):
        rung["VideoDescription"] |= {"Width": width, "Height": height}
    stores = {"media": media, "output": output}
    transcode(settings, stores, work_dir=root / "work", progress=lambda *_: None)
    return root / "output"


@pytest.fixture
def folder(right: Path, tmp_path: Path) -> Path:
    """A copy to spoil."""
    shutil.copytree(right, tmp_path / "output")
    return tmp_path / "output" / PREFIX / "landscape"


@pytest.fixture
def verified(tmp_path: Path) -> Callable[[], Any]:
    return lambda: verify_outputs(LocalFolderStore(tmp_path, "output"), PREFIX)


def test_a_right_output_is_described(folder: Path, verified: Callable[[], Any]) -> None:
    found = verified()
    assert found.playlists == [f"{PREFIX}landscape/video.m3u8"]
    assert found.posters == [f"{PREFIX}landscape/video_poster.0000000.jpg"]
    assert [(r.width, r.height, r.cuts) for r in found.renditions] == [
        (240, 136, pytest.approx((0.0, 6.0))),
        (160, 90, pytest.approx((0.0, 6.0))),
    ]
    assert found.renditions[0].seconds == pytest.approx(7)


CHILD = "video_360p.m3u8"
MASTER = "video.m3u8"


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (CHILD, "#EXT-X-ENDLIST", "", "ENDLIST is missing"),
        (CHILD, "TYPE:VOD", "TYPE:EVENT", "not VOD"),
        (CHILD, "TARGETDURATION:6", "TARGETDURATION:5", "over the target duration"),
        (CHILD, "EXTINF:1.0", "EXTINF:1.2", "lasts 1.000"),
        (CHILD, "_00002.ts", "_00003.ts", "_00003.ts is missing"),
        (CHILD, "video_360p_00002.ts", "../../../../x.ts", "missing"),
        (CHILD, "video_360p_00001.ts", "video_360p_00002.ts", "stated 6"),
        (MASTER, "INDEPENDENT-SEGMENTS", "NOTHING", "INDEPENDENT"),
        (MASTER, "video_360p.m3u8", "none.m3u8", "not there"),
        (MASTER, "BANDWIDTH=", "BANDWIDTH=1", None),
        (MASTER, "RESOLUTION=240x136", "RESOLUTION=240x138", "is 240x136"),
        (MASTER, ",mp4a.40.2", "", "sound"),
        (MASTER, "avc1.6400", "avc1.4d00", "stated CODECS"),
        (MASTER, "FRAME-RATE=12.000", "FRAME-RATE=24.000", "is 12.000"),
        (MASTER, "BANDWIDTH=", "BANDWIDTH=x", f"{MASTER} is damaged"),
        (MASTER, ":BANDWIDTH=", ":NO=", f"{MASTER} is damaged"),
        (CHILD, "#EXTINF:", "#EXTINF:x", f"{CHILD} is damaged"),
    ],
)
def test_a_false_word_in_a_playlist_is_found(
    folder: Path, verified: Callable[[], Any], name: str, old: str, new: str, told: str | None
) -> None:
    path = folder / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    if told is None:
        assert verified()
    else:
        with pytest.raises(ProductionError, match=told):
            verified()


def test_a_bandwidth_below_the_measured_peak_is_found(
    folder: Path, verified: Callable[[], Any]
) -> None:
    master = folder / MASTER
    lines = [
        "#EXT-X-STREAM-INF:BANDWIDTH=1000" + line[line.index(",") :] if "INF:" in line else line
        for line in master.read_text().splitlines()
    ]
    master.write_text("\n".join(lines))
    with pytest.raises(ProductionError, match="BANDWIDTH is 1000, measured"):
        verified()


@pytest.mark.parametrize("spoil", ["empty", "cut", "gone", "noise"])
def test_a_spoilt_segment_is_found(folder: Path, verified: Callable[[], Any], spoil: str) -> None:
    segment = folder / "video_540p_00001.ts"
    data = segment.read_bytes()
    if spoil == "gone":
        segment.unlink()
    elif spoil == "empty":
        segment.write_bytes(b"")
    elif spoil == "cut":
        segment.write_bytes(data[: len(data) // 188 // 2 * 188])
    else:
        segment.write_bytes(bytes(len(data)))
    with pytest.raises(ProductionError, match="video_540p"):
        verified()


def test_renditions_that_are_cut_differently_are_found(
    folder: Path, verified: Callable[[], Any]
) -> None:
    """One rendition's two segments are joined into one."""
    first, second = (folder / f"video_360p_0000{number}.ts" for number in (1, 2))
    first.write_bytes(first.read_bytes() + second.read_bytes())
    (folder / CHILD).write_text(
        "#EXTM3U\n#EXT-X-TARGETDURATION:7\n#EXT-X-PLAYLIST-TYPE:VOD\n"
        "#EXTINF:7.0,\nvideo_360p_00001.ts\n#EXT-X-ENDLIST\n"
    )
    with pytest.raises(ProductionError, match="not aligned"):
        verified()


def test_posters_are_asked_for_and_must_be_pictures(
    folder: Path, verified: Callable[[], Any]
) -> None:
    poster = folder / "video_poster.0000000.jpg"
    poster.write_bytes(b"not a picture")
    with pytest.raises(ProductionError, match="no JPEG"):
        verified()
    poster.unlink()
    with pytest.raises(ProductionError, match="no poster"):
        verified()


def test_nothing_at_all_is_found(tmp_path: Path) -> None:
    with pytest.raises(ProductionError, match="no master playlist"):
        verify_outputs(LocalFolderStore(tmp_path, "output"), PREFIX)


def test_what_was_shared_with_someone_is_not_verified(
    verified: Callable[[], Any], folder: Path
) -> None:
    shared = folder.parent / "shared"
    shared.mkdir()
    (shared / "video.m3u8").write_bytes((folder / "video.m3u8").read_bytes())
    assert [Path(key).parent.name for key in verified().playlists] == ["landscape"]
