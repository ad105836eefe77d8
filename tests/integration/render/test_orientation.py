"""Pictures are seen as their files say that they are held: turned, mirrored, or both."""

import struct
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from media_factory import read_stamp, stamp
from timeline_studio.media import filmstrip_rgb, probe, thumbnail_jpeg
from timeline_studio.render.copying.copy_plan import find_copies
from timeline_studio.render.sources import Sources

RATE = Fraction(25)
SIZE = (320, 180)
Make = Callable[..., Any]
_ONE, _PERSPECTIVE = 1 << 16, 1 << 30
_IDENTITY = struct.pack(">9i", _ONE, 0, 0, 0, _ONE, 0, 0, 0, _PERSPECTIVE)
_TURNS = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}
"""a, b, c and d of ISO 14496-12's matrix for each turn clockwise."""


def held(path: Path, rotation: int, *, mirrored: bool) -> Path:
    """A film of stamps that are upright once its track's matrix is honoured."""
    turned = np.rot90(stamp(7, SIZE), rotation // 90)
    coded = np.ascontiguousarray(np.fliplr(turned) if mirrored else turned)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=RATE, options={"crf": "10"})
        stream.height, stream.width, stream.pix_fmt = *coded.shape[:2], "yuv420p"
        stream.codec_context.colorspace = 1
        for number in range(30):
            frame = av.VideoFrame.from_ndarray(coded, format="rgb24")
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    a, b, c, d = (_ONE * each for each in _TURNS[rotation])
    sign = -1 if mirrored else 1
    matrix = struct.pack(">9i", sign * a, sign * b, 0, c, d, 0, 0, 0, _PERSPECTIVE)
    head, movie, track = path.read_bytes().split(_IDENTITY)  # the movie's, then the track's
    path.write_bytes(head + _IDENTITY + movie + matrix + track)
    return path


@pytest.mark.parametrize("mirrored", [False, True], ids=["plain", "mirrored"])
@pytest.mark.parametrize("rotation", _TURNS)
def test_a_film_is_upright_everywhere(
    rotation: int, mirrored: bool, film: Make, picture_at: Make, tmp_path: Path
) -> None:
    path = held(tmp_path / "a.mp4", rotation, mirrored=mirrored)
    video = probe(path).video
    plan = film(RATE, size=SIZE)

    assert (video.rotation, video.is_mirrored) == (rotation, mirrored)
    assert (video.display_width, video.display_height) == SIZE
    assert read_stamp(picture_at(plan.timeline((plan.clip(path, 0, 3),)), 1)) == 7
    (strip,) = filmstrip_rgb(path, [0], SIZE[1])
    assert read_stamp(strip) == 7
    (tmp_path / "t.jpg").write_bytes(thumbnail_jpeg(path))
    with av.open(str(tmp_path / "t.jpg")) as container:
        assert read_stamp(next(container.decode(video=0))) == 7


@pytest.mark.parametrize("mirrored", [False, True])
def test_only_what_is_not_mirrored_is_copied(mirrored: bool, film: Make, tmp_path: Path) -> None:
    path = held(tmp_path / "a.mp4", 0, mirrored=mirrored)
    plan = film(RATE, size=SIZE)
    timeline = plan.timeline((plan.clip(path, 0, 30),))
    copies = find_copies(timeline, Sources(lambda media: Path(media.url)))
    assert bool(copies) is not mirrored
