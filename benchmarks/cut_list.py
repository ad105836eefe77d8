"""The film: one cut after another, every clip from off a key picture."""

from dataclasses import dataclass
from pathlib import Path

import opentimelineio as otio
from sources import RATE, Source


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


def numbers(film: list[Cut]) -> list[int]:
    """What is stamped on each frame of the film."""
    return [
        cut.source.first_number + cut.first + offset for cut in film for offset in range(cut.frames)
    ]


def write_otio(film: list[Cut], path: Path) -> None:
    """A video and an audio track of the same clips."""
    timeline = otio.schema.Timeline("benchmark")
    for kind in (otio.schema.TrackKind.Video, otio.schema.TrackKind.Audio):
        track = otio.schema.Track(kind.lower(), kind=kind)
        track.extend(_clip(index, cut) for index, cut in enumerate(film))
        timeline.tracks.append(track)
    otio.adapters.write_to_file(timeline, str(path))


def _clip(index: int, cut: Cut) -> otio.schema.Clip:
    media = otio.schema.ExternalReference(
        cut.source.path.resolve().as_uri(), _range(0, cut.source.frames)
    )
    return otio.schema.Clip(f"clip {index}", media, _range(cut.first, cut.frames))


def _range(first: int, frames: int) -> otio.opentime.TimeRange:
    time = otio.opentime.RationalTime
    return otio.opentime.TimeRange(time(first, RATE), time(frames, RATE))
