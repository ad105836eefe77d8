"""A ladder of four rungs: ours, and one ffmpeg command that does the same.

Both decode once, encode with the same x264 settings, and write HLS in segments of whole GOPs.
"""

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comparing import OURS
from measuring import Expected, Quality, similarity, wrong_frames
from sources import RATE, Source

from ladder_factory import PREFIX, settings_of
from timeline_studio.productions.local.plan import Ladder
from timeline_studio.productions.local.planning import read_plan

_TRANSCODE = """
import json, pathlib, sys
from timeline_studio.productions import transcode
from timeline_studio.storage import LocalFolderStore
root = pathlib.Path(sys.argv[1])
stores = {name: LocalFolderStore(root, name) for name in ("media", "output")}
settings = json.loads((root / "settings.json").read_text("utf-8"))
transcode(settings, stores, work_dir=root / "work", progress=lambda *_: None)
"""


@dataclass(frozen=True)
class Made:
    """A command, and where it puts its segments."""

    command: list[str]
    folder: Path

    def quality(self, expected: Expected) -> Quality:
        """Of the largest rung; the bytes are of all."""
        best = self.folder / "video_1080p.m3u8"
        return Quality(
            wrong_frames(best, expected.numbers),
            similarity(best, expected, step=10),
            sum(path.stat().st_size for path in self.folder.glob("*.ts")),
        )


def ladder_commands(work: Path, source: Source, ffmpeg: str | None) -> dict[str, Made]:
    """By program. The wall time of ours is to be at most 0.93 of ffmpeg's."""
    settings = _settings()
    ours, theirs = work / "ladder", work / "ladder-ffmpeg"
    made = {
        OURS: Made(_our_command(ours, source, settings), ours / "output" / PREFIX / "landscape")
    }
    if ffmpeg is not None:
        theirs.mkdir(parents=True, exist_ok=True)
        rungs = read_plan(settings).ladders[0]
        made["ffmpeg"] = Made(ladder_command(ffmpeg, source.path, theirs, rungs), theirs)
    return made


def ladder_command(ffmpeg: str, source: Path, out: Path, ladder: Ladder) -> list[str]:
    """One decode, one graph with a scaler a rung, one HLS muxer."""
    rungs = ladder.rungs
    names = [f"v{index}" for index in range(len(rungs))]
    graph = f"[0:v]split={len(rungs)}" + "".join(f"[{name}in]" for name in names)
    for name, rung in zip(names, rungs, strict=True):
        graph += f";[{name}in]scale={rung.frame.width}:{rung.frame.height}:flags=bicubic[{name}]"
    command = [ffmpeg, "-y", "-nostdin", "-v", "error", "-i", str(source)]
    command += ["-filter_complex", graph]
    for name in names:
        command += ["-map", f"[{name}]", "-map", "0:a"]
    for index, rung in enumerate(rungs):
        picture = rung.picture
        command += [f"-crf:v:{index}", str(picture.crf)]
        command += [f"-maxrate:v:{index}", str(picture.max_rate)]
        command += [f"-bufsize:v:{index}", str(picture.buffer)]
    gop = str(rungs[0].picture.gop_frames(RATE))
    command += ["-c:v", "libx264", "-preset", rungs[0].picture.preset, "-profile:v", "high"]
    command += ["-g", gop, "-keyint_min", gop, "-sc_threshold", "0", "-forced-idr", "1"]
    command += ["-c:a", "aac", "-b:a", "128k", "-f", "hls"]
    command += ["-hls_time", str(ladder.segment_seconds), "-hls_playlist_type", "vod"]
    command += ["-hls_flags", "independent_segments", "-master_pl_name", "video.m3u8"]
    streams = (f"v:{n},a:{n},name:{rung.modifier[1:]}" for n, rung in enumerate(rungs))
    return [*command, "-var_stream_map", " ".join(streams), str(out / "video_%v.m3u8")]


def _settings() -> dict[str, Any]:
    """Without the poster, which ffmpeg's command does not make."""
    settings = settings_of("hls-landscape", "s3://media/video.mp4", small=False)
    del settings["OutputGroups"][1:]
    return settings


def _our_command(root: Path, source: Source, settings: dict[str, Any]) -> list[str]:
    (root / "media").mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source.path, root / "media" / "video.mp4")
    (root / "settings.json").write_text(json.dumps(settings), "utf-8")
    return [sys.executable, "-c", _TRANSCODE, str(root)]
