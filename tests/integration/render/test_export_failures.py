"""When an export fails: one clear message, nothing half-written, the old file as it was."""

import os
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from media_factory import stamped_video, truncated
from timeline_studio.errors import StudioError
from timeline_studio.render import ExportOptions, RenderError, export_timeline
from timeline_studio.timeline.document import to_json
from timeline_studio.timeline.model import Generator, MediaReference, Timeline

Make = Callable[..., Any]
QUICK = ExportOptions(preset="ultrafast")

# Run in a process of its own: what it does to the process cannot be undone.
_CHILD = """
import sys
from pathlib import Path
from timeline_studio.errors import StudioError
from timeline_studio.render import ExportOptions, export_timeline
from timeline_studio.timeline.document import from_json

def told(fraction, stage):
    print(stage, flush=True)

timeline = from_json(Path(sys.argv[1]).read_text())
options = ExportOptions(preset="ultrafast", crf=1)
try:
    export_timeline(timeline, Path(sys.argv[2]), lambda m: Path(m.url), options, progress=told)
except StudioError as error:
    print(error, file=sys.stderr)
    sys.exit(1)
"""


class CancelledError(Exception):
    """What a job's progress raises."""


def file_of(media: MediaReference) -> Path:
    return Path(media.url)


@pytest.fixture
def timeline(film: Make, tmp_path: Path) -> Timeline:
    source = stamped_video(tmp_path / "a.mp4", frames=90, clicks_at=[1.0])
    plan = film(Fraction(30))
    return plan.timeline((plan.clip(source, 0, 90),), sound=(plan.clip(source, 0, 90),))


