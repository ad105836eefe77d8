"""The doctor looks at everything, and says what it could not look at."""

import sys

import pytest

from timeline_studio.app.doctor import diagnose
from timeline_studio.app.program import Program
from timeline_studio.errors import StudioError
from timeline_studio.settings import Home
from timeline_studio.workflows.encoder_trials import EncoderTrial, EncoderTrials


@pytest.fixture(autouse=True)
def trials(monkeypatch: pytest.MonkeyPatch) -> None:
    """The encoders' own trial takes a process, and has tests of its own."""

    def tried(_home: Home, _command: object) -> EncoderTrials:
        refused = EncoderTrial("h264_nvenc", "Cannot load libcuda.so.1")
        return EncoderTrials("FFmpeg", (refused, EncoderTrial("libx264")))

    monkeypatch.setattr("timeline_studio.app.doctor.try_encoders", tried)


def test_encoders_are_told_with_the_reason_of_each_that_fails(home: Home) -> None:
    checks = {check.name: check for check in diagnose(Program(home))}
    refused, works = checks["encoder h264_nvenc"], checks["encoder libx264"]
    assert (refused.ok, refused.needed, refused.detail) == (
        False, False, "Cannot load libcuda.so.1",
    )  # fmt: skip
    assert (works.ok, works.detail) == (True, "x264 works")


def test_a_home_that_cannot_be_used_leaves_the_rest_to_see(home: Home) -> None:
    home.root.write_text("a file")
    checks = {check.name: check for check in diagnose(Program(home))}
    assert set(checks) == {"versions", "encoder", "database", "sound", "display"}
    assert not checks["database"].ok
    assert str(home.root) in checks["database"].detail
    assert checks["encoder"].ok


def test_an_encoder_that_fails_is_told(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise StudioError("No libx264.")

    monkeypatch.setattr("timeline_studio.app.doctor.export_timeline", refuse)
    checks = {check.name: check for check in diagnose(Program(home))}
    assert (checks["encoder"].ok, checks["encoder"].detail) == (False, "No libx264.")
    assert checks["database"].ok
    assert checks["storage"].ok


def test_sound_that_cannot_be_loaded_is_no_failure(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    checks = {check.name: check for check in diagnose(Program(home))}
    assert not checks["sound"].ok
    assert not checks["sound"].needed
    assert "QtMultimedia" in checks["sound"].detail


def test_nothing_is_left_in_the_store(home: Home) -> None:
    assert all(check.ok for check in diagnose(Program(home)) if check.needed)
    assert [path for path in home.store.rglob("*") if path.is_file()] == []
