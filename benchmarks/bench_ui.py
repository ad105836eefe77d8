"""How quickly the timeline answers with 10,000 clips on ten tracks: p95 of 300 operations.

make bench-ui      offscreen; bodies are plain, since there is no footage behind the clips
"""

import os
import resource
import tempfile
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Clip, MediaReference, Timeline, Track, TrackKind
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.application import start_application
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.clip_pictures import ClipPictures
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor import TimelinePanel
from timeline_studio.ui.editor.editing_mode import Tool
from timeline_studio.ui.theme import Theme

CLIPS, TRACKS = 10_000, 10
OPERATIONS, WARM_UP = 300, 20
_NONE = Qt.KeyboardModifier.NoModifier
_DRAGS: tuple[Tool, ...] = ("select", "ripple", "roll", "slip", "slide")


def main() -> None:
    theme = Theme.load("dark")
    application = start_application(theme)
    tasks = BackgroundTasks()
    with tempfile.TemporaryDirectory() as cache:
        pictures = ClipPictures(lambda media: Path(media.url), tasks, Path(cache))
        document = TimelineDocument()
        panel = TimelinePanel(document, pictures, theme)
        panel.resize(1920, 700)
        panel.show()
        QTest.qWaitForWindowExposed(panel)
        application.processEvents()
        _say("opening it", 500, [_timed(lambda: _open(document, panel))])
        _paint(panel)
        _edit(document, panel)
        for tool in _DRAGS:
            _drag(panel, tool)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  {'memory, at most 600 MB':<44} {peak:7.0f} MB")
        panel.close()
        tasks.close()


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


def _open(document: TimelineDocument, panel: TimelinePanel) -> None:
    document.load(film())
    panel.view.repaint()


def _paint(panel: TimelinePanel) -> None:
    viewport = panel.view.viewport
    viewport.zoom_to(SECOND / 40, 0)

    def scroll(step: int) -> None:
        viewport.scroll_to(40 * step)
        panel.view.repaint()

    def zoom(step: int) -> None:
        viewport.zoom_to(viewport.scale * (1.1 if step % 60 < 30 else 1 / 1.1), 900)
        panel.view.repaint()

    _measure("repaint while scrolling", 8, scroll)
    _measure("repaint while zooming", 8, zoom)


def _edit(document: TimelineDocument, panel: TimelinePanel) -> None:
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

    for name, edit in (("split", split), ("ripple delete", ripple_delete), ("move", move)):
        _measure(f"one edit: {name}", 16, edit)
    document.load(film())


def _drag(panel: TimelinePanel, tool: Tool) -> None:
    """One gesture of many events, back and forth over half a second."""
    viewport, pointing = panel.view.viewport, panel.view.pointing
    viewport.zoom_to(SECOND / 40, 0)
    viewport.scroll_to(20_000)
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


def _measure(name: str, at_most: float, operation: Callable[[int], None]) -> None:
    def once(step: int) -> float:
        return _timed(lambda: operation(step))

    _say(name, at_most, [once(step) for step in range(OPERATIONS + WARM_UP)][WARM_UP:])


def _timed(operation: Callable[[], None]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    operation()
    return 1000 * (time.perf_counter() - began)


def _say(name: str, at_most: float, times: list[float]) -> None:
    p95 = sorted(times)[int(0.95 * (len(times) - 1))]
    print(f"  {f'{name}, at most {at_most:g} ms':<44} {p95:7.1f} ms")


if __name__ == "__main__":
    main()
