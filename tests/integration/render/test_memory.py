"""What an export holds: a picture that was shown is let go of at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import av
import msgspec
import pytest

from copying_films import RATE, film, source
from timeline_studio.render import Compositor, prepare_text
from timeline_studio.timeline.effects.transform import Transform
from timeline_studio.timeline.model import Timeline, Track, Transition
from timeline_studio.timeline.time import frame_start


@pytest.fixture
def layers(tmp_path: Path) -> Timeline:
    """A cross-fade under a title and a small picture."""
    a, b = source(tmp_path / "a.mp4"), source(tmp_path / "b.mp4", bframes=0)
    timeline = film([(a, 10, 20), (b, 20, 20)], title=(0, 40))
    main, titles = timeline.tracks
    half = frame_start(5, RATE)
    crossing = Transition(id="x", cut=frame_start(20, RATE), in_offset=half, out_offset=half)
    (small,) = film([(b, 0, 40)]).tracks[0].items
    small = msgspec.structs.replace(small, id="small", transform=Transform(scale=0.3, x=0.3))
    over = Track(id="p", kind="video", items=(small,))
    main = msgspec.structs.replace(main, transitions=(crossing,))
    return msgspec.structs.replace(timeline, tracks=(main, over, titles))


@contextmanager
def garbage() -> Iterator[list[object]]:
    """What only the collector would have freed, once the block is left."""
    found: list[object] = []
    gc.collect()
    gc.disable()
    try:
        yield found
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        found += gc.garbage
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()


def test_composed_pictures_wait_for_no_collector(layers: Timeline) -> None:
    """Their objects are small, but not what they hold: the collector would come too late."""
    prepare_text()
    compositor = Compositor(layers, lambda media: Path(media.url), look_ahead=frame_start(12, RATE))
    times = [frame_start(frame, RATE) for frame in range(40)]
    for time in times:  # each file is looked into, once
        compositor.frame(time)
    with garbage() as found:
        for time in times:
            compositor.frame(time)
    compositor.close()
    assert [each for each in found if isinstance(each, av.VideoFrame)] == []
