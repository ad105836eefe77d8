"""Pictures that a camera took as two fields are shown as whole ones."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from av.filter import Graph

from media_factory import stamped_video
from timeline_studio.media import FrameCache, VideoReader, probe
from timeline_studio.media.deinterlacing import deinterlaced
from timeline_studio.timeline.time import frame_start

RATE = Fraction(25)
SIZE = (320, 180)
COUNT = 30
FIELDS = [(codec, field) for codec in ("libx264", "mpeg2video") for field in ("tff", "bff")]


def edge_at(number: int) -> int:
    """Where a white bar ends in picture `number`, at its first field; at its second, 4 later."""
    return 40 + 8 * number


def filmed(path: Path, codec: str, field: str) -> Path:
    """A white bar that grows by four pixels in each field."""
    options = {
        "libx264": {"qp": "1", "x264-params": f"{field}=1:keyint=12", "preset": "veryfast"},
        "mpeg2video": {"flags": "+ildct+ilme", "qscale": "1", "b": "8M"},
    }
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=RATE)
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        stream.options = options[codec]
        for number in range(COUNT):
            frame = marked(combed(number, field), field)
            frame.pts, frame.time_base = number, 1 / RATE
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


def combed(number: int, field: str) -> av.VideoFrame:
    luma = np.full(SIZE[::-1], 16, np.uint8)
    first = 0 if field == "tff" else 1
    luma[first::2, : edge_at(number)] = 235
    luma[1 - first :: 2, : edge_at(number) + 4] = 235
    planes = [luma, *(np.full((SIZE[1] // 2, SIZE[0] // 2), 128, np.uint8) for _ in range(2))]
    packed = np.concatenate([plane.reshape(-1, SIZE[0]) for plane in planes])
    return av.VideoFrame.from_ndarray(packed, format="yuv420p")


def marked(frame: av.VideoFrame, field: str) -> Any:
    """With the flags of an interlaced picture, which cannot be written otherwise."""
    graph = Graph()
    source = graph.add(
        "buffer", f"video_size={SIZE[0]}x{SIZE[1]}:pix_fmt=yuv420p:time_base=1/25:pixel_aspect=1/1"
    )
    sink = graph.add("buffersink")
    graph.link_nodes(source, graph.add("setfield", field), sink).configure()
    source.push(frame)
    return sink.pull()


def edges(frame: av.VideoFrame) -> set[int]:
    """Where the bar ends, in every row."""
    rows = np.frombuffer(memoryview(frame.planes[0]), np.uint8).reshape(frame.height, -1)
    return set((rows[:, : frame.width] > 125).sum(axis=1).tolist())


@pytest.mark.parametrize(("codec", "field"), FIELDS)
def test_no_picture_has_combs_whichever_field_came_first(
    tmp_path: Path, codec: str, field: str
) -> None:
    path = filmed(tmp_path / "a.mov", codec, field)

    assert probe(path).video.is_interlaced
    with VideoReader(path) as reader:
        for number in range(COUNT):
            (edge,) = edges(reader.frame_at(frame_start(number, RATE)))
            assert abs(edge - edge_at(number)) <= 1


@pytest.mark.parametrize("cache", [None, 100_000_000])
def test_a_picture_is_the_same_from_wherever_it_is_reached(
    tmp_path: Path, cache: int | None
) -> None:
    path = filmed(tmp_path / "a.mov", "libx264", "tff")
    with VideoReader(path) as reader:
        whole = [bytes(reader.frame_at(frame_start(n, RATE)).planes[0]) for n in range(COUNT)]

    with VideoReader(path, cache=FrameCache(cache) if cache else None) as reader:
        for number in (29, 3, 12, 25, 24, 11, 13, 12, 0):
            frame = reader.frame_at(frame_start(number, RATE))
            assert bytes(frame.planes[0]) == whole[number]


def test_progressive_pictures_stay_as_they_are(tmp_path: Path) -> None:
    path = stamped_video(tmp_path / "a.mp4", frames=10, bframes=2)
    with av.open(str(path)) as container:
        decoded = [bytes(frame.planes[0]) for frame in container.decode(video=0)]

    assert not probe(path).video.is_interlaced
    with VideoReader(path) as reader:
        shown = [bytes(reader.frame_at(frame_start(n, Fraction(30))).planes[0]) for n in range(10)]
    assert shown == decoded


def test_pictures_of_another_size_begin_anew_and_none_is_lost() -> None:
    small = [marked(combed(number, "tff"), "tff") for number in range(3)]
    other = [av.VideoFrame(64, 36, "yuv420p") for _ in range(2)]
    pictures = [*small, *other, *(marked(combed(number, "tff"), "tff") for number in range(2))]
    for number, picture in enumerate(pictures):
        picture.pts = number

    found = list(deinterlaced(pictures))

    assert [picture.pts for picture in found] == list(range(7))
    assert [picture.width for picture in found] == [320] * 3 + [64] * 2 + [320] * 2
