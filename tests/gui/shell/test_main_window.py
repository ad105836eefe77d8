"""The window: what it shows, its keys, its banners, how it closes."""

import json
import threading
import time
from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from timeline_studio.errors import StudioError
from timeline_studio.library import Upload
from timeline_studio.settings import Preferences
from timeline_studio.timeline.edits import add_marker, add_track
from timeline_studio.timeline.model import Marker, new_id
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.media_bin import media_import
from timeline_studio.ui.media_bin.bin_model import MIME_UPLOADS
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.shell.name_prompt import NamePrompt
from timeline_studio.ui.shell.workspaces import DELIVER
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import reference_to
from timeline_studio.workflows.projects import (
    create_project,
    open_project,
    rename_project,
    save_timeline,
)

OpenWindow = Callable[..., MainWindow]
LEFT = Qt.MouseButton.LeftButton


def items(window: MainWindow) -> list[list[str]]:
    return [[item.name for item in track.items] for track in window.document.timeline.tracks]


def choose_in_bin(window: MainWindow, name: str) -> None:
    view = window.panels.media.view
    model = window.panels.media.model
    row = next(n for n, upload in enumerate(model.uploads) if upload.name == name)
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(model.index(row)).center())


def add_marker_to(window: MainWindow, name: str) -> None:
    marker = Marker(id=new_id(), time=0, name=name)
    assert window.document.apply("Mark", lambda timeline: add_marker(timeline, marker))


def test_a_first_start_shows_every_panel_and_what_to_do(window: MainWindow) -> None:
    panels = window.panels
    for panel in (panels.media, panels.monitor, panels.inspector, panels.timeline):
        assert panel.isVisible()
    assert panels.media.empty.isVisible()
    assert window.picker.button.text() == "Untitled"
    assert window.status.format.text() == "1920×1080 · 30 fps · 48 kHz"


def test_a_project_that_does_not_exist_is_refused(open_window: OpenWindow) -> None:
    with pytest.raises(StudioError, match="999"):
        open_window(999)


def test_a_chosen_project_opens(open_window: OpenWindow, studio: Studio) -> None:
    create_project(studio, "Other")
    project = create_project(studio, "Lake day")
    assert open_window(project.id).picker.button.text() == "Lake day"


def test_e_appends_what_is_chosen_and_the_first_clip_sets_the_format(
    uploads: list[Upload], window: MainWindow, tasks: BackgroundTasks
) -> None:
    choose_in_bin(window, "beach.mp4")
    QTest.keyClick(window, Qt.Key.Key_E)
    assert tasks.wait_idle()
    timeline = window.document.timeline
    assert items(window) == [["beach.mp4"], ["beach.mp4"]]
    assert (timeline.rate, timeline.width, timeline.height) == (25, 320, 180)
    picture, sound = (track.items[0] for track in timeline.tracks)
    assert picture.link == sound.link is not None
    assert window.document.undo_stack.count() == 1
    QTest.keyClick(window, Qt.Key.Key_E)
    assert tasks.wait_idle()
    assert items(window) == [["beach.mp4"] * 2, ["beach.mp4"] * 2]
    window.document.undo()
    window.document.undo()
    assert window.document.timeline.duration == 0
    assert window.document.timeline.width == 1920


def test_insert_goes_to_the_playhead_and_overwrite_over_it(
    uploads: list[Upload], window: MainWindow, tasks: BackgroundTasks
) -> None:
    choose_in_bin(window, "beach.mp4")
    for key in (Qt.Key.Key_E, Qt.Key.Key_Comma):
        QTest.keyClick(window, key)
        assert tasks.wait_idle()
    assert items(window)[0] == ["beach.mp4"] * 2
    choose_in_bin(window, "logo.png")
    QTest.keyClick(window, Qt.Key.Key_Period)
    assert tasks.wait_idle()
    assert "logo.png" in items(window)[0]
    assert items(window)[0].count("beach.mp4") == 0


def test_sound_alone_goes_to_a_sound_track(
    uploads: list[Upload], window: MainWindow, tasks: BackgroundTasks
) -> None:
    choose_in_bin(window, "music.wav")
    QTest.keyClick(window, Qt.Key.Key_E)
    assert tasks.wait_idle()
    assert items(window) == [[], ["music.wav"]]


def drop_on_timeline(window: MainWindow, mime: QMimeData) -> None:
    view = window.panels.timeline.view
    spot = QPoint(200, 20)
    copy, no_keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view, QDragEnterEvent(spot, copy, mime, LEFT, no_keys))
    QApplication.sendEvent(view, QDropEvent(QPointF(spot), copy, mime, LEFT, no_keys))


