"""The film: one cut after another, every clip from off a key picture."""

from dataclasses import dataclass
from fractions import Fraction

from measuring import Expected
from sources import RATE, Source

from timeline_studio.timeline.model import Clip, MediaReference, Timeline, Track
from timeline_studio.timeline.time import frame_start


@dataclass(frozen=True)
class Cut:
    """`frames` frames of `source` from frame `first` on."""

    source: Source
    first: int
    frames: int


def cut_list(sources: list[Source], seconds: int, cuts: int) -> list[Cut]:
    """`cuts` cuts make one clip more; the lengths differ, the sum is exact."""
    total, clips = seconds * RATE, cuts + 1
    edges = [round(total * index / clips) for index in range(clips + 1)]
    for index in range(1, clips):
        edges[index] += (-1) ** index * min(11, total // clips // 4)
    film = []
    for index in range(clips):
        source = sources[index % len(sources)]
        frames = edges[index + 1] - edges[index]
        room = source.frames - frames - 1
        film.append(Cut(source, (37 + index * 53) % max(1, room), frames))
    return film


def expected_of(film: list[Cut]) -> Expected:
    numbers = [
        cut.source.first_number + cut.first + offset for cut in film for offset in range(cut.frames)
    ]
    return Expected(numbers, {cut.source.first_number: cut.source.path for cut in film})


def timeline_of(film: list[Cut]) -> Timeline:
    """A video and an audio track of the same clips."""
    pictures, sounds, at = [], [], 0
    for index, cut in enumerate(film):
        pictures.append(clip_of(cut, f"v{index}", at))
        sounds.append(clip_of(cut, f"a{index}", at))
        at += cut.frames
    tracks = (
        Track(id="v", kind="video", items=tuple(pictures)),
        Track(id="a", kind="audio", items=tuple(sounds)),
    )
    return Timeline(rate=Fraction(RATE), tracks=tracks)


def clip_of(cut: Cut, name: str, at: int) -> Clip:
    """On the timeline from frame `at` on."""
    start = frame_start(at, RATE)
    return Clip(
        id=name,
        start=start,
        duration=frame_start(at + cut.frames, RATE) - start,
        source_start=frame_start(cut.first, RATE),
        media=MediaReference(url=str(cut.source.path)),
    )
