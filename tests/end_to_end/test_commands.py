"""The main job from the command line, with the words and keys that other programs rely on."""

from pathlib import Path
from typing import Any

import media_factory
import opentimelineio as otio
import pytest
from opentimelineio.opentime import RationalTime, TimeRange

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "bigbuckbunny.mp4"


def otio_clip(path: Path, start: int, frames: int, rate: float) -> otio.schema.Clip:
    return otio.schema.Clip(
        name=path.stem,
        media_reference=otio.schema.ExternalReference(target_url=path.as_uri()),
        source_range=TimeRange(RationalTime(start, rate), RationalTime(frames, rate)),
    )


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    """Two pieces of real footage, as another program would write them."""
    timeline = otio.schema.Timeline("Bunny")
    track = otio.schema.Track(kind=otio.schema.TrackKind.Video)
    track.append(otio_clip(SAMPLE, 10, 20, 25))
    track.append(otio_clip(SAMPLE, 60, 15, 25))
    timeline.tracks.append(track)
    path = tmp_path / "cut.otio"
    otio.adapters.write_to_file(timeline, str(path))
    return path


def test_footage_becomes_a_verified_stream(program: Any, cut: Path) -> None:
    imported = program.json("import", SAMPLE)
    assert [set(row) for row in imported] == [
        {"upload_id", "kind", "s3_key", "duration_seconds", "width", "height"}
    ]
    assert imported[0]["kind"] == "video"
    assert (imported[0]["width"], imported[0]["height"]) == (1280, 720)
    assert imported[0]["duration_seconds"] == pytest.approx(5.28, abs=0.05)
    assert imported[0]["s3_key"].startswith("videos/")

    project = program.json("projects", "new", "--from", cut)
    keys = {"id", "name", "updated_at", "status", "last_export_upload_id"}
    assert set(project) == keys
    assert project["name"] == "Bunny"

    export = program.json("export", project["id"])
    assert set(export) == {
        "upload_id", "s3_key", "path", "size_bytes", "duration_seconds", "project_id"
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
    uploads = program.json("uploads", "list")
    assert export["upload_id"] not in [row["upload_id"] for row in uploads]
    productions = program.json("productions", "list")
    assert [(row["ulid"], row["status"]) for row in productions] == [(sent["ulid"], "completed")]
    listed = program.json("projects", "list")
    assert listed[0]["last_export_upload_id"] == export["upload_id"]
    assert not list(program.home.rglob("*.partial"))
    assert list((program.home / "work").iterdir()) == []


def test_projects_are_named_archived_and_written_for_others(
    program: Any, cut: Path, tmp_path: Path
) -> None:
    first = program.json("projects", "new", "--name", "One")
    second = program.json("projects", "new", "--from", cut, "--name", "Two")
    assert program.json("projects", "rename", first["id"], "Uno")["name"] == "Uno"
    assert program.json("projects", "archive", first["id"])["status"] == "archived"
    assert [row["id"] for row in program.json("projects", "list")] == [second["id"]]

    saved = program.json("projects", "save-otio", second["id"], tmp_path / "out.otio")
    written = otio.adapters.read_from_file(saved["path"])
    clips = [clip for clip in written.find_clips() if clip.parent().kind == "Video"]
    assert [clip.source_range.duration.to_seconds() for clip in clips] == [0.8, 0.6]

    rendered = program.json("render", saved["path"], tmp_path / "out.mp4", "--preset", "ultrafast")
    assert set(rendered) == {"path", "frames", "duration_seconds", "encoder", "seconds"}
    assert rendered["frames"] == 35


def test_render_takes_size_rate_preset_and_crf(program: Any, cut: Path, tmp_path: Path) -> None:
    out = tmp_path / "small.mp4"
    done = program.json(
        "render", cut, out, "--size", "320x180", "--rate", "30000/1001",
        "--preset", "ultrafast", "--crf", "30",
    )  # fmt: skip
    assert done["frames"] == 42  # 1.4 s at 29.97: the last one begins within
    import av

    with av.open(str(out)) as container:
        video = container.streams.video[0]
        assert (video.width, video.height) == (320, 180)
        assert (video.average_rate.numerator, video.average_rate.denominator) == (30000, 1001)


def test_doctor_says_what_it_looked_at(program: Any) -> None:
    checks = {check["name"]: check for check in program.json("doctor")["checks"]}
    assert set(checks) == {"versions", "encoder", "database", "storage", "sound", "display"}
    assert all(checks[name]["ok"] for name in ("versions", "encoder", "database", "storage"))


class TestRefusals:
    """Each is one line that names the thing; nothing is left behind."""

    def test_a_file_that_is_no_media(self, program: Any, tmp_path: Path) -> None:
        text = tmp_path / "notes.mp4"
        text.write_text("not a film")
        assert "notes.mp4" in program.refusal("import", SAMPLE, text)
        assert program.json("uploads", "list") == []

    @pytest.mark.parametrize("content", [b"", SAMPLE.read_bytes()[:1000]])
    def test_an_empty_or_a_truncated_file(
        self, program: Any, tmp_path: Path, content: bytes
    ) -> None:
        broken = tmp_path / "broken.mp4"
        broken.write_bytes(content)
        assert "broken.mp4" in program.refusal("import", broken)

    def test_a_file_that_is_not_there(self, program: Any, tmp_path: Path) -> None:
        assert "gone.mp4" in program.refusal("import", tmp_path / "gone.mp4")

    def test_an_unknown_project(self, program: Any) -> None:
        assert "99" in program.refusal("export", "99", "--name", "x")

    def test_an_unnamed_export(self, program: Any) -> None:
        project = program.json("projects", "new")
        assert "name" in program.refusal("export", project["id"])

    def test_an_empty_timeline(self, program: Any) -> None:
        project = program.json("projects", "new", "--name", "Void")
        assert "Void" in program.refusal("export", project["id"])

    def test_words_that_no_command_has(self, program: Any) -> None:
        assert program.refusal("render", "only-one.otio")
        assert "nonsense" in program.refusal("nonsense")

    def test_a_timeline_whose_media_is_missing(self, program: Any, tmp_path: Path) -> None:
        timeline = otio.schema.Timeline()
        track = otio.schema.Track(kind=otio.schema.TrackKind.Video)
        track.append(otio_clip(tmp_path / "lost.mov", 0, 10, 25))
        timeline.tracks.append(track)
        path = tmp_path / "cut.otio"
        otio.adapters.write_to_file(timeline, str(path))
        assert "lost.mov" in program.refusal("render", path, tmp_path / "out.mp4")
        assert "lost.mov" in program.refusal("projects", "new", "--from", path)
        assert program.json("projects", "list") == []
        assert not (tmp_path / "out.mp4").exists()

    def test_a_home_that_is_a_file(self, program: Any) -> None:
        program.home.write_text("in the way")
        assert str(program.home) in program.refusal("projects", "list")

    def test_a_library_of_a_newer_program(self, program: Any) -> None:
        import sqlite3

        program.json("projects", "new", "--name", "Old")
        with sqlite3.connect(program.home / "library.sqlite3") as database:
            database.execute("UPDATE timeline_studio_revision SET version_num = 'from_the_future'")
        database.close()
        assert "newer" in program.refusal("projects", "list")


def test_sources_of_every_rate_land_on_their_frames(program: Any, tmp_path: Path) -> None:
    """One timeline at 30 fps out of sources at 24, 25 and 29.97, as another program writes it."""
    from fractions import Fraction

    timeline = otio.schema.Timeline()
    track = otio.schema.Track(kind=otio.schema.TrackKind.Video)
    rates = (Fraction(24), Fraction(25), Fraction(30000, 1001))
    expected: list[int] = []
    for index, rate in enumerate(rates):
        source = tmp_path / f"source{index}.mp4"
        media_factory.stamped_video(source, frames=60, rate=rate, start_number=1000 * index)
        track.append(otio_clip(source, 30, 30, 30))
        expected += [1000 * index + int((30 + n) / Fraction(30) * rate) for n in range(30)]
    timeline.tracks.append(track)
    path = tmp_path / "mixed.otio"
    otio.adapters.write_to_file(timeline, str(path))
    program.json("render", path, tmp_path / "out.mp4", "--rate", "30", "--preset", "ultrafast")

    import av

    with av.open(str(tmp_path / "out.mp4")) as container:
        shown = [media_factory.read_stamp(frame) for frame in container.decode(video=0)]
    assert shown == expected
