"""Media files spoilt at random, the same for the same seed."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from media_factory import clicks, stamped_jpeg, stamped_png, stamped_video

_SIZE = (96, 54)
_EXTREMES = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)


def whole_files(folder: Path) -> list[Path]:
    """One of each kind that people have."""
    videos = {
        "a.mp4": {"bframes": 2, "clicks_at": [0.2]},
        "b.mov": {"clicks_at": [0.1], "rotation": 90, "audio_codec": "pcm_s16le"},
        "c.mkv": {"clicks_at": [0.3], "audio_codec": "libopus"},
        "d.ts": {"clicks_at": [0.2], "bframes": 2},
        "e.webm": {"codec": "libvpx", "clicks_at": [0.2], "crf": None},
        "f.avi": {"codec": "mpeg4", "crf": None, "audio_codec": "libmp3lame", "audio": True},
        "g.mpg": {"codec": "mpeg2video", "rate": 25, "crf": None, "audio_codec": "mp2",
                  "audio": True},
        "h.flv": {"clicks_at": [0.2]},
        "i.mxf": {"codec": "mpeg2video", "rate": 25, "crf": None},
        "j.mp4": {"codec": "libx265", "crf": None},
        "k.gif": {"codec": "gif", "pix_fmt": "rgb8", "crf": None},
        "l.mov": {"codec": "prores_ks", "pix_fmt": "yuv422p10le", "crf": None},
    }  # fmt: skip
    made = [
        stamped_video(folder / name, frames=20, size=_SIZE, gop=8, **options)
        for name, options in videos.items()
    ]
    made += [
        clicks(folder / name, at=[0.1, 0.4], duration=0.6)
        for name in ("m.wav", "n.mp3", "o.flac", "p.m4a", "q.ogg")
    ]
    made.append(stamped_png(folder / "r.png", 7, _SIZE))
    made.append(stamped_jpeg(folder / "s.jpg", 7, _SIZE, orientation=6))
    return made


def mutated(data: bytes, random: Random) -> bytes:
    """One to eight changes."""
    spoilt = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 4, 8))):
        if len(spoilt) > 8:
            random.choice(_CHANGES)(spoilt, random)
    return bytes(spoilt)


def _flip_bits(data: bytearray, random: Random) -> None:
    for _ in range(random.choice((1, 3, 30))):
        data[_place(data, random)] ^= 1 << random.randrange(8)


def _write_extreme(data: bytearray, random: Random) -> None:
    """A number that a size or a count might be."""
    at, width = _place(data, random), random.choice((1, 2, 4, 8))
    order = random.choice(("big", "little"))
    value = random.choice(_EXTREMES) & (1 << 8 * width) - 1
    data[at : at + width] = value.to_bytes(width, order)  # type: ignore[arg-type]


def _overwrite(data: bytearray, random: Random) -> None:
    at, length = _place(data, random), random.choice((4, 64, 1000))
    data[at : at + length] = random.randbytes(min(length, len(data) - at))


def _remove(data: bytearray, random: Random) -> None:
    at = _place(data, random)
    del data[at : at + random.choice((1, 4, 188, 2000))]


def _repeat(data: bytearray, random: Random) -> None:
    at, length = _place(data, random), random.choice((4, 188, 3000))
    data[at:at] = data[at : at + length]


def _move(data: bytearray, random: Random) -> None:
    at, length = _place(data, random), random.choice((4, 188, 1000))
    part = data[at : at + length]
    del data[at : at + length]
    to = random.randrange(len(data) + 1)
    data[to:to] = part


def _cut_short(data: bytearray, random: Random) -> None:
    del data[random.randrange(len(data)) :]


_CHANGES: tuple[Callable[[bytearray, Random], None], ...] = (
    _flip_bits, _flip_bits, _write_extreme, _write_extreme, _write_extreme,
    _overwrite, _remove, _repeat, _move, _cut_short,
)  # fmt: skip


def _place(data: bytearray, random: Random) -> int:
    """Anywhere; as often in the first or the last of it, where headers and indexes are."""
    near = min(len(data), 2000)
    return random.choice(
        (
            random.randrange(len(data)),
            random.randrange(near),
            len(data) - 1 - random.randrange(near),
        )
    )
