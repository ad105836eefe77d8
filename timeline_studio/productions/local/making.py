"""Makes every file of a job in a folder: pictures and sound coded once, then packaged."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from timeline_studio.media import VideoReader
from timeline_studio.productions.local.belt import Crew, Stopped
from timeline_studio.productions.local.captures import CaptureWriter
from timeline_studio.productions.local.cascade import Cascade
from timeline_studio.productions.local.coded_parts import CodedParts
from timeline_studio.productions.local.ladder_packaging import Cues, LadderPackaging
from timeline_studio.productions.local.picture_filter import Upright
from timeline_studio.productions.local.plan import Place
from timeline_studio.productions.local.sizing import Sized
from timeline_studio.productions.local.sound import encode_sound
from timeline_studio.timeline.time import frame_start

_REPORT_SECONDS = 0.2
_CODED = 0.95  # of the work is coding, the rest is packaging


@dataclass(frozen=True)
class MadeFile:
    """A file to store at `place`, under its own name; masters are stored last."""

    path: Path
    place: Place
    is_master: bool = False


def make_outputs(
    sized: Sized, cues: Cues, folder: Path, *, progress: Callable[[float], None]
) -> list[MadeFile]:
    """Every file of the job, made below `folder`; `cues` are those of every caption source.
    `progress` gets 0 to 1."""
    report = _Throttled(progress)
    parts = CodedParts(sized, folder)
    posters = _encode(sized, parts, folder, report)
    made = [MadeFile(path, place) for path, place in posters]
    count = sum(len(ladder.rungs) for ladder in sized.ladders)
    done = 0
    for index, ladder in enumerate(sized.ladders):
        home = folder / f"ladder-{index}"
        home.mkdir()
        packaging = LadderPackaging(sized, ladder, home, check=report.again)
        packaging.add_sounds(parts)
        for sized_rung in ladder.rungs:
            packaging.add_rung(sized_rung, parts)
            done += 1
            report(_CODED + (1 - _CODED) * done / count)
        packaging.add_captions(cues)
        masters = packaging.write_masters(cues)
        place = ladder.ladder.place
        made += [
            MadeFile(path, place, is_master=path in masters) for path in sorted(home.iterdir())
        ]
    return made


def _encode(
    sized: Sized, parts: CodedParts, folder: Path, report: "_Throttled"
) -> list[tuple[Path, Place]]:
    """Code all pictures and sounds; the posters that were taken on the way."""
    crew = Crew()
    try:
        for coding, target in parts.sounds.items():
            work = partial(
                encode_sound,
                sized.source,
                target,
                coding,
                seconds=float(sized.seconds),
                check=crew.check,
            )
            crew.start(target.path.stem, work)
        cascade = Cascade(parts.picture_tasks(), crew)
        posters = _decode(sized, cascade, folder, report)
        crew.wait(report.again)
    except Stopped:
        crew.dismiss()
        crew.raise_error()
        raise
    finally:
        crew.dismiss()
    return posters


def _decode(
    sized: Sized, cascade: Cascade, folder: Path, report: "_Throttled"
) -> list[tuple[Path, Place]]:
    upright = Upright(sized.turn, sized.size, sized.rate)
    captures = []
    for index, capture in enumerate(sized.captures):
        home = folder / f"captures-{index}"
        home.mkdir()
        captures.append((CaptureWriter(capture, home, sized.size, sized.rate), capture.place))
    with VideoReader(sized.source, threads="FRAME") as reader:
        for number in range(sized.frames):
            frame = reader.frame_at(frame_start(number, sized.rate))
            picture = upright.picture(frame, number)
            cascade.put(picture)
            for writer, _ in captures:
                writer.see(picture, number)
            report(_CODED * number / sized.frames)
    cascade.end()
    return [(path, place) for writer, place in captures for path in writer.written]


class _Throttled:
    """Passes a few reports a second on; `again` repeats the last, so that a cancel is heard."""

    def __init__(self, progress: Callable[[float], None]) -> None:
        self._progress = progress
        self._last = 0.0
        self._next = 0.0

    def __call__(self, fraction: float) -> None:
        self._last = fraction
        self.again()

    def again(self) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _REPORT_SECONDS
            self._progress(self._last)
