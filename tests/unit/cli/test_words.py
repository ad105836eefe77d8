"""What the commands say to people: tables, lines, help, and one line for what went wrong."""

import dataclasses
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline_studio.cli import Check, CliContext, build_cli, run_cli
from timeline_studio.errors import StudioError
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import list_exports
from timeline_studio.workflows.projects import open_project
from timeline_studio.workflows.sends import list_productions

COMMANDS = [
    [], ["render"], ["import"], ["export"], ["send"], ["watch"], ["demo"], ["doctor"], ["projects"],
    *(["projects", name] for name in ("list", "new", "rename", "archive", "current", "save-otio")),
    *([name, "list"] for name in ("uploads", "exports", "productions")),
]  # fmt: skip


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_each_command_has_its_help(commands: Any, words: list[str]) -> None:
    text = commands.text(*words, "--help")
    usage = " ".join(["Usage: timeline-studio", *words])
    assert text.strip().startswith(usage)
    assert len(text.splitlines()) > 5


def test_each_command_but_the_groups_takes_json(commands: Any) -> None:
    for words in COMMANDS:
        if words not in ([], ["projects"]):
            assert "--json" in commands.text(*words, "--help"), words


def test_tables(commands: Any, footage: Path) -> None:
    assert commands.text("uploads", "list") == "Nothing yet.\n"
    commands.text("import", footage)
    heading, row = commands.text("uploads", "list").splitlines()
    assert heading.split() == ["upload_id", "kind", "name"]
    assert row.split() == ["1", "video", "beach.mp4"]


def test_lines(commands: Any, tmp_path: Path) -> None:
    assert commands.text("projects", "new", "--name", "One").strip() == "1 One (active)"
    assert commands.text("projects", "rename", 1, "").strip() == "1 Untitled (active)"
    assert commands.text("projects", "archive", 1).strip() == "1 Untitled (archived)"
    out = tmp_path / "out.otio"
    assert commands.text("projects", "save-otio", 1, out).strip() == str(out)


