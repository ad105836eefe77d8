"""Standard output takes the result alone; progress goes where a terminal is."""

import io
import json
import os
from pathlib import Path

import pytest

from timeline_studio.cli.output import Output, OutputError


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_json_is_one_line_of_plain_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    Output(as_json=True).result({"name": "Ünï\udcff\n"}, "not this")
    out = capsys.readouterr().out
    assert out.isascii()
    assert out.count("\n") == 1
    assert json.loads(out) == {"name": "Ünï\udcff\n"}


def test_a_pipe_gets_whole_rows(capsys: pytest.CaptureFixture[str]) -> None:
    key = "videos/" + "x" * 300
    Output(as_json=False).rows([{"id": 1, "key": key}, {"id": 2, "key": None}], ["id", "key"])
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["id", "key"],
        ["1", key],
        ["2"],
    ]


def test_nothing_is_drawn_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with Output(as_json=False).progress() as report:
        report(0.5, "render")
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "")


def test_a_terminal_shows_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with Output(as_json=True).progress() as report:
        report(0.5, "render", "")
        report(0.75, "render", "beach.mp4")
    assert "beach.mp4" in screen.getvalue()
    assert "75 %" in screen.getvalue()
    assert capsys.readouterr().out == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_standard_output_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr("sys.stdout", full)
        with pytest.raises(OutputError, match="No space left"):
            Output(as_json=False).rows([{"a": 1}], ["a"])


def test_a_reader_that_left_is_told_from_a_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    read, write = os.pipe()
    os.close(read)
    pipe = os.fdopen(write, "w")
    monkeypatch.setattr("sys.stdout", pipe)
    with pytest.raises(BrokenPipeError):
        Output(as_json=False).result({}, "text")
    with pytest.raises(BrokenPipeError):
        pipe.close()