def test_uploads_dropped_on_the_timeline_lie_where_they_fell(
    uploads: list[Upload], window: MainWindow, tasks: BackgroundTasks
) -> None:
    mime = QMimeData()
    mime.setData(MIME_UPLOADS, json.dumps([uploads[0].id]).encode())
    drop_on_timeline(window, mime)
    assert tasks.wait_idle()
    assert items(window) == [["beach.mp4"], ["beach.mp4"]]
    assert window.document.timeline.tracks[0].items[0].start > 0


def test_files_dropped_on_the_timeline_are_imported_first(
    footage: Path, window: MainWindow, tasks: BackgroundTasks
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(footage))])
    drop_on_timeline(window, mime)
    assert tasks.wait_idle()
    assert items(window) == [["beach.mp4"], ["beach.mp4"]]
    assert [upload.name for upload in window.panels.media.model.uploads] == ["beach.mp4"]


def test_alt_and_a_number_choose_the_workspace(window: MainWindow, tasks: BackgroundTasks) -> None:
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert tasks.wait_idle()
    assert window.panels.exports.isVisible()
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.panels.timeline.isVisible()


def test_f6_goes_round_the_panels_and_back(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    panels = window.panels.edit.panels

    def holder() -> int:
        focus = QApplication.focusWidget()
        return next(
            n for n, panel in enumerate(panels) if panel is focus or panel.isAncestorOf(focus)
        )

    start = holder()
    seen = []
    for _ in panels:
        QTest.keyClick(window, Qt.Key.Key_F6)
        seen.append(holder())
    assert seen == [(start + step) % 4 for step in (1, 2, 3, 4)]
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert holder() == (start - 1) % 4


def test_every_menu_entry_works_and_names_itself(window: MainWindow) -> None:
    menus = [action.menu() for action in window.menuBar().actions()]
    assert [menu.title() for menu in menus if isinstance(menu, QMenu)] == [
        "File",
        "Edit",
        "Clip",
        "Timeline",
        "Sound",
        "Mark",
        "View",
        "Deliver",
        "Help",
    ]
    entries = [a for menu in menus if isinstance(menu, QMenu) for a in menu.actions()]
    for entry in entries:
        assert entry.isSeparator() or entry.text()


def test_no_key_is_taken_twice_in_the_window(window: MainWindow) -> None:
    actions = {
        action
        for action in window.findChildren(QAction)
        if action.shortcutContext() == Qt.ShortcutContext.WindowShortcut
    }
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))


def test_words_in_a_field_are_never_taken_for_commands(
    uploads: list[Upload], window: MainWindow, tasks: BackgroundTasks
) -> None:
    window.panels.media.search.setFocus()
    QTest.keyClicks(window.panels.media.search, "beach se")
    assert window.panels.media.search.text() == "beach se"
    assert window.document.timeline.duration == 0


def test_saved_is_said_with_the_time(window: MainWindow, tasks: BackgroundTasks) -> None:
    add_marker_to(window, "one")
    assert window.header.saved.text() == "Saving…"
    assert tasks.wait_idle()
    assert window.header.saved.text().startswith("Saved ")


def test_closing_the_window_keeps_the_last_edit(window: MainWindow, studio: Studio) -> None:
    project_id = window.flows.session.project.id
    add_marker_to(window, "last")
    assert window.close()
    assert [m.name for m in open_project(studio, project_id).timeline.markers] == ["last"]


