"""How quickly the window answers with 10,000 clips on ten tracks: p95 of 300 operations.

make bench-ui      offscreen; filmstrips and waveforms are there, as after a first look

Each line has the limit, what the clock says and what the processor spent: on a busy machine
only the latter is ours.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "tests")]

from big_library import USER, fill  # noqa: E402 -- the paths come first
from PySide6.QtCore import QCoreApplication, QPoint, Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402

from media_factory import stamped_video  # noqa: E402
from timeline_studio.library import Library  # noqa: E402
from timeline_studio.timeline import edits  # noqa: E402
from timeline_studio.timeline.document import from_json, to_json  # noqa: E402
from timeline_studio.timeline.model import (  # noqa: E402
    Clip,
    MediaReference,
    Timeline,
    Track,
    TrackKind,
)
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND  # noqa: E402
from timeline_studio.ui.application import start_application  # noqa: E402
from timeline_studio.ui.background import BackgroundTasks  # noqa: E402
from timeline_studio.ui.clip_pictures import ClipPictures  # noqa: E402
from timeline_studio.ui.document import TimelineDocument  # noqa: E402
from timeline_studio.ui.editor import TimelinePanel  # noqa: E402
from timeline_studio.ui.editor.editing_mode import Tool  # noqa: E402
from timeline_studio.ui.theme import Theme  # noqa: E402

CLIPS, TRACKS = 10_000, 10
OPERATIONS, WARM_UP = 300, 20
PROJECTS, UPLOADS, ROWS = 1_000, 10_000, 100_000
_STARTS, _PAGES = 5, 15
_NONE = Qt.KeyboardModifier.NoModifier
_DRAGS: tuple[Tool, ...] = ("select", "ripple", "roll", "slip", "slide")


@dataclass(frozen=True)
class Bench:
    """A shown timeline, and what works behind it."""

    document: TimelineDocument
    panel: TimelinePanel
    tasks: BackgroundTasks

    def settle(self) -> None:
        """Until all pictures that were asked for are there."""
        deadline = time.monotonic() + 60
        QCoreApplication.processEvents()
        while not self.tasks.is_idle and time.monotonic() < deadline:
            QCoreApplication.processEvents()
        QCoreApplication.processEvents()


def main() -> None:
    print(f"  {'':<36} {'limit':>8} {'clock':>9} {'processor':>9}")
    theme = Theme.load("dark")
    application = start_application(theme)
    tasks = BackgroundTasks()
    with tempfile.TemporaryDirectory() as folder:
        footage = Path(folder) / "footage.mp4"
        stamped_video(footage, frames=60 * 25, rate=25, clicks_at=range(0, 60, 2))
        pictures = ClipPictures(lambda _: footage, tasks, Path(folder) / "cache")
        document = TimelineDocument()
        panel = TimelinePanel(document, pictures, theme)
        panel.resize(1920, 700)
        panel.show()
        QTest.qWaitForWindowExposed(panel)
        application.processEvents()
        bench = Bench(document, panel, tasks)
        written = to_json(film())
        _say("opening it", 500, [_timed(lambda: _open(bench, written))])
        _paint(bench)
        _edit(bench)
        for tool in _DRAGS:
            _drag(bench, tool)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  {'memory at most, after all of this':<36} {'600 MB':>8} {peak:6.0f} MB")
        panel.close()
        tasks.close()
    _start()
    _page()


def film() -> Timeline:
    """Touching linked pairs of a second, from the middle of a minute of media."""
    media = MediaReference(url="file:///none.mp4", name="none.mp4", duration=60 * SECOND)

    def track(kind: TrackKind, level: int) -> Track:
        clips = tuple(
            Clip(
                id=f"{kind}{level}.{index}",
                start=index * SECOND,
                duration=SECOND,
                source_start=30 * SECOND,
                name=f"clip {index}",
                link=f"{level}.{index}",
                media=media,
            )
            for index in range(CLIPS // TRACKS)
        )
        return Track(id=f"{kind}{level}", kind=kind, items=clips)

    levels = range(TRACKS // 2)
    tracks = [track("video", level) for level in levels] + [track("audio", n) for n in levels]
    return Timeline(rate=Fraction(25), tracks=tuple(tracks))


def _open(bench: Bench, written: str) -> None:
    bench.document.load(from_json(written))
    bench.panel.view.repaint()


def _paint(bench: Bench) -> None:
    panel = bench.panel
    viewport = panel.view.viewport
    viewport.zoom_to(SECOND / 40, 0)

    def scroll(step: int) -> None:
        viewport.scroll_to(40 * step)
        panel.view.repaint()

    def zoom(step: int) -> None:
        """From 40 pixels a clip to 2, back, on to 170, and back."""
        factor = 1.1 if step % 60 < 30 else 1 / 1.1
        viewport.zoom_to(viewport.scale * (factor if step % 120 < 60 else factor**-0.5), 900)
        panel.view.repaint()

    for name, operation in (("scrolling", scroll), ("zooming", zoom)):
        for step in range(OPERATIONS):
            operation(step)
            bench.settle()
        viewport.zoom_to(SECOND / 40, 0)
        _measure(f"repaint while {name}", 8, operation)


def _edit(bench: Bench) -> None:
    document, panel = bench.document, bench.panel

    def split(step: int) -> None:
        time_ = (3 * step + 1) * SECOND + SECOND // 5
        document.apply("Split", lambda t: edits.split(t, [f"video0.{3 * step + 1}"], time_))
        panel.view.repaint()

    def ripple_delete(step: int) -> None:
        document.apply("Delete", lambda t: edits.ripple_delete(t, [f"video1.{3 * step}"]))
        panel.view.repaint()

    def move(step: int) -> None:
        item = f"video2.{999 - step}"
        document.apply("Move", lambda t: edits.move(t, [item], by=2000 * SECOND))
        panel.view.repaint()

    panel.view.viewport.zoom_to(SECOND / 40, 0)
    panel.view.viewport.scroll_to(0)
    for name, edit in (("split", split), ("ripple delete", ripple_delete), ("move", move)):
        bench.settle()
        _measure(f"one edit: {name}", 16, edit)
    document.load(film())


def _drag(bench: Bench, tool: Tool) -> None:
    """One gesture of many events, back and forth over half a second."""
    panel = bench.panel
    viewport, pointing = panel.view.viewport, panel.view.pointing
    viewport.zoom_to(SECOND / 40, 0)
    viewport.scroll_to(20_000)
    panel.view.repaint()
    bench.settle()
    panel.mode.set_tool(tool)
    row = panel.view.layout_of_tracks.rows.of("video4")
    inside = 2 if tool in ("ripple", "roll") else 20
    press = QPoint(viewport.x_of(510 * SECOND) + inside, row.top - viewport.top + 8)
    pointing.press(press, _NONE)

    def move(step: int) -> None:
        pointing.drag(press + QPoint(6 + step % 13, 0), _NONE)
        panel.view.repaint()

    _measure(f"drag, an event: {tool}", 8, move)
    pointing.cancel()
    panel.mode.set_tool("select")


def _start() -> None:
    """The command line's window, a process each time."""
    with tempfile.TemporaryDirectory() as folder:
        fill(
            f"sqlite:///{Path(folder) / 'library.sqlite3'}",
            uploads=UPLOADS,
            productions=1_000,
            projects=PROJECTS,
        )
        environment = {**os.environ, "TIMELINE_STUDIO_HOME": folder}
        found = []
        for _ in range(_STARTS):
            command = [sys.executable, str(HERE / "first_paint.py"), str(time.time())]
            said = subprocess.run(
                command, env=environment, capture_output=True, text=True, check=True
            ).stdout
            wall, processor = said.partition("first paint: ")[2].split()[:2]
            found.append(Cost(1000 * float(wall), 1000 * float(processor)))
    _say("the window shown", 1500, found)


