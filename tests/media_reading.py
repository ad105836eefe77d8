"""Reads media files in every way that the program does: a process of its own, to be fuzzed.

Takes a file's path a line, answers "ok", "refused: …" or "bug: …" a line.
"""

import json
import logging
import resource
import sys
import traceback
from pathlib import Path

from timeline_studio.errors import StudioError
from timeline_studio.media import (
    AudioReader,
    MediaInfo,
    VideoReader,
    filmstrip_rgb,
    probe,
    thumbnail_jpeg,
    waveform,
)
from timeline_studio.render import Compositor
from timeline_studio.timeline.model import Clip, MediaReference, Timeline, Track
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.timeline.validation import MAX_TIME

_MEMORY = 4_000_000_000
_LONG = 60 * FLICKS_PER_SECOND


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    logging.disable()
    for line in sys.stdin:
        print(json.dumps(_answer(Path(line.rstrip("\n")))), flush=True)  # noqa: T201 -- its answer


def _answer(path: Path) -> str:
    try:
        _read(path)
    except StudioError as error:
        is_named = path.name in str(error)
        return f"refused: {error}" if is_named else f"bug: names no file: {error}"
    except BaseException:  # noqa: BLE001 -- whatever else it is, it is what is looked for
        return f"bug: {traceback.format_exc()}"
    return "ok"


def _read(path: Path) -> None:
    info = probe(path)
    times = (0, info.duration // 2, info.duration, info.duration // 3)
    if info.video is not None:
        thumbnail_jpeg(path)
        _compose(info, times)
    if info.kind == "video":
        with VideoReader(path) as reader:
            for time in times:
                reader.frame_at(time)
            reader.keyframe_at(times[1])
        strip = sorted({0, info.duration // 4, info.duration // 2})
        list(filmstrip_rgb(path, strip, 32))
    if info.audio:
        with AudioReader(path) as reader:
            for time in times:
                reader.samples(time * 48_000 // FLICKS_PER_SECOND, 4800)
        if info.duration < _LONG:
            waveform(path)


def _compose(info: MediaInfo, times: tuple[int, ...]) -> None:
    media = MediaReference(url=str(info.path), name=info.path.name)
    length = max(1, min(info.duration, MAX_TIME))
    clip = Clip(id="c", start=0, duration=length, media=media)
    track = Track(id="V1", kind="video", items=(clip,))
    timeline = Timeline(width=64, height=36, tracks=(track,))
    compositor = Compositor(timeline, lambda _media: info.path)
    try:
        for time in times:
            compositor.frame(min(time, length - 1))
    finally:
        compositor.close()


if __name__ == "__main__":
    main()
