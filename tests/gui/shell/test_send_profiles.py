"""The menu beside Send to HLS: profiles, also one's own, remembered for the next send."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell import MainWindow
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import running_exports
from timeline_studio.workflows.projects import rename_project
from timeline_studio.workflows.sends import list_productions

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def cut(
    window: MainWindow, uploads: list[Upload], studio: Studio, tasks: BackgroundTasks
) -> MainWindow:
    """A window with a named timeline of one clip."""
    session = window.flows.session
    session.show_renamed(rename_project(studio, session.project.id, "Lake day"))
    window.flows.placement.place(uploads[:1], "append")
    assert tasks.wait_idle()
    return window


@pytest.fixture
def own(studio: Studio) -> Path:
    """The folder of the user's own profiles."""
    folder = studio.home.profiles
    folder.mkdir()
    return folder


def write(folder: Path, name: str, **members: object) -> None:
    (folder / f"{name}.json").write_text(json.dumps(members), encoding="utf-8")


def opened_menu(window: MainWindow, tasks: BackgroundTasks) -> QMenu:
    QTest.mouseClick(window.header.profiles, LEFT)
    assert tasks.wait_idle()
    menu = window.profile_menu.menu
    assert menu is not None
    assert menu.isVisible()
    return menu


def entry(menu: QMenu, name: str) -> QAction:
    found = menu.findChild(QAction, name)
    assert found is not None
    return found


def press(menu: QMenu, name: str) -> None:
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry(menu, name)).center())


def wishes(studio: Studio) -> list[str | None]:
    """The profiles of what is to be sent once the timeline is exported."""
    return [wish["profile"] for job in running_exports(studio) for wish in job.input["sends"]]


def test_a_profile_sends_at_once_and_stays_chosen(
    cut: MainWindow, studio: Studio, tasks: BackgroundTasks
) -> None:
    menu = opened_menu(cut, tasks)
    assert entry(menu, "profile-automatic").isChecked()
    press(menu, "profile-hls-both")
    assert tasks.wait_idle()
    assert wishes(studio) == ["hls-both"]
    popover = cut.overlays.send
    assert popover is not None
    assert popover.profile.text() == "hls-both"
    menu = opened_menu(cut, tasks)
    assert entry(menu, "profile-hls-both").isChecked()
    assert entry(menu, "profile-hls-both").text() == (
        "Landscape and portrait HLS, each with a poster\thls-both"
    )


def test_one_click_sends_with_the_remembered_profile(
    cut: MainWindow, studio: Studio, tasks: BackgroundTasks
) -> None:
    cut.flows.profile.choose("cmaf-landscape")
    QTest.mouseClick(cut.header.send, LEFT)
    assert tasks.wait_idle()
    assert wishes(studio) == ["cmaf-landscape"]


def test_automatic_is_the_choice_again(
    cut: MainWindow, studio: Studio, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    cut.flows.profile.choose("hls-both")
    menu = opened_menu(cut, tasks)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cut.flows.profile.name is None)
    assert tasks.wait_idle()
    assert wishes(studio) == [None]
    popover = cut.overlays.send
    assert popover is not None
    assert popover.profile.text() == "Automatic"


def test_profiles_of_ones_own_are_listed_and_those_that_do_not_load_say_why(
    cut: MainWindow, own: Path, studio: Studio, tasks: BackgroundTasks
) -> None:
    write(own, "ours", **{"$extends": "hls-both", "Description": "Music & talk\nand more"})
    write(own, "lost", **{"$extends": "hls-cinema"})
    menu = opened_menu(cut, tasks)
    lost = entry(menu, "profile-lost")
    assert not lost.isEnabled()
    assert "There is no profile “hls-cinema”" in lost.toolTip()
    assert lost.text().startswith("There is no profile")
    press(menu, "profile-lost")
    assert running_exports(studio) == []
    assert entry(menu, "profile-ours").text() == "Music && talk\tours"
    press(menu, "profile-ours")
    assert tasks.wait_idle()
    assert wishes(studio) == ["ours"]
    (own / "ours.json").unlink()
    assert cut.flows.profile.name is None  # what is gone sends nothing oddly


def test_an_export_is_sent_as_chosen(
    window: MainWindow, uploads: list[Upload], studio: Studio, tasks: BackgroundTasks
) -> None:
    window.panels.exports.send_as_requested.emit(uploads[0])
    assert tasks.wait_idle()
    menu = window.profile_menu.menu
    assert menu is not None
    press(menu, "profile-hls-portrait")
    assert tasks.wait_idle()
    (row,) = list_productions(studio)
    assert (row.upload.id, (row.production.config or {})["profile"]) == (
        uploads[0].id,
        "hls-portrait",
    )


def test_the_folder_of_ones_own_is_shown(
    window: MainWindow, studio: Studio, tasks: BackgroundTasks, opened_urls: list[QUrl]
) -> None:
    press(opened_menu(window, tasks), "profiles-folder")
    assert opened_urls == [QUrl.fromLocalFile(str(studio.home.profiles))]
    assert studio.home.profiles.is_dir()
