"""`captions import` and `captions export`."""

from pathlib import Path
from typing import Any

import pytest

from timeline_studio.workflows import Studio
from timeline_studio.workflows.projects import create_project

SRT = "1\n00:00:01,000 --> 00:00:02,500\nHello\n\nbroken\n"


@pytest.fixture
def project_id(studio: Studio) -> int:
    return create_project(studio, "Holiday").id


@pytest.fixture
def srt(tmp_path: Path) -> Path:
    path = tmp_path / "talk.srt"
    path.write_text(SRT)
    return path


def test_captions_come_in_and_go_out(commands: Any, project_id: int, srt: Path, tmp_path: Path):
    notes = ["Line 5: this block has no times and was left out"]
    said = commands.json("captions", "import", project_id, srt, "--language", "de")
    assert said == {"captions": 1, "track": "C1", "notes": notes}
    assert commands.text("captions", "import", project_id, srt) == "\n".join(
        ["1 caption on C2", *notes, ""]
    )

    out = tmp_path / "out.vtt"
    said = commands.json("captions", "export", project_id, out, "--track", "de")
    assert said == {"captions": 1, "path": str(out)}
    assert out.read_text() == "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nHello\n"


def test_what_cannot_be_done_is_said(commands: Any, project_id: int, srt: Path, tmp_path: Path):
    assert "cannot be read" in commands.refusal("captions", "import", project_id, tmp_path / "no")
    assert "no language" in commands.refusal(
        "captions", "import", project_id, srt, "--language", "Klingon"
    )
    assert "no captions" in commands.refusal("captions", "export", project_id, tmp_path / "o.srt")