def _page() -> None:
    with tempfile.TemporaryDirectory() as folder:
        address = f"sqlite:///{Path(folder) / 'library.db'}"
        fill(address, uploads=ROWS, productions=ROWS // 10)
        with Library.open(address) as library:

            def page() -> None:
                with library.unit_of_work(USER, read_only=True) as work:
                    work.uploads.list_sources(limit=100)
                    work.uploads.count_sources()

            _say("first page of 100,000 rows", 50, [_timed(page) for _ in range(_PAGES)])


def _measure(name: str, at_most: float, operation: Callable[[int], None]) -> None:
    costs = [_timed(lambda: operation(step)) for step in range(OPERATIONS + WARM_UP)]  # noqa: B023
    _say(name, at_most, costs[WARM_UP:])


@dataclass(frozen=True)
class Cost:
    """Milliseconds of the clock, and of the processor."""

    wall: float
    processor: float


def _timed(operation: Callable[[], None]) -> Cost:
    began, processor = time.perf_counter(), time.process_time()
    operation()
    return Cost(1000 * (time.perf_counter() - began), 1000 * (time.process_time() - processor))


def _say(name: str, at_most: float, costs: list[Cost]) -> None:
    walls, processors = ([each.wall for each in costs], [each.processor for each in costs])
    limit = f"{at_most:g} ms"
    print(f"  {name:<36} {limit:>8} {_p95(walls):6.1f} ms {_p95(processors):6.1f} ms", flush=True)


def _p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]


if __name__ == "__main__":
    main()
