"""The window's worker: it lives beside it, comes back when it dies, and goes with it."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from timeline_studio.app import worker_process
from timeline_studio.app.worker_process import MOST_CRASHES, WorkerProcess, worker_command
from timeline_studio.settings import Account, Home
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import EXPORT_JOB

WAITS = "import sys; sys.stdin.buffer.read()"
SOON_MS = 15_000


@pytest.fixture
def start(
    home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., WorkerProcess]]:
    """A worker that runs a line of Python in place of the program."""
    home.prepare()
    monkeypatch.setattr(worker_process, "RESTART_MS", 1)
    made: list[WorkerProcess] = []

    def run(line: str | None = None, program: str = sys.executable) -> WorkerProcess:
        if line is not None:
            command = program, ["-c", line]
            monkeypatch.setattr(worker_process, "worker_command", lambda _account: command)
        made.append(WorkerProcess(home))
        made[-1].start()
        return made[-1]

    yield run
    for worker in made:
        worker.close()


def test_a_killed_one_comes_back(start: Callable[..., WorkerProcess], qtbot: QtBot) -> None:
    worker = start(WAITS)
    qtbot.waitUntil(lambda: worker.process_id > 0, timeout=SOON_MS)
    first = worker.process_id
    os.kill(first, signal.SIGKILL)
    qtbot.waitUntil(lambda: worker.process_id not in {0, first}, timeout=SOON_MS)


def test_a_second_start_makes_no_second_one(
    start: Callable[..., WorkerProcess], qtbot: QtBot
) -> None:
    worker = start(WAITS)
    qtbot.waitUntil(lambda: worker.process_id > 0, timeout=SOON_MS)
    first = worker.process_id
    worker.start()
    assert worker.process_id == first


def test_one_that_dies_again_and_again_is_given_up(
    start: Callable[..., WorkerProcess], qtbot: QtBot, home: Home
) -> None:
    line = f"open({str(home.root / 'starts')!r}, 'a').write('x'); raise SystemExit(3)"
    worker = start(line)
    with qtbot.waitSignal(worker.gave_up, timeout=SOON_MS) as gave_up:
        pass
    assert "Restart the program" in gave_up.args[0]
    assert len((home.root / "starts").read_text()) == MOST_CRASHES + 1


def test_one_that_cannot_start_is_given_up(
    start: Callable[..., WorkerProcess], qtbot: QtBot
) -> None:
    worker = start(WAITS, program="/nowhere/timeline-studio")
    with qtbot.waitSignal(worker.gave_up, timeout=SOON_MS):
        pass
    assert worker.process_id == 0


def test_crashes_long_ago_are_forgiven(
    start: Callable[..., WorkerProcess], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_process, "MOST_CRASHES", 1)
    monkeypatch.setattr(worker_process, "STABLE_MS", 1)
    worker = start(WAITS)
    killed = 0
    for _ in range(3):  # two without a stable time between them would be too many
        qtbot.waitUntil(lambda: worker.process_id not in {0, killed}, timeout=SOON_MS)  # noqa: B023
        qtbot.waitUntil(lambda: not worker._stable.isActive(), timeout=SOON_MS)
        killed = worker.process_id
        os.kill(killed, signal.SIGKILL)
    qtbot.waitUntil(lambda: worker.process_id not in {0, killed}, timeout=SOON_MS)


def test_it_ends_with_its_window(start: Callable[..., WorkerProcess], qtbot: QtBot) -> None:
    worker = start(WAITS)
    qtbot.waitUntil(lambda: worker.process_id > 0, timeout=SOON_MS)
    worker.close()
    assert worker.process_id == 0
    worker.start()
    assert worker.process_id == 0


def test_one_that_does_not_listen_is_killed(
    start: Callable[..., WorkerProcess], qtbot: QtBot
) -> None:
    worker = start("import time\nwhile True: time.sleep(60)")
    qtbot.waitUntil(lambda: worker.process_id > 0, timeout=SOON_MS)
    worker.close(grace_ms=50)
    assert worker.process_id == 0


def test_the_real_one_serves_the_queue(
    start: Callable[..., WorkerProcess], qtbot: QtBot, studio: Studio
) -> None:
    job_id = studio.queue.add(
        EXPORT_JOB, {"timeline": {}, "date": "2026-11-21", "assetUuid": str(uuid4())}
    )
    start()
    qtbot.waitUntil(lambda: studio.queue.get(job_id).status == "failed", timeout=SOON_MS)
    assert studio.queue.get(job_id).error_code == "DocumentError"


def test_a_bundle_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ["--account", "Films", "worker"]
    films = Account(name="Films")
    assert worker_command(films) == (sys.executable, ["-m", "timeline_studio", *arguments])
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command(films) == (sys.executable, arguments)
