"""Missing media: listed, searched for and put back in a panel that holds nothing up."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.media_bin.bin_panel import BinPanel
from timeline_studio.ui.media_bin.relink_popover import RelinkPopover
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import lost_uploads

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(
    qtbot: QtBot, studio: Studio, uploads: list[Upload], tasks: BackgroundTasks, theme: Theme
) -> Iterator[BinPanel]:
    """The film and the music are gone."""
    for upload in uploads[:2]:
        studio.media_store.delete(upload.s3_key)
    made = BinPanel(studio, tasks, theme, UploadPictures(studio, tasks))
    qtbot.addWidget(made)
    made.resize(480, 500)
    made.show()
    made.refresh()
    assert tasks.wait_idle()
    yield made
    made.relink.cancel()
    assert tasks.wait_idle()


@pytest.fixture
def listed(panel: BinPanel, tasks: BackgroundTasks) -> RelinkPopover:
    panel.relink.open()
    assert tasks.wait_idle()
    assert panel.relink.popover is not None
    return panel.relink.popover


def lines(popover: RelinkPopover) -> list[str]:
    return [popover.list.item(row).text() for row in range(popover.list.count())]


def test_what_is_missing_is_listed(listed: RelinkPopover) -> None:
    assert [line.split(" · ")[0] for line in lines(listed)] == ["music.wav", "beach.mp4"]
    assert listed.place_text.text() == "2 files are missing."
    assert not listed.relink.isEnabled()


def test_one_press_puts_back_all_that_is_sure(
    panel: BinPanel,
    listed: RelinkPopover,
    footage: Path,
    tmp_path: Path,
    studio: Studio,
    tasks: BackgroundTasks,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    shutil.copy(footage, disk / "holiday.mp4")
    shutil.copy(tmp_path / "music.wav", disk / "song.wav")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(disk))
    QTest.mouseClick(listed.search, LEFT)
    assert tasks.wait_idle()
    assert all("Found, the same file" in line for line in lines(listed))
    assert listed.relink.text() == "Relink 2 Files"
    with qtbot.waitSignal(panel.relink.said, timeout=20_000) as said:
        QTest.mouseClick(listed.relink, LEFT)
    assert said.args == ["Relinked 2 files."]
    assert tasks.wait_idle()
    assert lost_uploads(studio) == []
    assert listed.place_text.text() == "Nothing is missing."
    assert not listed.search.isEnabled()


def test_what_is_not_sure_waits_to_be_ticked(
    panel: BinPanel, listed: RelinkPopover, tmp_path: Path, tasks: BackgroundTasks
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    data = bytearray((tmp_path / "music.wav").read_bytes())
    data[-2:] = b"\x01\x01"
    (disk / "take.wav").write_bytes(data)
    panel.relink.search(disk)
    assert tasks.wait_idle()
    assert "Found, as large and as long" in lines(listed)[0]
    assert not listed.relink.isEnabled()
    listed.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert listed.relink.text() == "Relink 1 File"


def test_a_search_can_be_cancelled(
    panel: BinPanel, listed: RelinkPopover, tmp_path: Path, tasks: BackgroundTasks
) -> None:
    panel.relink.search(tmp_path)
    assert listed.cancel.isVisible()
    QTest.mouseClick(listed.cancel, LEFT)
    assert tasks.wait_idle()
    assert not listed.cancel.isVisible()
    assert listed.place_text.text() in {"2 files are missing.", "Found 2 of 2."}


def test_nothing_found_is_said(
    panel: BinPanel, listed: RelinkPopover, tmp_path: Path, tasks: BackgroundTasks
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    panel.relink.search(empty)
    assert tasks.wait_idle()
    assert listed.place_text.text() == "Nothing was found there: search in another folder."
