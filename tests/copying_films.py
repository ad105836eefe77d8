"""Films of H.264 sources that can be copied, of several encoders."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av

from media_factory import stamped_video
from timeline_studio.timeline.model import Clip, MediaReference, Timeline, Title, Track
from timeline_studio.timeline.time import frame_start

RATE = Fraction(25)
SIZE = (320, 180)

Cut = tuple[Path, int, int]
"""A source, its first frame, how many frames."""

TAGS = "colorprim=bt709:transfer=bt709:colormatrix=bt709:threads=1:open-gop=0"
ENCODERS = {
    "high": {"bframes": 2},
    "baseline": {"codec_options": {"profile": "baseline", "x264-params": TAGS}},
    "main": {
        "codec_options": {
            "profile": "main",
            "x264-params": f"{TAGS}:bframes=8:b-pyramid=normal:weightp=2:ref=4:b-adapt=0",
        }
    },
    "zerolatency": {
        "codec_options": {"tune": "zerolatency", "x264-params": f"{TAGS}:slices=3:intra-refresh=0"}
    },
    "cavlc": {"bframes": 2, "codec_options": {"x264-params": f"{TAGS}:cabac=0"}},
}


def film(cuts: Sequence[Cut], *, title: tuple[int, int] | None = None, **changes: Any) -> Timeline:
    at = 0
    clips = []
    for number, (path, source, count) in enumerate(cuts):
        clips.append(
            Clip(
                id=f"c{number}",
                start=frame_start(at, RATE),
                duration=frame_start(count, RATE),
                source_start=frame_start(source, RATE),
                media=MediaReference(url=str(path)),
            )
        )
        at += count
    tracks = [Track(id="v", kind="video", items=tuple(clips))]
    if title is not None:
        over = Title(
            id="t",
            start=frame_start(title[0], RATE),
            duration=frame_start(title[1], RATE),
            text="Over",
            y=0.9,
            size=5,
        )
        tracks.append(Track(id="o", kind="video", items=(over,)))
    fields: dict[str, Any] = {"rate": RATE, "width": SIZE[0], "height": SIZE[1]}
    return Timeline(**{**fields, "tracks": tuple(tracks), **changes})


def source(path: Path, **changes: Any) -> Path:
    fields: dict[str, Any] = {"frames": 120, "rate": RATE, "size": SIZE, "gop": 30, "bframes": 2}
    if "codec" not in changes:  # small pictures without a tag are taken for BT.601
        tags = "colorprim=bt709:transfer=bt709:colormatrix=bt709"
        fields["codec_options"] = {"x264-params": tags}
    return stamped_video(path, **{**fields, **changes})


def frames_of(cuts: Sequence[Cut], starts: dict[Path, int] | None = None) -> list[int]:
    return [
        (starts or {}).get(path, 0) + first + frame
        for path, first, count in cuts
        for frame in range(count)
    ]


def mixed_sources(folder: Path) -> dict[Path, int]:
    """One of each encoder, and the number of its first picture."""
    made = {}
    for number, (name, changes) in enumerate(ENCODERS.items()):
        path = source(folder / f"{name}.mp4", start_number=1000 * number, **changes)
        made[path] = 1000 * number
    made[hiding(folder / "hiding.mp4", source(folder / "whole.mp4", start_number=6000))] = 6010
    return made


def hiding(path: Path, whole: Path) -> Path:
    """An edit list hides the first ten pictures."""
    with av.open(str(whole)) as taken, av.open(str(path), "w") as made:
        video = taken.streams.video[0]
        stream = made.add_stream_from_template(video)
        shift = round(10 / RATE / Fraction(video.time_base or 1))
        for packet in taken.demux(video):
            if packet.pts is None or packet.dts is None:
                continue
            packet.pts, packet.dts, packet.stream = packet.pts - shift, packet.dts - shift, stream
            made.mux(packet)
    return path
