"""A long film of many small clips: what an export's memory is asked of."""

from fractions import Fraction
from pathlib import Path

from media_factory import stamped_video
from timeline_studio.timeline.model import Clip, MediaReference, Timeline, Track
from timeline_studio.timeline.time import frame_start

_RATE = Fraction(25)
_SOURCES = 20
_SIZE = (320, 180)


def long_film(folder: Path, *, clips: int, minutes: int) -> Timeline:
    """Clips of twenty files with sound, each from somewhere else."""
    frames = minutes * 60 * int(_RATE) // clips
    paths = [
        _source(folder / "sources" / f"small-{n}-{frames}.mp4", frames) for n in range(_SOURCES)
    ]

    def clips_named(letter: str) -> tuple[Clip, ...]:
        return tuple(
            Clip(
                id=f"{letter}{index}",
                start=frame_start(index * frames, _RATE),
                duration=frame_start(frames, _RATE),
                source_start=frame_start(index % 50, _RATE),
                media=MediaReference(url=str(paths[index % _SOURCES])),
            )
            for index in range(clips)
        )

    tracks = (
        Track(id="v", kind="video", items=clips_named("v")),
        Track(id="a", kind="audio", items=clips_named("a")),
    )
    return Timeline(rate=_RATE, width=_SIZE[0], height=_SIZE[1], tracks=tracks)


def _source(path: Path, frames: int) -> Path:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        stamped_video(path, frames=frames + 50, rate=_RATE, size=_SIZE, gop=50, bframes=2)
    return path
