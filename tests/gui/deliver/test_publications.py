"""Publishing in the window: where, who sees it, the spaces, and the way back from each."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from timeline_studio.library import Space, SpacePublication, Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.deliver.columns import STATE
from timeline_studio.ui.elements.popover import Popover
from timeline_studio.ui.publications.audience_popover import AudiencePopover
from timeline_studio.ui.publications.publications_panel import PublicationsPanel
from timeline_studio.ui.publications.publish_popover import PublishPopover
from timeline_studio.ui.publications.spaces_popover import SpacesPopover
from timeline_studio.ui.shell import MainWindow
from timeline_studio.workflows import Studio, publications

LEFT = Qt.MouseButton.LeftButton
Overlay = TypeVar("Overlay", bound=Popover)
OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def sea(studio: Studio) -> Space:
    return publications.add_space(studio, "The sea")


@pytest.fixture
def trailer(studio: Studio, uploads: list[Upload]) -> int:
    return completed(studio, uploads[0], "Trailer")


def completed(studio: Studio, upload: Upload, name: str) -> int:
    with studio.unit_of_work() as work:
        made = work.productions.add(upload.id, name)
        work.productions.update(made.id, status="completed", output_prefix=f"{name}/")
        return made.id


class Hand:
    """Presses what is shown, and waits for what comes of it."""

    def __init__(self, qtbot: QtBot, tasks: BackgroundTasks, window: MainWindow) -> None:
        self._qtbot = qtbot
        self._tasks = tasks
        self.window = window

    def show(self, panel: QWidget) -> None:
        self.window.workspaces.show_panel(panel)
        assert self._tasks.wait_idle()

    @property
    def panel(self) -> PublicationsPanel:
        return self.window.panels.publications

    def press(self, name: str, within: QWidget | None = None) -> None:
        button = (within or self.window).findChild(QPushButton, name)
        assert button is not None
        assert button.isVisible()
        QTest.mouseClick(button, LEFT)
        assert self._tasks.wait_idle()

    def undo(self) -> None:
        toast = self.window.trouble.toasts.shown[-1]
        undo = next(button for button in toast.findChildren(QPushButton) if button.text() == "Undo")
        QTest.mouseClick(undo, LEFT)
        assert self._tasks.wait_idle()

    def overlay(self, kind: type[Overlay]) -> Overlay:
        """The one that is open."""
        (found,) = [one for one in self.window.findChildren(kind) if one.isVisible()]
        return found

    def said(self) -> str:
        return self.window.trouble.toasts.shown[-1].text.text()

    def rows(self) -> list[tuple[str, str, str]]:
        model = self.panel.view.model()
        return [
            (model.index(row, 0).data(), model.index(row, 1).data(), model.index(row, 3).data())
            for row in range(model.rowCount())
        ]


@pytest.fixture
def hand(qtbot: QtBot, tasks: BackgroundTasks, open_window: OpenWindow) -> Callable[[], Hand]:
    return lambda: Hand(qtbot, tasks, open_window())


def feed(studio: Studio) -> list[str]:
    return [entry.name for entry in publications.global_feed(studio)]


def test_a_production_is_published_and_taken_back(
    studio: Studio, sea: Space, trailer: int, hand: Callable[[], Hand]
) -> None:
    by = hand()
    by.show(by.window.panels.productions)
    by.press("detail-publish")
    popover = by.overlay(PublishPopover)
    assert popover.space.currentText() == "The sea"
    by.press("publish-accept", popover)

    assert by.said() == "Published “Trailer” in “The sea”."
    assert feed(studio) == ["Trailer"]
    by.show(by.panel)
    assert by.rows() == [("Trailer", "The sea", "For everyone")]
    assert by.window.panels.deliver.list.item(3).text().split() in (["Publications", "1"], [])

    by.undo()
    assert feed(studio) == []
    assert by.rows() == []
    assert by.panel.empty.isVisible()


def test_publishing_makes_a_space_where_there_is_none(
    studio: Studio, trailer: int, hand: Callable[[], Hand]
) -> None:
    by = hand()
    by.show(by.window.panels.productions)
    by.press("detail-publish")
    popover = by.overlay(PublishPopover)
    assert popover.name.hasFocus()
    assert not popover.button.isEnabled()
    QTest.keyClicks(popover.name, "Friends & family")
    popover._form.who.setCurrentIndex(popover._form.who.findData("members"))
    assert not popover._form.in_global.isEnabled()
    QTest.keyClick(popover.name, Qt.Key.Key_Return)
    by.show(by.panel)

    assert by.rows() == [("Trailer", "Friends & family", "Members only")]
    assert [row.space.slug for row in publications.list_spaces(studio)] == ["friends-family"]
    assert feed(studio) == []


def test_publishing_where_it_is_changes_who_sees_it(
    studio: Studio, sea: Space, trailer: int, hand: Callable[[], Hand]
) -> None:
    publications.publish(studio, trailer, sea.id, visible_in_global=False)
    by = hand()
    by.show(by.window.panels.productions)
    by.press("detail-publish")
    popover = by.overlay(PublishPopover)
    assert "published there already" in popover.hint.text()
    assert (popover.button.text(), popover._form.in_global.isChecked()) == ("Change", False)
    QTest.mouseClick(popover._form.in_global, LEFT, pos=popover._form.in_global.rect().center())
    by.press("publish-accept", popover)

    assert by.said() == "“Trailer” in “The sea”: in the space’s feed and in everyone’s."
    assert feed(studio) == ["Trailer"]
    assert len(publications.list_publications(studio)) == 1
    by.undo()
    assert feed(studio) == []


def test_publishing_where_it_waits_for_approval_publishes_it(
    studio: Studio, sea: Space, trailer: int, hand: Callable[[], Hand]
) -> None:
    made = publications.publish(studio, trailer, sea.id)
    with studio.unit_of_work() as work:
        work.publications.update(made.id, status="pending")
    by = hand()
    by.show(by.window.panels.productions)
    by.press("detail-publish")
    by.press("publish-accept", by.overlay(PublishPopover))

    assert by.said() == "Published “Trailer” in “The sea”."
    assert feed(studio) == ["Trailer"]


def test_who_sees_it_is_changed_and_changed_back(
    studio: Studio, sea: Space, trailer: int, hand: Callable[[], Hand]
) -> None:
    publications.publish(studio, trailer, sea.id)
    by = hand()
    by.show(by.panel)
    by.press("detail-audience")
    popover = by.overlay(AudiencePopover)
    QTest.keyClick(popover._form.who, Qt.Key.Key_Down)
    by.press("audience-accept", popover)

    assert by.rows() == [("Trailer", "The sea", "Members only")]
    by.undo()
    assert by.rows() == [("Trailer", "The sea", "For everyone")]


def test_several_are_unpublished_by_the_delete_key_and_come_back(
    studio: Studio,
    sea: Space,
    trailer: int,
    uploads: list[Upload],
    hand: Callable[[], Hand],
    tasks: BackgroundTasks,
) -> None:
    publications.publish(studio, trailer, sea.id)
    teaser = completed(studio, uploads[0], "Teaser")
    publications.publish(studio, teaser, sea.id, visibility="members")
    by = hand()
    by.show(by.panel)
    by.panel.view.selectAll()
    QTest.keyClick(by.panel.view, Qt.Key.Key_Delete)
    assert tasks.wait_idle()

    assert by.said() == "Unpublished 2 publications."
    assert by.rows() == []
    by.undo()
    shown = [("Teaser", "The sea", "Members only"), ("Trailer", "The sea", "For everyone")]
    assert by.rows() == shown


def test_a_publication_is_watched_by_its_row_button_and_its_link_is_copied(
    studio: Studio,
    sea: Space,
    trailer: int,
    hand: Callable[[], Hand],
    opened_urls: list[QUrl],
    tasks: BackgroundTasks,
) -> None:
    publications.publish(studio, trailer, sea.id)
    with studio.reading() as work:
        ulid = work.productions.get(trailer).ulid
    by = hand()
    by.show(by.panel)
    QTest.keyClick(by.panel.view, Qt.Key.Key_Return)
    assert tasks.wait_idle()
    ((page,),) = [opened_urls]
    assert (page.host(), ulid in page.path()) == ("127.0.0.1", True)

    by.press("detail-copy-link", by.panel.detail)
    assert QGuiApplication.clipboard().text() == page.toString()
    assert by.said() == "Copied the link of “Trailer”."


def test_the_menu_offers_what_the_detail_does(
    studio: Studio, sea: Space, trailer: int, hand: Callable[[], Hand], tasks: BackgroundTasks
) -> None:
    publications.publish(studio, trailer, sea.id)
    by = hand()
    by.show(by.panel)
    by.panel._open_menu(by.panel.view.current_row(), by.panel.view.mapToGlobal(by.panel.pos()))
    menu = by.panel.findChild(QMenu)
    assert menu is not None
    texts = [action.text() for action in menu.actions()]
    assert texts == ["Watch", "Copy Link", "Who Sees It…", "Unpublish"]
    menu.close()
    by.press("detail-unpublish")
    assert by.said() == "Unpublished “Trailer” from “The sea”."
    assert feed(studio) == []


def test_publications_are_searched_by_production_and_space(
    studio: Studio, sea: Space, trailer: int, hand: Callable[[], Hand], qtbot: QtBot
) -> None:
    publications.publish(studio, trailer, sea.id)
    publications.publish(studio, trailer, publications.add_space(studio, "Air").id)
    by = hand()
    by.show(by.panel)
    assert [space for _, space, _ in by.rows()] == ["Air", "The sea"]
    QTest.keyClicks(by.panel.search, "the SE")
    qtbot.waitUntil(lambda: [space for _, space, _ in by.rows()] == ["The sea"])
    QTest.keyClicks(by.panel.search, "' OR 1=1")
    qtbot.waitUntil(by.panel.nothing_found.isVisible)


def test_an_old_publication_with_nothing_to_play_has_no_page(
    studio: Studio, sea: Space, uploads: list[Upload], hand: Callable[[], Hand]
) -> None:
    with studio.unit_of_work() as work:
        old = SpacePublication(
            upload_id=uploads[0].id, space_id=sea.id, status="pending", owner_user_id=1
        )
        work._session.add(old)
    by = hand()
    by.show(by.panel)

    assert by.rows() == [("beach.mp4", "The sea", "Waits for approval")]
    assert by.panel.view.model().index(0, 3).data(STATE).color == "warn"
    assert by.panel.detail.findChild(QPushButton, "detail-watch") is None
    by.press("detail-unpublish")
    assert by.rows() == []
    toast = by.window.trouble.toasts.shown[-1]
    assert all(button.text() != "Undo" for button in toast.findChildren(QPushButton))


def test_an_old_publication_is_watched_and_its_link_copied(
    studio: Studio, sea: Space, uploads: list[Upload], hand: Callable[[], Hand],
    opened_urls: list[QUrl], tasks: BackgroundTasks,
) -> None:  # fmt: skip
    with studio.unit_of_work() as work:
        work.uploads.update(uploads[0].id, output_prefix="old/beach")
        old = SpacePublication(
            upload_id=uploads[0].id, space_id=sea.id, status="published", owner_user_id=1
        )
        work._session.add(old)
    by = hand()
    by.show(by.panel)
    page = f"/v/upload-{uploads[0].id}/"
    by.press("detail-watch")
    assert tasks.wait_idle()
    assert opened_urls[-1].toString().endswith(page)
    by.press("detail-copy-link")
    assert tasks.wait_idle()
    assert QGuiApplication.clipboard().text().endswith(page)


def test_spaces_are_made_renamed_and_removed_each_with_a_way_back(
    studio: Studio, hand: Callable[[], Hand], tasks: BackgroundTasks
) -> None:
    def names() -> list[str]:
        return [row.space.name for row in publications.list_spaces(studio)]

    by = hand()
    by.show(by.panel)
    by.press("spaces")
    popover = by.overlay(SpacesPopover)
    assert popover.none.isVisible()
    assert popover.field.hasFocus()
    for name in ("The sea", "../🎬'; --"):
        popover.field.insert(name)  # QTest types no emoji
        QTest.keyClick(popover.field, Qt.Key.Key_Return)
        assert tasks.wait_idle()
    assert names() == ["../🎬'; --", "The sea"]
    assert popover.list.count() == 2

    popover.list.setCurrentRow(1)
    by.press("space-rename", popover)
    assert popover.renaming.hasFocus()
    QTest.keyClicks(popover.renaming, "Ocean")
    QTest.keyClick(popover.renaming, Qt.Key.Key_Return)
    assert tasks.wait_idle()
    assert names() == ["../🎬'; --", "Ocean"]
    by.undo()
    assert names() == ["../🎬'; --", "The sea"]

    popover = by.window.findChildren(SpacesPopover)[-1]
    if not popover.isVisible():
        by.press("spaces")
        popover = by.overlay(SpacesPopover)
    popover.list.setCurrentRow(1)
    by.press("space-remove", popover)
    assert names() == ["../🎬'; --"]
    by.undo()
    assert names() == ["../🎬'; --", "The sea"]


def test_a_space_in_which_something_is_published_cannot_be_removed(
    studio: Studio, sea: Space, trailer: int, hand: Callable[[], Hand]
) -> None:
    publications.publish(studio, trailer, sea.id)
    by = hand()
    by.show(by.panel)
    by.press("spaces")
    popover = by.overlay(SpacesPopover)

    assert not popover.remove.isEnabled()
    assert popover.remove.toolTip() == "Unpublish all in it first"
    assert "1 published" in popover.list.item(0).text()
    QTest.keyClick(popover.list, Qt.Key.Key_Escape)
    assert not by.window.findChildren(SpacesPopover) or not popover.isVisible()


def test_the_menu_bar_leads_to_publishing_and_to_the_spaces(
    sea: Space, trailer: int, hand: Callable[[], Hand], tasks: BackgroundTasks
) -> None:
    by = hand()
    by.show(by.window.panels.productions)
    by.window.shell_actions["publish"].trigger()
    assert tasks.wait_idle()
    assert by.overlay(PublishPopover).space.currentText() == "The sea"
    by.window.shell_actions["spaces"].trigger()
    assert tasks.wait_idle()
    assert by.overlay(SpacesPopover).list.count() == 1
    by.window.shell_actions["show_publications"].trigger()
    assert by.panel.isVisible()


def test_an_empty_panel_leads_to_the_productions(trailer: int, hand: Callable[[], Hand]) -> None:
    by = hand()
    by.show(by.panel)
    assert by.panel.empty.sentence.text() == "Nothing published yet"
    QTest.mouseClick(by.panel.empty.button, LEFT)
    assert by.window.panels.productions.isVisible()


def test_what_cannot_be_published_any_more_is_said(
    studio: Studio, sea: Space, trailer: int, hand: Callable[[], Hand]
) -> None:
    by = hand()
    by.show(by.window.panels.productions)
    by.press("detail-publish")
    with studio.unit_of_work() as work:
        work.productions.request_deletion(trailer)
    by.press("publish-accept", by.overlay(PublishPopover))

    assert "is being deleted" in by.said()
    assert feed(studio) == []
