"""The second film: cross-fades, a logo, a title that fades, a picture in the picture, music."""

from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from cut_list import Cut, clip_of, timeline_of
from measuring import Expected
from msgspec.structs import replace as changed
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter
from sources import RATE, SIZE, Source

from timeline_studio.timeline.effects.fade import Fade
from timeline_studio.timeline.effects.transform import Transform
from timeline_studio.timeline.model import (
    Clip,
    MediaReference,
    Still,
    Timeline,
    Title,
    Track,
    Transition,
)
from timeline_studio.timeline.time import frame_start

FADE = RATE  # frames of each cross-fade
TITLE = (RATE, 5 * RATE)  # first frame, end
TITLE_BOX = (510, 900, 900, 120)  # x, y, width, height
TITLE_FADE = RATE // 2
LOGO_BOX = (1640, 40, 240, 240)
PIP_BOX = (1240, 680, 640, 360)
MUSIC_DB = -12.0
_CLIPS = 6
_MAIN_REGION = (272, 640, 0, 1200)  # nothing lies over it


@dataclass(frozen=True)
class Composite:
    """`cuts` without handles; the picture in the picture is shown from frame `pip_at` on."""

    cuts: list[Cut]
    pip: Cut
    pip_at: int
    logo: Path
    title: Path
    music: Path

    @property
    def frames(self) -> int:
        return sum(cut.frames for cut in self.cuts)

    def with_handles(self) -> list[Cut]:
        """What of each source is read: half a cross-fade more at each cut."""
        last, half = len(self.cuts) - 1, FADE // 2
        before = [half if index else 0 for index in range(last + 1)]
        after = [half if index < last else 0 for index in range(last + 1)]
        return [
            replace(cut, first=cut.first - lead, frames=lead + cut.frames + tail)
            for cut, lead, tail in zip(self.cuts, before, after, strict=True)
        ]


def composite(sources: list[Source], seconds: int, folder: Path) -> Composite:
    """Its logo, title and music are made in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    frames = seconds * RATE // _CLIPS
    cuts = [Cut(sources[index % len(sources)], 40 + 17 * index, frames) for index in range(_CLIPS)]
    pip = Cut(sources[2], 100, seconds * RATE // 4)
    made = Composite(
        cuts, pip, 2 * frames, folder / "logo.png", folder / "title.png", folder / "music.m4a"
    )
    _draw_logo(made.logo)
    _draw_title(made.title)
    _play_music(made.music, seconds)
    return made


def expected_of(film: Composite) -> Expected:
    numbers: list[int | None] = []
    for cut in film.cuts:
        numbers += range(
            cut.source.first_number + cut.first, cut.source.first_number + cut.first + cut.frames
        )
    at = 0
    for cut in film.cuts[:-1]:
        at += cut.frames
        numbers[at - FADE // 2 : at + FADE // 2] = [None] * FADE
    paths = {cut.source.first_number: cut.source.path for cut in film.cuts}
    return Expected(numbers, paths, _MAIN_REGION)


def timeline(film: Composite) -> Timeline:
    main = timeline_of(film.cuts)
    tracks = [changed(track, transitions=_fades(film, track.id)) for track in main.tracks]
    seconds = frame_start(film.frames, RATE)
    pip = changed(clip_of(film.pip, "pip", film.pip_at), transform=_placed(PIP_BOX, SIZE))
    logo = Still(
        id="logo",
        start=0,
        duration=seconds,
        media=MediaReference(url=str(film.logo)),
        transform=_placed(LOGO_BOX, LOGO_BOX[2:]),
    )
    title = Title(
        id="title",
        start=frame_start(TITLE[0], RATE),
        duration=frame_start(TITLE[1] - TITLE[0], RATE),
        text="The second film",
        y=(TITLE_BOX[1] + TITLE_BOX[3] / 2) / SIZE[1],
        fade_in=Fade(frame_start(TITLE_FADE, RATE)),
        fade_out=Fade(frame_start(TITLE_FADE, RATE)),
    )
    music = Clip(
        id="music",
        start=0,
        duration=seconds,
        media=MediaReference(url=str(film.music)),
        gain_db=MUSIC_DB,
    )
    above = {"pip": pip, "logo": logo, "title": title}
    pictures = [Track(id=name, kind="video", items=(item,)) for name, item in above.items()]
    sound = Track(id="music", kind="audio", items=(music,))
    return changed(main, tracks=(tracks[0], *pictures, tracks[1], sound))


def _fades(film: Composite, name: str) -> tuple[Transition, ...]:
    half, at, found = frame_start(FADE // 2, RATE), 0, []
    for index, cut in enumerate(film.cuts[:-1]):
        at += cut.frames
        found.append(
            Transition(
                id=f"{name}{index}", cut=frame_start(at, RATE), in_offset=half, out_offset=half
            )
        )
    return tuple(found)


def _placed(box: tuple[int, int, int, int], shape: tuple[int, ...]) -> Transform:
    """From where a picture of this shape lies when it is fitted into the frame."""
    x, y, width, height = box
    fitted = min(SIZE[0] / shape[0], SIZE[1] / shape[1])
    return Transform(
        scale=width / (shape[0] * fitted),
        x=(x + width / 2) / SIZE[0] - 0.5,
        y=(y + height / 2) / SIZE[1] - 0.5,
    )


def _draw_logo(path: Path) -> None:
    image = QImage(*LOGO_BOX[2:], QImage.Format.Format_RGBA8888)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(250, 180, 40, 220))
    painter.drawEllipse(4, 4, LOGO_BOX[2] - 8, LOGO_BOX[3] - 8)
    painter.end()
    image.save(str(path))


def _draw_title(path: Path) -> None:
    _app = QGuiApplication.instance() or QGuiApplication([])  # fonts need it
    image = QImage(*TITLE_BOX[2:], QImage.Format.Format_RGBA8888)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    font = QFont()
    font.setPixelSize(86)
    painter.setFont(font)
    painter.setPen(QColor("white"))
    box = QRectF(0, 0, *TITLE_BOX[2:])
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "The second film")
    painter.end()
    image.save(str(path))


def _play_music(path: Path, seconds: int) -> None:
    """Chords that change each second."""
    rate = 48_000
    time = np.arange(seconds * rate) / rate
    root = 110 * 2 ** (np.floor(time) % 5 / 12)
    tones = sum(np.sin(2 * np.pi * root * ratio * time) for ratio in (1, 1.26, 1.5))
    samples = np.ascontiguousarray(np.tile(0.2 * tones, (2, 1)), np.float32)
    with av.open(str(path), "w", format="mp4") as container:
        stream = container.add_stream("aac", rate=rate, layout="stereo")
        for start in range(0, samples.shape[1], 1024):
            part = np.ascontiguousarray(samples[:, start : start + 1024])
            frame = av.AudioFrame.from_ndarray(part, "fltp", "stereo")
            frame.sample_rate, frame.pts, frame.time_base = rate, start, Fraction(1, rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
