"""A ladder of four rungs, ours against one ffmpeg command that does the same, in turns.

Both decode once, encode with the same x264 settings, and write HLS in segments of whole GOPs. The
wall time is to be at most 0.93 of ffmpeg's. On a busy machine the best runs tell more than the
medians.

python benchmarks/ladder.py [--seconds 60] [--repeat 3]
"""

import argparse
import json
import shutil
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "tests")]

from measuring import Cost, run, similarity, typical, wrong_frames  # noqa: E402 -- paths first
from peer import find_ffmpeg  # noqa: E402
from sources import RATE, Source, make_sources  # noqa: E402

from ladder_factory import PREFIX, settings_of  # noqa: E402
from timeline_studio.productions.local.plan import Ladder  # noqa: E402
from timeline_studio.productions.local.planning import read_plan  # noqa: E402

WORK = HERE / "work"

OURS = """
import json, pathlib, sys
from timeline_studio.productions import transcode
from timeline_studio.storage import LocalFolderStore
root = pathlib.Path(sys.argv[1])
stores = {name: LocalFolderStore(root, name) for name in ("media", "output")}
settings = json.loads((root / "settings.json").read_text("utf-8"))
transcode(settings, stores, work_dir=root / "work", progress=lambda *_: None)
"""


def main() -> None:
    options = _options()
    source = make_sources(WORK / "sources", options.seconds)[0]
    settings = _settings()
    ladder = read_plan(settings).ladders[0]
    ours, peer = WORK / "ladder", WORK / "ladder-ffmpeg"
    commands = {"timeline studio": _our_command(ours, source, settings)}
    masters = {"timeline studio": ours / "output" / PREFIX / "landscape"}
    ffmpeg = find_ffmpeg(WORK / "peer")
    if ffmpeg is None:
        print("ffmpeg: skipped, imageio-ffmpeg cannot be installed and there is none on the path")
    else:
        peer.mkdir(parents=True, exist_ok=True)
        commands["ffmpeg"] = ladder_command(ffmpeg, source.path, peer, ladder)
        masters["ffmpeg"] = peer
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for turn in range(options.repeat):
        for name, command in commands.items():
            costs[name].append(run(command))
            print(f"run {turn + 1} {name}: {costs[name][-1].wall:.2f} s", flush=True)
    for name, found in costs.items():
        _print(name, found, masters[name], source)
    if "ffmpeg" in costs:
        medians, bests = (
            typical(costs["timeline studio"]).wall / typical(costs["ffmpeg"]).wall,
            _best(costs["timeline studio"]) / _best(costs["ffmpeg"]),
        )
        print(f"ours / ffmpeg: {medians:.3f}, best runs {bests:.3f} (at most 0.93)")


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
    return [sys.executable, "-c", OURS, str(root)]


def _print(name: str, costs: list[Cost], folder: Path, source: Source) -> None:
    cost, best = typical(costs), folder / "video_1080p.m3u8"
    expected = [source.first_number + number for number in range(source.frames)]
    same = similarity(best, {source.first_number: source.path}, expected, step=10)
    size = sum(path.stat().st_size for path in folder.glob("*.ts"))
    print(
        f"{name:16} {cost.wall:7.2f} s  best {_best(costs):7.2f} s  {cost.cpu:7.2f} s CPU  "
        f"{cost.peak_memory / 1e6:5.0f} MB  SSIM {same:.4f}  {size / 1e6:6.2f} MB stored  "
        f"{wrong_frames(best, expected)} wrong frames"
    )


def _best(costs: list[Cost]) -> float:
    return min(cost.wall for cost in costs)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--repeat", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
