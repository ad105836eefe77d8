"""A nested timeline is played as its clips would be: frame for frame, sample for sample."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from media_factory import stamped_video
from timeline_studio.render import Compositor, Mixer, export_timeline
from timeline_studio.render.flat import flat
from timeline_studio.render.options import ExportOptions
from timeline_studio.timeline.document import to_json
from timeline_studio.timeline.model import (
    Clip,
    Generator,
    MediaReference,
    Timeline,
    Title,
    Track,
)
from timeline_studio.timeline.nested import NestingError, nested_media
from timeline_studio.timeline.time import frame_start

RATE = Fraction(25)
FRAME = frame_start(1, RATE)
QUICK = ExportOptions(preset="ultrafast", crf=18)


@pytest.fixture(scope="module")
def footage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("nested") / "take.mp4"
    stamped_video(path, frames=50, rate=25, clicks_at=[0.2, 0.7, 1.1, 1.6])
    return path


@pytest.fixture
def documents(tmp_path: Path) -> Callable[[dict[int, Timeline]], Callable]:
    """Resolves nested timelines as files of documents, everything else as itself."""

    def documents(timelines: dict[int, Timeline]) -> Callable[[MediaReference], Path]:
        for number, timeline in timelines.items():
            (tmp_path / f"timeline:{number}").write_text(to_json(timeline), "utf-8")

        def resolve(media: MediaReference) -> Path:
            return tmp_path / media.url if media.url.startswith("timeline:") else Path(media.url)

        return resolve

    return documents


def clip(path: Path, start: int, frames: int, source: int = 0, **more) -> Clip:
    return Clip(
        id=more.pop("id", f"{start}"),
        start=start * FRAME,
        duration=frames * FRAME,
        source_start=source * FRAME,
        media=MediaReference(url=str(path)),
        **more,
    )


def nested(number: int, start: int, frames: int, source: int = 0, **more) -> Clip:
    media = nested_media(number, "Inner", 100 * FRAME)
    return Clip(
        id=f"n{number}.{start}{more.get('gain_db', '')}",
        start=start * FRAME,
        duration=frames * FRAME,
        source_start=source * FRAME,
        media=media,
        **more,
    )


def timeline(*rows: tuple, sound: tuple = ()) -> Timeline:
    tracks = [Track(id=f"V{n}", kind="video", items=row) for n, row in enumerate(rows)]
    tracks += [Track(id="A0", kind="audio", items=sound)] if sound else []
    return Timeline(rate=RATE, width=320, height=180, tracks=tuple(tracks))


@pytest.fixture
def inner(footage: Path) -> Timeline:
    """Two takes with a hole, a title and a colour over them, and the sound."""
    return timeline(
        (clip(footage, 0, 10), clip(footage, 12, 12, 20)),
        (
            Title(id="t", start=4 * FRAME, duration=9 * FRAME, text="Inside"),
            Generator(id="g", start=20 * FRAME, duration=2 * FRAME, color="#884422"),
        ),
        sound=(clip(footage, 0, 24, 3, id="s"),),
    )


def frames_of(cut: Timeline, resolve, count: int) -> list[np.ndarray]:
    compositor = Compositor(cut, resolve)
    try:
        return [compositor.frame(frame_start(n, RATE)).to_ndarray() for n in range(count)]
    finally:
        compositor.close()


def test_it_looks_and_sounds_as_its_clips(footage, inner, documents):
    resolve = documents({7: inner})
    outer = timeline(
        (clip(footage, 0, 5, 30), nested(7, 5, 18, 3)),
        sound=(nested(7, 5, 18, 3),),
    )
    # By hand: from frame 3 of the inner timeline on, five frames in.
    flat_rows = timeline(
        (clip(footage, 0, 5, 30), clip(footage, 5, 7, 3), clip(footage, 14, 9, 20)),
        (
            Title(id="t", start=6 * FRAME, duration=9 * FRAME, text="Inside"),
            Generator(id="g", start=22 * FRAME, duration=FRAME, color="#884422"),
        ),
        sound=(clip(footage, 5, 18, 6, id="s"),),
    )
    for shown, by_hand in zip(
        frames_of(outer, resolve, 23), frames_of(flat_rows, resolve, 23), strict=True
    ):
        assert np.array_equal(shown, by_hand)
    samples = 23 * 48_000 // 25
    heard = [Mixer(each, resolve).samples(0, samples) for each in (outer, flat_rows)]
    assert np.array_equal(*heard)
    assert np.abs(heard[0]).max() > 0.1


def test_a_timeline_in_a_timeline_in_a_timeline(footage, inner, documents):
    middle = timeline((nested(7, 2, 20),))
    resolve = documents({7: inner, 8: middle})
    outer = timeline((nested(8, 1, 20),))
    shown, direct = frames_of(outer, resolve, 12), frames_of(inner, resolve, 9)
    assert all(np.array_equal(*pair) for pair in zip(shown[3:12], direct, strict=True))


def test_an_export_of_it_is_that_of_its_clips(inner, documents, tmp_path):
    resolve = documents({7: inner})
    outer = timeline((nested(7, 0, 24),), sound=(nested(7, 0, 24),))
    made = [tmp_path / "nested.mp4", tmp_path / "flat.mp4"]
    for cut, out in zip((outer, inner), made, strict=True):
        export_timeline(cut, out, resolve, QUICK)
    assert made[0].read_bytes() == made[1].read_bytes()


def test_louder_and_switched_off(footage, inner, documents):
    resolve = documents({7: inner})
    loud = flat(timeline((), sound=(nested(7, 0, 20, gain_db=6.0),)), resolve)
    assert [item.gain_db for item in loud.audio_tracks[1].items] == [6.0]
    off = flat(timeline((replace(nested(7, 0, 20), enabled=False),)), resolve)
    assert not any(track.items for track in off.tracks)


def test_a_circle_is_refused(documents):
    one, other = timeline((nested(2, 0, 5),)), timeline((nested(1, 0, 5),))
    resolve = documents({1: one, 2: other})
    with pytest.raises(NestingError, match="contains itself"):
        flat(one, resolve)


@pytest.mark.parametrize(
    "changed", [{"speed": Fraction(2)}, {"opacity": 0.5}, {"blend": "screen"}, {"pan": 1.0}]
)
def test_what_a_whole_timeline_cannot_be_is_refused(inner, documents, changed):
    with pytest.raises(NestingError, match="Reset its speed"):
        flat(timeline((nested(7, 0, 5, **changed),)), documents({7: inner}))


def test_another_shape_is_refused(inner, documents):
    resolve = documents({7: replace(inner, width=180, height=320)})
    with pytest.raises(NestingError, match="same shape"):
        flat(timeline((nested(7, 0, 5),)), resolve)


def test_a_timeline_without_any_stays_the_same(inner, documents):
    assert flat(inner, documents({})) is inner