def test_the_demo_shows_where_everything_is(
    commands: Any,
    studio: Studio,
    footage: Path,
    project_of: Callable[[Path], int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of a project that takes less time than the sample's."""
    project = open_project(studio, project_of(footage)).project
    monkeypatch.setattr("timeline_studio.cli.demo_command.create_sample_project", lambda _: project)
    text = commands.text("demo")
    (export,), (row,) = list_exports(studio), list_productions(studio)
    assert str(studio.media_store.fetch(export.upload.s3_key)) in text
    assert "video.m3u8 (verified)" in text
    assert "watch.html" in text
    assert row.production.status == "completed"
    again = commands.json("demo")
    assert again["project_id"] == project.id
    assert all(Path(again[key]).is_file() for key in ("path", "watch_page"))


class TestRefusals:
    @pytest.mark.parametrize(
        ("words", "about"),
        [
            (["nonsense"], "nonsense"),
            (["render", "only-one.otio"], "OUT.mp4"),
            (["render", "a", "b", "--bogus"], "--bogus"),
            (["export", "abc"], "project_id"),
            (["export", "5", "--name"], "--name"),
            (["projects"], "command"),
            (["--project", "x"], "--project"),
            (["send"], "upload_id"),
            (["render", "a", "b", "--size", "big"], "--size big"),
            (["render", "a", "b", "--size", "33x33"], "--size 33x33"),
            (["render", "a", "b", "--size", "0x20000"], "--size 0x20000"),
            (["render", "a", "b", "--rate", "fast"], "--rate fast"),
            (["render", "a", "b", "--rate", "30/0"], "--rate 30/0"),
            (["render", "a", "b", "--rate", "1000"], "--rate 1000"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else None,
    )
    def test_wrong_words(self, commands: Any, words: list[str], about: str) -> None:
        line = commands.refusal(*words)
        assert about in line
        assert "--help" in line

    @pytest.mark.parametrize(
        ("words", "about"),
        [
            (["export", "99", "--name", "x"], "99"),
            (["send", "99"], "99"),
            (["watch", "99", "--no-browser"], "99"),
            (["projects", "rename", "99", "x"], "99"),
            (["projects", "archive", "99"], "99"),
            (["projects", "save-otio", "99", "out.otio"], "99"),
            (["render", "nowhere.otio", "out.mp4"], "nowhere.otio"),
            (["projects", "new", "--from", "nowhere.otio"], "nowhere.otio"),
            (["import", "nowhere.mp4"], "nowhere.mp4"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else None,
    )
    def test_what_is_not_there(self, commands: Any, words: list[str], about: str) -> None:
        assert about in commands.refusal(*words)
        assert about in commands.refusal(*words, "--json")

    def test_a_render_with_a_preset_that_x264_has_not(self, commands: Any, tmp_path: Path) -> None:
        commands.text("projects", "new", "--name", "Void")
        path = tmp_path / "void.otio"
        commands.text("projects", "save-otio", 1, path)
        line = commands.refusal("render", path, tmp_path / "out.mp4", "--preset", "warp")
        assert "“warp”" in line
        assert "ultrafast" in line

    def test_a_failed_export_says_why(
        self, commands: Any, footage: Path, studio: Studio, project_of: Callable[[Path], int]
    ) -> None:
        project = project_of(footage)
        (upload,) = commands.json("uploads", "list")
        studio.media_store.delete(upload["s3_key"])
        line = commands.refusal("export", project)
        assert line.startswith("The export failed: The media “beach.mp4” is missing")

    def test_a_failed_production_says_why(
        self, commands: Any, footage: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (upload,) = commands.json("import", footage)

        def refuse(*_arguments: object, **_options: object) -> None:
            raise StudioError("No encoder.")

        monkeypatch.setattr("timeline_studio.workflows.sends.local_transcode.transcode", refuse)
        line = commands.refusal("send", upload["upload_id"])
        assert line == "The production failed: No encoder."

    def test_doctor_fails_by_what_is_needed_only(
        self, context: CliContext, capsys: pytest.CaptureFixture[str]
    ) -> None:
        checks = [
            Check("encoder", False, "gone"),
            Check("sound", False, "no device", needed=False),
            Check("database", True, "fine"),
        ]
        ill = dataclasses.replace(context, diagnose=lambda: checks)
        assert run_cli(build_cli(ill), ["doctor"]) == 1
        said = capsys.readouterr()
        assert said.out.splitlines() == [
            "FAIL encoder: gone", "none sound: no device", "ok   database: fine",
        ]  # fmt: skip
        assert said.err == "Not all is well: encoder. See the lines above.\n"


class TestEnds:
    """How a command can end, and what it then says."""

    def end(self, context: CliContext, error: BaseException) -> int:
        def raise_it() -> Studio:
            raise error

        broken = dataclasses.replace(context, open_studio=raise_it)
        return run_cli(build_cli(broken), ["projects", "list"])

    def test_an_error_of_several_lines_is_one(
        self, context: CliContext, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.end(context, StudioError("first\n  second\n")) == 1
        assert capsys.readouterr().err == "first second\n"

    def test_ctrl_c(self, context: CliContext, capsys: pytest.CaptureFixture[str]) -> None:
        assert self.end(context, KeyboardInterrupt()) == 1
        assert capsys.readouterr().err.strip() == "Cancelled."

    def test_a_reader_that_has_enough(
        self, context: CliContext, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        abandoned: list[bool] = []
        monkeypatch.setattr(
            "timeline_studio.cli.run.abandon_output", lambda: abandoned.append(True)
        )
        assert self.end(context, BrokenPipeError()) == 1
        assert abandoned == [True]

    def test_a_bug_is_told_in_a_line_and_logged_whole(
        self,
        context: CliContext,
        capsys: pytest.CaptureFixture[str],
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        with caplog.at_level(logging.ERROR):
            assert self.end(context, ZeroDivisionError("by nought")) == 1
        assert capsys.readouterr().err == (
            "Internal error: ZeroDivisionError: by nought. Please report it.\n"
        )
        assert "Traceback" in caplog.text

    def test_the_window_s_exit_code_is_the_program_s(
        self, context: CliContext, capsys: pytest.CaptureFixture[str]
    ) -> None:
        failing = dataclasses.replace(context, open_window=lambda _project: 3)
        assert run_cli(build_cli(failing), []) == 3
