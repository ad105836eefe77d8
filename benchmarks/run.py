"""Cuts at 1080p30, ours against ffmpeg's command line, in turns, medians compared.

On a busy machine the best runs and the CPU time tell more than the medians.

python benchmarks/run.py [--seconds 60] [--cuts 12] [--repeat 3] [--trim]
"""

import argparse
import json
import os
import platform
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "tests")]

from cut_list import cut_list, numbers, write_otio  # noqa: E402 -- the paths come first
from measuring import Cost, run, similarity, typical, wrong_frames  # noqa: E402
from peer import find_ffmpeg, seek_command, trim_command  # noqa: E402
from sources import make_sources  # noqa: E402

WORK = HERE / "work"


def main() -> None:
    options = _options()
    sources = make_sources(WORK / "sources", max(10, options.seconds // 3))
    film = cut_list(sources, options.seconds, options.cuts)
    write_otio(film, WORK / "film.otio")
    commands = {"timeline studio": _ours(WORK / "film.otio", WORK / "ours.mp4")}
    outputs = {"timeline studio": WORK / "ours.mp4"}
    ffmpeg = find_ffmpeg(WORK / "peer")
    if ffmpeg is None:
        print("ffmpeg: skipped, imageio-ffmpeg cannot be installed and there is none on the path")
    else:
        command = trim_command if options.trim else seek_command
        commands["ffmpeg"] = command(ffmpeg, film, WORK / "ffmpeg.mp4")
        outputs["ffmpeg"] = WORK / "ffmpeg.mp4"
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for turn in range(options.repeat):
        for name, command_line in commands.items():
            cost = run(command_line)
            costs[name].append(cost)
            print(f"run {turn + 1} {name}: {cost.wall:.2f} s", flush=True)
    expected, by_number = numbers(film), {s.first_number: s.path for s in sources}
    rows = {}
    for name, path in outputs.items():
        rows[name] = asdict(typical(costs[name])) | {
            "wrong_frames": wrong_frames(path, expected),
            "ssim": similarity(path, by_number, expected, step=10),
            "size_bytes": path.stat().st_size,
            "runs": [asdict(cost) for cost in costs[name]],
        }
    _print(rows)
    report = {"film": vars(options), "machine": _machine(), "results": rows}
    (WORK / "results.json").write_text(json.dumps(report, indent=1), "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--cuts", type=int, default=12)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--trim", action="store_true", help="ffmpeg trims whole inputs")
    return parser.parse_args()


def _ours(otio: Path, out: Path) -> list[str]:
    command = [sys.executable, "-m", "timeline_studio", "render", str(otio), str(out)]
    return [*command, "--preset", "veryfast", "--crf", "23", "--no-match-source", "--json"]


def _machine() -> dict[str, object]:
    return {"cpus": os.cpu_count(), "python": platform.python_version(), "os": platform.platform()}


def _print(rows: dict[str, dict[str, Any]]) -> None:
    base = rows.get("ffmpeg")
    heads = ["", "wall s", "best s", "CPU s", "peak MB", "ratio", "SSIM", "size MB", "wrong frames"]
    print(" | ".join(f"{head:>15}" for head in heads))
    for name, row in rows.items():
        ratio = f"{row['wall'] / base['wall']:.3f}" if base else "-"
        best = min(cost["wall"] for cost in row["runs"])
        cells = [name, f"{row['wall']:.2f}", f"{best:.2f}", f"{row['cpu']:.2f}"]
        cells += [f"{row['peak_memory'] / 1e6:.0f}", ratio, f"{row['ssim']:.4f}"]
        cells += [f"{row['size_bytes'] / 1e6:.2f}", str(row["wrong_frames"])]
        print(" | ".join(f"{cell:>15}" for cell in cells))


if __name__ == "__main__":
    main()