@pytest.fixture
def noisy(film: Make, tmp_path: Path) -> Path:
    """A document whose export takes some megabytes."""
    source = stamped_video(tmp_path / "a.mp4", frames=90, clicks_at=[1.0])
    plan = film(Fraction(30), (1280, 720))
    row, sound = (tuple(plan.clip(source, n * 90, 90) for n in range(8)) for _ in "va")
    document = tmp_path / "film.json"
    document.write_text(to_json(plan.timeline(row, sound=sound)), "utf-8")
    return document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the export goes: holds an older film."""
    made = tmp_path / "out"
    made.mkdir()
    (made / "film.mp4").write_bytes(b"an older film")
    return made


def assert_untouched(folder: Path) -> None:
    assert [path.name for path in folder.iterdir()] == ["film.mp4"]
    assert (folder / "film.mp4").read_bytes() == b"an older film"


def child(document: Path, out: Path, *, before: tuple[str, ...] = ()) -> list[str]:
    return [*before, sys.executable, "-c", _CHILD, str(document), str(out)]


@pytest.mark.parametrize("stage", ["prepare", "render", "check", "finish"])
def test_cancelling_leaves_everything_as_it_was(
    stage: str, timeline: Timeline, folder: Path
) -> None:
    threads = threading.active_count()

    def cancel(_fraction: float, now: str) -> None:
        if now == stage:
            raise CancelledError

    with pytest.raises(CancelledError):
        export_timeline(timeline, folder / "film.mp4", file_of, QUICK, progress=cancel)
    assert_untouched(folder)
    assert threading.active_count() == threads


def test_an_empty_timeline_is_refused(folder: Path) -> None:
    with pytest.raises(RenderError, match="empty"):
        export_timeline(Timeline(), folder / "film.mp4", file_of, QUICK)
    assert_untouched(folder)


def test_missing_media_is_named(film: Make, folder: Path) -> None:
    plan = film(Fraction(30))
    timeline = plan.timeline((plan.clip(folder / "holiday.mov", 0, 9),))
    with pytest.raises(RenderError, match=r"holiday\.mov"):
        export_timeline(timeline, folder / "film.mp4", file_of, QUICK)
    assert_untouched(folder)


def test_a_missing_reference_is_named_by_its_clip(film: Make, folder: Path) -> None:
    plan = film(Fraction(30))
    clip = plan.clip(Path("missing:Interview"), 0, 9)
    with pytest.raises(RenderError, match="Interview"):
        export_timeline(plan.timeline((clip,)), folder / "film.mp4", file_of, QUICK)


def test_media_that_cannot_be_read_is_named(film: Make, folder: Path, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "whole.mp4", frames=30)
    broken = truncated(tmp_path / "broken.mp4", source, keep=0.3)
    plan = film(Fraction(30))
    with pytest.raises(StudioError, match=r"broken\.mp4"):
        export_timeline(
            plan.timeline((plan.clip(broken, 0, 9),)), folder / "film.mp4", file_of, QUICK
        )
    assert_untouched(folder)


def test_media_that_vanishes_on_the_way_is_named(film: Make, folder: Path, tmp_path: Path) -> None:
    first = stamped_video(tmp_path / "first.mp4", frames=90)
    second = stamped_video(tmp_path / "second.mp4", frames=90, start_number=500)
    plan = film(Fraction(30))
    # More than are begun at once, on any machine.
    before = tuple(plan.clip(first, start, 60) for start in range(0, 20 * 60, 60))
    timeline = plan.timeline((*before, plan.clip(second, 20 * 60, 60)))

    def vanish(_fraction: float, stage: str) -> None:
        if stage == "render":
            second.unlink(missing_ok=True)

    with pytest.raises(StudioError, match=r"second\.mp4"):
        export_timeline(timeline, folder / "film.mp4", file_of, QUICK, progress=vanish)
    assert_untouched(folder)


def test_a_source_is_never_the_target(timeline: Timeline, tmp_path: Path) -> None:
    source = tmp_path / "a.mp4"
    before = source.read_bytes()
    with pytest.raises(RenderError, match="used by the timeline"):
        export_timeline(timeline, source, file_of, QUICK)
    assert source.read_bytes() == before


def test_a_bug_while_drawing_ends_all_threads(film: Make, folder: Path) -> None:
    plan = film(Fraction(30))
    threads = threading.active_count()
    bad = Generator(id="g", start=plan.time(20), duration=plan.time(5), color="mauvish")
    with pytest.raises(RenderError, match="mauvish"):
        export_timeline(plan.timeline((bad,)), folder / "film.mp4", file_of, QUICK)
    assert threading.active_count() == threads
    assert_untouched(folder)


def test_a_file_that_may_not_grow_is_no_room(noisy: Path, folder: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))

    ended = subprocess.run(
        child(noisy, folder / "film.mp4"),
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 1
    assert "No room for film.mp4" in ended.stderr
    assert "needs about" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert_untouched(folder)


def test_a_full_disk_is_named_with_what_is_needed(noisy: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    script = f'mount -t tmpfs -o size=400k none "{disk}" && "$@"; echo $? $(ls "{disk}" | wc -l)'
    command = ["unshare", "-rm", "sh", "-c", script, "sh"]
    can_mount = subprocess.run([*command, "true"], capture_output=True, text=True, check=False)
    if can_mount.stdout != "0 0\n":
        pytest.skip("file systems cannot be mounted here")
    ended = subprocess.run(
        child(noisy, disk / "film.mp4", before=tuple(command)),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.stdout.splitlines()[-1] == "1 0"
    assert f"No room for film.mp4 in {disk}" in ended.stderr
    assert "needs about" in ended.stderr


def test_a_folder_that_cannot_be_written_is_named(timeline: Timeline, folder: Path) -> None:
    if os.geteuid() == 0:
        out = Path("/sys/film.mp4")  # not even root may write there
    else:
        out = folder / "film.mp4"
        folder.chmod(0o500)
    with pytest.raises(RenderError, match=f"Cannot write {out}"):
        export_timeline(timeline, out, file_of, QUICK)
    folder.chmod(0o700)
    assert_untouched(folder)


def test_a_killed_export_leaves_the_old_film_and_can_be_made_again(
    noisy: Path, folder: Path
) -> None:
    out = folder / "film.mp4"
    with subprocess.Popen(child(noisy, out), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        rendered = sum(1 for _, line in zip(range(40), process.stdout, strict=False) if line)
        process.send_signal(signal.SIGKILL)
    assert rendered == 40
    assert process.returncode == -signal.SIGKILL
    assert out.read_bytes() == b"an older film"
    subprocess.run(child(noisy, out), check=True, timeout=60, stdout=subprocess.DEVNULL)
    assert [path.name for path in folder.iterdir()] == ["film.mp4"]
    assert out.stat().st_size > 300_000
