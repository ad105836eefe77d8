"""A worker that dies in the middle of an export, while the window looks on."""

import os
import signal
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import pytest

from media_factory import stamped_video
from timeline_studio.app.worker_process import WorkerProcess
from timeline_studio.jobs import JobView
from timeline_studio.workflows.exports import list_exports, running_exports
from window_driver import WORK_MS, WindowDriver


@pytest.fixture
def long_film(tmp_path: Path) -> Path:
    """Takes some seconds to export, whatever the computer: 1080p, all different pictures."""
    return stamped_video(tmp_path / "long.mp4", frames=300, rate=Fraction(25), size=(1920, 1080))


def running(window: WindowDriver) -> list[JobView]:
    """The export that the worker is in the middle of: its unfinished film is there."""
    work = window.studio.home.work
    return [job for job in running_exports(window.studio) if any(work.glob(f"{job.id}/*"))]


def test_it_comes_back_and_ends_the_export(
    window: WindowDriver,
    worker: WorkerProcess,
    long_film: Path,
    eventually: Callable[[Callable[[], object]], None],
) -> None:
    window.import_files(long_film)
    window.append("long.mp4")
    window.export(name="Long")
    seen: list[JobView] = []
    eventually(lambda: seen.extend(running(window)) or seen)
    job = seen[0]
    killed = worker.process_id
    os.kill(killed, signal.SIGKILL)
    panel = window.window.panels.exports
    window.wait(lambda: window.sees(panel.view) and window.rows(panel), WORK_MS)
    assert worker.process_id not in (0, killed)
    assert window.studio.queue.get(job.id).status == "completed"
    assert window.studio.queue.get(job.id).attempts == 2
    [export] = list_exports(window.studio)
    with av.open(str(window.studio.media_store.fetch(export.upload.s3_key))) as master:
        assert master.streams.video[0].frames == 300
    # The worker tidies up after the row is there to be seen.
    eventually(lambda: not list(window.studio.home.work.iterdir()))
    assert not list(window.studio.home.root.rglob("*.partial"))
    eventually(lambda: window.toasts)
    assert window.toasts == ["Exported. Send it to HLS from here."]
