"""The main job from the command line, with the words and keys that other programs rely on."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import opentimelineio as otio
import pytest
from opentimelineio.opentime import RationalTime, TimeRange

from media_factory import read_stamp, stamped_video

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "bigbuckbunny.mp4"


def otio_clip(path: Path, start: int, frames: int, rate: float) -> otio.schema.Clip:
    return otio.schema.Clip(
        name=path.stem,
        media_reference=otio.schema.ExternalReference(target_url=path.as_uri()),
        source_range=TimeRange(RationalTime(start, rate), RationalTime(frames, rate)),
    )


def write_cut(path: Path, *clips: otio.schema.Clip) -> Path:
    """A timeline of one video track, as another program would write it."""
    timeline = otio.schema.Timeline(path.stem)
    track = otio.schema.Track(kind=otio.schema.TrackKind.Video)
    track.extend(clips)
    timeline.tracks.append(track)
    otio.adapters.write_to_file(timeline, str(path))
    return path


def test_footage_becomes_a_verified_stream(program: Any, tmp_path: Path) -> None:
    cut = write_cut(
        tmp_path / "Bunny.otio", otio_clip(SAMPLE, 10, 20, 25), otio_clip(SAMPLE, 60, 15, 25)
    )
    imported = program.json("import", SAMPLE)
    assert [set(row) for row in imported] == [
        {"upload_id", "kind", "s3_key", "duration_seconds", "width", "height"}
    ]
    assert imported[0]["kind"] == "video"
    assert (imported[0]["width"], imported[0]["height"]) == (1280, 720)
    assert imported[0]["duration_seconds"] == pytest.approx(5.28, abs=0.05)
    assert imported[0]["s3_key"].startswith("videos/")

    project = program.json("projects", "new", "--from", cut)
    assert set(project) == {"id", "name", "updated_at", "status", "last_export_upload_id"}
    assert project["name"] == "Bunny"

    export = program.json("export", project["id"])
    assert set(export) == {
        "upload_id", "s3_key", "path", "size_bytes", "duration_seconds", "project_id",
        "encoder", "encoder_note", "frames", "frames_copied", "frames_reused",
        "loudness_lufs", "true_peak_dbtp",
    }  # fmt: skip
    assert export["s3_key"].startswith("renders/")
    assert export["s3_key"].endswith("/video.mp4")
    assert Path(export["path"]).stat().st_size == export["size_bytes"]
    assert export["duration_seconds"] == pytest.approx(35 / 25)

    sent = program.json("send", export["upload_id"], "--name", "Bunny on the web")
    assert sent["status"] == "completed"
    assert len(sent["ulid"]) == 26
    assert sent["output_prefix"].endswith(f"/{sent['ulid']}/")
    assert [Path(p).name for p in sent["playlists"]] == ["video.m3u8"]
    assert [Path(p).name for p in sent["posters"]] == ["video_poster.0000000.jpg"]
    assert all(Path(p).is_file() for p in sent["playlists"] + sent["posters"])

    exports = program.json("exports", "list")
    assert [(row["upload_id"], row["project_id"], row["project_name"]) for row in exports] == [
        (export["upload_id"], project["id"], "Bunny")
    ]
    productions = program.json("productions", "list")
    assert [(row["ulid"], row["status"]) for row in productions] == [(sent["ulid"], "completed")]
    assert not list(program.home.rglob("*.partial"))
    assert list((program.home / "work").iterdir()) == []


def test_a_timeline_goes_out_and_is_rendered_without_the_library(
    program: Any, tmp_path: Path
) -> None:
    """At another size and rate than its own."""
    cut = write_cut(tmp_path / "cut.otio", otio_clip(SAMPLE, 10, 35, 25))
    project = program.json("projects", "new", "--from", cut, "--name", "Two")
    saved = program.json("projects", "save-otio", project["id"], tmp_path / "out.otio")
    out = tmp_path / "small.mp4"
    done = program.json(
        "render", saved["path"], out, "--size", "320x180", "--rate", "30000/1001",
        "--preset", "ultrafast", "--crf", "30",
    )  # fmt: skip
    assert set(done) == {
        "path", "frames", "frames_copied", "frames_reused", "duration_seconds", "encoder",
        "seconds",
    }  # fmt: skip
    assert done["frames"] == 42  # 1.4 s at 29.97: the last one begins within
    with av.open(str(out)) as container:
        video = container.streams.video[0]
        assert (video.width, video.height) == (320, 180)
        assert video.average_rate == Fraction(30000, 1001)


def test_sources_of_every_rate_land_on_their_frames(program: Any, tmp_path: Path) -> None:
    """One timeline at 30 fps out of sources at 24, 25 and 29.97, as another program writes it."""
    clips = []
    expected: list[int] = []
    for index, rate in enumerate((Fraction(24), Fraction(25), Fraction(30000, 1001))):
        source = tmp_path / f"source{index}.mp4"
        stamped_video(source, frames=60, rate=rate, start_number=1000 * index)
        clips.append(otio_clip(source, 30, 30, 30))
        expected += [1000 * index + int((30 + n) / Fraction(30) * rate) for n in range(30)]
    path = write_cut(tmp_path / "mixed.otio", *clips)
    program.json("render", path, tmp_path / "out.mp4", "--rate", "30", "--preset", "ultrafast")
    with av.open(str(tmp_path / "out.mp4")) as container:
        shown = [read_stamp(frame) for frame in container.decode(video=0)]
    assert shown == expected


def test_doctor_says_what_it_looked_at(program: Any) -> None:
    checks = {check["name"]: check for check in program.json("doctor")["checks"]}
    looked_at = {name for name in checks if not name.startswith("encoder ")}
    assert looked_at == {"versions", "encoder", "database", "storage", "sound", "display"}
    assert checks["encoder libx264"]["ok"]
    assert all(checks[name]["ok"] for name in ("versions", "encoder", "database", "storage"))


def test_presets_are_listed_copied_and_exported_with(program: Any, tmp_path: Path) -> None:
    cut = write_cut(tmp_path / "cut.otio", otio_clip(SAMPLE, 0, 10, 25))
    project = program.json("projects", "new", "--from", cut, "--name", "Loop")
    listed = {each["preset"]: each for each in program.json("presets", "list")}
    assert listed["gif"]["format"] == "gif"
    mine = program.json("presets", "duplicate", "gif", "Tiny")
    assert Path(mine["path"]).is_file()
    out = tmp_path / "loop.gif"
    done = program.json("export", project["id"], "--preset", mine["preset"], "--out", out)
    assert done == {
        "path": str(out), "encoder": "gif", "frames": 5, "frames_reused": 0, "frames_copied": 0,
        "encoder_note": "", "loudness_lufs": None, "true_peak_dbtp": None,
    }  # fmt: skip
    kept = program.json("export", project["id"], "--no-match-source")
    assert kept["frames_copied"] == 0
    assert program.json("presets", "remove", "tiny") == {"removed": "tiny"}
