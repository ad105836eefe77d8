"""Each effect's pixels beside a reference in numpy, as `timeline.effects.effect` puts it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from timeline_studio.media import MediaError
from timeline_studio.render.effects.pixels import made_of
from timeline_studio.render.effects.stack import EffectStack
from timeline_studio.render.filters import FrameFilters
from timeline_studio.render.geometry import Size
from timeline_studio.render.layering import plane_of
from timeline_studio.render.placing import Placer
from timeline_studio.render.pose import Rect
from timeline_studio.render.posing import Unposed
from timeline_studio.render.sources import Sources
from timeline_studio.timeline.effects.curve import Curve
from timeline_studio.timeline.effects.effect import (
    Blur,
    ChromaKey,
    Contrast,
    Curves,
    Effect,
    Exposure,
    Lut,
    Saturation,
    Sharpen,
    Temperature,
    Vignette,
)
from timeline_studio.timeline.model import MediaReference

Numbers = np.ndarray[Any, Any]
SIZE = Size(320, 192)
PATCH = 16
LUMA = np.array([0.2126, 0.7152, 0.0722])
DIGEST = "0a" * 20
BEND = ((0.0, 0.1), (0.3, 0.5), (1.0, 0.9))


@pytest.fixture
def luts(tmp_path: Path) -> Path:
    return tmp_path / "it's a: folder"


@pytest.fixture
def stack(luts: Path) -> EffectStack:
    def resolve(media: MediaReference) -> Path:
        return luts / f"{media.url.removeprefix('lut:')}.cube"

    filters = FrameFilters()
    return EffectStack(SIZE, Placer(SIZE, filters), filters, Sources(resolve))


def patches() -> Numbers:
    """R'G'B', 0 to 1, of each patch: greys, then colours of all kinds."""
    count = (SIZE.height // PATCH, SIZE.width // PATCH)
    colours = np.random.default_rng(4).random((*count, 3))
    colours[0] = np.linspace(0, 1, count[1])[:, np.newaxis]
    colours[1] = colours[1] * [0.1, 0.2, 0.1] + [0, 0.75, 0]
    return colours


def to_codes(rgb: Numbers) -> Numbers:
    """Y, Cb, Cr, 8 bits, limited, not rounded."""
    luma = rgb @ LUMA
    blue, red = (rgb[..., 2] - luma) / 1.8556, (rgb[..., 0] - luma) / 1.5748
    return np.stack([16 + 219 * luma, 128 + 224 * blue, 128 + 224 * red], axis=-1)


def to_rgb(codes: Numbers) -> Numbers:
    luma, blue, red = (codes[..., 0] - 16) / 219, *((codes[..., i] - 128) / 224 for i in (1, 2))
    r, b = luma + 1.5748 * red, luma + 1.8556 * blue
    return np.stack([r, (luma - LUMA[0] * r - LUMA[2] * b) / LUMA[1], b], axis=-1)


def chart(rgb: Numbers) -> av.VideoFrame:
    codes = np.rint(to_codes(rgb)).astype(np.uint8)
    sizes = (PATCH, PATCH // 2, PATCH // 2)
    return made_of([np.kron(codes[..., i], np.ones((n, n), np.uint8)) for i, n in enumerate(sizes)])


def picture(frame: av.VideoFrame) -> Unposed:
    whole = Rect(0, 0, SIZE.width, SIZE.height)
    return Unposed(frame, whole, whole)


def middles(frame: av.VideoFrame) -> Numbers:
    """Y, Cb, Cr in the middle of each patch."""
    half = PATCH // 2
    luma = plane_of(frame, 0)[half::PATCH, half::PATCH]
    chroma = [plane_of(frame, i)[half // 2 :: half, half // 2 :: half] for i in (1, 2)]
    return np.stack([luma, *chroma], axis=-1).astype(float)


def exposed(rgb: Numbers) -> Numbers:
    return np.sign(rgb) * (np.abs(rgb) ** 2.4 * 2**0.7) ** (1 / 2.4)


def contrasted(rgb: Numbers) -> Numbers:
    return 0.4 + 1.6 * (rgb - 0.4)


def saturated(rgb: Numbers) -> Numbers:
    grey = (rgb @ LUMA)[..., np.newaxis]
    return grey + 0.35 * (rgb - grey)


def warmed(rgb: Numbers) -> Numbers:
    light = np.array([2**0.4, 2**-0.15, 2**-0.4])
    return rgb * (light / (light @ LUMA)) ** (1 / 2.4)


def curved(rgb: Numbers) -> Numbers:
    bend = np.vectorize(Curve(BEND).at)
    after = bend(np.clip(rgb, 0, 1))
    after[..., 0] = bend(after[..., 0])
    return rgb + 0.5 * (after - rgb)


@pytest.mark.parametrize(
    ("effect", "reference"),
    [
        (Exposure(stops=0.7), exposed),
        (Contrast(amount=1.6, pivot=0.4), contrasted),
        (Saturation(amount=0.35), saturated),
        (Temperature(temperature=0.8, tint=0.3), warmed),
        (Curves(master=BEND, red=BEND, amount=0.5), curved),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_colour_effect_is_within_two_codes(
    effect: Effect, reference: Callable[[Numbers], Numbers], stack: EffectStack
) -> None:
    frame = chart(patches())

    shown = stack.applied(picture(frame), (effect,)).frame

    before = np.clip(to_rgb(middles(frame)), 0, 1)
    wanted = to_codes(np.clip(reference(before), 0, 1))
    assert np.abs(middles(shown) - wanted).max() <= 2


def test_a_run_of_tones_is_held_within_its_range_at_the_end_only(stack: EffectStack) -> None:
    frame = chart(patches())
    there_and_back = (Exposure(stops=3.0), Exposure(stops=-3.0))
    shown = stack.applied(picture(frame), there_and_back).frame
    assert np.abs(middles(shown) - middles(frame)).max() <= 2


def write_cube(folder: Path, rows: Numbers, name: str = "LUT_3D_SIZE", size: int = 0) -> Path:
    folder.mkdir(exist_ok=True)
    lines = [
        f"{name} {size or len(rows)}",
        *(" ".join(map(str, row)) for row in rows.reshape(-1, 3)),
    ]
    path = folder / f"{DIGEST}.cube"
    path.write_text("\n".join(lines))
    return path


@pytest.mark.parametrize("amount", [1.0, 0.25])
def test_a_lut_gives_the_colours_of_its_table(
    amount: float, luts: Path, stack: EffectStack
) -> None:
    steps = np.linspace(0, 1, 5)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")
    write_cube(luts, np.stack([0.2 + 0.5 * green, 1 - red, 0.5 * blue + 0.25 * red], axis=-1))
    frame = chart(patches())

    shown = stack.applied(picture(frame), (Lut(digest=DIGEST, amount=amount),)).frame

    r, g, b = np.moveaxis(np.clip(to_rgb(middles(frame)), 0, 1), -1, 0)
    after = np.stack([0.2 + 0.5 * g, 1 - r, 0.5 * b + 0.25 * r], axis=-1)
    before = np.stack([r, g, b], axis=-1)
    assert np.abs(middles(shown) - to_codes(before + amount * (after - before))).max() <= 2


def test_a_lut_by_channel_is_a_table(luts: Path, stack: EffectStack) -> None:
    steps = np.linspace(0, 1, 9)[:, np.newaxis]
    write_cube(luts, np.hstack([1 - steps, 0.5 * steps, steps]), "LUT_1D_SIZE")
    frame = chart(patches())

    shown = stack.applied(picture(frame), (Lut(digest=DIGEST),)).frame

    rgb = np.clip(to_rgb(middles(frame)), 0, 1)
    wanted = to_codes(rgb * [-1, 0.5, 1] + [1, 0, 0])
    assert np.abs(middles(shown) - wanted).max() <= 2


def test_a_broken_lut_is_told_by_its_name_and_line(luts: Path, stack: EffectStack) -> None:
    write_cube(luts, np.zeros((7, 3)), size=2)
    with pytest.raises(MediaError, match=r"Teal.cube .* line 8: there are 7 colours, not 8"):
        stack.applied(picture(chart(patches())), (Lut(digest=DIGEST, name="Teal.cube"),))


def recursive(plane: Numbers, sigma: float, passes: int = 4) -> Numbers:
    """Alvarez and Mazorra's Gaussian, whose edges hold."""
    share = sigma * sigma / (2 * passes)
    nu = (1 + 2 * share - np.sqrt(1 + 4 * share)) / (2 * share)

    def across(rows: Numbers) -> Numbers:
        rows = rows.astype(float)
        for _ in range(passes):
            rows[:, 0] /= 1 - nu
            for x in range(1, rows.shape[1]):
                rows[:, x] += nu * rows[:, x - 1]
            rows[:, -1] /= 1 - nu
            for x in range(rows.shape[1] - 1, 0, -1):
                rows[:, x - 1] += nu * rows[:, x]
        return rows * (nu / share) ** passes

    return across(across(plane).T).T


def test_a_blur_is_as_wide_in_chroma_as_in_luma(stack: EffectStack) -> None:
    frame = chart(patches())
    shown = stack.applied(picture(frame), (Blur(radius=0.02),)).frame
    for index, sigma in enumerate((3.84, 1.92, 1.92)):
        wanted = recursive(plane_of(frame, index), sigma)
        assert np.abs(plane_of(shown, index) - wanted).max() <= 2


def test_a_blur_stays_near_a_gaussian(stack: EffectStack) -> None:
    plane = np.full((SIZE.height, SIZE.width), 16, np.uint8)
    plane[:, 160:] = 235
    grey = np.full((SIZE.height // 2, SIZE.width // 2), 128, np.uint8)
    shown = stack.applied(picture(made_of([plane, grey, grey])), (Blur(radius=0.05),)).frame
    row = plane_of(shown, 0)[96].astype(float)
    slope = np.diff((row - 16) / 219)
    places = np.arange(1, SIZE.width) - 160
    deviation = np.sqrt((slope * places**2).sum() - (slope * places).sum() ** 2)
    assert deviation == pytest.approx(9.6, rel=0.06)


def test_sharpening_adds_what_a_blur_takes(stack: EffectStack) -> None:
    frame = chart(patches())
    shown = stack.applied(picture(frame), (Sharpen(amount=0.8, radius=0.01),)).frame
    luma = plane_of(frame, 0).astype(float)
    wanted = np.clip(luma + 0.8 * (luma - recursive(luma, 1.92)), 0, 255)
    assert np.abs(plane_of(shown, 0) - wanted).max() <= 2
    assert (plane_of(shown, 1) == plane_of(frame, 1)).all()


def test_a_key_clears_what_is_like_it_and_takes_its_spill(stack: EffectStack) -> None:
    frame = chart(patches())
    effect = ChromaKey(color="#10C818", similarity=0.15, softness=0.2, spill=0.6)

    shown = stack.applied(picture(frame), (effect,)).frame

    codes = middles(frame)
    chroma = (codes[..., 1:] - 128) / 224
    key = (to_codes(np.array([0x10, 0xC8, 0x18]) / 255)[1:] - 128) / 224
    distance = np.hypot(*np.moveaxis(chroma - key, -1, 0))
    alpha = 255 * np.clip((distance - 0.15) / 0.2, 0, 1)
    towards = key / np.hypot(*key)
    along, aside = chroma @ towards, np.abs(chroma @ [towards[1], -towards[0]])
    chroma -= 0.6 * np.maximum(0, along - aside)[..., np.newaxis] * towards
    opaque = plane_of(shown, 3)[PATCH // 2 :: PATCH, PATCH // 2 :: PATCH]
    assert shown.format.name == "yuva420p"
    assert np.abs(opaque - alpha).max() <= 2
    assert np.abs(middles(shown)[..., 1:] - (128 + 224 * chroma)).max() <= 2
    assert (middles(shown)[..., 0] == codes[..., 0]).all()
    assert opaque[1].max() < 128
    assert (opaque > 250).any()


def test_what_is_clear_stays_so_under_a_key(stack: EffectStack) -> None:
    frame = chart(patches())
    alpha = np.full((SIZE.height, SIZE.width), 100, np.uint8)
    clear = made_of([*(plane_of(frame, index) for index in range(3)), alpha], "yuva420p")
    effect = ChromaKey(color="#808080", similarity=0.1, softness=0.1, spill=1.0)

    keyed = plane_of(stack.applied(picture(clear), (effect,)).frame, 3)
    opaque = stack.applied(picture(frame), (effect,)).frame

    assert np.abs(keyed - plane_of(opaque, 3) * (100 / 255)).max() <= 1
    assert np.abs(middles(opaque) - middles(frame)).max() <= 1  # grey has no hue to take away


def test_a_vignette_darkens_towards_the_corners(stack: EffectStack) -> None:
    frame = chart(patches())
    shown = stack.applied(picture(frame), (Vignette(amount=0.7, size=0.3, softness=0.5),)).frame
    rows, columns = np.mgrid[: SIZE.height, : SIZE.width] + 0.5
    distance = np.hypot(columns / SIZE.width * 2 - 1, rows / SIZE.height * 2 - 1) / np.sqrt(2)
    share = np.clip((distance - 0.3) / 0.5, 0, 1)
    light = 1 - 0.7 * share**2 * (3 - 2 * share)
    wanted = 16 + (plane_of(frame, 0) - 16.0) * light
    assert np.abs(plane_of(shown, 0) - wanted).max() <= 2


def test_what_is_clear_gives_no_colour_to_a_blur(stack: EffectStack) -> None:
    codes = np.rint(to_codes(np.array([1.0, 0.5, 0.0])))
    planes = [np.full((96 // n, 160 // n), codes[i], np.uint8) for i, n in enumerate((1, 2, 2))]
    alpha = np.zeros((96, 160), np.uint8)
    alpha[32:64, 48:112] = 255
    planes[0][alpha == 0] = 235
    part = Unposed(
        made_of([*planes, alpha], "yuva420p"),
        Rect(80, 40, 160, 96),
        picture(chart(patches())).whole,
    )

    shown = stack.applied(part, (Blur(radius=0.03),))

    opaque = plane_of(shown.frame, 3)
    visible = opaque > 60
    assert (shown.place.x, shown.place.width) == (62, 196)
    assert (shown.frame.width, shown.frame.height) == (196, 132)
    assert np.abs(plane_of(shown.frame, 0)[visible] - codes[0]).max() <= 3
    assert opaque.sum() == pytest.approx(alpha.sum(), rel=0.01)


def test_effects_in_other_orders_look_otherwise(stack: EffectStack) -> None:
    frame = chart(patches())
    effects = (Saturation(amount=0.0), ChromaKey(color="#00C000"), Contrast(amount=0.5))
    shown = stack.applied(picture(frame), effects).frame
    other = stack.applied(picture(frame), effects[::-1]).frame
    assert plane_of(shown, 3).min() == 255
    assert plane_of(other, 3).min() < 255
