"""A film in segments: reused where nothing changed, and right at every border."""

import threading
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import msgspec
import numpy as np
import pytest

from media_factory import read_stamp, stamped_video
from timeline_studio.media.content import content_digest
from timeline_studio.render import ExportOptions, export_timeline
from timeline_studio.render.segments import SegmentCache
from timeline_studio.timeline.model import Clip, MediaReference, Timeline, Title, Track
from timeline_studio.timeline.time import frame_start

RATE = Fraction(25)
OPTIONS = ExportOptions(preset="ultrafast", crf=20)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return stamped_video(tmp_path / "source.mp4", frames=300, rate=RATE, gop=40, bframes=2)


def film(source: Path, *, text: str = "One", clips: int = 4, frames: int = 60) -> Timeline:
    """Each clip starts at another picture; a title lies over the second one."""
    pictures = tuple(
        Clip(
            id=f"c{index}",
            start=frame_start(index * frames, RATE),
            duration=frame_start(frames, RATE),
            source_start=frame_start(index * 61, RATE),
            media=MediaReference(url=str(source)),
        )
        for index in range(clips)
    )
    title = Title(
        id="t",
        start=frame_start(frames, RATE),
        duration=frame_start(frames, RATE),
        text=text,
        y=0.9,
        size=5,
    )
    tracks = (
        Track(id="v", kind="video", items=pictures),
        Track(id="o", kind="video", items=(title,)),
    )
    return Timeline(rate=RATE, width=320, height=180, tracks=tracks)


def stamps(path: Path) -> list[int | None]:
    with av.open(str(path)) as container:
        return [read_stamp(frame) for frame in container.decode(video=0)]


def packets(path: Path) -> list[tuple[int | None, int | None, bytes]]:
    with av.open(str(path)) as container:
        return [(p.pts, p.dts, bytes(p)) for p in container.demux(video=0) if p.size]


def export(timeline: Timeline, out: Path, cache: SegmentCache | None = None, **more: Any) -> Any:
    return export_timeline(
        timeline, out, lambda media: Path(media.url), OPTIONS, cache=cache, **more
    )


@pytest.fixture
def cache(tmp_path: Path) -> SegmentCache:
    return SegmentCache(tmp_path / "cache", limit_bytes=1_000_000_000)


def test_every_frame_of_every_segment_is_the_right_one(source: Path, tmp_path: Path) -> None:
    export(film(source), tmp_path / "film.mp4")
    expected = [index * 61 + frame for index in range(4) for frame in range(60)]
    assert stamps(tmp_path / "film.mp4") == expected


def test_times_rise_by_one_frame_across_all_borders(source: Path, tmp_path: Path) -> None:
    export(film(source), tmp_path / "film.mp4")
    with av.open(str(tmp_path / "film.mp4")) as container:
        stream = container.streams.video[0]
        tick = Fraction(stream.time_base or 0)
        found = [(p.pts, p.dts) for p in container.demux(stream) if p.size]
    pts = sorted(Fraction(p or 0) * tick * RATE for p, _ in found)
    dts = [d for _, d in found if d is not None]
    assert pts == list(range(240))
    assert len(dts) == 240
    assert all(before < after for before, after in pairwise(dts))


def test_a_second_export_encodes_nothing_and_is_the_same(
    source: Path, tmp_path: Path, cache: SegmentCache
) -> None:
    first = export(film(source), tmp_path / "a.mp4", cache)
    second = export(film(source), tmp_path / "b.mp4", cache)
    assert (first.frames_reused, second.frames_reused) == (0, 240)
    assert packets(tmp_path / "a.mp4") == packets(tmp_path / "b.mp4")


def test_a_changed_title_costs_its_own_segment_only(
    source: Path, tmp_path: Path, cache: SegmentCache
) -> None:
    export(film(source), tmp_path / "a.mp4", cache)
    second = export(film(source, text="Two"), tmp_path / "b.mp4", cache)
    assert second.frames_reused == 180
    a, b = packets(tmp_path / "a.mp4"), packets(tmp_path / "b.mp4")
    changed = [index for index, (one, two) in enumerate(zip(a, b, strict=True)) if one != two]
    assert changed
    assert set(changed) <= set(range(60, 120))


def test_the_bytes_do_not_depend_on_which_thread_was_quicker(source: Path, tmp_path: Path) -> None:
    export(film(source), tmp_path / "a.mp4")
    export(film(source), tmp_path / "b.mp4")
    assert packets(tmp_path / "a.mp4") == packets(tmp_path / "b.mp4")


def test_another_file_under_the_same_name_is_encoded_again(
    source: Path, tmp_path: Path, cache: SegmentCache
) -> None:
    export(film(source), tmp_path / "a.mp4", cache)
    before = content_digest(source)
    stamped_video(source, frames=300, rate=RATE, gop=40, start_number=1000)
    assert content_digest(source) != before
    second = export(film(source), tmp_path / "b.mp4", cache)
    assert second.frames_reused == 0
    assert stamps(tmp_path / "b.mp4")[0] == 1000


def test_an_export_that_was_cancelled_leaves_what_it_had_done_to_the_next(
    source: Path, tmp_path: Path, cache: SegmentCache
) -> None:
    threads = threading.active_count()

    def stop(fraction: float, stage: str) -> None:
        if stage == "render" and fraction > 0.8:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(film(source), tmp_path / "a.mp4", cache, progress=stop)
    assert threading.active_count() == threads
    assert not (tmp_path / "a.mp4").exists()
    assert export(film(source), tmp_path / "a.mp4", cache).frames_reused >= 60


def test_progress_never_goes_back(source: Path, tmp_path: Path, cache: SegmentCache) -> None:
    seen: list[float] = []
    export(film(source), tmp_path / "a.mp4", cache, progress=lambda share, _: seen.append(share))
    assert seen == sorted(seen)
    assert len(seen) > 20


def test_a_border_inside_a_clip_is_not_seen(source: Path, tmp_path: Path) -> None:
    """The luma's mean jumps no more at a border between segments than elsewhere."""
    still = film(source, clips=1, frames=300)
    (video, _) = still.tracks
    timeline = msgspec.structs.replace(still, tracks=(video,))
    export(timeline, tmp_path / "film.mp4")
    with av.open(str(tmp_path / "film.mp4")) as container:
        means = [
            float(frame.to_ndarray(format="gray")[60:, :].mean())
            for frame in container.decode(video=0)
        ]
    jumps = np.abs(np.diff(means))
    assert jumps[124] <= np.percentile(jumps, 99) + 0.5
