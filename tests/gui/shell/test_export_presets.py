"""The menu beside Export: presets, files, what is copied; and the notice at the end."""

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from timeline_studio.app.composition import work
from timeline_studio.library import Upload
from timeline_studio.render.encoders.trial import ffmpeg_build
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.shell.desktop_notice import DesktopNotice
from timeline_studio.ui.shell.encoder_menu import EncoderMenu
from timeline_studio.ui.shell.name_prompt import NamePrompt
from timeline_studio.workflows import Studio
from timeline_studio.workflows.encoder_trials import EncoderTrial, EncoderTrials
from timeline_studio.workflows.exports import list_exports, running_exports
from timeline_studio.workflows.outbox import list_outbox
from timeline_studio.workflows.projects import rename_project

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def serve_queue(studio: Studio) -> Iterator[Callable[[], None]]:
    stop = threading.Event()
    thread = threading.Thread(target=lambda: work(studio, stop.is_set))
    yield thread.start
    stop.set()
    if thread.is_alive():
        thread.join(60)


@pytest.fixture
def cut(
    window: MainWindow, uploads: list[Upload], studio: Studio, tasks: BackgroundTasks
) -> MainWindow:
    """A window with a named timeline of one clip."""
    session = window.flows.session
    session.show_renamed(rename_project(studio, session.project.id, "Lake: day"))
    window.flows.placement.place(uploads[:1], "append")
    assert tasks.wait_idle()
    return window


def opened_menu(window: MainWindow) -> QMenu:
    QTest.mouseClick(window.header.presets, LEFT)
    menu = window.export_menu.menu
    assert menu is not None
    return menu


def entry(menu: QMenu, name: str) -> QAction:
    found = menu.findChild(QAction, name)
    assert found is not None
    return found


def press(menu: QMenu, name: str) -> None:
    """With the mouse, where it is."""
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry(menu, name)).center())


def presets_of(studio: Studio) -> list[str]:
    return [job.input["preset"]["name"] for job in reversed(running_exports(studio))]


def test_a_preset_exports_at_once_and_stays_chosen(
    cut: MainWindow, studio: Studio, tasks: BackgroundTasks
) -> None:
    press(opened_menu(cut), "preset-master")
    assert tasks.wait_idle()
    assert presets_of(studio) == ["Master"]
    menu = opened_menu(cut)
    assert entry(menu, "preset-master").isChecked()
    press(menu, "preset-small")
    assert tasks.wait_idle()
    QTest.mouseClick(cut.header.export, LEFT)
    assert tasks.wait_idle()
    assert presets_of(studio) == ["Master", "Small"]  # the same twice is one
    assert cut.panels.outbox.isVisible()


def test_it_says_how_much_can_be_copied_and_keeps_to_what_is_wanted(
    cut: MainWindow, studio: Studio, tasks: BackgroundTasks
) -> None:
    menu = opened_menu(cut)
    assert tasks.wait_idle()
    match = entry(menu, "match_source")
    assert "can be copied" in match.text()
    was = match.isChecked()
    press(menu, "match_source")
    QTest.mouseClick(cut.header.export, LEFT)
    assert tasks.wait_idle()
    (job,) = running_exports(studio)
    assert job.input["preset"]["match_source"] is (not was)


