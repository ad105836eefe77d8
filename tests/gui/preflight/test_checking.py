"""Check Timeline with real events: found, walked by keys, put right, undone."""

import shutil
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from timeline_studio.library import Upload
from timeline_studio.timeline.edits import append_linked, lift
from timeline_studio.timeline.model import Timeline, Title, Track, empty_timeline, new_id
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.preflight.check_popover import CheckPopover, summary
from timeline_studio.ui.preflight.finding_row import FindingRow
from timeline_studio.ui.shell import MainWindow
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import items_for, resolver
from timeline_studio.workflows.preflight import Finding
from timeline_studio.workflows.projects import create_project

OpenWindow = Callable[..., MainWindow]
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def beaches(studio: Studio, uploads: list[Upload]) -> Timeline:
    """The beach three times; in the middle it was lifted out."""
    timeline = replace(empty_timeline(rate=Fraction(25)), width=320, height=180)
    for _ in range(3):
        picture, sound = items_for(studio, uploads[0], rate=timeline.rate)
        assert picture is not None
        assert sound is not None
        video, audio = timeline.tracks
        timeline = append_linked(timeline, {video.id: picture, audio.id: sound})
    return lift(timeline, [timeline.tracks[0].items[1].id])


class Checking:
    """A window on one timeline, and the hand at its check."""

    def __init__(self, window: MainWindow, qtbot: QtBot, tasks: BackgroundTasks) -> None:
        self.window = window
        self.qtbot = qtbot
        self.tasks = tasks
        window.activateWindow()

    def open(self) -> None:
        QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_F7, NONE)
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(
            lambda: (
                not self.window.flows.session.is_dirty
                and not self.window.preflight.check.is_running
                and self.popover.again.isEnabled()
            ),
            timeout=15_000,
        )
        assert self.tasks.wait_idle()

    @property
    def popover(self) -> CheckPopover:
        found = self.window.preflight.popover
        assert found is not None
        return found

    @property
    def rows(self) -> list[FindingRow]:
        return self.popover.view.rows

    @property
    def codes(self) -> list[str]:
        return [row.finding.code for row in self.rows]

    def row(self, code: str) -> FindingRow:
        return next(row for row in self.rows if row.finding.code == code)

    def press(self, button: QPushButton | None) -> None:
        assert button is not None
        handle = self.window.windowHandle()
        spot = button.mapTo(self.window, QPoint(button.width() // 2, button.height() // 2))
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, NONE, spot)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.windowHandle(), key, NONE)


@pytest.fixture
def checking(
    open_window: OpenWindow, studio: Studio, qtbot: QtBot, tasks: BackgroundTasks
) -> Callable[..., Checking]:
    def make(timeline: Timeline, name: str | None = "Holiday") -> Checking:
        project = create_project(studio, name, timeline)
        return Checking(open_window(project.id), qtbot, tasks)

    return make


def test_a_gap_is_closed_in_one_step_and_can_be_undone(
    checking: Callable[..., Checking], beaches: Timeline
) -> None:
    check = checking(beaches)
    check.open()
    assert "gap" in check.codes
    check.press(check.row("gap").fix)
    check.wait()
    assert check.window.document.timeline.duration == 4 * SECOND
    assert "gap" not in check.codes
    check.window.document.undo()
    assert check.window.document.timeline.duration == 6 * SECOND


def test_go_to_shows_the_place_and_leaves_the_list_open(
    checking: Callable[..., Checking], beaches: Timeline
) -> None:
    check = checking(beaches)
    check.window.workspaces.show_deliver()
    check.open()
    check.press(check.row("gap").place)
    assert check.window.document.playhead == 2 * SECOND
    assert check.window.header.workspaces.index == 0
    assert check.popover.isVisible()


def test_the_list_is_walked_with_keys(checking: Callable[..., Checking], beaches: Timeline) -> None:
    title = Title(id="edge", start=SECOND, duration=SECOND, text="Beach", x=0.0)
    over = Track(id=new_id(), kind="video", items=(title,))
    check = checking(replace(beaches, tracks=(beaches.tracks[0], over, beaches.tracks[1])))
    check.open()
    assert check.rows[0].hasFocus()
    while not check.row("title_outside").hasFocus():
        before = check.window.focusWidget()
        check.key(Qt.Key.Key_Down)
        assert check.window.focusWidget() is not before
    check.key(Qt.Key.Key_Return)
    assert check.window.document.selection == {"edge"}
    assert check.window.document.playhead == SECOND
    check.key(Qt.Key.Key_Escape)
    assert not check.popover.isVisible()


def test_a_title_is_moved_inside(checking: Callable[..., Checking], beaches: Timeline) -> None:
    title = Title(id="edge", start=SECOND, duration=SECOND, text="Beach", x=0.0)
    over = Track(id=new_id(), kind="video", items=(title,))
    check = checking(replace(beaches, tracks=(beaches.tracks[0], over, beaches.tracks[1])))
    check.open()
    check.press(check.row("title_outside").fix)
    check.wait()
    assert "title_outside" not in check.codes
    moved = check.window.document.timeline.tracks[1].items[0]
    assert isinstance(moved, Title)
    assert moved.x > 0.05