def test_a_second_window_on_the_project_is_read_only_and_says_so(
    window: MainWindow, open_window: OpenWindow, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    second = open_window(window.flows.session.project.id)
    assert second.document.is_read_only
    assert not window.document.is_read_only
    assert second.trouble.banner.isVisible()
    assert "read-only" in second.trouble.banner.text.text()
    edit_copy = second.trouble.banner.buttons[-1]
    with qtbot.waitSignal(second.flows.session.opened):
        QTest.mouseClick(edit_copy, LEFT)
    assert not second.document.is_read_only
    assert not second.trouble.banner.isVisible()


def test_a_save_from_elsewhere_is_said_and_closing_loses_nothing_unasked(
    window: MainWindow, studio: Studio, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    project_id = window.flows.session.project.id
    stored = open_project(studio, project_id)
    theirs = add_track(stored.timeline, "audio", name="theirs")
    save_timeline(studio, project_id, theirs, stored.revision)
    add_marker_to(window, "ours")
    assert tasks.wait_idle()
    assert window.trouble.banner.isVisible()
    assert window.header.saved.text() == "Not saved"
    assert not window.close()
    assert window.isVisible()
    copy = next(b for b in window.trouble.banner.buttons if "copy" in b.text())
    with qtbot.waitSignal(window.flows.session.opened):
        QTest.mouseClick(copy, LEFT)
    assert open_project(studio, project_id).timeline == theirs
    assert [m.name for m in window.document.timeline.markers] == ["ours"]


def test_errors_stay_until_they_are_closed_and_are_said_once(window: MainWindow) -> None:
    for _ in range(2):
        window.show_error("The disk is full. Free some space.")
    toasts = window.trouble.toasts.shown
    assert [toast.text.text() for toast in toasts] == ["The disk is full. Free some space."]
    assert toasts[0].isVisible()


def test_at_most_three_toasts_and_errors_go_last(window: MainWindow) -> None:
    window.show_error("wrong")
    for number in range(4):
        window.trouble.toasts.say(f"done {number}")
    words = [toast.text.text() for toast in window.trouble.toasts.shown]
    assert words == ["wrong", "done 2", "done 3"]


@pytest.mark.parametrize("size", [(1024, 680), (1280, 800), (1920, 1080)])
def test_nothing_is_squeezed_out_at_any_size(
    window: MainWindow, size: tuple[int, int], qtbot: QtBot
) -> None:
    window.resize(*size)
    qtbot.waitUntil(lambda: window.size().toTuple() == size)
    panels = window.panels
    assert panels.monitor.width() >= 360
    for button in (window.header.export, window.header.send, panels.media.import_button):
        assert button.width() >= button.sizeHint().width()
        assert button.visibleRegion().boundingRect().size() == button.size()
    assert panels.monitor.transport_bar.visibleRegion().boundingRect().height() >= 40


def test_the_layout_is_remembered(open_window: OpenWindow, qtbot: QtBot) -> None:
    first = open_window()
    first.resize(1024, 700)
    first.panels.edit.columns.setSizes([220, 536, 260])
    first.panels.edit.columns.splitterMoved.emit(220, 1)
    sizes = first.panels.edit.columns.sizes()
    assert first.close()
    second = open_window()
    assert second.width() == 1024
    assert second.panels.edit.columns.sizes() == sizes


def test_a_panel_can_be_maximised_and_given_back(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.panels.timeline.view.setFocus()
    window.shell_actions["maximise"].trigger()
    assert window.panels.timeline.isVisible()
    assert not window.panels.monitor.isVisible()
    window.shell_actions["maximise"].trigger()
    assert window.panels.monitor.isVisible()


def test_the_header_says_when_what_is_opened_was_saved(
    open_window: OpenWindow, studio: Studio
) -> None:
    project = create_project(studio, "Lake day")
    window = open_window(project.id)
    saved = project.updated_at.replace(tzinfo=UTC).astimezone()
    assert window.header.saved.text() == f"Saved {saved:%H:%M}"
    assert window.header.saved.isVisible()


def test_renaming_keeps_the_banner_that_stands(
    window: MainWindow, studio: Studio, qtbot: QtBot
) -> None:
    session = window.flows.session
    assert session.project is not None
    stored = open_project(studio, session.project.id)
    save_timeline(studio, session.project.id, add_track(stored.timeline, "video"), 0)
    with qtbot.waitSignal(session.stale):
        add_marker_to(window, "ours")
    session.show_renamed(rename_project(studio, session.project.id, "Lake day"))
    assert window.trouble.banner.isVisible()
    assert window.header.saved.text() == "Not saved"
    assert window.windowTitle().startswith("Lake day")
    session.abandon()


def test_a_damaged_timeline_at_the_start_offers_a_new_one(
    open_window: OpenWindow, studio: Studio, preferences: Preferences, qtbot: QtBot
) -> None:
    project = create_project(studio, "Damaged")
    with studio.unit_of_work() as work:
        work.projects.save_timeline(project.id, "{}", 0)
    preferences.current_project_id = project.id
    window = open_window()
    assert window.trouble.banner.text.text().startswith("No timeline is open.")
    with qtbot.waitSignal(window.flows.session.opened):
        QTest.mouseClick(window.trouble.banner.buttons[0], LEFT)
    assert window.trouble.banner.isHidden()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_keyboard_presses_the_button_it_is_on(
    window: MainWindow, key: Qt.Key, tasks: BackgroundTasks
) -> None:
    deliver = window.header.workspaces.buttons[DELIVER]
    deliver.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(deliver, key)
    assert window.workspaces.stack.currentWidget() is window.panels.deliver
    assert window.panels.monitor.playback.speed == 0
    assert tasks.wait_idle()


def test_a_button_pressed_with_the_mouse_does_not_take_space_from_play(window: MainWindow) -> None:
    """The keyboard stays where it was; only Tab puts it on a button."""
    view = window.panels.timeline.view
    view.setFocus()
    for pressed in window.findChildren(QAbstractButton):
        if pressed.isVisible() and pressed.isEnabled():
            assert not pressed.focusPolicy() & Qt.FocusPolicy.ClickFocus, pressed.text()
    QTest.mouseClick(window.panels.inspector.tabs.buttons[1], LEFT)
    assert window.focusWidget() is view


def test_what_was_dropped_on_one_timeline_never_lands_on_another(
    footage: Path, uploads: list[Upload], window: MainWindow, tasks: BackgroundTasks, studio: Studio
) -> None:
    other = create_project(studio, "Other")
    files, listed = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(footage))])
    listed.setData(MIME_UPLOADS, json.dumps([uploads[0].id]).encode())
    drop_on_timeline(window, files)
    drop_on_timeline(window, listed)
    window.flows.session.open(other.id)
    assert tasks.wait_idle()
    assert window.windowTitle().startswith("Other")
    assert items(window) == [[], []]
    assert "Another timeline was opened meanwhile" in window.trouble.toasts.shown[0].text.text()


