"""`check` and `report` in one process."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from media_factory import stamped_video
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import import_media
from timeline_studio.workflows.projects import create_project
from timeline_studio.workflows.sends import start_send


def test_a_good_project_has_no_finding(
    commands: Any, project_of: Callable[[Path], int], footage: Path
) -> None:
    project_id = project_of(footage)
    codes = [each["code"] for each in commands.json("check", project_id)["findings"]]
    assert codes == ["low_resolution"]  # 160x90 on a timeline of full HD
    assert "low_resolution" in commands.text("check", project_id)


def test_what_stops_a_send_fails_the_check(commands: Any, studio: Studio) -> None:
    project = create_project(studio)
    said = commands.run("check", project.id)
    assert said.code == 1
    assert "blocker  unnamed" in said.out
    assert "This cannot be sent yet: The timeline has no name." in said.err


def test_all_is_well_is_said(commands: Any, tmp_path: Path, studio: Studio) -> None:
    with studio.unit_of_work() as work:
        assert work.projects.list() == []
    assert "There is no timeline" in commands.refusal("check", 7)


@pytest.fixture
def production_id(studio: Studio, tmp_path: Path, context: Any) -> int:
    (upload,) = import_media(studio, [stamped_video(tmp_path / "beach.mp4", clicks_at=[0.5])])
    made = start_send(studio, upload.id, name="Beach")
    context.work(studio, lambda: not studio.queue.list(statuses=["pending", "processing"]))
    return made


def test_a_report_is_shown_and_saved(commands: Any, production_id: int, tmp_path: Path) -> None:
    document = commands.json("report", production_id)
    assert document["name"] == "Beach"
    assert document["rungs"][0]["ssim"] > 0.9
    assert document["edits_since"] is None
    assert "SSIM" in commands.text("report", production_id, "--out", tmp_path / "report.html")
    assert "<h2>Ladder</h2>" in (tmp_path / "report.html").read_text("utf-8")
    assert commands.json("report", production_id, "--measure")["rungs"] == document["rungs"]


def test_what_is_not_measured_says_how(commands: Any, studio: Studio, production_id: int) -> None:
    with studio.unit_of_work() as work:
        work.productions.update(production_id, config={"profile": "hls-landscape"})
    assert "--measure” does it now" in commands.refusal("report", production_id)
