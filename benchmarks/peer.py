"""The peer: ffmpeg's command line with a graph written by hand."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

from cut_list import Cut
from sources import RATE


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


def seek_command(ffmpeg: str, film: list[Cut], out: Path) -> list[str]:
    """One input a clip, sought to where it begins: the least that ffmpeg can decode."""
    inputs, graph = [], ""
    for cut in film:
        inputs += ["-ss", f"{cut.first / RATE:.6f}", "-t", f"{cut.frames / RATE:.6f}"]
        inputs += ["-i", str(cut.source.path)]
    for index in range(len(film)):
        graph += f"[{index}:v:0][{index}:a:0]"
    graph += f"concat=n={len(film)}:v=1:a=1[v][a]"
    return [ffmpeg, *_QUIET, *inputs, "-filter_complex", graph, *_ENCODING, str(out)]


def trim_command(ffmpeg: str, film: list[Cut], out: Path) -> list[str]:
    """One input a file, trimmed in the graph."""
    paths = list(dict.fromkeys(cut.source.path for cut in film))
    graph, joined = "", ""
    for index, cut in enumerate(film):
        end, at = cut.first + cut.frames, paths.index(cut.source.path)
        graph += f"[{at}:v:0]trim=start_frame={cut.first}:end_frame={end},"
        graph += f"setpts=PTS-STARTPTS[v{index}];"
        graph += f"[{at}:a:0]atrim=start={cut.first / RATE:.6f}:end={end / RATE:.6f},"
        graph += f"asetpts=PTS-STARTPTS[a{index}];"
        joined += f"[v{index}][a{index}]"
    graph += f"{joined}concat=n={len(film)}:v=1:a=1[v][a]"
    inputs = [part for path in paths for part in ("-i", str(path))]
    return [ffmpeg, *_QUIET, *inputs, "-filter_complex", graph, *_ENCODING, str(out)]


_QUIET = ["-y", "-nostdin", "-v", "error"]
_ENCODING = [
    "-map",
    "[v]",
    "-map",
    "[a]",
    "-c:v",
    "libx264",
    "-preset",
    "veryfast",
    "-crf",
    "23",
    "-pix_fmt",
    "yuv420p",
    "-color_primaries",
    "bt709",
    "-color_trc",
    "bt709",
    "-colorspace",
    "bt709",
    "-color_range",
    "tv",
    "-c:a",
    "aac",
    "-b:a",
    "192k",
    "-movflags",
    "+faststart",
]
