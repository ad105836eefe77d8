"""Ctrl+C, or being told to end, ends a command in one word; what it was making is gone."""

import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import opentimelineio as otio
import pytest
from opentimelineio.opentime import RationalTime, TimeRange

from media_factory import still_png
from timeline_studio.productions import LOCAL_TRANSCODE
from timeline_studio.settings import resource
from timeline_studio.timeline.edits import append
from timeline_studio.timeline.model import empty_timeline
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import list_exports
from timeline_studio.workflows.media import import_media, items_for
from timeline_studio.workflows.projects import create_project
from timeline_studio.workflows.sends import CANCEL_JOB, PRODUCTION_JOB, list_productions

DEADLINE_SECONDS = 60
LONG_SECONDS = 100


def interrupt(
    program: Any,
    words: list[object],
    is_at_work: Callable[[], bool],
    by: signal.Signals = signal.SIGINT,
) -> str:
    """Run a command, and press Ctrl+C (or what `by` says) once it is at work. The one line that
    it says then."""
    # A shell starts what it runs in the background with Ctrl+C ignored: not so here.
    heeding = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    process: subprocess.Popen[str] = type(program)(program.home, heeding).start(*words)
    try:
        deadline = time.monotonic() + DEADLINE_SECONDS
        while not is_at_work():
            assert process.poll() is None, process.communicate()
            assert time.monotonic() < deadline, "it takes too long to begin"
            time.sleep(0.02)
        process.send_signal(by)
        out, err = process.communicate(timeout=DEADLINE_SECONDS)
    finally:
        process.kill()
        process.communicate()
    assert (process.returncode, out) == (1, "")
    line: str = program.one_line(err)
    return line


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    return still_png(tmp_path / "logo.png", (640, 360))


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_a_render(program: Any, picture: Path, tmp_path: Path, by: signal.Signals) -> None:
    reference = otio.schema.ExternalReference(target_url=picture.as_uri())
    shown = TimeRange(RationalTime(0, 25), RationalTime(LONG_SECONDS * 25, 25))
    track = otio.schema.Track(kind=otio.schema.TrackKind.Video)
    track.append(otio.schema.Clip("logo", reference, shown))
    timeline = otio.schema.Timeline()
    timeline.tracks.append(track)
    otio.adapters.write_to_file(timeline, str(tmp_path / "cut.otio"))
    folder = tmp_path / "films"
    folder.mkdir()
    out = folder / "out.mp4"
    out.write_text("the film of yesterday")

    said = interrupt(
        program,
        ["render", tmp_path / "cut.otio", out, "--json"],
        lambda: len(list(folder.iterdir())) > 1,
        by,
    )
    assert said == "Cancelled."
    assert out.read_text() == "the film of yesterday"
    assert list(folder.iterdir()) == [out]


def test_an_export(program: Any, opened: Studio, picture: Path) -> None:
    still, _ = items_for(opened, import_media(opened, [picture])[0])
    assert still is not None
    long = msgspec.structs.replace(still, duration=LONG_SECONDS * FLICKS_PER_SECOND)
    timeline = empty_timeline()
    timeline = append(timeline, timeline.tracks[0].id, long)
    project = create_project(opened, "Long", timeline)

    def is_at_work() -> bool:
        return any(job.percent >= 1 for job in opened.queue.list(statuses=["processing"]))

    assert interrupt(program, ["export", project.id], is_at_work) == "Cancelled."
    (job,) = opened.queue.list()
    assert (job.status, job.error_code) == ("dead", "cancelled")
    assert list_exports(opened) == []
    nothing_is_left(program)


def test_a_send(program: Any, opened: Studio) -> None:
    upload = import_media(opened, [resource("sample/bigbuckbunny.mp4")])[0]

    def is_at_work() -> bool:
        return any(job.percent >= 1 for job in opened.queue.list(types=[LOCAL_TRANSCODE]))

    said = interrupt(program, ["send", upload.id], is_at_work)
    (row,) = list_productions(opened)
    assert (row.production.status, row.production.error_message) == ("failed", "Cancelled.")
    assert said == f"Cancelled: production {row.production.id}. Nothing of it is left."
    ends = {job.type: (job.status, job.error_code) for job in opened.queue.list()}
    assert ends == {
        PRODUCTION_JOB: ("dead", "cancelled"),
        LOCAL_TRANSCODE: ("dead", "cancelled"),
        CANCEL_JOB: ("completed", None),  # nothing is left to the next start
    }
    assert list(opened.output_store.list()) == []
    nothing_is_left(program)


def nothing_is_left(program: Any) -> None:
    assert list(program.home.rglob("*.partial")) == []
    assert list((program.home / "work").iterdir()) == []
