"""The media bin in order: folders, favourites, what was used; cards or a list; scrubbing."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from timeline_studio.library import Upload
from timeline_studio.settings import Home, Preferences
from timeline_studio.timeline.edits import append_linked
from timeline_studio.timeline.model import empty_timeline
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.clip_pictures import ClipPictures
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.media_bin.bin_model import (
    FAVOURITE,
    IN_USE,
    MISSING,
    PICTURE,
    PROXIED,
    SCRUBBED,
)
from timeline_studio.ui.media_bin.bin_panel import BinPanel
from timeline_studio.ui.media_bin.bin_tools import BinTools
from timeline_studio.ui.media_bin.shelf_bar import ShelfChip
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import (
    items_for,
    list_folders,
    note_use,
    reference_to,
    resolver_here,
)

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def document() -> TimelineDocument:
    return TimelineDocument()


@pytest.fixture
def panel(
    qtbot: QtBot,
    studio: Studio,
    uploads: list[Upload],
    tasks: BackgroundTasks,
    theme: Theme,
    document: TimelineDocument,
) -> Iterator[BinPanel]:
    clips = ClipPictures(resolver_here(studio), tasks, studio.home.cache, document)
    made = BinPanel(studio, tasks, theme, UploadPictures(studio, tasks), clips=clips)
    qtbot.addWidget(made)
    made.resize(300, 500)
    made.show()
    made.refresh()
    made.follow(document)
    assert tasks.wait_idle()
    yield made
    assert tasks.wait_idle()


def names(panel: BinPanel) -> list[str]:
    return [upload.name for upload in panel.model.uploads]


def shown(panel: BinPanel, role: int) -> list[Any]:
    return [panel.model.index(row).data(role) for row in range(panel.model.rowCount())]


def add_folder(panel: BinPanel, name: str, tasks: BackgroundTasks) -> ShelfChip:
    QTest.mouseClick(panel.shelves.new_folder, LEFT)
    field = panel.shelves.field
    assert field is not None
    QTest.keyClicks(field, name)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert tasks.wait_idle()
    return next(chip for chip in panel.shelves.folders if chip.text() == name)


def entry(menu: QMenu | None, name: str) -> QAction:
    assert menu is not None
    found = menu.findChild(QAction, name)
    assert found is not None
    return found


def press_shelf(panel: BinPanel, name: str, tasks: BackgroundTasks) -> None:
    chip = panel.shelves.findChild(ShelfChip, f"shelf-{name}")
    assert chip is not None
    QTest.mouseClick(chip, LEFT)
    assert tasks.wait_idle()


def test_footage_is_dragged_into_a_folder_and_out_again(
    panel: BinPanel, tasks: BackgroundTasks
) -> None:
    folder = add_folder(panel, "Day one", tasks)
    dragged = panel.model.mimeData([panel.model.index(1)])
    drop = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, dragged, LEFT, Qt.KeyboardModifier.NoModifier
    )
    folder.dropEvent(drop)
    assert tasks.wait_idle()
    folder = panel.shelves.folders[0]
    QTest.mouseClick(folder, LEFT)
    assert tasks.wait_idle()
    assert names(panel) == ["music.wav"]
    everything = panel.shelves.findChild(ShelfChip, "shelf-all")
    assert everything is not None
    everything.dropEvent(drop)
    assert tasks.wait_idle()
    assert panel.nothing_here.isVisible()


def test_a_folder_is_renamed_and_deleted_and_its_footage_stays(
    panel: BinPanel, studio: Studio, tasks: BackgroundTasks
) -> None:
    folder = add_folder(panel, "Day one", tasks)
    rename, delete = panel.shelves.menu_of(folder).actions()
    rename.trigger()
    field = panel.shelves.field
    assert field is not None
    QTest.keyClicks(field, "Night")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert tasks.wait_idle()
    assert [each.name for each in list_folders(studio)] == ["Night"]
    QTest.mouseClick(panel.shelves.folders[0], LEFT)
    delete.trigger()
    assert tasks.wait_idle()
    assert panel.shelves.folders == []
    assert len(names(panel)) == 3


def test_two_folders_of_one_name_are_refused_in_words(
    panel: BinPanel, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    add_folder(panel, "Day", tasks)
    with qtbot.waitSignal(panel.failed) as failed:
        panel.shelves.add_asked.emit("day")
    assert failed.args == ["There is a folder “day” already. Choose another name."]


def test_favourites_are_marked_and_listed(panel: BinPanel, tasks: BackgroundTasks) -> None:
    panel.view.setCurrentIndex(panel.model.index(2))
    entry(panel.menu(), "favourite").trigger()
    assert tasks.wait_idle()
    assert shown(panel, FAVOURITE) == [False, False, True]
    press_shelf(panel, "favourites", tasks)
    assert names(panel) == ["beach.mp4"]
    panel.view.setCurrentIndex(panel.model.index(0))
    entry(panel.menu(), "favourite").trigger()
    assert tasks.wait_idle()
    assert panel.nothing_here.isVisible()


def test_what_was_used_last_is_on_a_shelf(
    panel: BinPanel, studio: Studio, uploads: list[Upload], tasks: BackgroundTasks
) -> None:
    note_use(studio, [uploads[1].id])
    press_shelf(panel, "recent", tasks)
    assert names(panel) == ["music.wav"]


def test_the_order_is_chosen(panel: BinPanel, tasks: BackgroundTasks) -> None:
    assert names(panel) == ["logo.png", "music.wav", "beach.mp4"]
    entry(panel.tools.orders_menu(), "order-name").trigger()
    assert tasks.wait_idle()
    assert names(panel) == ["beach.mp4", "logo.png", "music.wav"]
    entry(panel.tools.orders_menu(), "order-length").trigger()
    assert tasks.wait_idle()
    assert names(panel)[-1] == "logo.png"


def test_a_list_shows_the_same(panel: BinPanel) -> None:
    before = panel.view.visualRect(panel.model.index(0)).height()
    QTest.mouseClick(panel.tools.layout_button, LEFT)
    assert panel.view.is_list
    first, second = (panel.view.visualRect(panel.model.index(row)) for row in (0, 1))
    assert first.height() < before
    assert (first.x(), first.bottom()) == (second.x(), second.top() - 1)
    assert panel.tools.layout_button.toolTip() == "Show as cards"


def test_order_and_look_are_remembered(
    panel: BinPanel, home: Home, tasks: BackgroundTasks, theme: Theme, qtbot: QtBot
) -> None:
    panel.tools.remember(Preferences(home.preferences))
    entry(panel.tools.orders_menu(), "order-name").trigger()
    QTest.mouseClick(panel.tools.layout_button, LEFT)
    again = BinTools(theme)
    qtbot.addWidget(again)
    looks: list[bool] = []
    again.listed.connect(looks.append)
    again.remember(Preferences(home.preferences))
    assert (again.order, looks) == ("name", [True])


def test_what_the_timeline_shows_is_marked(
    panel: BinPanel,
    studio: Studio,
    uploads: list[Upload],
    document: TimelineDocument,
    qtbot: QtBot,
) -> None:
    assert shown(panel, IN_USE) == [False, False, False]
    timeline = empty_timeline()
    picture, _ = items_for(studio, uploads[0])
    assert picture is not None
    document.load(append_linked(timeline, {timeline.tracks[0].id: picture}))
    qtbot.waitUntil(lambda: shown(panel, IN_USE) == [False, False, True], timeout=20_000)


def test_what_has_a_proxy_is_marked(panel: BinPanel, uploads: list[Upload]) -> None:
    assert panel.model.scrub.clips is not None
    panel.model.scrub.clips.set_proxied(frozenset({reference_to(uploads[0]).url}))
    assert shown(panel, PROXIED) == [False, False, True]
    assert "proxy" in panel.model.index(2).data(Qt.ItemDataRole.ToolTipRole)


def test_the_pointer_goes_through_the_footage(
    panel: BinPanel, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    index = panel.model.index(2)
    thumbnail = index.data(PICTURE)
    qtbot.waitUntil(lambda: index.data(PICTURE) is not None, timeout=20_000)
    thumbnail = index.data(PICTURE)
    place = panel.view.visualRect(index)
    at = QPoint(place.x() + place.width() // 2, place.y() + 20)
    QTest.mouseMove(panel.view.viewport(), at)
    panel.model.scrub.move(panel.model.uploads[2], 0.5)
    qtbot.waitUntil(lambda: index.data(SCRUBBED) == 0.5, timeout=20_000)
    assert index.data(PICTURE).cacheKey() != thumbnail.cacheKey()
    panel.model.scrub.move(None)
    assert index.data(SCRUBBED) is None
    assert index.data(PICTURE).cacheKey() == thumbnail.cacheKey()


def test_footage_without_its_file_is_marked(
    panel: BinPanel, studio: Studio, uploads: list[Upload], qtbot: QtBot
) -> None:
    studio.media_store.delete(uploads[0].s3_key)
    panel.model.scrub.move(panel.model.uploads[2], 0.9)
    panel.model.index(2).data(PICTURE)
    qtbot.waitUntil(lambda: shown(panel, MISSING) == [False, False, True], timeout=20_000)
