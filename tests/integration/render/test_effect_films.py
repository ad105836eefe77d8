"""Effects in films: in the monitor as in the export, with what is below, over time."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from media_factory import stamped_video
from timeline_studio.media import MediaError
from timeline_studio.render import Compositor
from timeline_studio.render.exporter import check_media
from timeline_studio.render.sources import Sources
from timeline_studio.timeline import edits
from timeline_studio.timeline.effects.animation import Keyframe
from timeline_studio.timeline.effects.effect import (
    Blur,
    ChromaKey,
    Exposure,
    Lut,
    Saturation,
    Vignette,
)
from timeline_studio.timeline.effects.transform import Transform
from timeline_studio.timeline.model import Generator, MediaReference, Timeline, Title, Track
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start

Make = Callable[..., Any]
RATE = Fraction(30)
SIZE = (320, 180)
SECOND = FLICKS_PER_SECOND


def colour(name: str, color: str, **look: Any) -> Generator:
    return Generator(id=name, start=0, duration=SECOND, color=color, **look)


def stacked(*items: Any) -> Timeline:
    tracks = tuple(Track(id=item.id, kind="video", items=(item,)) for item in items)
    return Timeline(rate=RATE, width=SIZE[0], height=SIZE[1], tracks=tracks)


def test_a_key_shows_what_is_below(picture_at: Make) -> None:
    screen = colour("screen", "#00C000", effects=(ChromaKey(color="#00C000"),))
    shown = picture_at(stacked(colour("red", "#C00000"), screen), 3)
    assert np.abs(shown.astype(int) - [0xC0, 0, 0]).max() <= 3


def test_an_effect_that_is_off_or_changes_nothing_costs_nothing(tmp_path: Path, film: Make) -> None:
    source = stamped_video(tmp_path / "a.mp4", frames=6, size=SIZE)
    plan = film(RATE, SIZE)
    plain = plan.timeline((plan.clip(source, 0, 6),))
    idle = (Blur(enabled=False), Exposure(), Saturation(), Lut(), Blur(radius=0.0))
    effected = plan.timeline((plan.clip(source, 0, 6, effects=idle),))
    pictures = []
    for timeline in (plain, effected):
        compositor = Compositor(timeline, lambda media: Path(media.url))
        pictures.append(compositor.frame(frame_start(2, RATE)).to_ndarray())
        compositor.close()
    assert (pictures[0] == pictures[1]).all()


def test_a_number_moves_with_its_keyframes(picture_at: Make) -> None:
    stops = (Keyframe(0, -2.0), Keyframe(SECOND, 0.0))
    timeline = stacked(colour("grey", "#808080", effects=(Exposure(stops=stops),)))
    seen = [int(picture_at(timeline, frame).mean()) for frame in (0, 15, 29)]
    wanted = [128 * 2 ** (stops / 2.4) for stops in (-2, -1, -2 / 30)]
    assert seen == pytest.approx(wanted, abs=2)


def test_an_effect_comes_before_the_transform(picture_at: Make) -> None:
    """A small picture has its vignette in its own corners."""
    look = {"effects": (Vignette(amount=1.0, size=0.0, softness=1.0),)}
    small = colour("white", "#FFFFFF", transform=Transform(scale=0.5), **look)
    shown = picture_at(stacked(small), 3)[..., 0]
    whole = picture_at(stacked(colour("white", "#FFFFFF", **look)), 3)[::2, ::2, 0]
    assert shown[:43].max() <= 1
    assert np.abs(shown[44:134, 80:240].astype(int) - whole).mean() < 3


def test_a_blurred_title_spreads_beyond_its_letters(picture_at: Make) -> None:
    title = Title(id="title", start=0, duration=SECOND, text="M", size=30.0, color="#FF8000")
    sharp = picture_at(stacked(title), 3)
    soft = picture_at(stacked(edit(title, Blur(radius=0.05))), 3)
    inside, outside = sharp.max(axis=-1) > 0, soft.max(axis=-1) > 0
    assert outside.sum() > 1.5 * inside.sum()
    strong = soft[..., 0] > 60
    assert (soft[strong][:, 0] > soft[strong][:, 2]).all()


def edit(item: Any, effect: Any) -> Any:
    timeline = edits.add_effect(stacked(item), [item.id], effect)
    return timeline.tracks[0].items[0]


def test_what_is_exported_is_what_was_seen(
    tmp_path: Path, film: Make, render: Make, picture_at: Make
) -> None:
    source = stamped_video(tmp_path / "a.mp4", frames=8, size=SIZE)
    plan = film(RATE, SIZE)
    effects = (Exposure(stops=(Keyframe(0, 0.0), Keyframe(SECOND, 2.0))), Saturation(amount=0.3))
    timeline = plan.timeline((plan.clip(source, 0, 8, effects=effects),))
    exported = render(timeline)
    for frame in (0, 5):
        seen = picture_at(timeline, frame).astype(int)
        assert np.abs(exported.rgb(frame).astype(int) - seen).mean() < 4


def test_a_lut_that_is_gone_is_told_before_the_work_begins(tmp_path: Path) -> None:
    def resolve(media: MediaReference) -> Path:
        raise MediaError(f"The LUT “{media.name}” is not on this computer.")

    lut = Lut(digest="ab" * 20, name="Teal.cube")
    timeline = stacked(colour("red", "#C00000", effects=(lut,)))
    with pytest.raises(MediaError, match=r"Teal\.cube"):
        check_media(timeline, tmp_path / "out.mp4", Sources(resolve))
