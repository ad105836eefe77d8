"""Real media for every test, made with PyAV: each picture carries its number, each click its time.

A stamp is a grid of 8 by 3 large black or white cells on grey: 16 bits of the number, then
8 of its checksum, most significant first, row by row. It survives x264 at crf 30, scaling,
padding and limited range.
"""

import binascii
import functools
import inspect
import struct
import zlib
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

_COLUMNS, _ROWS = 8, 3
_LEFT, _TOP, _WIDE, _HIGH = 0.1, 0.125, 0.8, 0.75  # the grid within the picture
_BLACK, _GREY, _WHITE = 0, 128, 255
_CLICK_SIGMA_SECONDS = 0.00015

_cache: dict[tuple[Any, ...], bytes] = {}


def _made_once(make: Callable[..., Path]) -> Callable[..., Path]:
    """Encoding takes longest: what was asked for before is copied."""
    signature = inspect.signature(make)

    @functools.wraps(make)
    def made(path: Path, **options: Any) -> Path:
        bound = signature.bind(path, **options)
        bound.apply_defaults()
        key = (make.__name__, path.suffix, repr(list(bound.arguments.items())[1:]))
        if key not in _cache:
            make(path, **options)
            _cache[key] = path.read_bytes()
        else:
            path.write_bytes(_cache[key])
        return path

    return made


# Pictures


def stamp(number: int, size: tuple[int, int]) -> np.ndarray:
    """A picture (height, width, 3) of uint8 that carries `number`, 0 to 65535."""
    width, height = size
    picture = np.full((height, width), _GREY, np.uint8)
    bits = number << 8 | _checksum(number)
    for cell in range(_COLUMNS * _ROWS):
        left, top, right, bottom = _cell(cell, (0, 0, width, height))
        bit = bits >> (_COLUMNS * _ROWS - 1 - cell) & 1
        picture[round(top) : round(bottom), round(left) : round(right)] = _WHITE if bit else _BLACK
    return np.repeat(picture[:, :, None], 3, axis=2)


def read_stamp(
    picture: Any, *, region: tuple[float, float, float, float] | None = None
) -> int | None:
    """The number that a picture carries; None where there is none, or two are mixed.

    `picture` is an av.VideoFrame (turned upright if it says so), or an array of luma
    (h, w) or RGB (h, w, 3). `region` is (x, y, width, height) of the stamped picture;
    without it the whole is tried, then what is left without black bars.
    """
    luma = _luma(picture)
    if region is not None:
        return _read(luma, region)
    height, width = luma.shape
    found = _read(luma, (0, 0, width, height))
    return found if found is not None else _read(luma, _without_bars(luma))


def _read(luma: np.ndarray, region: tuple[float, float, float, float]) -> int | None:
    bits = 0
    for cell in range(_COLUMNS * _ROWS):
        left, top, right, bottom = _cell(cell, region)
        dx, dy = (right - left) / 4, (bottom - top) / 4
        middle = luma[round(top + dy) : round(bottom - dy), round(left + dx) : round(right - dx)]
        level = middle.mean() if middle.size else _GREY
        if 85 < level < 170:
            return None
        bits = bits << 1 | (level >= 170)
    number, checksum = bits >> 8, bits & 0xFF
    return int(number) if _checksum(number) == checksum else None


