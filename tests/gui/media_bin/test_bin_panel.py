"""The media bin: import, find, drag, append."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.media_bin.bin_model import MIME_UPLOADS, PICTURE
from timeline_studio.ui.media_bin.bin_panel import BinPanel
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import import_media, list_sources


@pytest.fixture
def panel(qtbot: QtBot, studio: Studio, tasks: BackgroundTasks, theme: Theme) -> Iterator[BinPanel]:
    made = BinPanel(studio, tasks, theme, UploadPictures(studio, tasks))
    qtbot.addWidget(made)
    made.resize(300, 500)
    made.show()
    made.refresh()
    assert tasks.wait_idle()
    yield made
    assert tasks.wait_idle()


def names(panel: BinPanel) -> list[str]:
    return [upload.name for upload in panel.model.uploads]


def test_an_empty_library_says_what_to_do(panel: BinPanel) -> None:
    assert panel.empty.isVisible()
    assert panel.empty.sentence.text() == "Drop footage here"


def test_files_that_are_dropped_come_in(
    panel: BinPanel, footage: Path, qtbot: QtBot, tasks: BackgroundTasks
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(footage))])
    drop = QDropEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(panel.importer.imported):
        panel.dropEvent(drop)
    assert tasks.wait_idle()
    assert names(panel) == ["beach.mp4"]
    assert panel.view.isVisible()
    assert not panel.importer.is_running


def test_a_file_that_is_no_media_is_refused_by_name_and_nothing_comes_in(
    panel: BinPanel, tmp_path: Path, footage: Path, studio: Studio, qtbot: QtBot
) -> None:
    notes = tmp_path / "notes.mp4"
    notes.write_text("milk, eggs")
    with qtbot.waitSignal(panel.failed) as failed:
        panel.importer.start([footage, notes])
    assert "notes.mp4" in failed.args[0]
    assert list_sources(studio) == []


def test_a_second_import_follows_the_first(
    panel: BinPanel, footage: Path, tmp_path: Path, tasks: BackgroundTasks
) -> None:
    other = tmp_path / "other.mp4"
    other.write_bytes(footage.read_bytes())
    panel.importer.start([footage])
    panel.importer.start([other])
    assert tasks.wait_idle()
    assert sorted(names(panel)) == ["beach.mp4", "other.mp4"]


def test_search_finds_by_name(
    panel: BinPanel, uploads: list[Upload], qtbot: QtBot, tasks: BackgroundTasks
) -> None:
    QTest.keyClicks(panel.search, "music")
    qtbot.waitUntil(lambda: names(panel) == ["music.wav"])
    panel.search.setText("nothing like it")
    qtbot.waitUntil(panel.nothing_found.isVisible)
    assert tasks.wait_idle()


def test_exports_are_never_listed(
    panel: BinPanel, studio: Studio, uploads: list[Upload], tasks: BackgroundTasks
) -> None:
    with studio.unit_of_work() as work:
        work.uploads.update(uploads[0].id, video_role="export")
    panel.refresh()
    assert tasks.wait_idle()
    assert "beach.mp4" not in names(panel)


def test_pictures_arrive_later_and_sound_has_none(
    panel: BinPanel, uploads: list[Upload], tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    panel.refresh()
    assert tasks.wait_idle()
    row = {upload.kind: n for n, upload in enumerate(panel.model.uploads)}
    video = panel.model.index(row["video"])
    qtbot.waitUntil(lambda: video.data(PICTURE) is not None)
    assert video.data(PICTURE).height() == 180
    assert panel.model.index(row["audio"]).data(PICTURE) is None


def test_a_drag_carries_the_ids_of_the_uploads(
    panel: BinPanel, uploads: list[Upload], tasks: BackgroundTasks
) -> None:
    panel.refresh()
    assert tasks.wait_idle()
    panel.view.selectAll()
    data = panel.model.mimeData(panel.view.selectedIndexes())
    ids = json.loads(data.data(MIME_UPLOADS).toStdString())
    assert ids == [upload.id for upload in panel.model.uploads]


def test_a_double_click_opens_it_in_the_source_monitor(
    panel: BinPanel, uploads: list[Upload], tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    panel.refresh()
    assert tasks.wait_idle()
    spot = panel.view.visualRect(panel.model.index(0)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(panel.open_requested) as asked:
        QTest.mouseDClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert asked.args[0].id == panel.model.uploads[0].id


def test_a_large_library_comes_page_by_page(
    panel: BinPanel, studio: Studio, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    with studio.unit_of_work() as work:
        for number in range(130):
            work.uploads.add(
                kind="audio",
                s3_bucket="b",
                s3_key=f"audio/{number}.wav",
                original_filename=f"take {number:03}.wav",
                status="uploaded",
            )
    panel.refresh()
    assert tasks.wait_idle()
    assert len(names(panel)) == 100
    panel.view.verticalScrollBar().setValue(panel.view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: len(names(panel)) == 130)


def test_what_is_chosen_stays_so_when_more_comes_in(
    panel: BinPanel, uploads: list[Upload], footage: Path, studio: Studio, tasks: BackgroundTasks
) -> None:
    panel.refresh()
    assert tasks.wait_idle()
    panel.view.setCurrentIndex(panel.model.index(1))
    (chosen,) = panel.view.chosen()
    import_media(studio, [footage])
    panel.refresh()
    assert tasks.wait_idle()
    assert panel.model.rowCount() == 4
    assert [upload.id for upload in panel.view.chosen()] == [chosen.id]