def test_loud_sound_is_lowered(checking: Callable[..., Checking], beaches: Timeline) -> None:
    video, audio = beaches.tracks
    loud = tuple(replace(item, gain_db=12.0) for item in audio.items)
    check = checking(replace(beaches, tracks=(video, replace(audio, items=loud))))
    check.open()
    check.press(check.row("clipped").fix)
    check.wait()
    assert "clipped" not in check.codes
    gains = {item.gain_db for item in check.window.document.timeline.tracks[1].items}
    assert len(gains) == 1
    assert gains.pop() < 12


def test_all_is_fixed_in_one_step(checking: Callable[..., Checking], beaches: Timeline) -> None:
    video, audio = beaches.tracks
    check = checking(replace(beaches, tracks=(video, replace(audio, muted=True))))
    check.open()
    assert {"gap", "muted"} <= set(check.codes)
    check.press(check.popover.fix_all)
    check.wait()
    assert check.codes == []
    assert check.popover.said.text() == "All is well: nothing stands in the way."
    check.window.document.undo()
    assert check.window.document.timeline.tracks[1].muted
    assert check.window.document.timeline.duration == 6 * SECOND


def test_a_timeline_without_a_name_gets_one(
    checking: Callable[..., Checking], beaches: Timeline
) -> None:
    check = checking(beaches, None)
    check.open()
    assert check.rows[0].finding.is_blocker
    check.press(check.row("unnamed").fix)
    assert check.tasks.wait_idle()
    QTest.keyClicks(check.window.focusWidget(), "Holiday")
    check.key(Qt.Key.Key_Return)
    check.qtbot.waitUntil(check.popover.isVisible, timeout=10_000)
    check.wait()
    assert "unnamed" not in check.codes
    assert check.window.header.picker.text() == "Holiday"


def test_missing_media_is_relinked(
    checking: Callable[..., Checking],
    beaches: Timeline,
    studio: Studio,
    footage: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clip = beaches.tracks[0].items[0]
    resolver(studio)(clip.media).unlink()
    check = checking(beaches)
    check.open()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(footage), ""))
    check.press(check.row("missing_media").fix)
    check.qtbot.waitUntil(
        lambda: check.window.document.timeline.tracks[0].items[0].media.url != clip.media.url,
        timeout=10_000,
    )
    check.wait()
    assert "missing_media" not in check.codes


def test_free_space_offers_what_only_saves_time(
    checking: Callable[..., Checking],
    beaches: Timeline,
    studio: Studio,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    full = shutil.disk_usage(studio.home.root)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: full)
    check = checking(beaches)
    check.open()
    check.press(check.row("no_room").fix)
    popover = check.window.space.popover
    assert popover is not None
    assert popover.isVisible()
    check.qtbot.waitUntil(lambda: "1.0 KB are free" in popover.said.text())


def test_another_timeline_closes_the_list(
    checking: Callable[..., Checking], beaches: Timeline, studio: Studio
) -> None:
    check = checking(beaches)
    check.open()
    check.window.flows.session.open(create_project(studio, "Other").id)
    check.qtbot.waitUntil(lambda: not check.popover.isVisible(), timeout=10_000)


def send(check: Checking) -> None:
    """Press Send, and wait until the check before it is over."""
    check.press(check.window.header.send)
    stages = check.window.flows.sends
    check.qtbot.waitUntil(
        lambda: stages.stages.lines[0].state in ("done", "failed"), timeout=15_000
    )
    assert check.tasks.wait_idle()


def test_a_blocker_stops_a_send_and_is_put_right_from_its_list(
    checking: Callable[..., Checking],
    beaches: Timeline,
    studio: Studio,
    footage: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    resolver(studio)(beaches.tracks[0].items[0].media).unlink()
    check = checking(beaches)
    send(check)
    popover = check.window.overlays.send
    assert popover is not None
    assert popover.isVisible()
    assert popover.reason.text().startswith("1 thing stops the send")
    assert studio.queue.list() == []
    row = next(each for each in popover.findings.rows if each.finding.code == "missing_media")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(footage), ""))
    check.press(row.fix)
    check.qtbot.waitUntil(
        lambda: "missing_media" not in {each.finding.code for each in popover.findings.rows},
        timeout=10_000,
    )
    check.press(popover.retry)
    check.qtbot.waitUntil(lambda: len(studio.queue.list()) == 1, timeout=15_000)


def test_warnings_stop_no_send_and_stay_in_sight(
    checking: Callable[..., Checking], beaches: Timeline, studio: Studio
) -> None:
    check = checking(beaches)
    send(check)
    popover = check.window.overlays.send
    assert popover is not None
    assert [row.finding.code for row in popover.findings.rows] == ["gap"]
    assert popover.findings.isVisible()
    assert len(studio.queue.list()) == 1
    check.press(popover.findings.rows[0].place)
    assert check.window.document.playhead == 2 * SECOND
    check.press(popover.findings.rows[0].fix)
    assert popover.findings.rows == []
    assert check.window.document.timeline.duration == 4 * SECOND


@pytest.mark.parametrize(
    ("severities", "words"),
    [
        ([], "All is well: nothing stands in the way."),
        (["blocker"], "1 thing stops the send."),
        (["blocker", "blocker", "warning"], "2 things stop it, 1 warning."),
        (["warning", "warning"], "2 warnings."),
    ],
)
def test_the_summary_counts(severities: list[str], words: str) -> None:
    findings = [Finding(severity, "code", "Words") for severity in severities]  # type: ignore[arg-type]
    assert summary(findings) == words
