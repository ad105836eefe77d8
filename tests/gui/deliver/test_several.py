"""Several rows at once: what fits them is done to all of them; files go only when that is meant."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from timeline_studio.library import Upload
from timeline_studio.timeline.document import to_json
from timeline_studio.timeline.model import Clip, MediaReference, Timeline, Track
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.deliver.columns import STATE
from timeline_studio.ui.deliver.library_panel import LibraryPanel
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.exports.exports_panel import ExportsPanel
from timeline_studio.ui.productions.productions_panel import ProductionsPanel
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.uploads.uploads_panel import UploadsPanel
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import list_exports
from timeline_studio.workflows.projects import create_project
from timeline_studio.workflows.sends import cancel_production, list_productions, start_send

LEFT = Qt.MouseButton.LeftButton
Panel = TypeVar("Panel", bound=LibraryPanel[Any])
Open = Callable[[type[Panel]], Panel]


@pytest.fixture
def exports(studio: Studio, uploads: list[Upload]) -> list[int]:
    """Two exports of one timeline, with the file of the first upload; newest first."""
    project = create_project(studio, "Lake day")
    with studio.unit_of_work() as work:
        ids = []
        for number in (1, 2):
            key = f"renders/2026-11/21/{number}/video.mp4"
            studio.media_store.put_file(key, studio.media_store.fetch(uploads[0].s3_key))
            made = work.uploads.add(
                kind="video",
                video_role="export",
                create_video_project_id=project.id,
                s3_bucket=studio.media_store.bucket,
                s3_key=key,
                original_filename=f"take {number}.mp4",
                size_bytes=500_000,
                orientation="landscape" if number == 1 else "portrait",
                asset_uuid=f"0000000{number}-0000-4000-8000-000000000000",
            )
            ids.append(made.id)
    return list(reversed(ids))


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


def select_all(panel: LibraryPanel[Any]) -> None:
    panel.view.selectAll()


def offers(panel: LibraryPanel[Any]) -> list[str]:
    return [action.text for action in panel.row_actions()]


def press(panel: LibraryPanel[Any], name: str) -> None:
    button = panel.detail.findChild(QPushButton, f"detail-{name}")
    assert button is not None
    QTest.mouseClick(button, LEFT)


def answer(panel: LibraryPanel[Any], word: str) -> str:
    """Press `word` in the question that stands; what it said."""
    box = panel.window().findChild(QMessageBox)
    assert box is not None
    said = f"{box.text()}\n{box.informativeText()}"
    button = next(each for each in box.buttons() if word in each.text())
    QTest.mouseClick(button, LEFT)
    box.setParent(None)
    return said


def test_two_exports_are_sent_together(open_panel: Open[ExportsPanel], exports: list[int]) -> None:
    panel = open_panel(ExportsPanel)
    sent: list[int] = []
    panel.send_requested.connect(lambda upload: sent.append(upload.id))
    select_all(panel)
    assert panel.detail.name.text() == "2 exports, 1.0 MB"
    assert panel.detail.name.isReadOnly()
    assert offers(panel) == ["Send 2 to HLS", "Delete 2 exports…"]
    press(panel, "send")
    assert sorted(sent) == sorted(exports)


def test_one_row_is_edited_again_after_several(
    open_panel: Open[ExportsPanel], exports: list[int]
) -> None:
    panel = open_panel(ExportsPanel)
    select_all(panel)
    panel.view.selectRow(0)
    assert not panel.detail.name.isReadOnly()
    assert panel.detail.name.text() == "take 2.mp4"


def test_deleting_exports_names_what_was_made_of_them(
    open_panel: Open[ExportsPanel],
    exports: list[int],
    studio: Studio,
    tasks: BackgroundTasks,
) -> None:
    cancel_production(studio, start_send(studio, exports[0], name="Evening"))
    panel = open_panel(ExportsPanel)
    select_all(panel)
    press(panel, "delete")
    assert tasks.wait_idle()
    said = answer(panel, "Delete with 1 production")
    assert "“take 2.mp4”, “take 1.mp4”" in said
    assert "“Evening”" in said
    assert tasks.wait_idle()
    assert list_exports(studio) == []
    assert list_productions(studio) == []


def test_the_delete_key_asks_for_what_is_selected(
    open_panel: Open[UploadsPanel], uploads: list[Upload], tasks: BackgroundTasks
) -> None:
    panel = open_panel(UploadsPanel)
    select_all(panel)
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert tasks.wait_idle()
    assert answer(panel, "Cancel").count("“") == len(uploads)
    assert panel.model.rowCount() == len(uploads)


def test_a_source_in_use_is_deleted_by_name_only(
    open_panel: Open[UploadsPanel],
    uploads: list[Upload],
    studio: Studio,
    tasks: BackgroundTasks,
) -> None:
    with studio.unit_of_work() as work:
        work.projects.add("Beach cut", timeline_json=_showing(uploads[0].id))
    panel = open_panel(UploadsPanel)
    panel.view.choose(uploads[0].id)
    press(panel, "delete")
    assert tasks.wait_idle()
    assert "Used in “Beach cut”" in answer(panel, "Delete All the Same")
    assert tasks.wait_idle()
    assert panel.model.row_of(uploads[0].id) is None


def test_productions_are_retried_and_deleted_together(
    open_panel: Open[ProductionsPanel],
    exports: list[int],
    studio: Studio,
    tasks: BackgroundTasks,
) -> None:
    for export in exports:
        cancel_production(studio, start_send(studio, export))
    panel = open_panel(ProductionsPanel)
    select_all(panel)
    press(panel, "retry")
    assert tasks.wait_idle()
    assert panel.model.rowCount() == 4
    select_all(panel)
    assert "Delete 4 productions…" in offers(panel)
    press(panel, "delete")
    answer(panel, "Delete")
    assert tasks.wait_idle()
    assert list_productions(studio) == []


def test_chips_narrow_the_list(
    open_panel: Open[Any], exports: list[int], tasks: BackgroundTasks
) -> None:
    masters, sources = open_panel(ExportsPanel), open_panel(UploadsPanel)
    QTest.mouseClick(masters.findChild(QPushButton, "chip-portrait"), LEFT)
    QTest.mouseClick(sources.findChild(QPushButton, "chip-sound"), LEFT)
    assert tasks.wait_idle()
    assert [row.upload.original_filename for row in masters.model.rows] == ["take 2.mp4"]
    assert [row.upload.original_filename for row in sources.model.rows] == ["music.wav"]
    QTest.mouseClick(masters.findChild(QPushButton, "chip-all"), LEFT)
    assert tasks.wait_idle()
    assert masters.model.rowCount() == 2


def test_cards_show_the_same_rows_with_the_same_selection(
    open_panel: Open[ExportsPanel], exports: list[int], qtbot: QtBot
) -> None:
    panel = open_panel(ExportsPanel)
    QTest.mouseClick(panel.as_cards, LEFT)
    assert panel.cards.isVisible()
    second = panel.cards.model().index(1, 0)
    panel.cards.selectionModel().setCurrentIndex(
        second, QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    assert panel.detail.name.text() == "take 1.mp4"
    with qtbot.waitSignal(panel.send_requested) as sent:
        QTest.keyClick(panel.cards, Qt.Key.Key_Return)
    assert sent.args[0].id == exports[1]


def test_an_export_whose_file_is_gone_says_so(
    open_panel: Open[ExportsPanel], exports: list[int], studio: Studio, tasks: BackgroundTasks
) -> None:
    studio.media_store.delete("renders/2026-11/21/1/video.mp4")
    panel = open_panel(ExportsPanel)
    states = [panel.model.index(row, 4).data(STATE).word for row in range(2)]
    assert states == ["Verified", "File missing"]
    panel.view.selectRow(1)
    assert "Send to HLS" not in offers(panel)


def _showing(upload_id: int) -> str:
    media = MediaReference(url=f"upload:{upload_id}", name="beach")
    clip = Clip(id="c", start=0, duration=705_600_000, name="beach", media=media)
    return to_json(Timeline(tracks=(Track(id="v", kind="video", items=(clip,)),)))
