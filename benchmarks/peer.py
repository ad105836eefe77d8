"""The peer: ffmpeg's command line with graphs written by hand."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import composite
from composite import Composite
from cut_list import Cut
from settings import FFMPEG
from sources import RATE

_QUIET = ["-y", "-nostdin", "-v", "error"]


def find_ffmpeg(folder: Path) -> str | None:
    """The binary of the package imageio-ffmpeg, kept in `folder`; else the system's."""
    if not (folder / "imageio_ffmpeg").is_dir():
        install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
        subprocess.run([*install, "--target", str(folder), "imageio-ffmpeg"], check=False)
    package = folder / "imageio_ffmpeg" / "__init__.py"
    if package.exists():
        sys.path.insert(0, str(folder))
        if importlib.util.find_spec("imageio_ffmpeg"):
            import imageio_ffmpeg  # noqa: PLC0415 -- installed a moment ago

            return str(imageio_ffmpeg.get_ffmpeg_exe())
    return shutil.which("ffmpeg")


def cuts_command(ffmpeg: str, film: list[Cut], out: Path) -> list[str]:
    """One input a clip, sought to where it begins: the least that ffmpeg can decode."""
    inputs = [part for cut in film for part in _input(cut)]
    graph = "".join(f"[{index}:v:0][{index}:a:0]" for index in range(len(film)))
    graph += f"concat=n={len(film)}:v=1:a=1[v][a]"
    return [ffmpeg, *_QUIET, *inputs, "-filter_complex", graph, *_mapped(), str(out)]


def composite_command(ffmpeg: str, film: Composite, out: Path) -> list[str]:
    """Pictures that stand still are read once, and all lies over the film only while it is seen."""
    clips, seconds = film.with_handles(), _seconds(composite.FADE)
    inputs = [part for cut in [*clips, film.pip] for part in _input(cut)]
    first, end = (_seconds(frame) for frame in composite.TITLE)
    inputs += ["-i", str(film.logo), "-loop", "1", "-framerate", str(RATE)]
    inputs += ["-t", f"{end - first:.6f}", "-i", str(film.title), "-i", str(film.music)]
    pip, logo, title, music = range(len(clips), len(clips) + 4)
    graph, picture, sound, at = [], "0:v", "0:a", 0
    for index, cut in enumerate(film.cuts[:-1], 1):
        at += cut.frames
        offset = _seconds(at - composite.FADE // 2)
        graph += [
            f"[{picture}][{index}:v]xfade=duration={seconds}:offset={offset:.6f}[v{index}]",
            f"[{sound}][{index}:a]acrossfade=d={seconds}:c1=qsin:c2=qsin[a{index}]",
        ]
        picture, sound = f"v{index}", f"a{index}"
    x, y, width, height = composite.PIP_BOX
    begin, stop = _seconds(film.pip_at), _seconds(film.pip_at + film.pip.frames)
    fade = f"fade=in:d={_seconds(composite.TITLE_FADE)}:alpha=1"
    fade += f",fade=out:d={_seconds(composite.TITLE_FADE)}:alpha=1"
    fade += f":st={end - first - _seconds(composite.TITLE_FADE)}"
    laid_in = f"overlay={x}:{y}:enable='between(t,{begin},{stop - 0.001})':eof_action=pass"
    titled = f"overlay={composite.TITLE_BOX[0]}:{composite.TITLE_BOX[1]}"
    titled += f":enable='between(t,{first},{end - 0.001})':eof_action=pass"
    graph += [
        f"[{pip}:v]scale={width}:{height},setpts=PTS+{begin}/TB[pip]",
        f"[{picture}][pip]{laid_in}[w1]",
        f"[w1][{logo}:v]overlay={composite.LOGO_BOX[0]}:{composite.LOGO_BOX[1]}[w2]",
        f"[{title}:v]format=yuva420p,{fade},setpts=PTS+{first}/TB[title]",
        f"[w2][title]{titled}[v]",
        f"[{music}:a]volume={composite.MUSIC_DB}dB[music]",
        f"[{sound}][music]amix=inputs=2:normalize=0:duration=first[a]",
    ]
    return [ffmpeg, *_QUIET, *inputs, "-filter_complex", ";".join(graph), *_mapped(), str(out)]


def _input(cut: Cut) -> list[str]:
    times = ["-ss", f"{_seconds(cut.first):.6f}", "-t", f"{_seconds(cut.frames):.6f}"]
    return [*times, "-i", str(cut.source.path)]


def _mapped() -> list[str]:
    return ["-map", "[v]", "-map", "[a]", *FFMPEG]


def _seconds(frames: int) -> float:
    return frames / RATE