def test_closing_stops_an_import(
    open_window: OpenWindow, tasks: BackgroundTasks, monkeypatch: pytest.MonkeyPatch, footage: Path
) -> None:
    """A long copy would hold the program up; what came in so far is taken back."""
    began, ended_by_itself = threading.Event(), threading.Event()

    def copies_for_long(_studio: Studio, _paths: list[Path], *, progress: Any) -> list[Upload]:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            progress(0.5, "beach.mp4")
            began.set()
        ended_by_itself.set()
        return []

    monkeypatch.setattr(media_import, "import_media", copies_for_long)
    window = open_window()
    window.panels.media.importer.start([footage])
    assert began.wait(60)
    add_marker_to(window, "unsaved")
    assert window.close()
    assert not ended_by_itself.is_set()
    assert tasks.is_idle


def test_a_name_that_nobody_gave_leaves_nothing_behind(
    uploads: list[Upload], window: MainWindow, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    window.flows.placement.place(uploads[:1], "append")
    assert tasks.wait_idle()
    QTest.mouseClick(window.header.export, LEFT)
    assert tasks.wait_idle()
    assert window.findChild(NamePrompt) is not None
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(NamePrompt) is None)


def test_an_empty_timeline_is_not_asked_for_its_name(
    window: MainWindow, tasks: BackgroundTasks
) -> None:
    QTest.mouseClick(window.header.export, LEFT)
    assert tasks.wait_idle()
    assert window.findChild(NamePrompt) is None
    assert "Add a clip" in window.trouble.toasts.shown[0].text.text()


def test_a_press_on_missing_media_lists_what_is_missing(
    uploads: list[Upload], window: MainWindow, studio: Studio, tasks: BackgroundTasks
) -> None:
    window.flows.placement.place(uploads[:1], "append")
    assert tasks.wait_idle()
    (clip,) = window.document.timeline.tracks[0].items
    studio.media_store.delete(uploads[0].s3_key)
    window.panels.timeline.relink_requested.emit(clip.id)
    assert tasks.wait_idle()
    popover = window.panels.media.relink.popover
    assert popover is not None
    assert popover.isVisible()
    assert popover.list.item(0).text().startswith("beach.mp4")


def test_a_banner_that_is_too_long_keeps_its_end(window: MainWindow) -> None:
    """What to do stands there."""
    banner = window.trouble.banner
    text = f"Not saved: /{'a_long_folder/' * 30}library.sqlite3 is full. Make room on the disk."
    banner.say(text, [("Retry", lambda: None)], is_error=True)
    QApplication.processEvents()
    assert banner.text.shown().endswith("Make room on the disk.")
    assert "…" in banner.text.shown()
    assert banner.text.toolTip() == banner.text.text() == text


def test_media_that_was_put_back_is_found_when_the_window_is_used_again(
    uploads: list[Upload], window: MainWindow, studio: Studio, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    file = studio.media_store.fetch(uploads[0].s3_key)
    elsewhere = file.rename(file.with_name("elsewhere.mp4"))
    clips = window.panels.clips
    media = reference_to(uploads[0])
    with qtbot.waitSignal(clips.missing_changed):
        clips.waveform(media)
    elsewhere.rename(file)
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitSignal(clips.missing_changed):
        other.show()
        other.activateWindow()
        qtbot.waitUntil(other.isActiveWindow)
        window.activateWindow()
    assert not clips.is_missing(media.url)