def test_only_in_to_out_follows_the_points(
    cut: MainWindow, studio: Studio, tasks: BackgroundTasks
) -> None:
    assert not entry(opened_menu(cut), "only_range").isEnabled()
    points = cut.panels.timeline.points
    points.set(0, FLICKS_PER_SECOND)
    press(opened_menu(cut), "only_range")
    points.set(0, FLICKS_PER_SECOND // 5)
    QTest.mouseClick(cut.header.export, LEFT)
    assert tasks.wait_idle()
    (job,) = running_exports(studio)
    assert job.input["stretch"] == [0, FLICKS_PER_SECOND // 5]
    points.clear()
    assert cut.flows.exports.choice.stretch is None


def test_a_gif_asks_where_to_and_ends_in_a_notice(
    cut: MainWindow,
    studio: Studio,
    tasks: BackgroundTasks,
    serve_queue: Callable[[], None],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    opened_urls: list[QUrl],
) -> None:
    asked: list[str] = []

    def ask(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(suggested).name)
        return str(tmp_path / "lake"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    press(opened_menu(cut), "preset-gif")
    assert tasks.wait_idle()
    assert asked == ["Lake- day.gif"]
    serve_queue()
    qtbot.waitUntil(lambda: bool(cut.trouble.toasts.shown), timeout=20_000)
    toast = cut.trouble.toasts.shown[0]
    assert toast.text.text() == "Exported lake.gif"
    assert (tmp_path / "lake.gif").read_bytes().startswith(b"GIF89a")
    assert list_exports(studio) == []
    show = next(each for each in toast.findChildren(QPushButton) if each.text() == "Show File")
    QTest.mouseClick(show, LEFT)
    assert opened_urls[-1] == QUrl.fromLocalFile(str(tmp_path))


def test_who_thinks_better_of_it_exports_nothing(
    cut: MainWindow, studio: Studio, tasks: BackgroundTasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    for name in ("preset-prores-422", "export_save_as"):
        press(opened_menu(cut), name)
        assert tasks.wait_idle()
    assert running_exports(studio) == []


def test_a_preset_is_duplicated_under_a_name(
    cut: MainWindow, tasks: BackgroundTasks, opened_urls: list[QUrl]
) -> None:
    press(opened_menu(cut), "preset_duplicate")
    prompt = cut.findChild(NamePrompt)
    assert prompt is not None
    QTest.keyClicks(prompt.field, "For Ann")
    QTest.keyClick(prompt.field, Qt.Key.Key_Return)
    menu = opened_menu(cut)
    assert entry(menu, "preset-for-ann").isChecked()
    assert tasks.wait_idle()


def test_an_export_tells_how_it_was_made(
    cut: MainWindow,
    studio: Studio,
    tasks: BackgroundTasks,
    serve_queue: Callable[[], None],
    qtbot: QtBot,
) -> None:
    serve_queue()
    QTest.mouseClick(cut.header.export, LEFT)
    qtbot.waitUntil(lambda: bool(cut.trouble.toasts.shown), timeout=20_000)
    panel = cut.panels.exports
    assert tasks.wait_idle()
    qtbot.waitUntil(lambda: bool(panel.model.rows), timeout=5_000)
    row = panel.model.rows[0]
    qtbot.waitUntil(lambda: ("Preset", "Standard") in panel.describe(row)[3], timeout=5_000)
    facts = dict(panel.describe(row)[3])
    assert facts["Encoder"].startswith("x264")


@pytest.fixture
def claimed(studio: Studio) -> None:
    """NVENC is said to work here, as it did with another card; Quick Sync is not."""
    names = {"h264_nvenc": "", "h264_qsv": "No device", "h264_vaapi": "not in this FFmpeg"}
    trials = tuple(EncoderTrial(name, trouble) for name, trouble in names.items())
    studio.home.encoders.write_bytes(msgspec.json.encode(EncoderTrials(ffmpeg_build(), trials)))


@pytest.mark.usefixtures("claimed")
def test_an_encoder_that_fails_is_replaced_and_both_are_told(
    cut: MainWindow,
    studio: Studio,
    tasks: BackgroundTasks,
    serve_queue: Callable[[], None],
    qtbot: QtBot,
) -> None:
    menu = opened_menu(cut)
    refused = entry(menu, "encoder-h264_qsv")
    assert (refused.isEnabled(), refused.toolTip()) == (False, "No device")
    assert menu.findChild(QAction, "encoder-h264_vaapi") is None
    entry(menu, "encoder-h264_nvenc").trigger()
    assert cut.flows.exports.choice.preset.encoder == "h264_nvenc"
    menu.close()
    serve_queue()
    QTest.mouseClick(cut.header.export, LEFT)
    toasts = cut.trouble.toasts
    qtbot.waitUntil(lambda: len(toasts.shown) == 2, timeout=20_000)
    words = toasts.shown[0].text.text()
    assert words.startswith("NVIDIA NVENC H.264 failed (")
    assert words.endswith("x264 made it instead.")
    panel = cut.panels.exports
    qtbot.waitUntil(lambda: bool(panel.model.rows), timeout=5_000)
    row = panel.model.rows[0]
    qtbot.waitUntil(lambda: ("Encoder", "x264") in panel.describe(row)[3], timeout=5_000)
    assert dict(panel.describe(row)[3])["Instead of"].startswith("NVIDIA NVENC H.264 failed (")


def test_encoders_are_tried_again_where_that_is_asked_for(
    cut: MainWindow, studio: Studio, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    answer = 'import sys; [print(\'{"encoder": "%s"}\' % name) for name in sys.argv[1:]]'
    choice = cut.flows.exports.choice
    encoders = EncoderMenu(choice, studio.home, tasks, cut, command=[sys.executable, "-c", answer])
    assert tasks.wait_idle()
    menu, said = QMenu(cut), list[str]()
    encoders.said.connect(said.append)
    encoders.add_to(menu, "hevc")
    entry(menu, "encoder-hevc_amf").trigger()
    assert (choice.encoder_of("hevc"), choice.encoder_of("h264")) == ("hevc_amf", None)
    entry(menu, "encoders_again").trigger()
    assert tasks.wait_idle()
    assert said[0].startswith("Works on the graphics card: NVIDIA NVENC H.264, ")


def test_the_end_is_told_through_the_desktop_only_behind_other_windows(
    cut: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    notice = DesktopNotice(cut, show=told.append)
    monkeypatch.setattr(cut, "isActiveWindow", lambda: True)
    notice.tell("An export is finished.")
    monkeypatch.setattr(cut, "isActiveWindow", lambda: False)
    notice.tell("lake.gif is finished.")
    assert told == ["lake.gif is finished."]


def test_turns_are_changed_in_the_outbox(
    cut: MainWindow, studio: Studio, tasks: BackgroundTasks
) -> None:
    for slug in ("standard", "master", "small"):
        press(opened_menu(cut), f"preset-{slug}")
        assert tasks.wait_idle()
    cut.shell_actions["show_outbox"].trigger()
    assert tasks.wait_idle()
    outbox = cut.panels.outbox
    before = [entry.id for entry in list_outbox(studio)]
    outbox.view.selectRow(2)
    found = outbox.detail.findChild(QPushButton, "detail-earlier")
    assert found is not None
    QTest.mouseClick(found, LEFT)
    assert tasks.wait_idle()
    assert [entry.id for entry in list_outbox(studio)] == [before[0], before[2], before[1]]
