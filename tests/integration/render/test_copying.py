"""Match source: what a clip shows untouched is copied, and every frame is the right one."""

from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import msgspec
import numpy as np
import pytest

from copying_films import RATE, film, frames_of, mixed_sources, source
from media_factory import read_stamp
from timeline_studio.media import VideoReader
from timeline_studio.render import ExportOptions, ExportResult, export_timeline
from timeline_studio.render.copying import copy_check
from timeline_studio.render.copying.copy_plan import find_copies
from timeline_studio.render.sources import Sources
from timeline_studio.timeline.effects.animation import Keyframe
from timeline_studio.timeline.effects.effect import Exposure
from timeline_studio.timeline.effects.fade import Fade
from timeline_studio.timeline.effects.transform import Transform
from timeline_studio.timeline.model import MediaReference, Timeline
from timeline_studio.timeline.time import frame_start

MATCH = ExportOptions(preset="ultrafast", crf=20, match_source=True)


def file_path(media: MediaReference) -> Path:
    return Path(media.url)


def export(timeline: Timeline, out: Path) -> ExportResult:
    return export_timeline(timeline, out, file_path, MATCH)


def stamps(path: Path) -> list[int | None]:
    with av.open(str(path)) as container:
        return [read_stamp(frame) for frame in container.decode(video=0)]


@pytest.mark.parametrize("bframes", [0, 2])
def test_cuts_off_the_key_pictures(tmp_path: Path, bframes: int) -> None:
    a = source(tmp_path / "a.mp4", bframes=bframes)
    b = source(tmp_path / "b.mp4", bframes=bframes, start_number=500)
    cuts = [(a, 7, 90), (b, 11, 70), (a, 30, 61)]
    result = export(film(cuts), tmp_path / "film.mp4")
    assert stamps(tmp_path / "film.mp4") == frames_of(cuts, {b: 500})
    assert result.frames_copied >= 120


def test_sources_with_and_without_reordering_join(tmp_path: Path) -> None:
    """Their parameter sets differ, and both are numbered 0: one of them gets other numbers."""
    a = source(tmp_path / "a.mp4", bframes=0)
    b = source(tmp_path / "b.mp4", bframes=3, start_number=500)
    cuts = [(a, 0, 60), (b, 0, 60)]
    result = export(film(cuts), tmp_path / "film.mp4")
    assert stamps(tmp_path / "film.mp4") == frames_of(cuts, {b: 500})
    assert result.frames_copied == 120


def test_sources_of_different_encoders_are_all_copied(tmp_path: Path) -> None:
    """They number their parameter sets alike: all but the first get other numbers, in CABAC as in
    CAVLC, in one slice as in several."""
    starts = mixed_sources(tmp_path)
    cuts = [(path, 0, 90) for path in starts] + [(path, 17, 60) for path in starts]
    result = export(film(cuts), tmp_path / "film.mp4")
    assert stamps(tmp_path / "film.mp4") == frames_of(cuts, starts)
    assert result.frames_copied >= 0.75 * result.frames
    copies = {Path(copy.path) for copy in find_copies(film(cuts), Sources(file_path))}
    assert copies == set(starts)


def test_a_seek_into_renumbered_pictures_shows_them(tmp_path: Path) -> None:
    starts = mixed_sources(tmp_path)
    cuts = [(path, 0, 60) for path in starts]
    export(film(cuts), tmp_path / "film.mp4")
    expected = frames_of(cuts, starts)
    for frame in (355, 299, 181, 180, 179, 95, 61, 3):
        with VideoReader(tmp_path / "film.mp4") as reader:
            assert read_stamp(reader.frame_at(frame_start(frame, RATE))) == expected[frame]


def test_copied_pictures_are_the_sources_to_the_bit(tmp_path: Path) -> None:
    a = source(tmp_path / "a.mp4")
    result = export(film([(a, 30, 60)]), tmp_path / "film.mp4")
    assert result.frames_copied == 60
    with VideoReader(tmp_path / "film.mp4") as made, VideoReader(a) as original:
        for frame in range(60):
            ours = made.frame_at(frame_start(frame, RATE)).to_ndarray()
            assert np.array_equal(
                ours, original.frame_at(frame_start(frame + 30, RATE)).to_ndarray()
            )


def test_times_rise_by_one_frame_across_every_splice(tmp_path: Path) -> None:
    a = source(tmp_path / "a.mp4")
    export(film([(a, 7, 90), (a, 3, 80)]), tmp_path / "film.mp4")
    with av.open(str(tmp_path / "film.mp4")) as container:
        stream = container.streams.video[0]
        tick = Fraction(stream.time_base or 0)
        found = [(p.pts or 0, p.dts or 0) for p in container.demux(stream) if p.size]
    assert sorted(Fraction(pts) * tick * RATE for pts, _ in found) == list(range(170))
    assert all(one < other for (_, one), (_, other) in pairwise(found))
    assert all(dts <= pts for pts, dts in found)


def test_a_seek_to_any_frame_shows_it(tmp_path: Path) -> None:
    a = source(tmp_path / "a.mp4")
    cuts = [(a, 7, 90), (a, 3, 80)]
    export(film(cuts), tmp_path / "film.mp4")
    expected = frames_of(cuts)
    for frame in (169, 100, 93, 91, 90, 89, 60, 23, 22, 0):
        with VideoReader(tmp_path / "film.mp4") as reader:
            assert read_stamp(reader.frame_at(frame_start(frame, RATE))) == expected[frame]


def test_what_a_title_covers_is_encoded(tmp_path: Path) -> None:
    a = source(tmp_path / "a.mp4")
    result = export(film([(a, 0, 120)], title=(40, 20)), tmp_path / "film.mp4")
    assert stamps(tmp_path / "film.mp4") == list(range(120))
    assert result.frames_copied == 40 + 60


