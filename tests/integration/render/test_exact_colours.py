"""Patches of colour come back as they went in, whatever the source's tags say they are."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from timeline_studio.render import ExportOptions

RATE = Fraction(25)
Make = Callable[..., Any]
NEARLY_LOSSLESS = ExportOptions(preset="ultrafast", crf=1)
PATCHES = np.array(
    [(235, 52, 36), (40, 190, 60), (30, 70, 210), (230, 200, 40), (128, 128, 128), (250, 250, 250)]
)
_LUMA = {"bt601": (0.299, 0.114), "bt709": (0.2126, 0.0722), "bt2020": (0.2627, 0.0593)}
"""What red and blue weigh in each matrix: BT.601, BT.709 and BT.2020."""
_CODES = {"bt601": 6, "bt709": 1, "bt2020": 9}


def coded(colours: np.ndarray, matrix: str, *, full: bool, bits: int) -> np.ndarray:
    """Y, Cb and Cr of colours of 0 to 255, as integers of `bits`."""
    red, green, blue = np.asarray(colours, np.float64).T / 255
    kr, kb = _LUMA[matrix]
    y = kr * red + (1 - kr - kb) * green + kb * blue
    cb, cr = (blue - y) / (2 * (1 - kb)), (red - y) / (2 * (1 - kr))
    top, unit = 2**bits - 1, 2 ** (bits - 8)
    if full:
        planes = [y * top, cb * top + 2 ** (bits - 1), cr * top + 2 ** (bits - 1)]
    else:
        planes = [(16 + 219 * y) * unit, (128 + 224 * cb) * unit, (128 + 224 * cr) * unit]
    return np.rint(np.clip(planes, 0, top)).astype(int)


def patches_of(frame: av.VideoFrame) -> np.ndarray:
    """Y, Cb and Cr in the middle of each patch: (3, 6)."""
    planes = []
    for plane in frame.planes:
        rows = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
        high, wide = plane.height // 2, plane.width // 3
        planes.append(rows[high // 2 :: high, wide // 2 : plane.width : wide].reshape(-1))
    return np.array(planes, int)


def patch_film(
    path: Path,
    colours: np.ndarray,
    *,
    bits: int = 8,
    size: tuple[int, int] = (192, 128),
    tags: dict[str, int],
) -> Path:
    """Two rows of three patches, given as Y, Cb and Cr, in FFV1; a second long."""
    form = "yuv420p" if bits == 8 else "yuv420p10le"
    kind = np.uint8 if bits == 8 else np.uint16
    with av.open(str(path), "w") as container:
        stream = container.add_stream("ffv1", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = *size, form
        for name, code in tags.items():
            setattr(stream.codec_context, name, code)
        for number in range(int(RATE)):
            frame = av.VideoFrame(*size, form)
            for plane, levels in zip(frame.planes, colours, strict=True):
                grid = np.array(levels).reshape(2, 3)
                grid = grid.repeat(plane.height // 2, 0).repeat(plane.width // 3, 1)
                rows = np.zeros((plane.height, plane.line_size // kind().itemsize), kind)
                rows[:, : plane.width] = grid
                plane.update(rows.tobytes())
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


@pytest.mark.parametrize("bits", [8, 10])
@pytest.mark.parametrize("full", [False, True], ids=["limited", "full"])
@pytest.mark.parametrize("matrix", _LUMA)
def test_patches_come_back_within_one_code_value_through_a_lossless_export(
    matrix: str, full: bool, bits: int, film: Make, render: Make, tmp_path: Path
) -> None:
    tags = {"colorspace": _CODES[matrix], "color_range": 2 if full else 1}
    colours = coded(PATCHES, matrix, full=full, bits=bits)
    source = patch_film(tmp_path / "a.mkv", colours, bits=bits, tags=tags)
    plan = film(RATE, size=(192, 128))

    rendered = render(plan.timeline((plan.clip(source, 0, 3),)), NEARLY_LOSSLESS)

    expected = coded(PATCHES, "bt709", full=False, bits=8)
    assert np.abs(patches_of(rendered.pictures[1]) - expected).max() <= 1


def test_an_export_says_what_its_numbers_mean(film: Make, render: Make, tmp_path: Path) -> None:
    colours = coded(PATCHES, "bt601", full=True, bits=8)
    tags = {"colorspace": 6, "color_range": 2, "color_primaries": 6, "color_trc": 6}
    plan = film(RATE, size=(192, 128))

    source = patch_film(tmp_path / "a.mkv", colours, tags=tags)
    picture = render(plan.timeline((plan.clip(source, 0, 2),))).pictures[0]

    written = (picture.colorspace, picture.color_primaries, picture.color_trc, picture.color_range)
    assert written == (1, 1, 1, 1)


@pytest.mark.parametrize(("transfer", "white"), [(16, 573), (18, 721)], ids=["PQ", "HLG"])
def test_hdr_greys_stay_grey_in_order_and_white_stays_in_sight(
    transfer: int, white: int, film: Make, render: Make, tmp_path: Path
) -> None:
    """`white` is the 10 bit level of BT.2408's reference white."""
    levels = np.linspace(64, white, 6).astype(int)
    greys = np.stack([levels, np.full(6, 512), np.full(6, 512)])
    tags = {"colorspace": 9, "color_primaries": 9, "color_trc": transfer, "color_range": 1}
    source = patch_film(tmp_path / "a.mkv", greys, bits=10, tags=tags)
    plan = film(RATE, size=(192, 128))

    shown = patches_of(
        render(plan.timeline((plan.clip(source, 0, 2),)), NEARLY_LOSSLESS).pictures[0]
    )

    assert np.abs(shown[1:] - 128).max() <= 1
    assert (np.diff(shown[0]) > 0).all()
    assert shown[0][0] <= 20
    assert 126 < shown[0][-1] < 235


@pytest.mark.parametrize(
    "tags",
    [
        {"color_primaries": 0},
        {"color_trc": 10},
        {"colorspace": 8},
        {"colorspace": 10},
    ],
    ids=str,
)
def test_tags_that_cannot_be_honoured_do_not_stop_a_film(
    tags: dict[str, int], film: Make, render: Make, tmp_path: Path
) -> None:
    grey = np.stack([np.full(6, 126), np.full(6, 128), np.full(6, 128)])
    source = patch_film(tmp_path / "a.mkv", grey, tags={"color_range": 1} | tags)
    plan = film(RATE, size=(192, 64))

    shown = render(plan.timeline((plan.clip(source, 0, 1),)), NEARLY_LOSSLESS).pictures[0]

    middle = patches_of(shown)[:, [1, 4]]
    assert np.abs(middle - [[126], [128], [128]]).max() <= 1
