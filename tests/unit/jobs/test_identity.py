"""A worker's process is told from any other, and declared dead only for certain."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from timeline_studio.jobs import identity
from timeline_studio.jobs.identity import is_known_dead, new_worker_id

PRINT_ID = "from timeline_studio.jobs.identity import new_worker_id; print(new_worker_id())"

has_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")


def id_of_an_ended_process() -> str:
    return subprocess.run(
        [sys.executable, "-c", PRINT_ID], capture_output=True, text=True, check=True
    ).stdout.strip()


def replaced(worker_id: str, field: int, value: str) -> str:
    fields = worker_id.split(":")
    fields[field] = value
    return ":".join(fields)


def test_every_worker_of_a_process_has_an_id_of_its_own() -> None:
    ids = {new_worker_id() for _ in range(5)}

    assert len(ids) == 5
    assert max(map(len, ids)) <= 128


def test_a_process_that_lives_is_not_dead() -> None:
    assert not is_known_dead(new_worker_id())


@has_proc
def test_a_process_that_ended_is_dead() -> None:
    assert is_known_dead(id_of_an_ended_process())


@has_proc
def test_a_killed_process_that_nobody_waited_for_is_dead() -> None:
    zombie = subprocess.Popen([sys.executable, "-c", PRINT_ID], stdout=subprocess.PIPE, text=True)
    assert zombie.stdout is not None
    with zombie:
        worker_id = zombie.stdout.read().strip()
        os.waitid(os.P_PID, zombie.pid, os.WEXITED | os.WNOWAIT)
        assert is_known_dead(worker_id)


@has_proc
def test_a_later_process_with_the_same_pid_is_another() -> None:
    mine = new_worker_id()
    boot, namespace, started = mine.split(":")[2].split("-")

    assert is_known_dead(replaced(mine, 2, f"{boot}-{namespace}-{int(started) - 1}"))


@has_proc
def test_a_process_of_an_earlier_boot_is_dead() -> None:
    mine = new_worker_id()
    _, namespace, started = mine.split(":")[2].split("-")

    assert is_known_dead(replaced(mine, 2, f"000000000000-{namespace}-{started}"))


def test_what_cannot_be_looked_at_is_not_known_to_be_dead() -> None:
    ended = id_of_an_ended_process()
    boot = ended.split(":")[2].split("-")[0]

    for unknown in (
        replaced(ended, 0, "another-host"),
        replaced(ended, 2, f"{boot}-1-1"),  # another container's
        replaced(ended, 2, ""),
        replaced(ended, 2, "nonsense"),
        replaced(ended, 1, "x"),
        "web-application-worker-1",
        "",
    ):
        assert not is_known_dead(unknown)


def test_without_proc_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = id_of_an_ended_process()
    monkeypatch.setattr(identity, "_PROC", tmp_path)

    assert not is_known_dead(ended)
    assert not is_known_dead(new_worker_id())
