"""The log: warnings in a file of their own, and silence where no file can be."""

import logging
from pathlib import Path

import pytest

from timeline_studio.app.logs import start_log
from timeline_studio.settings import Home


def test_warnings_land_in_the_named_file(home: Home) -> None:
    start_log(home, "commands")
    logging.getLogger("somewhere").warning("The disk is %s.", "slow")
    text = (home.logs / "commands.log").read_text()
    assert "WARNING somewhere: The disk is slow." in text


def test_a_second_start_replaces_the_first(home: Home) -> None:
    start_log(home, "commands")
    first = logging.getLogger().handlers[0]
    start_log(home, "worker")
    first.close()
    logging.getLogger().warning("once")
    assert (home.logs / "commands.log").read_text() == ""
    assert "once" in (home.logs / "worker.log").read_text()


def test_where_nothing_can_be_written_nothing_is(tmp_path: Path) -> None:
    in_the_way = tmp_path / "home"
    in_the_way.write_text("a file")
    start_log(Home(in_the_way), "commands")
    logging.getLogger().warning("nobody reads this")
    assert in_the_way.read_text() == "a file"


def test_a_full_disk_costs_the_log_and_nothing_else(
    home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    start_log(home, "commands")
    (handler,) = logging.getLogger().handlers

    def refuse(_record: logging.LogRecord) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(handler, "format", refuse)
    logging.getLogger().warning("lost")
    assert capsys.readouterr().err == ""
