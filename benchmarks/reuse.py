"""What need not be encoded: copies of the sources, segments of an earlier export, or of an idle
hour. Beside ffmpeg's command line, which encodes all of it, where there is that.

python benchmarks/reuse.py [--seconds 60] [--cuts 12] [--repeat 3]
"""

import argparse
import json
import os
import platform
import resource
import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from time import monotonic
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "tests")]

from cut_list import Cut, cut_list, numbers, write_otio  # noqa: E402 -- the paths come first
from measuring import Cost, run, similarity, typical, wrong_frames  # noqa: E402
from msgspec.structs import replace  # noqa: E402
from peer import find_ffmpeg, seek_command  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402
from sources import RATE, make_sources  # noqa: E402

from timeline_studio.render import ExportOptions, SegmentCache, export_timeline  # noqa: E402
from timeline_studio.render.fill_format import fill_format  # noqa: E402
from timeline_studio.render.segments.ahead import RenderAhead  # noqa: E402
from timeline_studio.timeline.model import Timeline, Title, Track  # noqa: E402
from timeline_studio.timeline.otio import read_otio  # noqa: E402
from timeline_studio.timeline.time import frame_start  # noqa: E402
from timeline_studio.workflows.media import file_path  # noqa: E402

WORK = HERE / "work"
_TARGETS = {"12 cuts, copied": 0.35, "one source, trimmed": 0.12, "one title changed": 0.15}
_TARGETS["rendered ahead"] = 0.05
_OPTIONS = ExportOptions(preset="veryfast", crf=23, match_source=False)
_SPANS = 10


