"""Transforms, opacity, blend modes, fades: where each pixel and each sample comes to lie."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from media_factory import read_stamp, stamped_png, stamped_video, tone
from timeline_studio.render import Compositor
from timeline_studio.timeline import edits
from timeline_studio.timeline.effects.animation import Keyframe, value_at
from timeline_studio.timeline.effects.fade import Fade
from timeline_studio.timeline.effects.transform import Transform
from timeline_studio.timeline.model import Generator, MediaReference, Timeline, Title
from timeline_studio.timeline.time import FLICKS_PER_SECOND, sample_at, sample_start

Make = Callable[..., Any]
Numbers = np.ndarray[Any, Any]
RATE = Fraction(30)
SIZE = (640, 360)
SAMPLE_RATE = 48_000


def file_of(media: MediaReference) -> Path:
    return Path(media.url)


@pytest.fixture
def stamped(tmp_path: Path) -> Path:
    return stamped_video(tmp_path / "a.mp4", frames=12, size=SIZE, start_number=40)


def moving(value: float) -> tuple[Keyframe, ...]:
    """Keyframes that hold a value: what is painted, not laid on whole pixels."""
    return (Keyframe(0, value), Keyframe(1000, value))


@pytest.mark.parametrize("animate", [float, moving], ids=["settled", "moving"])
@pytest.mark.parametrize(
    ("transform", "region"),
    [
        ({"scale": 0.5}, (160, 90, 320, 180)),
        ({"scale": 0.5, "x": 0.25, "y": -0.25}, (320, 0, 320, 180)),
        ({"scale": 0.25, "anchor_x": 0.0, "anchor_y": 0.0}, (0, 0, 160, 90)),
        ({"scale": 0.5, "anchor_x": 1.0, "anchor_y": 0.5}, (320, 90, 320, 180)),
        ({"x": 0.1}, (64, 0, 640, 360)),
    ],
    ids=str,
)
def test_a_picture_comes_to_lie_where_its_transform_says(
    transform: dict[str, float],
    region: tuple[int, ...],
    animate: Callable[[float], Any],
    stamped: Path,
    film: Make,
    picture_at: Make,
) -> None:
    pose = Transform(**{name: animate(value) for name, value in transform.items()})
    plan = film(RATE, SIZE)
    shown = picture_at(plan.timeline((plan.clip(stamped, 0, 12, transform=pose),)), 3)
    x, y, width, height = region
    if x + width <= SIZE[0]:
        assert read_stamp(shown, region=region) == 43
    outside = np.ones(shown.shape[:2], bool)
    outside[max(0, y - 2) : y + height + 2, max(0, x - 2) : x + width + 2] = False
    assert not outside.any() or shown[outside].max() <= 2
    inside = shown[y + 4 : y + height - 4, x + 4 : min(x + width, 640) - 4]
    assert inside.mean() > 50


@pytest.mark.parametrize("animate", [float, moving], ids=["settled", "moving"])
def test_a_crop_takes_away_and_moves_nothing(
    animate: Callable[[float], Any], stamped: Path, film: Make, picture_at: Make
) -> None:
    plan = film(RATE, SIZE)
    crop = Transform(crop_left=animate(0.25), crop_bottom=animate(0.5))
    whole = picture_at(plan.timeline((plan.clip(stamped, 0, 12),)), 3)
    cropped = picture_at(plan.timeline((plan.clip(stamped, 0, 12, transform=crop),)), 3)
    assert cropped[:, :158].max() <= 2
    assert cropped[182:].max() <= 2
    kept = (slice(0, 176), slice(164, 640))
    assert np.abs(cropped[kept].astype(int) - whole[kept]).mean() < 2


@pytest.mark.parametrize("animate", [float, moving], ids=["settled", "moving"])
def test_pictures_are_mirrored_and_turned(
    animate: Callable[[float], Any], stamped: Path, film: Make, picture_at: Make
) -> None:
    plan = film(RATE, SIZE)

    def shown(**properties: Any) -> Numbers:
        pose = Transform(scale=animate(0.5), **properties)
        return picture_at(plan.timeline((plan.clip(stamped, 0, 12, transform=pose),)), 3)

    assert read_stamp(shown(flip_x=True)[:, ::-1], region=(160, 90, 320, 180)) == 43
    assert read_stamp(shown(flip_y=True)[::-1], region=(160, 90, 320, 180)) == 43
    turned = shown(rotation=90.0)  # clockwise: turned back, it stands in a frame on its side
    assert read_stamp(np.rot90(turned), region=(20, 230, 320, 180)) == 43
    assert read_stamp(shown(rotation=180.0)[::-1, ::-1], region=(160, 90, 320, 180)) == 43


def test_a_photograph_and_a_title_are_transformed_too(
    film: Make, picture_at: Make, tmp_path: Path
) -> None:
    plan = film(RATE, SIZE)
    photo = stamped_png(tmp_path / "a.png", 77, size=(1280, 720))
    pose = Transform(scale=moving(0.5), x=0.25)
    still = msgspec.structs.replace(plan.still(photo, 0, 10), transform=pose)
    assert read_stamp(picture_at(plan.timeline((still,)), 2), region=(320, 90, 320, 180)) == 77

    title = Title(id="t", start=0, duration=plan.time(10), text="III", size=30)
    centred = picture_at(plan.timeline((title,)), 0)
    moved = msgspec.structs.replace(title, transform=Transform(x=-0.25))
    np.testing.assert_allclose(
        picture_at(plan.timeline((moved,)), 0)[:, :480], centred[:, 160:], atol=3
    )


def test_what_moves_slowly_glides_between_pixels(film: Make, picture_at: Make) -> None:
    plan = film(RATE, SIZE)
    path = (Keyframe(0, 0.0), Keyframe(plan.time(20), 10 / 640))
    box = Generator(
        id="box",
        start=0,
        duration=plan.time(30),
        color="#FFFFFF",
        transform=Transform(scale=0.5, x=path),
    )
    columns = np.arange(640)
    centres = []
    for frame in range(20):
        row = picture_at(plan.timeline((box,)), frame)[180].mean(axis=1)
        centres.append((row * columns).sum() / row.sum())
    np.testing.assert_allclose(np.diff(centres), 0.5, atol=0.1)


def grey(level: int) -> str:
    return f"#{level:02X}{level:02X}{level:02X}"


def colour(film: Make, value: str, **properties: Any) -> Generator:
    duration = film(RATE).time(30)
    return Generator(
        id=f"g{value}{len(properties)}", start=0, duration=duration, color=value, **properties
    )


@pytest.mark.parametrize("scale", [1.0, 0.5], ids=["fills", "smaller"])
def test_opacity_follows_its_keyframes_within_two_code_values(
    scale: float, film: Make, picture_at: Make
) -> None:
    plan = film(RATE, SIZE)
    ramp = (
        Keyframe(0, 0.0),
        Keyframe(plan.time(10), 1.0, "ease"),
        Keyframe(plan.time(20), 0.3, "hold"),
        Keyframe(plan.time(25), 0.8),
    )
    above = colour(film, grey(220), opacity=ramp, transform=Transform(scale=scale))
    timeline = plan.timeline((colour(film, grey(20)),), (above,))
    for frame in (0, 3, 5, 10, 12, 15, 20, 24, 25, 29):
        opacity = value_at(ramp, plan.time(frame))
        expected = 20 + (220 - 20) * opacity
        assert picture_at(timeline, frame)[180, 320] == pytest.approx([expected] * 3, abs=2)


def test_fades_are_ramps_within_two_code_values(film: Make, picture_at: Make) -> None:
    plan = film(RATE, SIZE)
    item = colour(film, "#FFFFFF", fade_in=Fade(plan.time(10)), fade_out=Fade(plan.time(8)))
    timeline = plan.timeline((item,))
    for frame in range(30):
        share = min(1.0, (frame + 0.5) / 10, (30 - frame - 0.5) / 8)
        assert picture_at(timeline, frame)[0, 0] == pytest.approx([255 * share] * 3, abs=2)


def _overlay(below: Numbers, above: Numbers) -> Numbers:
    return np.where(below < 0.5, 2 * below * above, 1 - 2 * (1 - below) * (1 - above))


MODES: dict[str, Callable[[Numbers, Numbers], Numbers]] = {
    "screen": lambda below, above: 1 - (1 - below) * (1 - above),
    "multiply": lambda below, above: below * above,
    "add": lambda below, above: np.minimum(1, below + above),
    "overlay": _overlay,
}


@pytest.mark.parametrize("opacity", [1.0, 0.5])
@pytest.mark.parametrize("mode", MODES)
def test_blend_modes_are_those_of_red_green_and_blue(
    mode: Any, opacity: float, film: Make, picture_at: Make
) -> None:
    plan = film(RATE, SIZE)
    low, high = np.array([200, 90, 60]) / 255, np.array([120, 180, 40]) / 255
    names = ["#" + "".join(f"{round(v * 255):02X}" for v in each) for each in (low, high)]
    above = colour(film, names[1], blend=mode, opacity=opacity, transform=Transform(scale=0.5))
    shown = picture_at(plan.timeline((colour(film, names[0]),), (above,)), 0)
    expected = low + (MODES[mode](low, high) - low) * opacity
    assert shown[180, 320] == pytest.approx(expected * 255, abs=4)
    assert shown[10, 10] == pytest.approx(low * 255, abs=4)


def animated_film(film: Make, stamped: Path) -> Timeline:
    plan = film(RATE, SIZE)
    pose = Transform(
        scale=(Keyframe(0, 0.5), Keyframe(plan.time(12), 1.2, "ease")),
        rotation=(Keyframe(0, 0.0), Keyframe(plan.time(12), 20.0)),
    )
    turning = plan.clip(
        stamped, 2, 10, transform=pose, fade_in=Fade(plan.time(4)), fade_out=Fade(plan.time(3))
    )
    return plan.timeline(
        (colour(film, "#405060"),), (turning,), (colour(film, "#FF0000", blend="screen"),)
    )


def test_an_export_composes_what_the_monitor_shows(
    stamped: Path, film: Make, picture_at: Make
) -> None:
    timeline = animated_film(film, stamped)
    exporting = Compositor(timeline, file_of, look_ahead=FLICKS_PER_SECOND)
    for frame in range(14):
        composed = exporting.frame(film(RATE).time(frame))
        shown = composed.reformat(format="rgb24", src_colorspace="ITU709", src_color_range="MPEG")
        np.testing.assert_array_equal(shown.to_ndarray(), picture_at(timeline, frame))
    exporting.close()


def test_a_clip_is_shown_as_it_is_once_its_fade_is_over(
    stamped: Path, film: Make, picture_at: Make
) -> None:
    plan = film(RATE, SIZE)
    clip = plan.clip(stamped, 0, 12)
    fading = msgspec.structs.replace(clip, fade_in=Fade(plan.time(4)))
    for frame, is_same in ((3, False), (4, True), (11, True)):
        shown = [picture_at(plan.timeline((each,)), frame) for each in (clip, fading)]
        assert np.array_equal(*shown) is is_same


@pytest.fixture
def sounding(tmp_path: Path) -> Path:
    return tone(tmp_path / "a.wav", duration=2, sample_rate=SAMPLE_RATE)


def test_fades_gains_and_pans_are_exact_to_the_sample(
    sounding: Path, film: Make, mixed: Make
) -> None:
    plan = film(RATE)
    at = sample_start(12_345, SAMPLE_RATE)
    gains = (Keyframe(0, -12.0), Keyframe(at, 0.0, "hold"), Keyframe(2 * at, -20.0))
    pans = (Keyframe(0, -1.0), Keyframe(at, 1.0, "ease"), Keyframe(2 * at, 0.0))
    fade_in, fade_out = Fade(plan.time(6)), Fade(plan.time(9), plan.time(2))
    bare = plan.clip(sounding, 10, 45)
    full = msgspec.structs.replace(
        bare, gain_db=gains, pan=pans, fade_in=fade_in, fade_out=fade_out
    )
    start = sample_at(bare.start, SAMPLE_RATE)
    count = sample_at(bare.duration, SAMPLE_RATE)
    plain = mixed(plan.timeline(sound=(bare,)), count, start=start)
    heard = mixed(plan.timeline(sound=(full,)), count, start=start)

    samples = np.arange(count)
    times = samples * (FLICKS_PER_SECOND // SAMPLE_RATE)
    gain = np.array([value_at(gains, time) for time in times])
    angle = (np.array([value_at(pans, time) for time in times]) + 1) * np.pi / 4
    rise = np.clip((samples + 0.5) / sample_at(fade_in.duration, SAMPLE_RATE), 0, 1)
    length, cut = (sample_at(each, SAMPLE_RATE) for each in (fade_out.duration, fade_out.cut))
    fall = np.clip((count - samples - 0.5 + cut) / length, 0, 1)
    level = 10 ** (gain / 20) * np.sin(rise * np.pi / 2) * np.sin(fall * np.pi / 2)
    expected = plain * level * np.sqrt(2) * np.stack([np.cos(angle), np.sin(angle)])
    np.testing.assert_allclose(heard, expected, atol=1e-6)
    assert gain[12_345] == 0
    assert gain[12_346] == 0
    assert gain[24_690] == -20


def test_sound_of_two_halves_is_that_of_the_whole(sounding: Path, film: Make, mixed: Make) -> None:
    plan = film(RATE)
    gains = (Keyframe(0, -12.0), Keyframe(plan.time(30), 6.0, "ease"))
    clip = plan.clip(sounding, 0, 45, gain_db=gains, fade_in=Fade(plan.time(30)), pan=0.5)
    whole = plan.timeline(sound=(clip,))
    halves = edits.split(whole, [clip.id], plan.time(17))
    count = sample_at(clip.duration, SAMPLE_RATE)
    np.testing.assert_allclose(mixed(halves, count), mixed(whole, count), atol=1e-6)
