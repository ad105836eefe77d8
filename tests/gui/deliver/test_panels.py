"""Exports, Uploads and Productions over a real library."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from timeline_studio.library import Project, Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.deliver.columns import STATE
from timeline_studio.ui.deliver.deliver_workspace import DeliverWorkspace, Section
from timeline_studio.ui.deliver.library_panel import LibraryPanel
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.exports.exports_panel import ExportsPanel
from timeline_studio.ui.productions.productions_panel import ProductionsPanel
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.uploads.uploads_panel import UploadsPanel
from timeline_studio.workflows import Studio
from timeline_studio.workflows.projects import create_project
from timeline_studio.workflows.sends import start_send

LEFT = Qt.MouseButton.LeftButton
Panel = TypeVar("Panel", bound=LibraryPanel[Any])
Open = Callable[[type[Panel]], Panel]


@pytest.fixture
def project(studio: Studio) -> Project:
    return create_project(studio, "Lake day")


@pytest.fixture
def export(studio: Studio, uploads: list[Upload], project: Project) -> Upload:
    """The first upload, made an export of “Lake day”."""
    with studio.unit_of_work() as work:
        work.uploads.update(uploads[0].id, video_role="export", create_video_project_id=project.id)
        return work.uploads.get(uploads[0].id)


@pytest.fixture
def open_panel(
    qtbot: QtBot, studio: Studio, tasks: BackgroundTasks, theme: Theme
) -> Iterator[Open[Any]]:
    def make(kind: type[Panel]) -> Panel:
        panel = kind(studio, tasks, theme, UploadPictures(studio, tasks))
        qtbot.addWidget(panel)
        panel.set_detail_width(320)
        panel.resize(1200, 600)
        panel.show()
        panel.refresh()
        assert tasks.wait_idle()
        return panel

    yield make
    assert tasks.wait_idle()


def names(panel: LibraryPanel[Any]) -> list[str]:
    model = panel.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def press_row_button(panel: LibraryPanel[Any], row: int = 0) -> None:
    last = panel.view.model().columnCount() - 1
    cell = panel.view.visualRect(panel.view.model().index(row, last))
    QTest.mouseClick(panel.view.viewport(), LEFT, pos=cell.center())


def press_detail(panel: LibraryPanel[Any], name: str) -> None:
    button = panel.detail.findChild(QPushButton, f"detail-{name}")
    assert button is not None
    QTest.mouseClick(button, LEFT)


def test_empty_panels_say_what_comes_next(open_panel: Open[Any]) -> None:
    sentences = {
        ExportsPanel: "Nothing exported yet",
        UploadsPanel: "No footage yet",
        ProductionsPanel: "Send an export to HLS",
    }
    for kind, sentence in sentences.items():
        panel = open_panel(kind)
        assert panel.empty.isVisible()
        assert panel.empty.sentence.text() == sentence


def test_exports_and_uploads_share_nothing(open_panel: Open[Any], export: Upload) -> None:
    assert names(open_panel(ExportsPanel)) == ["beach.mp4"]
    assert sorted(names(open_panel(UploadsPanel))) == ["logo.png", "music.wav"]


def test_an_export_is_sent_by_its_row_button(
    open_panel: Open[ExportsPanel], export: Upload, qtbot: QtBot
) -> None:
    panel = open_panel(ExportsPanel)
    with qtbot.waitSignal(panel.send_requested) as sent:
        press_row_button(panel)
    assert sent.args[0].id == export.id


def test_an_export_opens_its_timeline(
    open_panel: Open[ExportsPanel], export: Upload, project: Project, qtbot: QtBot
) -> None:
    panel = open_panel(ExportsPanel)
    with qtbot.waitSignal(panel.open_timeline_requested) as asked:
        press_detail(panel, "open-timeline")
    assert asked.args == [project.id]


def test_an_upload_is_added_by_its_row_button(
    open_panel: Open[UploadsPanel], uploads: list[Upload], qtbot: QtBot
) -> None:
    panel = open_panel(UploadsPanel)
    row = names(panel).index("beach.mp4")
    with qtbot.waitSignal(panel.add_requested) as asked:
        press_row_button(panel, row)
    assert [upload.id for upload in asked.args[0]] == [uploads[0].id]


def test_name_and_description_are_edited_in_place(
    open_panel: Open[UploadsPanel],
    uploads: list[Upload],
    studio: Studio,
    tasks: BackgroundTasks,
) -> None:
    panel = open_panel(UploadsPanel)
    panel.view.choose(uploads[0].id)
    panel.detail.name.selectAll()
    QTest.keyClicks(panel.detail.name, "The beach")
    panel.detail.description.setFocus()
    QTest.keyClicks(panel.detail.description, "Morning light")
    panel.view.setFocus()
    assert tasks.wait_idle()
    with studio.reading() as work:
        upload = work.uploads.get(uploads[0].id)
    assert (upload.name, upload.description) == ("The beach", "Morning light")
    assert "The beach" in names(panel)


def test_deleting_a_source_asks_first(
    open_panel: Open[UploadsPanel],
    uploads: list[Upload],
    studio: Studio,
    tasks: BackgroundTasks,
) -> None:
    panel = open_panel(UploadsPanel)
    panel.view.choose(uploads[1].id)
    for answer in ("Cancel", "Delete"):
        press_detail(panel, "delete")
        assert tasks.wait_idle()
        box = panel.window().findChild(QMessageBox)
        assert box is not None
        assert "music.wav" in box.text()
        button = next(each for each in box.buttons() if answer in each.text())
        with_music = "music.wav" in names(panel)
        assert with_music
        QTest.mouseClick(button, LEFT)
        box.setParent(None)
        assert tasks.wait_idle()
    assert "music.wav" not in names(panel)


def test_a_waiting_production_can_be_cancelled_and_retried(
    open_panel: Open[ProductionsPanel],
    export: Upload,
    studio: Studio,
    tasks: BackgroundTasks,
) -> None:
    start_send(studio, export.id)
    panel = open_panel(ProductionsPanel)
    assert panel.view.model().index(0, 4).data(STATE).word == "Queued"
    press_row_button(panel)
    assert tasks.wait_idle()
    state = panel.view.model().index(0, 4).data(STATE)
    assert (state.word, state.color, state.reason) == ("Cancelled", "t2", "")
    press_row_button(panel)
    assert tasks.wait_idle()
    words = [panel.view.model().index(row, 4).data(STATE).word for row in range(2)]
    assert sorted(words) == ["Cancelled", "Queued"]


def test_a_production_that_is_ready_plays(
    open_panel: Open[ProductionsPanel], export: Upload, studio: Studio, qtbot: QtBot
) -> None:
    production_id = start_send(studio, export.id)
    with studio.unit_of_work() as work:
        now = datetime.now(UTC).replace(tzinfo=None)
        work.productions.update(
            production_id, status="completed", output_prefix="x/", completed_at=now
        )
    panel = open_panel(ProductionsPanel)
    assert panel.view.model().index(0, 4).data(STATE).word == "Ready"
    with qtbot.waitSignal(panel.play_requested) as asked:
        press_detail(panel, "watch")
    assert asked.args[0].production.id == production_id


def test_the_list_counts_and_becomes_icons_where_it_is_narrow(
    open_panel: Open[Any], export: Upload, theme: Theme, qtbot: QtBot, tasks: BackgroundTasks
) -> None:
    sections = [
        Section("Exports", "exports", open_panel(ExportsPanel)),
        Section("Uploads", "uploads", open_panel(UploadsPanel)),
    ]
    workspace = DeliverWorkspace(sections, theme)
    qtbot.addWidget(workspace)
    workspace.resize(1700, 700)
    workspace.show()
    workspace.refresh()
    assert tasks.wait_idle()
    assert [workspace.list.item(row).text() for row in range(2)] == ["Exports  1", "Uploads  2"]
    workspace.resize(1200, 700)
    assert workspace.list.item(0).text() == ""
    assert workspace.list.item(0).toolTip() == "Exports  1"
    workspace.show_section(sections[1].panel)
    assert workspace.stack.currentWidget() is sections[1].panel


@pytest.fixture
def many(studio: Studio, uploads: list[Upload]) -> None:
    """130 uploads of sound more, the oldest called `needle`."""
    with studio.unit_of_work() as work:
        for number in range(130):
            work.uploads.add(
                kind="audio",
                s3_bucket="b",
                s3_key=f"audio/{number}.wav",
                original_filename="needle.wav" if number == 0 else f"take {number:03}.wav",
                status="uploaded",
            )


def test_a_long_list_comes_page_by_page(
    many: None, open_panel: Open[Any], tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    panel = open_panel(UploadsPanel)
    counts: list[str] = []
    panel.counted.connect(counts.append)
    assert len(names(panel)) == 100
    assert names(panel)[0] == "take 129.wav"
    panel.refresh()
    assert tasks.wait_idle()
    assert counts[-1] == "133"
    panel.view.verticalScrollBar().setValue(panel.view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: len(names(panel)) == 133)
    panel.refresh()
    assert tasks.wait_idle()
    assert len(names(panel)) == 133
    assert counts[-1] == "133"


def test_a_search_finds_what_is_not_listed_yet(
    many: None, open_panel: Open[Any], tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    panel = open_panel(UploadsPanel)
    QTest.keyClicks(panel.search, "NEEDLE")
    qtbot.waitUntil(lambda: names(panel) == ["needle.wav"])
    panel.search.setText("nothing like it")
    qtbot.waitUntil(panel.nothing_found.isVisible)
    panel.search.clear()
    qtbot.waitUntil(lambda: len(names(panel)) == 100)
    assert tasks.wait_idle()


def test_sorting_lists_every_row_first(
    many: None, open_panel: Open[Any], tasks: BackgroundTasks
) -> None:
    panel = open_panel(UploadsPanel)
    panel.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert tasks.wait_idle()
    assert len(names(panel)) == 133
    assert names(panel)[0] == "beach.mp4"


def test_a_name_that_is_being_typed_outlives_a_refresh(
    uploads: list[Upload], open_panel: Open[Any], studio: Studio, tasks: BackgroundTasks
) -> None:
    panel = open_panel(UploadsPanel)
    was = panel.view.current_row().upload.id
    panel.detail.name.setFocus()
    panel.detail.name.selectAll()
    QTest.keyClicks(panel.detail.name, "Sunset")
    with studio.unit_of_work() as work:
        work.uploads.add(
            kind="audio", s3_bucket="b", s3_key="k", original_filename="new.wav", status="uploaded"
        )
    panel.refresh()
    assert tasks.wait_idle()
    assert names(panel)[0] == "new.wav"
    assert panel.detail.name.text() == "Sunset"
    QTest.keyClick(panel.detail.name, Qt.Key.Key_Return)
    assert tasks.wait_idle()
    with studio.reading() as work:
        assert work.uploads.get(was).name == "Sunset"