def main() -> None:
    options = _options()
    _app = QGuiApplication([])  # titles are drawn by Qt
    sources = make_sources(WORK / "sources", max(10, options.seconds // 3))
    whole = make_sources(WORK / "sources", options.seconds + 2)[0]
    film = cut_list(sources, options.seconds, options.cuts)
    trimmed = [Cut(whole, 17, options.seconds * RATE)]
    by_number = {s.first_number: s.path for s in sources}
    ffmpeg = find_ffmpeg(WORK / "peer")
    if ffmpeg is None:
        print("ffmpeg: skipped, imageio-ffmpeg cannot be installed and there is none on the path")
    rows: dict[str, dict[str, Any]] = {}
    for name, cuts, paths in (
        ("12 cuts, copied", film, by_number),
        ("one source, trimmed", trimmed, {whole.first_number: whole.path}),
    ):
        rows[name] = _beside_ffmpeg(name, cuts, paths, ffmpeg, options.repeat)
    rows |= _second_exports(film, by_number, options.repeat)
    _print(rows)
    report = {"options": vars(options), "machine": _machine(), "results": rows}
    (WORK / "reuse.json").write_text(json.dumps(report, indent=1), "utf-8")


def _beside_ffmpeg(
    name: str, cuts: list[Cut], sources: dict[int, Path], ffmpeg: str | None, repeat: int
) -> dict[str, Any]:
    slug = "copied" if len(cuts) > 1 else "trimmed"
    write_otio(cuts, WORK / f"{slug}.otio")
    out, theirs = WORK / f"{slug}.mp4", WORK / f"{slug}-ffmpeg.mp4"
    command = [sys.executable, "-m", "timeline_studio", "render", str(WORK / f"{slug}.otio")]
    command += [str(out), "--preset", "veryfast", "--crf", "23", "--match-source", "--json"]
    ours: list[Cost] = []
    peers: list[Cost] = []
    for turn in range(repeat):
        ours.append(run(command))
        print(f"run {turn + 1} {name}: {ours[-1].wall:.2f} s", flush=True)
        if ffmpeg is not None:
            peers.append(run(seek_command(ffmpeg, cuts, theirs)))
            print(f"run {turn + 1} ffmpeg, encoded: {peers[-1].wall:.2f} s", flush=True)
    row = _quality(out, numbers(cuts), sources) | asdict(typical(ours))
    row["compared_with"] = "ffmpeg, encoded"
    if peers:
        row["base"] = asdict(typical(peers)) | _quality(theirs, numbers(cuts), sources)
        row["ratio"] = row["wall"] / row["base"]["wall"]
    return row


def _second_exports(
    film: list[Cut], sources: dict[int, Path], repeat: int
) -> dict[str, dict[str, Any]]:
    """A first export, one after a title changed, and one of what was rendered ahead."""
    write_otio(film, WORK / "titled.otio")
    plain = fill_format(read_otio(WORK / "titled.otio", prefer_files=True), file_path)
    first, second = _titled(plain, "Chapter"), _titled(plain, "Chapter", changed=_SPANS // 2)
    times: dict[str, list[Cost]] = {"first": [], "one title changed": [], "rendered ahead": []}
    out = WORK / "titled.mp4"
    for turn in range(repeat):
        cache = _empty_cache("segments")
        times["first"].append(_timed(lambda c=cache: _export(first, out, c)))
        times["one title changed"].append(_timed(lambda c=cache: _export(second, out, c)))
        changed = _quality(out, numbers(film), sources)
        ahead = _empty_cache("ahead")
        for _ in RenderAhead(first, file_path, _OPTIONS, ahead).render():
            pass
        times["rendered ahead"].append(_timed(lambda c=ahead: _export(first, out, c)))
        told = ", ".join(f"{name} {costs[-1].wall:.2f} s" for name, costs in times.items())
        print(f"run {turn + 1} {told}", flush=True)
    joined = _quality(out, numbers(film), sources)
    base = asdict(typical(times["first"]))
    rows = {}
    for name, quality in (("one title changed", changed), ("rendered ahead", joined)):
        row = quality | asdict(typical(times[name]))
        row |= {"compared_with": "the first export", "base": base}
        rows[name] = row | {"ratio": row["wall"] / base["wall"]}
    return rows


def _titled(timeline: Timeline, text: str, *, changed: int | None = None) -> Timeline:
    """Ten titles, one after the other, low enough to leave the stamps alone."""
    frames = round(timeline.duration / frame_start(1, timeline.rate)) // _SPANS
    titles = tuple(
        Title(
            id=f"title-{index}",
            start=frame_start(index * frames, timeline.rate),
            duration=frame_start(frames, timeline.rate),
            text=f"{text} {index + 1}{' again' if index == changed else ''}",
            y=0.9,
            size=5,
        )
        for index in range(_SPANS)
    )
    return replace(timeline, tracks=(*timeline.tracks, Track(id="t", kind="video", items=titles)))


def _export(timeline: Timeline, out: Path, cache: SegmentCache) -> None:
    export_timeline(timeline, out, file_path, _OPTIONS, cache=cache)


def _empty_cache(name: str) -> SegmentCache:
    shutil.rmtree(WORK / name, ignore_errors=True)
    return SegmentCache(WORK / name, limit_bytes=20 * 10**9)


def _timed(work: Callable[[], None]) -> Cost:
    """In this process: its memory is that of all runs so far."""
    before, began = resource.getrusage(resource.RUSAGE_SELF), monotonic()
    work()
    wall, after = monotonic() - began, resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, after.ru_maxrss * 1024)


def _quality(path: Path, expected: list[int], sources: dict[int, Path]) -> dict[str, Any]:
    return {
        "wrong_frames": wrong_frames(path, expected),
        "ssim": similarity(path, sources, expected, step=10),
        "size_bytes": path.stat().st_size,
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--cuts", type=int, default=12)
    parser.add_argument("--repeat", type=int, default=3)
    return parser.parse_args()


def _machine() -> dict[str, object]:
    return {"cpus": os.cpu_count(), "python": platform.python_version(), "os": platform.platform()}


def _print(rows: dict[str, dict[str, Any]]) -> None:
    heads = ["", "wall s", "CPU s", "base s", "ratio", "target", "SSIM", "size MB", "wrong frames"]
    print(" | ".join(f"{head:>20}" for head in heads))
    for name, row in rows.items():
        base = row.get("base")
        cells = [name, f"{row['wall']:.2f}", f"{row['cpu']:.2f}"]
        cells += [f"{base['wall']:.2f}" if base else "-"]
        cells += [f"{row['ratio']:.3f}" if base else "-", f"{_TARGETS[name]:.2f}"]
        cells += [f"{row['ssim']:.4f}", f"{row['size_bytes'] / 1e6:.2f}"]
        cells += [str(row["wrong_frames"])]
        print(" | ".join(f"{cell:>20}" for cell in cells))
    compared = "; ".join(f"{name}: {row['compared_with']}" for name, row in rows.items())
    print(f"base: {compared}")


if __name__ == "__main__":
    main()
