"""The peer that Kdenlive and Shotcut are built on: MLT's command line."""

import shutil
from pathlib import Path

import composite
from composite import Composite
from cut_list import Cut
from settings import MELT

_PROFILE = ["-profile", "atsc_1080p_30"]


def find_melt() -> str | None:
    """Debian's package `melt`, where it is installed."""
    return shutil.which("melt")


def cuts_command(melt: str, film: list[Cut], out: Path) -> list[str]:
    clips = [part for cut in film for part in _clip(cut)]
    return [melt, *_QUIET, *_PROFILE, *clips, *_encoded(out)]


def composite_command(melt: str, film: Composite, out: Path) -> list[str]:
    """Each transition lasts as long as what it lays over the film."""
    parts = []
    for index, cut in enumerate(film.with_handles()):
        parts += _clip(cut)
        if index:
            parts += ["-mix", str(composite.FADE), "-mixer", "luma", "-mixer", "mix:-1"]
    last, (title, title_end) = film.frames - 1, composite.TITLE
    pip_last = film.pip_at + film.pip.frames - 1
    parts += ["-track", "-blank", str(film.pip_at - 1), *_clip(film.pip)]
    parts += ["-track", str(film.logo), f"out={last}"]
    parts += ["-track", "-blank", str(title - 1), str(film.title), f"out={title_end - title - 1}"]
    parts += ["-track", str(film.music), f"out={last}", "-attach", "volume"]
    parts += [f"level={composite.MUSIC_DB}"]
    box, length, fade = _geometry(composite.TITLE_BOX), title_end - title, composite.TITLE_FADE
    fades = f"0={box}:0;{fade}={box}:100;{length - fade}={box}:100;{length - 1}={box}:0"
    parts += _over(1, film.pip_at, pip_last, f"{_geometry(composite.PIP_BOX)}:100")
    parts += _over(2, 0, last, f"{_geometry(composite.LOGO_BOX)}:100")
    parts += _over(3, title, title_end - 1, fades)
    parts += ["-transition", "mix", "a_track=0", "b_track=4", "always_active=1", "sum=1"]
    return [melt, *_QUIET, *_PROFILE, *parts, *_encoded(out)]


_QUIET = ["-silent"]


def _clip(cut: Cut) -> list[str]:
    return [str(cut.source.path), f"in={cut.first}", f"out={cut.first + cut.frames - 1}"]


def _over(track: int, first: int, last: int, geometry: str) -> list[str]:
    times = [f"in={first}", f"out={last}", "a_track=0", f"b_track={track}"]
    return ["-transition", "composite", *times, f"geometry={geometry}"]


def _geometry(box: tuple[int, int, int, int]) -> str:
    x, y, width, height = box
    return f"{x}/{y}:{width}x{height}"


def _encoded(out: Path) -> list[str]:
    return ["-consumer", f"avformat:{out}", *MELT, "real_time=-1", "terminate_on_pause=1"]
