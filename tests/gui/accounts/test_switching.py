"""Switching: the window closes, its edits saved, and opens again on the other account's library."""

import logging
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from keyring_file import FileKeyring
from timeline_studio.app import window as app_window
from timeline_studio.app import worker_process
from timeline_studio.app.program import Program
from timeline_studio.app.window import run_window
from timeline_studio.settings import LOCAL, Account, Home, SystemSecrets
from timeline_studio.timeline.edits import add_track
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.projects import list_projects, open_project

FILMS = Account(name="Films")
OUT_OF_REACH = Account(name="Shared", database="mysql+pymysql://films@127.0.0.1:9/films")
WAITS = "import sys; sys.stdin.buffer.read()"
STEP_MS = 50
MOST_STEPS = 2_400

Step = Callable[[MainWindow], bool]
"""Looks at the window that is open; True when it has done its part."""


@pytest.fixture(autouse=True)
def process_as_it_was() -> Iterator[None]:
    """The program takes signals, bugs and the log into its hands."""
    numbers = signal.SIGINT, signal.SIGTERM
    handlers = [signal.getsignal(number) for number in numbers]
    root = logging.getLogger()
    log, level, hook = root.handlers[:], root.level, sys.excepthook
    yield
    for number, handler in zip(numbers, handlers, strict=True):
        signal.signal(number, handler)
    for made in set(root.handlers) - set(log):
        made.close()
    root.handlers[:] = log
    root.setLevel(level)
    sys.excepthook = hook


@pytest.fixture
def program(home: Home, tmp_path: Path, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> Program:
    command = sys.executable, ["-c", WAITS]
    monkeypatch.setattr(worker_process, "worker_command", lambda _account: command)
    made = Program(home, SystemSecrets(FileKeyring(tmp_path / "keyring.json"), environ={}))
    made.accounts.set(FILMS)
    made.accounts.set(OUT_OF_REACH)
    return made


@pytest.fixture
def drive() -> Iterator[Callable[..., None]]:
    """Takes steps in the windows that the program opens, one after the other, then closes."""
    timer = QTimer(interval=STEP_MS)

    def start(*steps: Step) -> None:
        waiting, count, is_closing = list(steps), 0, False

        def look() -> None:
            nonlocal count, is_closing
            count += 1
            windows = [
                each
                for each in QApplication.topLevelWidgets()
                if isinstance(each, MainWindow) and each.isVisible()
            ]
            if is_closing:
                return  # closing waits for the last save, and events go on meanwhile
            if count > MOST_STEPS or (windows and not waiting):
                is_closing = True
                QApplication.closeAllWindows()
                is_closing = False  # again, should one only be opening now
            elif windows and waiting[0](windows[0]):
                waiting.pop(0)

        timer.timeout.connect(look)
        timer.start()

    yield start
    timer.stop()


def is_ready(window: MainWindow) -> bool:
    return window.flows.session.project is not None


def test_the_window_opens_on_the_other_library(
    program: Program, drive: Callable[..., None]
) -> None:
    seen: list[str] = []

    def edit_and_switch(window: MainWindow) -> bool:
        if not is_ready(window):
            return False
        seen.append(window.status.account.text())
        window.document.apply("Add Track", lambda timeline: add_track(timeline, "video"))
        window.account_requested.emit("Films")
        return True

    def look_and_switch_back(window: MainWindow) -> bool:
        if window.status.account.text() == "Local library" or not is_ready(window):
            return False
        seen.append(window.status.account.text())
        assert len(window.document.timeline.tracks) == 2
        window.account_requested.emit("Local")
        return True

    def look_again(window: MainWindow) -> bool:
        if window.status.account.text() != "Local library" or not is_ready(window):
            return False
        seen.append(f"{len(window.document.timeline.tracks)} tracks")
        return True

    drive(edit_and_switch, look_and_switch_back, look_again)
    assert run_window(program, None) == 0
    assert seen == ["Local library", "Account: Films", "3 tracks"]
    assert program.accounts.chosen == LOCAL
    local, films = program.open_studio(LOCAL), program.open_studio(FILMS)
    with local.library, films.library:
        (project,) = list_projects(local)
        assert len(open_project(local, project.id).timeline.tracks) == 3
        assert [len(open_project(films, p.id).timeline.tracks) for p in list_projects(films)] == [2]


def test_an_account_out_of_reach_leaves_the_window_as_it_is(
    program: Program, drive: Callable[..., None]
) -> None:
    said: list[str] = []

    def ask(window: MainWindow) -> bool:
        if not is_ready(window):
            return False
        window.accounts.open()
        window.account_requested.emit("Shared")
        return True

    def read(window: MainWindow) -> bool:
        assert window.accounts.dialog is not None
        said.append(window.accounts.dialog.error.text())
        return bool(said[-1])

    drive(ask, read)
    assert run_window(program, None) == 0
    assert "The account “Shared” cannot be opened." in said[-1]
    assert program.accounts.chosen == LOCAL


@pytest.mark.parametrize(("choices", "code"), [(["again", "quit"], 1), (["again", "local"], 0)])
def test_an_account_that_cannot_be_opened_at_the_start_offers_local(
    program: Program,
    drive: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    choices: list[str],
    code: int,
) -> None:
    program.accounts.choose("Shared")
    said: list[str] = []

    def offer(message: str) -> str:
        said.append(message)
        return choices.pop(0)

    monkeypatch.setattr(app_window, "offer_local", offer)
    drive(is_ready)
    assert run_window(program, None) == code
    assert len(said) == 2
    assert all("The account “Shared” cannot be opened." in message for message in said)
    assert program.accounts.chosen == OUT_OF_REACH


def test_a_project_that_is_not_there_ends_in_a_line(
    program: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_window(program, 4711) == 1
    assert "4711" in capsys.readouterr().err
