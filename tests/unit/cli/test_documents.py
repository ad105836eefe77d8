"""Each command with `--json` prints one document, with the keys that other programs rely on."""

from pathlib import Path
from typing import Any

import opentimelineio as otio
import pytest
from opentimelineio.opentime import RationalTime, TimeRange

from media_factory import still_png, tone
from timeline_studio.cli import CliContext
from timeline_studio.render.encoders import ENCODERS
from timeline_studio.settings import Preferences
from timeline_studio.workflows import Studio
from timeline_studio.workflows.projects import restore_current

PROJECT = {"id", "name", "updated_at", "status", "last_export_upload_id"}


@pytest.fixture
def cut(footage: Path, tmp_path: Path) -> Path:
    """The first 10 pictures of the footage, as another program writes it."""
    timeline = otio.schema.Timeline("Beach")
    track = otio.schema.Track(kind=otio.schema.TrackKind.Video)
    reference = otio.schema.ExternalReference(target_url=footage.as_uri())
    shown = TimeRange(RationalTime(0, 25), RationalTime(10, 25))
    track.append(otio.schema.Clip("beach", reference, shown))
    timeline.tracks.append(track)
    path = tmp_path / "cut.otio"
    otio.adapters.write_to_file(timeline, str(path))
    return path


def test_import(commands: Any, footage: Path, tmp_path: Path) -> None:
    rows = commands.json(
        "import", footage, tone(tmp_path / "a.wav", duration=2), still_png(tmp_path / "b.png")
    )
    described = [
        {key: row[key] for key in ("kind", "duration_seconds", "width", "height")} for row in rows
    ]
    assert described == [
        {"kind": "video", "duration_seconds": 1.0, "width": 160, "height": 90},
        {"kind": "audio", "duration_seconds": 2.0, "width": None, "height": None},
        {"kind": "image", "duration_seconds": None, "width": 320, "height": 180},
    ]
    assert [row["upload_id"] for row in rows] == [1, 2, 3]
    assert all(row["s3_key"] for row in rows)


def test_projects(commands: Any, cut: Path, tmp_path: Path) -> None:
    assert commands.json("projects", "list") == []
    empty = commands.json("projects", "new")
    named = commands.json("projects", "new", "--name", "“Ünï”")
    imported = commands.json("projects", "new", "--from", cut)
    assert set(empty) == set(named) == set(imported) == PROJECT
    assert [p["name"] for p in (empty, named, imported)] == [None, "“Ünï”", "Beach"]
    renamed = commands.json("projects", "rename", empty["id"], "First")
    assert (renamed["id"], renamed["name"]) == (empty["id"], "First")
    archived = commands.json("projects", "archive", named["id"])
    assert (archived["id"], archived["status"]) == (named["id"], "archived")
    assert [p["id"] for p in commands.json("projects", "list")] == [empty["id"], imported["id"]]
    assert len(commands.json("projects", "list", "--archived")) == 3
    out = tmp_path / "out.otio"
    assert commands.json("projects", "save-otio", imported["id"], out) == {"path": str(out)}
    assert otio.adapters.read_from_file(str(out)).name == "Beach"


def test_the_current_project(commands: Any, studio: Studio) -> None:
    assert "no current project" in commands.refusal("projects", "current", "--json")
    restored = restore_current(studio, Preferences(studio.home.preferences))
    assert commands.json("projects", "current")["id"] == restored.id
    commands.json("projects", "archive", restored.id)
    assert "no current project" in commands.refusal("projects", "current")


def test_from_export_to_watch(
    commands: Any, cut: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = commands.json("projects", "new", "--from", cut)
    export = commands.json("export", project["id"])
    assert {key: export[key] for key in ("project_id", "duration_seconds")} == {
        "project_id": project["id"],
        "duration_seconds": 0.4,
    }
    assert Path(export["path"]).stat().st_size == export["size_bytes"]
    assert export["path"].endswith(export["s3_key"])
    sent = commands.json("send", export["upload_id"], "--name", "On the web")
    assert set(sent) == {
        "production_id", "ulid", "status", "output_prefix", "playlists", "posters",
    }  # fmt: skip
    (row,) = commands.json("productions", "list")
    assert (row["ulid"], row["status"], row["percent"]) == (sent["ulid"], "completed", 100)
    assert (row["name"], row["upload_id"]) == ("On the web", export["upload_id"])
    (listed,) = commands.json("exports", "list")
    assert (listed["project_id"], listed["project_name"]) == (project["id"], "Beach")
    (source,) = commands.json("uploads", "list")
    assert source["upload_id"] != export["upload_id"]
    assert commands.json("projects", "list")[0]["last_export_upload_id"] == export["upload_id"]

    def press_ctrl_c(_seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("timeline_studio.cli.waiting.time.sleep", press_ctrl_c)
    watched = commands.json("watch", sent["production_id"], "--no-browser")
    assert watched["url"].startswith("http://127.0.0.1:")
    assert watched["url"].endswith(f"/v/{sent['ulid']}/")


def test_render(commands: Any, cut: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.mp4"
    done = commands.json("render", cut, out, "--size", "64x36", "--preset", "ultrafast")
    assert done.pop("seconds") > 0
    assert done == {
        "path": str(out),
        "frames": 10,
        "duration_seconds": 0.4,
        "encoder": "libx264",
        "frames_reused": 0,
        "frames_copied": 0,
    }


def test_doctor(commands: Any) -> None:
    checks = commands.json("doctor")["checks"]
    assert all(set(check) == {"name", "ok", "detail"} for check in checks)
    assert [check["name"] for check in checks] == [
        "versions", "encoder", "database", "storage",
        *(f"encoder {encoder.name}" for encoder in ENCODERS),
        "sound", "display",
    ]  # fmt: skip


def test_the_commands_beside_the_window_s(commands: Any, windows: list[int | None]) -> None:
    assert commands.text() == ""
    assert commands.text("--project", "7") == ""
    assert windows == [None, 7]


def test_the_worker_is_served(context: CliContext, commands: Any) -> None:
    assert commands.text("worker") == ""
