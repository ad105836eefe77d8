"""The worker process: it serves the queue of the chosen home while its parent lives."""

import io
import os
import signal
from collections.abc import Iterator
from types import SimpleNamespace
from uuid import uuid4

import pytest

from timeline_studio.app.program import Program
from timeline_studio.app.worker import serve_worker
from timeline_studio.settings import Home, find_home
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import EXPORT_JOB


@pytest.fixture(autouse=True)
def chosen_home(home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TIMELINE_STUDIO_HOME", str(home.root))
    usual = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, usual)


def test_it_ends_when_its_parent_has(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"not a word counts")))
    serve_worker(Program(find_home()))
    assert studio.queue.list() == []


def test_it_works_until_then(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    job_id = studio.queue.add(
        EXPORT_JOB, {"timeline": {}, "date": "2026-11-21", "assetUuid": str(uuid4())}
    )
    read, write = os.pipe()

    class Parent(io.FileIO):
        """Ends once the job has."""

        def read(self, size: int | None = -1) -> bytes:
            while not studio.queue.get(job_id).is_finished:
                pass
            os.close(write)
            return super().read(size) or b""

    with Parent(read, "rb") as parent:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=parent))
        serve_worker(Program(find_home()))
    assert studio.queue.get(job_id).status == "failed"


def test_ctrl_c_in_the_terminal_is_the_window_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO()))
    serve_worker(Program(find_home()))
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
