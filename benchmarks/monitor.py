"""How soon the monitor shows a frame while scrubbing, and whether playback keeps up.

python benchmarks/monitor.py [--seconds 10]

On a busy machine the walls say little: the processor's seconds are told beside them.
"""

import argparse
import json
import os
import random
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from statistics import quantiles
from time import perf_counter, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "tests")]

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402 -- the paths come first
from sources import RATE, SIZE, Source, make_sources  # noqa: E402

from timeline_studio.timeline.effects.transform import Transform  # noqa: E402
from timeline_studio.timeline.model import Clip, MediaReference, Timeline, Track  # noqa: E402
from timeline_studio.timeline.time import frame_start  # noqa: E402
from timeline_studio.ui.application import start_application  # noqa: E402
from timeline_studio.ui.document import TimelineDocument  # noqa: E402
from timeline_studio.ui.monitor import MonitorPanel  # noqa: E402
from timeline_studio.ui.monitor.composer import Composer  # noqa: E402
from timeline_studio.ui.monitor.picture import fit  # noqa: E402
from timeline_studio.ui.theme import Theme  # noqa: E402
from timeline_studio.workflows.media import file_path  # noqa: E402

WORK = HERE / "work"
_MOVES = 400
_ROOM = (1112, 464)
"""The monitor in a window of 1920 by 1080."""


def main() -> None:
    options = _options()
    theme = Theme.load("dark")
    _app = start_application(theme)
    sources = make_sources(WORK / "sources", max(20, options.seconds + 2))
    report = {
        "scrubbing": _scrub(sources[0], list(_drag(sources[0].frames))),
        "jumping": _scrub(sources[0], _jumps(sources[0].frames)),
        "playback": _play(sources, options.seconds, theme),
        "cpus": os.cpu_count(),
    }
    (WORK / "monitor.json").write_text(json.dumps(report, indent=1), "utf-8")


def _drag(frames: int) -> Iterator[int]:
    """A hand that looks for a moment: a few frames at a time, to and fro, now and then a leap."""
    chance, frame, pace = random.Random(5), frames // 3, 4
    for move in range(_MOVES):
        if move % 40 == 39:
            pace = -pace
        leap = chance.randrange(-120, 120) if move % 25 == 24 else 0
        frame = min(max(frame + leap + chance.randrange(0, 2 * abs(pace)) * (1, -1)[pace < 0], 0),
                    frames - 1)  # fmt: skip
        yield frame


def _jumps(frames: int) -> list[int]:
    """Clicks anywhere."""
    chance = random.Random(7)
    return [chance.randrange(frames) for _ in range(_MOVES // 4)]


def _scrub(source: Source, moves: list[int]) -> dict[str, float]:
    timeline = _timeline([source])
    size = fit(SIZE, *_ROOM)
    composer = Composer(file_path)
    composer.picture(timeline, 0, size)
    firsts: list[float] = []
    exacts: list[float] = []
    before = process_time()
    for frame in moves:
        began = perf_counter()
        picture = composer.near(timeline, frame_start(frame, timeline.rate), size)
        firsts.append(perf_counter() - began)
        while not picture.is_exact:
            picture = composer.near(timeline, frame_start(frame, timeline.rate), size)
        exacts.append(perf_counter() - began)
    cpu = (process_time() - before) / len(moves)
    composer.close()
    found = {
        "first_p95_ms": 1000 * quantiles(firsts, n=20)[-1],
        "exact_p50_ms": 1000 * quantiles(exacts, n=2)[0],
        "exact_p95_ms": 1000 * quantiles(exacts, n=20)[-1],
        "cpu_ms": 1000 * cpu,
    }
    kind = "a drag to and fro" if len(moves) == _MOVES else "clicks anywhere"
    print(
        f"{kind:<28} exact p50 {found['exact_p50_ms']:6.1f} ms (5), p95 "
        f"{found['exact_p95_ms']:6.1f} ms (60); first picture p95 {found['first_p95_ms']:6.1f} ms; "
        f"CPU {found['cpu_ms']:5.1f} ms a frame"
    )
    return found


def _play(sources: list[Source], seconds: int, theme: Theme) -> dict[str, float]:
    """Three layers at half quality, through the window's own monitor."""
    document = TimelineDocument(_timeline(sources))
    panel = MonitorPanel(document, file_path, theme)
    panel.resize(1112, 560)
    panel.show()
    panel.switches.choose_quality("half")
    playback = panel.playback
    _run_window(1.0)
    before, began = process_time(), perf_counter()
    playback.play()
    _run_window(seconds)
    wall, cpu = perf_counter() - began, process_time() - before
    shown, due = playback.drops.shown, round(wall * RATE)
    panel.close()
    share = max(0, due - shown) / due
    print(
        f"{'3 layers, half quality':<28} {shown / wall:5.1f} frames a second (30), "
        f"{share:6.2%} dropped (1 %); CPU {1000 * cpu / max(1, shown):5.1f} ms a frame"
    )
    return {"fps": shown / wall, "dropped": share, "cpu_ms": 1000 * cpu / max(1, shown)}


def _run_window(seconds: float) -> None:
    """Unlike QTest's wait, an event loop lets other threads have the interpreter's lock."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def _timeline(sources: list[Source]) -> Timeline:
    """One a track: whole, in a corner, and half transparent over all."""
    looks = ({}, {"transform": Transform(x=0.2, y=0.2, scale=0.5)}, {"opacity": 0.5})
    tracks = []
    for number, source in enumerate(sources):
        clip = Clip(
            id=f"clip-{number}",
            start=0,
            duration=frame_start(source.frames, Fraction(RATE)),
            media=MediaReference(url=source.path.as_uri(), name=source.path.name),
            **looks[number],
        )
        tracks.append(Track(id=f"v{number}", kind="video", items=(clip,)))
    return Timeline(rate=Fraction(RATE), width=SIZE[0], height=SIZE[1], tracks=tuple(tracks))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=10)
    return parser.parse_args()


if __name__ == "__main__":
    main()