def _cell(
    index: int, region: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    x, y, width, height = region
    row, column = divmod(index, _COLUMNS)
    cell_width, cell_height = width * _WIDE / _COLUMNS, height * _HIGH / _ROWS
    left = x + width * _LEFT + column * cell_width
    top = y + height * _TOP + row * cell_height
    return left, top, left + cell_width, top + cell_height


def _checksum(number: int) -> int:
    return binascii.crc32(struct.pack(">H", number)) & 0xFF


def _luma(picture: Any) -> np.ndarray:
    if isinstance(picture, av.VideoFrame):
        turns = round(picture.rotation / 90) % 4  # anticlockwise, as np.rot90
        rgb = picture.reformat(format="rgb24").to_ndarray()
        return np.rot90(rgb.mean(axis=2), turns)
    array = np.asarray(picture, dtype=np.float32)
    return array[..., :3].mean(axis=2) if array.ndim == 3 else array


def _without_bars(luma: np.ndarray) -> tuple[float, float, float, float]:
    lit = luma > 64
    rows, columns = np.flatnonzero(lit.any(axis=1)), np.flatnonzero(lit.any(axis=0))
    if not rows.size:
        return 0, 0, luma.shape[1], luma.shape[0]
    return (
        columns[0],
        rows[0],
        columns[-1] - columns[0] + 1,
        rows[-1] - rows[0] + 1,
    )


@_made_once
def stamped_video(
    path: Path,
    *,
    frames: int = 30,
    rate: Fraction | int = 30,
    size: tuple[int, int] = (320, 180),
    codec: str = "libx264",
    pix_fmt: str = "yuv420p",
    gop: int = 15,
    bframes: int = 0,
    open_gop: bool = False,
    crf: int | None = 23,
    rotation: int = 0,
    vfr_times: Sequence[float | Fraction] | None = None,
    first_time: float | Fraction = 0,
    sample_aspect: Fraction | None = None,
    start_number: int = 0,
    clicks_at: Sequence[float] | None = None,
    audio: bool | None = None,
    audio_codec: str | None = None,
    sample_rate: int = 48_000,
    channels: int = 2,
    options: dict[str, str] | None = None,
    codec_options: dict[str, str] | None = None,
) -> Path:
    """A video whose picture n carries `start_number` + n.

    `size` is as shown; `rotation` is how far, clockwise, a player must turn the coded
    picture (mp4 and mov only). `vfr_times` are the pictures' times in seconds, `first_time`
    the first one's at a constant rate. With `clicks_at` (seconds) or `audio` there is sound,
    as long as the pictures. `options` go to the container.
    """
    rate = Fraction(rate)
    time_base = Fraction(1, 90_000) if vfr_times is not None or first_time else 1 / rate
    times = [first_time + n / rate for n in range(frames)] if vfr_times is None else vfr_times
    end = float(Fraction(times[-1]) + 1 / rate)
    with av.open(str(path), "w", options=options or {}) as container:
        video = container.add_stream(codec, rate=rate)
        coded = size if rotation % 180 == 0 else size[::-1]
        video.width, video.height, video.pix_fmt = *coded, pix_fmt
        video.codec_context.time_base = time_base
        video.codec_context.gop_size = gop
        video.options = _video_options(codec, crf, bframes, open_gop) | (codec_options or {})
        if rotation:
            video.set_display_rotation(-rotation)
        if sample_aspect:
            video.codec_context.sample_aspect_ratio = sample_aspect
        has_sound = audio or (audio is None and clicks_at is not None)
        sound = None
        if has_sound:
            name = audio_codec or _AUDIO_CODECS.get(path.suffix, "aac")
            sound = _Sound(container, name, sample_rate, channels)
        for n, time in enumerate(times[:frames]):
            upright = stamp(start_number + n, size)
            turned = np.ascontiguousarray(np.rot90(upright, rotation // 90))
            frame = av.VideoFrame.from_ndarray(turned, format="rgb24")
            frame = frame.reformat(format=pix_fmt)
            frame.pts = round(Fraction(time) / time_base)
            frame.time_base = time_base
            container.mux(video.encode(frame))
        container.mux(video.encode())
        if sound is not None:
            sound.write(click_track(clicks_at or (), end, sample_rate, channels))
    return path


def _video_options(codec: str, crf: int | None, bframes: int, open_gop: bool) -> dict[str, str]:
    if codec == "libx264":
        chosen = {"preset": "veryfast", "bf": str(bframes), "sc_threshold": "0"}
        chosen["x264-params"] = f"open-gop={int(open_gop)}:threads=1"
        return chosen | ({"crf": str(crf)} if crf is not None else {})
    if codec == "libx265":
        return {"preset": "ultrafast", "x265-params": f"log-level=none:bframes={bframes}"}
    if codec in {"libvpx", "libvpx-vp9"}:
        return {"deadline": "realtime", "cpu-used": "8"}
    return {}


def noise_video(path: Path, *, frames: int = 50, size: tuple[int, int] = (480, 270)) -> Path:
    """Pictures that cannot be made small, 25 a second, without sound."""
    random = np.random.default_rng(1)
    width, height = size
    with av.open(str(path), "w") as container:
        stream = container.add_stream("ffv1", rate=25)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for _ in range(frames):
            planes = random.integers(16, 235, (height * 3 // 2, width), dtype=np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(planes, format="yuv420p")))
        container.mux(stream.encode(None))
    return path


def still_png(
    path: Path,
    size: tuple[int, int] = (320, 180),
    colour: tuple[int, ...] = (255, 0, 0),
) -> Path:
    """A PNG of one colour; four components make it RGBA."""
    layout = "rgba" if len(colour) == 4 else "rgb24"
    picture = np.empty((size[1], size[0], len(colour)), np.uint8)
    picture[:] = colour
    return _write_still(path, picture, "png", layout)


def stamped_png(path: Path, number: int, size: tuple[int, int] = (320, 180)) -> Path:
    return _write_still(path, stamp(number, size), "png", "rgb24")


def stamped_jpeg(
    path: Path, number: int, size: tuple[int, int] = (320, 180), *, orientation: int = 1
) -> Path:
    """A JPEG with an EXIF orientation, 1 to 8; it is upright once that is honoured.

    `size` is as shown.
    """
    upright = stamp(number, size)
    stored = np.ascontiguousarray(_UNTURNED[orientation](upright))
    frame = av.VideoFrame.from_ndarray(stored, format="rgb24").reformat(
        format="yuvj420p", dst_color_range="JPEG"
    )
    data = _encode_still(frame, "mjpeg")
    path.write_bytes(data[:2] + _exif(orientation) + data[2:])
    return path


def transparent_png(path: Path, size: tuple[int, int] = (320, 180)) -> Path:
    """Opaque red on the left half, clear on the right."""
    picture = np.zeros((size[1], size[0], 4), np.uint8)
    picture[:, : size[0] // 2] = (255, 0, 0, 255)
    return _write_still(path, picture, "png", "rgba")


# How the stored rows and columns come from the upright picture, by EXIF orientation.
_UNTURNED: dict[int, Callable[[np.ndarray], np.ndarray]] = {
    1: lambda a: a,
    2: lambda a: a[:, ::-1],
    3: lambda a: a[::-1, ::-1],
    4: lambda a: a[::-1],
    5: lambda a: a.transpose(1, 0, 2),
    6: lambda a: np.rot90(a, 1),
    7: lambda a: a[::-1, ::-1].transpose(1, 0, 2),
    8: lambda a: np.rot90(a, -1),
}


def _exif(orientation: int) -> bytes:
    """An APP1 segment whose only tag is the orientation (0x0112)."""
    tag = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    tiff = b"MM\0*" + struct.pack(">IH", 8, 1) + tag + struct.pack(">I", 0)
    body = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _write_still(path: Path, picture: np.ndarray, codec: str, layout: str) -> Path:
    path.write_bytes(_encode_still(av.VideoFrame.from_ndarray(picture, format=layout), codec))
    return path


def _encode_still(frame: av.VideoFrame, codec: str) -> bytes:
    encoder = av.CodecContext.create(codec, "w")
    encoder.width, encoder.height, encoder.pix_fmt = frame.width, frame.height, frame.format.name
    encoder.time_base = Fraction(1, 25)
    return b"".join(bytes(p) for p in [*encoder.encode(frame), *encoder.encode(None)])


# Sound

_AUDIO_CODECS = {
    ".wav": "pcm_s16le",
    ".mp3": "libmp3lame",
    ".flac": "flac",
    ".webm": "libopus",
    ".ogg": "libopus",
    ".opus": "libopus",
}
_LAYOUTS = {1: "mono", 2: "stereo", 6: "5.1", 8: "7.1", 12: "7.1.4"}


@_made_once
def clicks(
    path: Path,
    *,
    at: Sequence[float],
    duration: float | None = None,
    sample_rate: int = 48_000,
    channels: int = 2,
    codec: str | None = None,
) -> Path:
    """Silence with a click at each of the times `at`, in seconds."""
    length = duration if duration is not None else max(at, default=0.0) + 0.5
    samples = click_track(at, length, sample_rate, channels)
    return write_sound(path, samples, sample_rate, codec=codec)


@_made_once
def tone(
    path: Path,
    *,
    frequency: float = 440.0,
    duration: float = 1.0,
    amplitude: float = 0.5,
    sample_rate: int = 48_000,
    channels: int = 2,
    codec: str | None = None,
) -> Path:
    """A sine in every channel."""
    time = np.arange(round(duration * sample_rate)) / sample_rate
    wave = amplitude * np.sin(2 * np.pi * frequency * time)
    return write_sound(path, np.tile(wave, (channels, 1)), sample_rate, codec=codec)


def write_sound(
    path: Path, samples: np.ndarray, sample_rate: int, *, codec: str | None = None
) -> Path:
    """Encode (channels, count) samples of -1 to 1; the suffix chooses the container."""
    with av.open(str(path), "w") as container:
        name = codec or _AUDIO_CODECS.get(path.suffix, "aac")
        _Sound(container, name, sample_rate, len(samples)).write(samples)
    return path


def click_track(
    at: Iterable[float], duration: float, sample_rate: int, channels: int
) -> np.ndarray:
    """A click is a bell of about 1 ms, symmetric about its time: coders and resamplers
    keep its centre."""
    time = np.arange(round(duration * sample_rate)) / sample_rate
    track = np.zeros_like(time)
    for centre in at:
        track += np.exp(-(((time - centre) / _CLICK_SIGMA_SECONDS) ** 2) / 2)
    return np.tile(0.9 * track, (channels, 1))


def click_times(samples: np.ndarray, sample_rate: int) -> list[float]:
    """The times in seconds of the clicks in (channels, count) or (count,) samples."""
    mono = np.abs(np.atleast_2d(samples)).max(axis=0)
    loud = np.flatnonzero(mono > max(0.1, 0.3 * mono.max(initial=0)))
    if not loud.size:
        return []
    gap = round(0.01 * sample_rate)
    groups = np.split(loud, np.flatnonzero(np.diff(loud) > gap) + 1)
    return [_centre(mono, group) / sample_rate for group in groups]


def _centre(mono: np.ndarray, group: np.ndarray) -> float:
    weights = mono[group[0] : group[-1] + 1] ** 2
    return float(group[0] + (weights * np.arange(weights.size)).sum() / weights.sum())


class _Sound:
    """An audio stream of a container that is being written."""

    def __init__(self, container: Any, codec: str, sample_rate: int, channels: int) -> None:
        self._container = container
        self._layout = _LAYOUTS[channels]
        self._rate = sample_rate
        self._stream = container.add_stream(codec, rate=sample_rate, layout=self._layout)
        if codec == "libopus":
            self._stream.options = {"mapping_family": "1"} if channels > 2 else {}

    def write(self, samples: np.ndarray) -> None:
        coded = self._stream.codec_context.format.name
        resampler = av.AudioResampler(format=coded, layout=self._layout, rate=self._rate)
        size = self._stream.codec_context.frame_size or 1024
        for start in range(0, samples.shape[1], size):
            block = np.ascontiguousarray(samples[:, start : start + size].T, dtype=np.float32)
            packed = block.reshape(1, -1)  # PyAV has no planes beyond the eighth
            frame = av.AudioFrame.from_ndarray(packed, format="flt", layout=self._layout)
            frame.sample_rate, frame.pts = self._rate, start
            frame.time_base = Fraction(1, self._rate)
            for converted in resampler.resample(frame):
                self._container.mux(self._stream.encode(converted))
        self._container.mux(self._stream.encode())


# Bad files


def truncated(path: Path, source: Path, *, keep: float = 0.5) -> Path:
    """The first `keep` of the source's bytes."""
    data = source.read_bytes()
    path.write_bytes(data[: round(len(data) * keep)])
    return path


def damaged(path: Path, source: Path, *, at: float = 0.5, size: int = 400) -> Path:
    """The source with `size` bytes in its middle overwritten by noise."""
    data = bytearray(source.read_bytes())
    start = round(len(data) * at)
    noise = zlib.compress(bytes(range(256)) * 16)
    data[start : start + size] = (noise * (size // len(noise) + 1))[:size]
    path.write_bytes(data)
    return path