@pytest.mark.parametrize(
    "changes",
    [
        {"size": (640, 360)},
        {"rotation": 90},
        {"codec": "mpeg4"},
        {"rate": Fraction(50)},
        {"gop": 600},
    ],
    ids=["size", "rotation", "codec", "rate", "one key picture, before the cut"],
)
def test_what_does_not_fit_is_encoded(tmp_path: Path, changes: dict[str, Any]) -> None:
    a = source(tmp_path / "a.mp4", **changes)
    result = export(film([(a, 5, 40)]), tmp_path / "film.mp4")
    assert result.frames_copied == 0
    assert result.frames == 40


def test_without_being_asked_nothing_is_copied(tmp_path: Path) -> None:
    a = source(tmp_path / "a.mp4")
    options = ExportOptions(preset="ultrafast", crf=20)
    timeline = film([(a, 0, 30)])
    out = tmp_path / "film.mp4"
    result = export_timeline(timeline, out, lambda media: Path(media.url), options)
    assert result.frames_copied == 0


def test_a_copy_that_does_not_come_out_is_encoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """As if a decoder saw something else in the joined stream."""
    a = source(tmp_path / "a.mp4")
    answers = iter([False])
    real = copy_check._are_equal
    monkeypatch.setattr(
        copy_check,
        "_are_equal",
        lambda one, other: next(answers, None) is None and real(one, other),
    )
    result = export(film([(a, 0, 60)]), tmp_path / "film.mp4")
    assert result.frames_copied == 0
    assert stamps(tmp_path / "film.mp4") == list(range(60))
    assert "is encoded" in caplog.text


@pytest.mark.parametrize(
    "changes",
    [
        {"transform": Transform(flip_x=True)},
        {"effects": (Exposure(stops=1.0),)},
        {"transform": Transform(scale=(Keyframe(0, 1.0), Keyframe(1, 1.0)))},
        {"opacity": 0.9},
        {"blend": "screen"},
        {"fade_in": Fade(frame_start(60, RATE))},
        {"fade_out": Fade(frame_start(90, RATE))},
    ],
    ids=str,
)
def test_what_is_changed_is_not_copied(changes: dict[str, Any], tmp_path: Path) -> None:
    a = source(tmp_path / "a.mp4")
    timeline = _changed(film([(a, 0, 60)]), **changes)
    assert find_copies(film([(a, 0, 60)]), Sources(file_path))
    assert find_copies(timeline, Sources(file_path)) == ()


def test_between_its_fades_a_clip_is_copied(tmp_path: Path) -> None:
    a = source(tmp_path / "a.mp4")
    fade = Fade(frame_start(20, RATE))
    timeline = _changed(film([(a, 0, 90)]), fade_in=fade, fade_out=fade)
    result = export(timeline, tmp_path / "film.mp4")
    assert 0 < result.frames_copied <= 50
    with av.open(str(tmp_path / "film.mp4")) as container:
        levels = [
            int(frame.to_ndarray()[: frame.height].max()) for frame in container.decode(video=0)
        ]
    assert levels[0] < levels[10] < levels[20]
    assert levels[89] < levels[80] < levels[69]
    assert levels[20:70] == pytest.approx([levels[45]] * 50, abs=6)


def test_a_clip_that_does_not_cover_hides_nothing(tmp_path: Path) -> None:
    """Whatever is done to it, what lies below is seen, and so the pair is no untouched clip."""
    a, b = source(tmp_path / "a.mp4"), source(tmp_path / "b.mp4", start_number=500)
    low = film([(a, 0, 60)])
    high = _changed(film([(b, 0, 60)]), id="high", opacity=0.5)
    above = msgspec.structs.replace(high.tracks[0], id="above")
    both = msgspec.structs.replace(low, tracks=(*low.tracks, above))
    assert find_copies(both, Sources(file_path)) == ()
    with_film = export(both, tmp_path / "film.mp4")
    assert with_film.frames_copied == 0
    assert set(stamps(tmp_path / "film.mp4")) == {None}


def _changed(timeline: Timeline, **changes: Any) -> Timeline:
    """With its clips changed."""
    track = timeline.tracks[0]
    items = tuple(msgspec.structs.replace(item, **changes) for item in track.items)
    return msgspec.structs.replace(
        timeline, tracks=(msgspec.structs.replace(track, items=items), *timeline.tracks[1:])
    )


def test_last_pictures_are_compared_where_the_packets_are_not_the_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A film of renumbered packets is no proof by itself: pictures are."""
    a = source(tmp_path / "a.mp4", bframes=0)
    b = source(tmp_path / "b.mp4", bframes=3, start_number=500)
    real, seen = copy_check._are_equal, []

    def are_equal(one: av.VideoFrame, other: av.VideoFrame) -> bool:
        seen.append(read_stamp(one))
        return real(one, other)

    monkeypatch.setattr(copy_check, "_are_equal", are_equal)
    assert export(film([(a, 0, 60), (b, 0, 60)]), tmp_path / "film.mp4").frames_copied == 120
    assert sorted(stamp or 0 for stamp in seen) == [0, 1, 500, 501, 558, 559]


def test_a_film_whose_copy_is_cut_short_is_found_out(tmp_path: Path) -> None:
    a = source(tmp_path / "a.mp4")
    timeline = film([(a, 0, 60)])
    copies = find_copies(timeline, Sources(file_path))
    export(film([(a, 0, 50)]), tmp_path / "shorter.mp4")
    assert copy_check.sound_copies(tmp_path / "shorter.mp4", RATE, copies) == ()
