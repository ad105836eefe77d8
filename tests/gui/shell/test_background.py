"""Work runs elsewhere; its answer arrives on the GUI thread, or not at all."""

import threading

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from timeline_studio.errors import StudioError
from timeline_studio.ui.background import BackgroundTasks, sentence_of


@pytest.fixture
def tasks(qtbot: QtBot) -> BackgroundTasks:
    return BackgroundTasks()


def test_the_answer_arrives_on_the_gui_thread(tasks: BackgroundTasks) -> None:
    gui, seen = QThread.currentThread(), []
    tasks.run(
        threading.get_ident,
        done=lambda worker: seen.append((worker, QThread.currentThread() is gui)),
    )
    assert tasks.wait_idle()
    assert len(seen) == 1
    worker, was_gui_thread = seen[0]
    assert worker != threading.get_ident()
    assert was_gui_thread


def test_a_cancelled_task_never_answers(tasks: BackgroundTasks) -> None:
    go, seen = threading.Event(), []
    task = tasks.run(lambda: go.wait(10), done=seen.append)
    task.cancel()
    go.set()
    assert tasks.wait_idle()
    assert seen == []


def test_an_error_for_the_user_goes_to_failed_only(tasks: BackgroundTasks) -> None:
    def refuse() -> None:
        raise StudioError("a.mp4 is empty. Choose another file.")

    failures: list[Exception] = []
    bugs: list[Exception] = []
    tasks.unexpected.connect(bugs.append)
    tasks.run(refuse, failed=failures.append)
    assert tasks.wait_idle()
    assert [str(error) for error in failures] == ["a.mp4 is empty. Choose another file."]
    assert bugs == []


def test_a_bug_reaches_the_top_level_hook_too(tasks: BackgroundTasks) -> None:
    failures: list[Exception] = []
    bugs: list[Exception] = []
    tasks.unexpected.connect(bugs.append)
    tasks.run(lambda: 1 // 0, failed=failures.append)
    assert tasks.wait_idle()
    assert isinstance(bugs[0], ZeroDivisionError)
    assert failures == bugs


def test_a_bug_is_told_without_its_innards() -> None:
    assert sentence_of(StudioError("a.mp4 is empty.")) == "a.mp4 is empty."
    assert "KeyError" in sentence_of(KeyError("secret"))
    assert "secret" not in sentence_of(KeyError("secret"))


def test_waiting_gives_up_in_time(tasks: BackgroundTasks) -> None:
    go = threading.Event()
    tasks.run(lambda: go.wait(10))
    assert not tasks.wait_idle(30)
    go.set()
    assert tasks.wait_idle()


def test_once_closed_nothing_begins_any_more(tasks: BackgroundTasks) -> None:
    """A window that is painted once more while it goes would start work that outlives it."""
    began: list[bool] = []
    tasks.close()
    task = tasks.run(lambda: began.append(True), done=began.append)
    assert task.is_cancelled
    assert tasks.wait_idle()
    assert began == []
