"""Makes every file of a job in a folder: pictures and sound coded once, then packaged."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from pathlib import Path

from timeline_studio.media import VideoReader
from timeline_studio.productions.local.belt import Crew, Stopped
from timeline_studio.productions.local.captures import CaptureWriter
from timeline_studio.productions.local.cascade import Cascade, PictureTask
from timeline_studio.productions.local.coded_file import CodedFile
from timeline_studio.productions.local.master import Rendition, write_master
from timeline_studio.productions.local.packaging import Coded, package
from timeline_studio.productions.local.picture_filter import Upright
from timeline_studio.productions.local.plan import Place, SoundCoding
from timeline_studio.productions.local.sizing import Sized, SizedLadder
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
    sized: Sized, folder: Path, *, progress: Callable[[float], None]
) -> list[MadeFile]:
    """Every file of the job, made below `folder`. `progress` gets 0 to 1."""
    report = _Throttled(progress)
    coded = _Coded(sized, folder)
    posters = _encode(sized, coded, folder, report)
    made = [MadeFile(path, place) for path, place in posters]
    count = sum(len(ladder.rungs) for ladder in sized.ladders)
    done = 0
    for index, ladder in enumerate(sized.ladders):
        home = folder / f"ladder-{index}"
        home.mkdir()
        renditions = []
        for number in range(len(ladder.rungs)):
            files = coded.files(index, number)
            renditions.append(_package(sized, ladder, number, files, home, check=report.again))
            done += 1
            report(_CODED + (1 - _CODED) * done / count)
        place = ladder.ladder.place
        master = home / f"{place.base}.m3u8"
        made += [MadeFile(path, place) for path in sorted(home.iterdir())]
        write_master(master, renditions, sized.rate)
        made.append(MadeFile(master, place, is_master=True))
    return made


class _Coded:
    """Where each coded part lies: one file a picture, one a sound coding."""

    def __init__(self, sized: Sized, folder: Path) -> None:
        self._sized = sized
        self._folder = folder
        codings = {
            sized_rung.rung.sound
            for ladder in sized.ladders
            for sized_rung in ladder.rungs
            if sized.has_sound and sized_rung.rung.sound
        }
        self.sounds: dict[SoundCoding, CodedFile] = {
            coding: CodedFile(folder / f"sound-{index}.nut", Fraction(1, coding.sample_rate))
            for index, coding in enumerate(codings)
        }

    def picture_tasks(self) -> list[PictureTask]:
        return [
            PictureTask(self._picture(i, j), sized_rung.layout, sized_rung.rung.picture)
            for i, ladder in enumerate(self._sized.ladders)
            for j, sized_rung in enumerate(ladder.rungs)
        ]

    def files(self, ladder: int, rung: int) -> Coded:
        sound = self._sized.ladders[ladder].rungs[rung].rung.sound
        return Coded(self._picture(ladder, rung), self.sounds.get(sound) if sound else None)

    def _picture(self, ladder: int, rung: int) -> CodedFile:
        path = self._folder / f"picture-{ladder}-{rung}.nut"
        return CodedFile(path, 1 / self._sized.rate)


def _encode(
    sized: Sized, coded: _Coded, folder: Path, report: "_Throttled"
) -> list[tuple[Path, Place]]:
    """Code all pictures and sounds; the posters that were taken on the way."""
    crew = Crew()
    try:
        for coding, target in coded.sounds.items():
            work = partial(
                encode_sound,
                sized.source,
                target,
                coding,
                seconds=float(sized.seconds),
                check=crew.check,
            )
            crew.start(target.path.stem, work)
        cascade = Cascade(coded.picture_tasks(), crew)
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


def _package(
    sized: Sized,
    ladder: SizedLadder,
    number: int,
    coded: Coded,
    home: Path,
    *,
    check: Callable[[], None],
) -> Rendition:
    sized_rung = ladder.rungs[number]
    playlist = home / f"{ladder.ladder.place.base}{sized_rung.rung.modifier}.m3u8"
    package(
        coded,
        playlist,
        segment_seconds=ladder.segment_seconds,
        picture_seconds=sized.seconds,
        check=check,
    )
    return Rendition(
        playlist, coded.picture, sized_rung.layout.canvas, has_sound=coded.sound is not None
    )


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
